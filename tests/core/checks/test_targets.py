"""What is told of the targets: before their day, after it, and at which cell."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from dvk_office.core.checks.targets import CHECKS
from dvk_office.core.findings import Finding
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

LAST_OF_REGISTRATION = date(2026, 2, 9)
NOVEMBER = date(2026, 11, 23)
BODIES = """
| organisations | code | name             | direct |
|               | TC01 | Chi bộ thôn An   | x      |
|               | TC02 | Chi bộ thôn Bình | x      |
| registrants | code | name  | managing_organisation |
|             | CT01 | Tổ An | TC01                  |
|             | CT02 | Tổ Bình | TC02                |
"""
HEAD = """
| models | code | name | registrant | origin | commune_task | professional_task | registered_on | start_date | launch_date |
"""
FOUR = "".join(
    f"| | MH0{n} | Tên {n} | CT01 | Mới | Có | Có | 5/2/2026 | 1/3/2026 | 8/3/2026 |\n"
    for n in range(4)
)
FIFTH = "| | MH05 | Tên 5 | CT02 | Mới | Có | Có | 5/2/2026 | 1/3/2026 | 8/3/2026 |\n"
MODELS = HEAD + FOUR + FIFTH
SEVEN = (
    "| registrants | code | managing_organisation |\n| | CT01 | TC01 |\n| | CT02 | TC02 |\n"
    + "".join(f"| | N{n} | TC01 |\n" for n in range(7))
    + "| exemplars | registrant | chosen |\n"
    + "".join(f"| | N{n} | x |\n" for n in range(7))
)
REACHED = BODIES + SEVEN + MODELS


def findings(
    layout: Layout, rules: Rules, text: str, day: date = NOVEMBER, **typed: object
) -> list[Finding]:
    made = book(layout, rules, text, **typed)
    return [one for check in CHECKS for one in check(made, rules, layout, day)]


def found(
    layout: Layout, rules: Rules, text: str, day: date = NOVEMBER, **typed: object
) -> set[tuple[str, str, str]]:
    """Code, sheet and cell (the key of its column with its row) of every finding."""
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for one in findings(layout, rules, text, day, **typed)
    }


@pytest.mark.req("R-013", "R-014", "R-016", "R-021")
def test_a_year_that_reaches_its_targets_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, REACHED) == set()


@pytest.mark.req("R-016", "R-019")
def test_a_body_without_a_model_is_named_at_its_row(layout: Layout, rules: Rules) -> None:
    text = REACHED.replace("Tên 5 | CT02", "Tên 5 | CT01")
    assert found(layout, rules, text) == {("CTI-001", "organisations", "name5")}


@pytest.mark.req("R-016")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (LAST_OF_REGISTRATION, {("CTI-003", "organisations", "")}),
        (date(2026, 2, 10), {("CTI-001", "organisations", "name5")}),
    ],
)
def test_bodies_are_named_once_registration_is_over(
    layout: Layout, rules: Rules, day: date, expected: set[tuple[str, str, str]]
) -> None:
    text = REACHED.replace("Tên 5 | CT02", "Tên 5 | CT01")
    seen = found(layout, rules, text, day)
    assert {one for one in seen if one[1] == "organisations"} == expected


@pytest.mark.req("R-016")
def test_no_body_is_named_where_less_than_all_is_asked_for_and_reached(
    layout: Layout, rules: Rules
) -> None:
    half = replace(
        rules, targets=tuple(one._replace(percent=one.percent and 50) for one in rules.targets)
    )
    text = REACHED.replace("Tên 5 | CT02", "Tên 5 | CT01")
    assert found(layout, half, text) == set()


@pytest.mark.req("R-013")
def test_of_a_sheet_that_is_not_there_nothing_is_said(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules)
    gone = {key: sheet._replace(found=False) for key, sheet in made.sheets.items()}
    without = replace(made, sheets=MappingProxyType(gone))
    assert [one for check in CHECKS for one in check(without, rules, layout, NOVEMBER)] == []


@pytest.mark.req("R-017")
def test_that_there_is_no_body_at_all_is_not_told_here(layout: Layout, rules: Rules) -> None:
    text = REACHED.replace("| x      |", "|        |")
    assert found(layout, rules, text) == set()


@pytest.mark.req("R-013")
@pytest.mark.parametrize(
    ("day", "code"), [(LAST_OF_REGISTRATION, "CTI-003"), (date(2026, 2, 10), "CTI-002")]
)
def test_four_models_are_noted_before_the_day_and_warned_of_after_it(
    layout: Layout, rules: Rules, day: date, code: str
) -> None:
    text = REACHED.replace("Tên 5 | CT02 | Mới | Có", "Tên 5 | CT02 | Mới | Không")
    seen = [one for one in findings(layout, rules, text, day) if one.place.sheet_key == "models"]
    (short,) = (one for one in seen if one.code != "CTI-004")
    assert short.code == code
    facts = dict(short.facts)
    assert (facts["required"], facts["actual"]) == ("5", "4")


@pytest.mark.req("R-014")
def test_five_continued_models_lack_a_new_one(layout: Layout, rules: Rules) -> None:
    text = REACHED.replace("Mới", "Phát hiện")
    (short,) = findings(layout, rules, text)
    assert (short.code, dict(short.facts)["label"]) == ("CTI-002", rules.targets[1].label)
    assert dict(short.facts)["missing"] == "1 mô hình"


@pytest.mark.req("R-021")
@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 10, 14), "CTI-003"), (date(2026, 10, 15), "CTI-002")]
)
def test_six_exemplars_are_short_from_the_day_of_the_nomination_on(
    layout: Layout, rules: Rules, day: date, code: str
) -> None:
    text = REACHED.replace("| | N6 | x |", "")
    assert found(layout, rules, text, day) == {(code, "exemplars", "")}


@pytest.mark.req("R-023", "T-09")
@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 12, 31), "CTI-003"), (date(2027, 1, 1), "CTI-002")]
)
def test_the_citys_decision_is_waited_for_until_the_year_is_over(
    layout: Layout, rules: Rules, day: date, code: str
) -> None:
    assert found(layout, rules, REACHED, day, exemplar_level="city") == {(code, "exemplars", "")}


@pytest.mark.req("R-032", "T-13")
def test_a_target_reached_by_provisional_models_only_is_noted(layout: Layout, rules: Rules) -> None:
    text = REACHED.replace("Tên 5 | CT02 | Mới | Có | Có | 5/2/2026 | 1/3/2026 | 8/3/2026",
                           "Tên 5 | CT02 | Mới | Có | Có | 5/2/2026 | 1/3/2026 |")  # fmt: skip
    assert found(layout, rules, text) == {
        ("CTI-004", "models", ""),
        ("CTI-004", "organisations", ""),
    }
    assert found(layout, rules, text, provisional_until="22/11/2026") == {
        ("CTI-001", "organisations", "name5"),
        ("CTI-002", "models", ""),
    }


@pytest.mark.req("R-032", "T-13")
def test_a_provisional_model_more_than_needed_is_not_noted(layout: Layout, rules: Rules) -> None:
    sixth = "| | MH06 | Tên 6 | CT02 | Mới | Có | Có | 5/2/2026 | 1/3/2026 | |\n"
    assert found(layout, rules, REACHED + sixth) == set()


@pytest.mark.req("R-015", "R-018")
@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (" | ", {("CTI-005", "models", "commune_task9")}),
        ("Không | ", {("CTI-005", "models", "professional_task9")}),
        ("Không | Không", set()),
        ("Có | ", set()),
        (" | Có", set()),
    ],
)
def test_a_model_without_any_tag_is_asked_about(
    layout: Layout, rules: Rules, tags: str, expected: set[tuple[str, str, str]]
) -> None:
    sixth = f"| | MH06 | Tên 6 | CT02 | Mới | {tags} | 5/2/2026 | 1/3/2026 | 8/3/2026 |\n"
    assert found(layout, rules, REACHED + sixth) == expected


@pytest.mark.req("R-015")
def test_a_model_that_does_not_count_needs_no_tag(layout: Layout, rules: Rules) -> None:
    sixth = "| | MH06 | Tên 6 | CT02 | Phát hiện | | | | 1/3/2026 | |\n"
    assert found(layout, rules, REACHED + sixth) == set()


@pytest.mark.req("T-08")
def test_both_tags_are_warned_of_where_the_office_does_not_allow_them(
    layout: Layout, rules: Rules
) -> None:
    one_each = REACHED.replace("| Mới | Có | Có |", "| Mới | Có | Không |")
    sixth = "| | MH06 | Tên 6 | CT01 | Mới | Có | Có | 5/2/2026 | 1/3/2026 | 8/3/2026 |\n"
    seen = found(layout, rules, one_each + sixth, both_tags="Không")
    assert {one for one in seen if one[1] == "models"} == {
        ("CTI-006", "models", "professional_task9")
    }


@pytest.mark.req("R-001", "R-183")
def test_every_message_is_filled_in(layout: Layout, rules: Rules) -> None:
    seen = findings(layout, rules, BODIES + HEAD + FOUR, both_tags="Không")
    assert {one.code for one in seen} == {"CTI-001", "CTI-002", "CTI-006"}
    assert all("{" not in str(one) for one in seen)


@pytest.mark.req("R-026", "R-029", "R-062")
def test_a_column_by_which_rows_count_is_missed_as_an_error_of_its_sheet(
    layout: Layout, rules: Rules
) -> None:
    made = book(layout, rules, REACHED)
    sheet = made.sheets["models"]
    letters = {key: one for key, one in sheet.heading.letters.items() if key != "registered_on"}
    heading = replace(sheet.heading, letters=MappingProxyType(letters))
    records = tuple(replace(one, heading=heading) for one in sheet.records)
    there = MappingProxyType(
        {**made.sheets, "models": sheet._replace(heading=heading, records=records)}
    )
    gone = [
        (str(one.place), dict(one.facts)["columns"])
        for check in CHECKS
        for one in check(replace(made, sheets=there), rules, layout, NOVEMBER)
        if one.code == "CTI-008"
    ]
    assert gone == [("Mô hình", "Ngày nhận đăng ký")]


def test_a_sheet_without_rows_misses_no_column(layout: Layout, rules: Rules) -> None:
    assert "CTI-008" not in {one.code for one in findings(layout, rules, BODIES)}
