"""Each target: what is required, reached and missing, which rows count, and why the others do not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dvk_office.core.targets import MEASURES, TargetResult, targets
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

Row = dict[str, str]
MODEL = {
    "registrant": "CT01", "commune_task": "Có", "professional_task": "Có",
    "registered_on": "5/2/2026", "start_date": "1/3/2026", "launch_date": "8/3/2026",
}  # fmt: skip
NEW = MODEL | {"origin": "Mới"}
REPLICATED = MODEL | {"origin": "Nhân rộng"}
OLD = MODEL | {
    "origin": "Tiếp tục", "still_suitable": "Có", "effective": "Có", "previous_figure": "50",
    "figure": "55",
}  # fmt: skip
BODIES = (
    {"code": "TC01", "name": "Chi bộ thôn Hòa An", "direct": "Có"},
    {"code": "TC02", "name": "Chi bộ Trường Tiểu học", "direct": "Có"},
    {"code": "TC03", "name": "Hội Nông dân", "direct": "Không"},
)
SUBJECTS = (
    {"code": "CT01", "name": "Chi bộ thôn Hoà An", "managing_organisation": "TC01"},
    {"code": "CT02", "name": "Trường Tiểu học", "managing_organisation": "TC02"},
    {"code": "CT03", "name": "Hội Nông dân", "managing_organisation": "TC03"},
    {"code": "CT04", "name": "Lê Văn Ân", "kind": "Cá nhân", "managing_organisation": "TC01"},
    {"code": "CT05", "name": "Không ai quản lý", "managing_organisation": "TC99"},
)


def sheet(key: str, rows: Sequence[Row]) -> str:
    """`rows` as a Markdown table; the column `_` is the number of the row in Excel."""
    columns = sorted({column for row in rows for column in row} - {"_"})
    lines = [f"| {key} | {' | '.join(columns)} |"]
    for row in rows:
        cells = (row.get(column, "") for column in columns)
        lines.append(f"| {row.get('_', '')} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n" if columns else ""


@pytest.fixture
def one(layout: Layout, rules: Rules, today: date):
    """The result of one target for books made of rows."""

    def count(
        key: str,
        models: Sequence[Row] = (),
        exemplars: Sequence[Row] = (),
        bodies: Sequence[Row] = BODIES,
        subjects: Sequence[Row] = SUBJECTS,
        **settings: object,
    ) -> TargetResult:
        text = "".join(
            (
                sheet("organisations", bodies),
                sheet("registrants", subjects),
                sheet("models", models),
                sheet("exemplars", exemplars),
            )
        )
        results = targets(book(layout, rules, text, **settings), rules, today)
        return {result.target.key: result for result in results}[key]

    return count


def rows(result: TargetResult) -> list[int]:
    return [record.row for record in result.count.counted]


def reasons(result: TargetResult) -> list[tuple[int, str]]:
    return [(row.record.row, row.reason) for row in result.count.excluded]


# --- A: models for the political tasks of the place ---


@pytest.mark.req("R-013", "R-036", "T-07")
@pytest.mark.parametrize(
    ("number", "met", "missing"),
    [(0, False, ("5 mô hình",)), (4, False, ("1 mô hình",)), (5, True, ()), (6, True, ())],
)
def test_at_least_five_are_asked_for(one, number: int, *, met: bool, missing: tuple[str]) -> None:
    found = one("commune_models", [OLD] * number)
    assert (found.required, found.actual, found.met) == (5, number, met)
    assert found.missing == missing


@pytest.mark.req("R-013", "R-036", "T-07")
def test_more_than_asked_for_is_shown_and_not_cut_off(one) -> None:
    found = one("commune_models", [OLD] * 7)
    assert (found.actual, found.short, found.percent) == (7, 0, 140.0)


@pytest.mark.req("R-015", "T-08")
def test_only_tagged_models_count_and_the_deliberate_no_is_told_apart(one) -> None:
    found = one(
        "commune_models",
        [OLD, OLD | {"commune_task": "Không"}, OLD | {"commune_task": ""}, OLD],
    )
    assert rows(found) == [4, 7]
    assert reasons(found) == [(5, "commune_denied"), (6, "commune_blank")]


@pytest.mark.req("R-026", "T-41")
def test_why_a_model_does_not_count_in_the_year_comes_before_its_tag(one) -> None:
    found = one("commune_models", [OLD | {"dropped_on": "1/6/2026", "commune_task": "Không"}])
    assert reasons(found) == [(4, "dropped")]
    assert found.count.excluded[0].text == "Đã loại bỏ ngày 01/06/2026"


@pytest.mark.req("R-013", "R-018", "T-08")
def test_a_model_may_carry_both_tags_unless_the_office_says_no(one) -> None:
    assert one("commune_models", [NEW], both_tags="Có").actual == 1
    assert one("organisations_with_model", [NEW], both_tags="Có").actual == 1
    assert one("commune_models", [NEW], both_tags="Không").actual == 1
    without = one("organisations_with_model", [NEW], both_tags="Không")
    assert (without.actual, reasons(without)) == (0, [(4, "one_tag")])


@pytest.mark.req("R-032", "T-13")
def test_a_provisional_model_counts_and_is_listed_as_such(one) -> None:
    waits = NEW | {"launch_date": ""}
    found = one("commune_models", [NEW, waits], provisional_until="23/11/2026")
    assert rows(found) == [4, 5]
    assert [record.row for record in found.count.provisional] == [5]
    late = one("commune_models", [NEW, waits], provisional_until="22/11/2026")
    assert (rows(late), reasons(late)) == ([4], [(5, "not_launched")])
    assert late.count.provisional == ()


# --- A1: new or replicated ones among them ---


@pytest.mark.req("R-014")
def test_five_continued_models_reach_the_one_target_and_not_the_other(one) -> None:
    assert one("commune_models", [OLD] * 5).met
    inside = one("commune_new_or_replicated", [OLD] * 5)
    assert (inside.required, inside.actual, inside.met) == (1, 0, False)
    assert inside.missing == ("1 mô hình",)
    assert reasons(inside) == [(row, "not_anew") for row in range(4, 9)]


@pytest.mark.req("R-014", "T-12")
@pytest.mark.parametrize("model", [NEW, REPLICATED], ids=["new", "replicated"])
def test_one_new_or_one_replicated_model_is_enough(one, model: Row) -> None:
    found = one("commune_new_or_replicated", [OLD, model])
    assert (rows(found), found.met) == ([5], True)


@pytest.mark.req("R-014", "R-015")
def test_a_new_model_that_serves_only_its_own_unit_is_not_among_them(one) -> None:
    found = one("commune_new_or_replicated", [NEW | {"commune_task": "Không"}])
    assert (found.met, reasons(found)) == (False, [(4, "commune_denied")])


@pytest.mark.req("R-014", "T-14")
def test_a_discovered_model_that_was_registered_too_is_neither_new_nor_replicated(one) -> None:
    found = MODEL | {"origin": "Phát hiện"}
    assert one("commune_models", [found]).actual == 1
    assert reasons(one("commune_new_or_replicated", [found])) == [(4, "not_anew")]


# --- B: every direct Party organisation has a model ---


@pytest.mark.req("R-016", "R-036")
def test_thirty_nine_of_forty_are_short_by_one_that_is_named(one) -> None:
    bodies = [{"code": f"TC{n}", "name": f"Chi bộ {n}", "direct": "Có"} for n in range(40)]
    subjects = [{"code": f"CT{n}", "managing_organisation": f"TC{n}"} for n in range(40)]
    models = [OLD | {"registrant": f"CT{n}"} for n in range(40) if n != 17]
    found = one("organisations_with_model", models, bodies=bodies, subjects=subjects)
    assert (found.required, found.actual, found.percent) == (40, 39, 97.5)
    assert (found.met, found.missing) == (False, ("Chi bộ 17",))


@pytest.mark.req("R-016", "T-07")
def test_a_percentage_is_never_rounded_up_to_the_whole(one) -> None:
    bodies = [{"code": f"TC{n}", "name": f"Chi bộ {n}", "direct": "Có"} for n in range(3000)]
    subjects = [{"code": f"CT{n}", "managing_organisation": f"TC{n}"} for n in range(2999)]
    models = [OLD | {"registrant": f"CT{n}"} for n in range(2999)]
    found = one("organisations_with_model", models, bodies=bodies, subjects=subjects)
    assert (found.percent, found.met) == (99.9, False)


@pytest.mark.req("R-016", "R-018")
def test_only_models_for_the_bodys_own_work_count(one) -> None:
    found = one(
        "organisations_with_model",
        [
            OLD | {"professional_task": "Không"},
            OLD | {"professional_task": ""},
            OLD | {"registrant": "CT02"},
        ],
    )
    assert (rows(found), found.missing) == ([6], ("Chi bộ thôn Hòa An",))
    assert reasons(found) == [(4, "professional_denied"), (5, "professional_blank")]


@pytest.mark.req("R-019")
def test_the_surplus_of_one_body_covers_no_other_one(one) -> None:
    found = one("organisations_with_model", [OLD, NEW, OLD | {"registrant": "CT04"}])
    assert (found.required, found.actual, found.met) == (2, 1, False)
    assert found.missing == ("Chi bộ Trường Tiểu học",)
    assert reasons(found) == [(5, "surplus"), (6, "surplus")]
    assert "“Chi bộ thôn Hòa An”" in found.count.excluded[0].text
    assert "dòng 4" in found.count.excluded[0].text


@pytest.mark.req("R-019", "T-13")
def test_a_launched_model_stands_for_its_body_before_a_provisional_one(one) -> None:
    waits = NEW | {"launch_date": ""}
    found = one("organisations_with_model", [waits, OLD, waits | {"registrant": "CT02"}])
    assert (rows(found), reasons(found)) == ([5, 6], [(4, "surplus")])
    assert [record.row for record in found.count.provisional] == [6]


@pytest.mark.req("R-036")
def test_rows_stand_in_the_order_of_the_sheet(one) -> None:
    waits = NEW | {"launch_date": "", "registrant": "CT02"}
    found = one("organisations_with_model", [waits, OLD, OLD, OLD | {"professional_task": ""}])
    assert rows(found) == [4, 5]
    assert reasons(found) == [(6, "surplus"), (7, "professional_blank")]


@pytest.mark.req("R-017")
def test_without_any_direct_body_nothing_is_reached(one) -> None:
    found = one("organisations_with_model", [OLD], bodies=BODIES[2:])
    assert (found.required, found.actual, found.met, found.percent) == (0, 0, False, None)


@pytest.mark.req("R-017")
def test_the_number_required_is_that_of_the_direct_bodies_in_the_book(one) -> None:
    found = one("organisations_with_model", [OLD, OLD | {"registrant": "CT02"}])
    assert (found.required, found.met, found.percent) == (2, True, 100.0)


@pytest.mark.req("R-017", "R-019")
def test_a_body_without_a_code_and_a_second_one_of_the_same_code_are_not_covered(one) -> None:
    bodies = (
        *BODIES,
        {"code": "", "name": "Chi bộ mới", "direct": "Có"},
        {"code": "TC01", "name": "Chi bộ trùng mã", "direct": "Có"},
    )
    found = one("organisations_with_model", [OLD, OLD | {"registrant": "CT02"}], bodies=bodies)
    assert (found.required, found.missing) == (4, ("Chi bộ mới", "Chi bộ trùng mã"))


@pytest.mark.req("R-016")
@pytest.mark.parametrize(
    ("subject", "reason"), [("CT03", "not_direct"), ("CT05", "organisation_unknown")]
)
def test_a_model_of_another_body_covers_none(one, subject: str, reason: str) -> None:
    found = one("organisations_with_model", [OLD | {"registrant": subject}])
    assert (found.actual, reasons(found)) == (0, [(4, reason)])


@pytest.mark.req("R-020")
def test_the_office_decides_whether_models_of_those_it_manages_count(one) -> None:
    models = [OLD, OLD | {"registrant": "CT02"}, OLD | {"registrant": "CT04"}]
    assert one("organisations_with_model", models, managed_counts="Có").met
    own = one("organisations_with_model", models, managed_counts="Không")
    assert (rows(own), own.missing) == ([4], ("Chi bộ Trường Tiểu học",))
    assert reasons(own) == [(5, "managed"), (6, "managed")]


@pytest.mark.req("R-016")
@pytest.mark.parametrize(
    ("percent", "whole", "required"),
    [(100, 7, 7), (90, 10, 9), (90, 11, 10), (50, 3, 2), (1, 1, 1)],
)
def test_a_percentage_asks_for_the_least_number_that_is_not_below_it(
    one, percent: int, whole: int, required: int
) -> None:
    bodies = [{"code": f"TC{n}", "direct": "Có"} for n in range(whole)]
    found = one("organisations_with_model", bodies=bodies)
    asked = replace(found, target=found.target._replace(percent=percent))
    assert asked.required == required


@pytest.mark.req("R-016")
def test_nothing_is_missing_where_less_than_all_is_asked_for_and_reached(one) -> None:
    found = one("organisations_with_model", [OLD])
    asked = replace(found, target=found.target._replace(percent=50))
    assert (asked.met, asked.missing, asked.percent) == (True, (), 50.0)


# --- C: exemplars ---


def nominees(number: int, **cells: str) -> list[Row]:
    return [{"registrant": f"CT{n}", "chosen": "Có", **cells} for n in range(number)]


def people(number: int) -> list[Row]:
    return [
        {"code": f"CT{n}", "name": f"Tên {n}", "kind": "Tập thể" if n < 4 else "Cá nhân"}
        for n in range(number)
    ]


@pytest.mark.req("R-021")
@pytest.mark.parametrize(
    ("number", "met", "missing"),
    [(6, False, ("1 tập thể, cá nhân",)), (7, True, ()), (8, True, ())],
)
def test_collectives_and_individuals_are_counted_together(
    one, number: int, *, met: bool, missing: tuple[str]
) -> None:
    found = one("exemplars", exemplars=nominees(number), subjects=people(number))
    assert (found.required, found.actual, found.met) == (7, number, met)
    assert found.missing == missing


@pytest.mark.req("R-022", "T-10")
def test_a_subject_chosen_for_two_models_counts_once(one) -> None:
    twice = [{"registrant": "CT0", "model": code, "chosen": "Có"} for code in ("MH01", "MH02")]
    found = one("exemplars", exemplars=twice, subjects=people(1))
    assert (rows(found), reasons(found)) == ([4], [(5, "same_subject")])
    assert found.count.excluded[0].text.endswith("dòng 4")


@pytest.mark.req("R-022", "T-10")
def test_a_subject_not_chosen_for_one_model_counts_by_the_other(one) -> None:
    pair = [{"registrant": "CT0", "chosen": tick} for tick in ("Không", "Có")]
    found = one("exemplars", exemplars=pair, subjects=people(1))
    assert (rows(found), reasons(found)) == ([5], [(4, "not_chosen")])


@pytest.mark.req("R-022")
def test_two_persons_of_one_name_are_two(one) -> None:
    namesakes = [one_of_them | {"name": "Nguyễn Thị Hương"} for one_of_them in people(2)]
    assert one("exemplars", exemplars=nominees(2), subjects=namesakes).actual == 2


@pytest.mark.req("R-021")
@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"chosen": "Không"}, "not_chosen"),
        ({"chosen": ""}, "choice_unknown"),
        ({"registrant": "CT99"}, "nominee_unknown"),
    ],
)
def test_a_nominee_that_was_not_chosen_does_not_count(one, cells: Row, reason: str) -> None:
    found = one("exemplars", exemplars=nominees(1, **cells), subjects=people(1))
    assert (found.actual, reasons(found)) == (0, [(4, reason)])


@pytest.mark.req("R-021")
@pytest.mark.parametrize(("day", "actual"), [("23/11/2026", 1), ("24/11/2026", 0)])
def test_nobody_is_chosen_before_the_meeting(
    layout: Layout, rules: Rules, today: date, day: str, actual: int
) -> None:
    text = f"""
