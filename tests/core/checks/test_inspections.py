"""Checks on models: their days, what came of them, and who made them."""

from datetime import date

import pytest

from dvk_office.core.checks.inspections import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 6, 19)
NOVEMBER = date(2026, 11, 23)
MODELS = """
| registrants | code | name                                 | unit |
|             | CT01 | Chi bộ thôn Đông Hòa                 |      |
|             | CT02 | Chi bộ cơ quan UBND xã               |      |
| models | code | name            | registrant | start_date | dropped_on |
|        | MH01 | Tuyến đường hoa | CT01       | 16/3/2026  |            |
|        | MH02 | Tổ tự quản      | CT02       |            | 15/4/2026  |
"""
SELF = {"model": "MH01", "date": "8/5/2026", "kind": "Tự kiểm tra", "by": "Thái Thị Hoa"}
GOOD = SELF | {"result": "Đúng tiến độ."}
DIFFICULT = GOOD | {"difficulties": "Còn hai hộ chưa thống nhất."}


def found(
    layout: Layout, rules: Rules, text: str, today: date = TODAY, **settings: str
) -> set[tuple[str, str, str]]:
    made = book(layout, rules, text, **settings)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        for one in check(made, rules, layout, today)
    }


def row(cells: dict[str, str]) -> str:
    """The models and one check on one of them."""
    head, line = " | ".join(cells), " | ".join(cells.values())
    return f"{MODELS}\n| inspections | {head} |\n| | {line} |\n"


def at(code: str, cell: str) -> set[tuple[str, str, str]]:
    return {(code, "inspections", cell)}


@pytest.mark.req("R-156")
def test_a_check_with_a_difficulty_that_was_resolved_is_in_order(
    layout: Layout, rules: Rules
) -> None:
    cells = DIFFICULT | {"resolution": "Đối thoại từng hộ.", "resolved_on": "8/5/2026"}
    assert found(layout, rules, row(GOOD)) == set()
    assert found(layout, rules, row(cells)) == set()


@pytest.mark.req("R-156")
def test_a_check_is_not_of_tomorrow(layout: Layout, rules: Rules) -> None:
    cells = GOOD | {"date": "19/6/2026"}
    assert found(layout, rules, row(cells)) == set()
    assert found(layout, rules, row(cells), date(2026, 6, 18)) == at("KT-001", "date4")


@pytest.mark.req("R-156")
def test_nothing_is_resolved_tomorrow(layout: Layout, rules: Rules) -> None:
    cells = DIFFICULT | {"resolution": "Đối thoại.", "resolved_on": "19/6/2026"}
    assert found(layout, rules, row(cells)) == set()
    assert found(layout, rules, row(cells), date(2026, 6, 18)) == at("KT-002", "resolved_on4")


@pytest.mark.req("R-156")
@pytest.mark.parametrize("model", ["MH01", "MH99"])
def test_a_check_of_the_year_before_is_named_once(layout: Layout, rules: Rules, model: str) -> None:
    cells = GOOD | {"model": model, "date": "8/5/2025"}
    assert found(layout, rules, row(cells)) == at("KT-003", "date4")


@pytest.mark.req("R-156")
@pytest.mark.parametrize(
    ("model", "day", "code"),
    [
        ("MH01", "15/3/2026", "KT-004"),
        ("MH01", "16/3/2026", ""),
        ("MH02", "15/4/2026", ""),
        ("MH02", "16/4/2026", "KT-005"),
    ],
)
def test_a_model_is_checked_while_it_runs(
    layout: Layout, rules: Rules, model: str, day: str, code: str
) -> None:
    cells = GOOD | {"model": model, "date": day}
    assert found(layout, rules, row(cells)) == (at(code, "date4") if code else set())


@pytest.mark.req("R-156")
def test_a_check_without_result_or_difficulty_tells_nothing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, row(SELF)) == at("KT-006", "result4")
    assert found(layout, rules, row(SELF), date(2026, 5, 8)) == at("KT-006", "result4")
    assert found(layout, rules, row(SELF), date(2026, 5, 7)) == at("KT-001", "date4")


@pytest.mark.req("R-156")
def test_a_difficulty_is_not_resolved_before_it_was_met(layout: Layout, rules: Rules) -> None:
    cells = DIFFICULT | {"resolution": "Đối thoại.", "resolved_on": "7/5/2026"}
    assert found(layout, rules, row(cells)) == at("KT-007", "resolved_on4")


@pytest.mark.req("R-156")
@pytest.mark.parametrize("key", ["resolution", "resolved_on"])
def test_what_was_resolved_is_told(layout: Layout, rules: Rules, key: str) -> None:
    cells = GOOD | {key: "1/6/2026"}
    assert found(layout, rules, row(cells)) == at("KT-008", "difficulties4")


@pytest.mark.req("R-156")
def test_how_it_was_resolved_is_told(layout: Layout, rules: Rules) -> None:
    cells = DIFFICULT | {"resolved_on": "1/6/2026"}
    assert found(layout, rules, row(cells)) == at("KT-009", "resolution4")