| meetings | code | date  |
|          | CH01 | {day} |
| registrants | code | name |
|             | CT0  | Một  |
| exemplars | registrant | meeting | chosen |
|           | CT0        | CH01    | Có     |
"""
    (*_, found) = targets(book(layout, rules, text), rules, today)
    assert found.actual == actual


@pytest.mark.req("R-023", "T-09")
@pytest.mark.parametrize(("level", "actual"), [("Cấp xã bình chọn", 3), ("Cấp thành phố", 2)])
def test_both_levels_are_counted_and_the_office_decides_which_is_the_target(
    one, level: str, actual: int
) -> None:
    three = nominees(3)
    three[0] |= {"city_number": "12-QĐ/TU", "city_date": "23/11/2026"}
    three[1] |= {"city_number": "13-QĐ/TU", "city_date": "24/11/2026"}
    three[2] |= {"city_number": "13-QĐ/TU"}
    found = one("exemplars", exemplars=three, subjects=people(3), exemplar_level=level)
    assert (found.actual, dict(found.count.levels)) == (actual, {"commune": 3, "city": 2})


@pytest.mark.req("R-023", "T-09")
def test_at_the_level_of_the_city_it_is_said_that_nothing_was_decided_yet(one) -> None:
    waiting = [*nominees(1), {"registrant": "CT1", "chosen": "Có", "city_date": "24/11/2026"}]
    found = one("exemplars", exemplars=waiting, subjects=people(2), exemplar_level="city")
    assert reasons(found) == [(4, "city_not_decided"), (5, "city_later")]
    assert found.count.level == "city"


# --- All of them ---


def test_every_target_of_the_year_has_its_measure(rules: Rules) -> None:
    assert {one.measure for one in rules.targets} <= MEASURES.keys()


@pytest.mark.req("R-001", "R-013")
def test_the_numbers_are_those_of_the_years_file(layout: Layout, rules: Rules, today: date) -> None:
    fewer = replace(
        rules, targets=tuple(one._replace(at_least=2, percent=None) for one in rules.targets)
    )
    text = sheet("registrants", SUBJECTS) + sheet("models", [OLD, OLD])
    found = targets(book(layout, rules, text), fewer, today)
    assert [(one.required, one.actual, one.met) for one in found] == [
        (2, 2, True), (2, 0, False), (2, 0, False), (2, 0, False),
    ]  # fmt: skip


@pytest.mark.req("R-036")
def test_every_row_is_counted_or_has_its_reason(one) -> None:
    models = [OLD, NEW, REPLICATED, OLD | {"figure": "50"}, NEW | {"commune_task": "Không"}]
    for key in ("commune_models", "commune_new_or_replicated", "organisations_with_model"):
        found = one(key, models)
        told = [row.record.row for row in found.count.excluded]
        assert sorted(rows(found) + told) == [4, 5, 6, 7, 8]
        assert all(row.text for row in found.count.excluded)


@pytest.mark.req("R-036")
def test_rows_are_named_by_their_number_in_excel(one) -> None:
    assert rows(one("commune_models", [OLD | {"_": "9"}, OLD | {"_": "120"}])) == [9, 120]