@pytest.mark.req("R-156")
def test_a_difficulty_has_a_resolution_or_a_next_step(layout: Layout, rules: Rules) -> None:
    followed = DIFFICULT | {"follow_up": "Xem lại khi sơ kết quý."}
    assert found(layout, rules, row(DIFFICULT)) == at("KT-010", "resolution4")
    assert found(layout, rules, row(followed)) == set()


@pytest.mark.req("R-156")
def test_a_difficulty_that_outlasts_a_cut_off_is_followed(layout: Layout, rules: Rules) -> None:
    cells = DIFFICULT | {"resolution": "Đối thoại."}
    followed = cells | {"follow_up": "Xem lại khi sơ kết quý."}
    long = at("KT-011", "follow_up4")
    assert long & found(layout, rules, row(cells), date(2026, 6, 20)) == set()
    assert long & found(layout, rules, row(cells), date(2026, 6, 21)) == long
    assert long & found(layout, rules, row(followed), NOVEMBER) == set()
    met_on_it = cells | {"date": "20/6/2026"}
    assert long & found(layout, rules, row(met_on_it), date(2026, 6, 21)) == long
    fresh = cells | {"date": "16/11/2026"}
    assert long & found(layout, rules, row(fresh), NOVEMBER) == set()


@pytest.mark.req("R-156", "R-160")
@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("Chủ thể tự kiểm tra", "Tổ công tác UBND xã"),
        ("UBND kiểm tra", "Đoàn giám sát Ủy ban MTTQ Việt Nam xã"),
        ("MTTQ giám sát", "Ban Xây dựng Đảng"),
        ("Ban Xây dựng Đảng kiểm tra", "Tổ công tác, Ủy ban nhân dân xã Bình Minh"),
    ],
)
def test_another_body_than_the_kind_says_is_odd(
    layout: Layout, rules: Rules, kind: str, by: str
) -> None:
    cells = GOOD | {"kind": kind, "by": by}
    assert found(layout, rules, row(cells)) == at("KT-012", "kind4")


@pytest.mark.req("R-156", "R-160")
@pytest.mark.parametrize(
    ("kind", "by"),
    [
        ("Chủ thể tự kiểm tra", "Ban công tác Mặt trận thôn"),
        ("UBND kiểm tra", "Tổ công tác Ủy ban nhân dân xã"),
        ("UBND kiểm tra", "Đoàn liên ngành: UBND xã, MTTQ, Ban Xây dựng Đảng"),
        ("MTTQ giám sát", "Đoàn giám sát (MTTQ)"),
        ("Ban Xây dựng Đảng kiểm tra", "Trần Thị Hiền"),
        ("Ban Xây dựng Đảng kiểm tra", "Tổ công tác Ban Tổ chức"),
    ],
)
def test_the_body_that_the_kind_says_is_in_order(
    layout: Layout, rules: Rules, kind: str, by: str
) -> None:
    made = row(GOOD | {"kind": kind, "by": by})
    assert found(layout, rules, made) == set()


@pytest.mark.req("R-154", "R-156")
def test_the_board_goes_by_the_name_of_the_settings(layout: Layout, rules: Rules) -> None:
    made = row(GOOD | {"kind": "UBND kiểm tra", "by": "Ban Dân vận"})
    assert found(layout, rules, made) == set()
    assert found(layout, rules, made, board_name="Ban Dân vận") == at("KT-012", "kind4")


def test_a_body_checks_the_model_that_it_leads_itself(layout: Layout, rules: Rules) -> None:
    cells = GOOD | {"model": "MH02", "date": "8/4/2026", "by": "Văn phòng UBND xã"}
    assert found(layout, rules, row(cells)) == set()


@pytest.mark.req("R-156", "R-160")
def test_by_the_half_year_government_and_front_have_checked(layout: Layout, rules: Rules) -> None:
    nobody = {("KT-013", "inspections", ""), ("KT-014", "inspections", "")}
    assert found(layout, rules, row(GOOD), date(2026, 6, 20)) == set()
    assert found(layout, rules, row(GOOD), date(2026, 6, 21)) == nobody
    government = row(GOOD | {"kind": "UBND xã"})
    assert found(layout, rules, government, date(2026, 6, 21)) == at("KT-014", "")


@pytest.mark.req("R-156", "R-160")
def test_a_round_of_checks_among_the_activities_counts(layout: Layout, rules: Rules) -> None:
    acts = """
| organisations | code | kind |
|               | TC41 | MTTQ |
|               | TC46 | UBND |
| activities | date      | organisation | kind       |
|            | 15/4/2026 | TC46         | Kiểm tra   |
|            | 4/6/2026  | TC41         | Tuyên truyền |
"""
    assert found(layout, rules, row(GOOD) + acts, date(2026, 6, 21)) == at("KT-014", "")
    both = acts.replace("Tuyên truyền", "Giám sát")
    assert found(layout, rules, row(GOOD) + both, date(2026, 6, 21)) == set()


def test_an_empty_book_misses_nothing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "", NOVEMBER) == set()
