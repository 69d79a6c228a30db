"""Acts of the movement, one by one."""

from datetime import date

import pytest

from dvk_office.core.checks.activities import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BEFORE = """
| organisations | code | name              | kind       | own_plan_number | own_plan_date |
|               | TC01 | Chi bộ Đông Hòa   | Chi bộ     |                 |               |
|               | TC33 | Đảng bộ cơ quan   | Đảng bộ    |                 |               |
|               | TC41 | Ủy ban MTTQ       | MTTQ       | 08/KH-MTTQ-BTT  | 3/2/2026      |
|               | TC44 | Đoàn xã           | Đoàn thể   | 11-KH/ĐTN       | 4/2/2026      |
|               | TC46 | UBND xã           | UBND       |                 |               |
| models | code | name            | dropped_on |
|        | MH01 | Tuyến đường hoa |            |
|        | MH02 | Tổ tự quản      | 30/6/2026  |
| register | issuer | kind     | number    | date      | state |
|          | ĐU     | Kế hoạch | 12-KH/ĐU  | 21/1/2026 |       |
|          | ĐU     | Kế hoạch | 13-KH/ĐU  | 22/1/2026 | Hủy   |
"""
ACT = {
    "date": "21/1/2026",
    "organisation": "TC33",
    "kind": "Văn bản",
    "number": "12-KH/ĐU",
    "title": "Kế hoạch của phong trào",
    "quantity": "1",
}


def found(
    layout: Layout, rules: Rules, cells: dict[str, str], today: date = TODAY
) -> set[tuple[str, str]]:
    """Code and cell of what is found in one act, the only row of its sheet."""
    head, line = " | ".join(cells), " | ".join(cells.values())
    made = book(layout, rules, f"{BEFORE}\n| activities | {head} |\n| | {line} |\n")
    results = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {one.place.sheet_key for one in results} <= {"activities"}
    return {(one.code, f"{one.place.column_key}{one.place.row}") for one in results}


@pytest.mark.req("R-146", "R-187")
def test_a_paper_in_its_form_on_its_day_is_in_order(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, ACT) == set()


@pytest.mark.req("R-146")
def test_an_act_of_tomorrow_is_an_error_and_one_of_today_is_none(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, ACT, date(2026, 1, 21)) == set()
    assert found(layout, rules, ACT, date(2026, 1, 20)) == {("HD-001", "date4")}


@pytest.mark.req("R-146")
def test_an_act_of_another_year_is_odd(layout: Layout, rules: Rules) -> None:
    cells = ACT | {"date": "31/12/2025", "number": "", "kind": "Tuyên truyền"}
    assert found(layout, rules, cells) == {("HD-002", "date4")}
    assert found(layout, rules, cells | {"date": "1/1/2027"}) == {("HD-001", "date4")}


@pytest.mark.req("R-187")
@pytest.mark.parametrize(
    ("organisation", "number", "code"),
    [
        ("TC33", "97-KH/ĐU", ""),
        ("TC33", "97/KH-ĐU", "HD-003"),
        ("TC01", "số 5", "HD-003"),
        ("TC46", "46/KH-UBND", ""),
        ("TC46", "46-KH/UBND", "HD-004"),
        ("TC41", "09/KH-MTTQ-BTT", ""),
        ("TC44", "12-KH/ĐTN", ""),
        ("TC44", "12 KH", "HD-005"),
        ("", "97-KH/ĐU", ""),
        ("", "KH/ĐU", "HD-005"),
    ],
)
def test_a_number_has_the_form_of_its_body(
    layout: Layout, rules: Rules, organisation: str, number: str, code: str
) -> None:
    cells = ACT | {"organisation": organisation, "number": number, "model": "MH01"}
    assert found(layout, rules, cells) == ({(code, "number4")} if code else set())


@pytest.mark.req("R-187")
def test_only_a_paper_without_its_number_is_noted(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, ACT | {"number": ""}) == {("HD-006", "number4")}
    assert found(layout, rules, ACT | {"number": "", "kind": "Tập huấn"}) == set()


@pytest.mark.req("R-146")
def test_an_act_says_what_it_is(layout: Layout, rules: Rules) -> None:
    talk = ACT | {"kind": "Tuyên truyền", "number": "", "title": ""}
    assert found(layout, rules, talk) == {("HD-007", "title4")}
    assert found(layout, rules, ACT | {"title": ""}) == set()


@pytest.mark.req("R-146")
def test_an_act_says_whose_it_is(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, ACT | {"organisation": ""}) == {("HD-008", "organisation4")}
    assert found(layout, rules, ACT | {"organisation": "", "model": "MH01"}) == set()


@pytest.mark.req("R-146")
@pytest.mark.parametrize(("quantity", "odd"), [("0", True), ("", False), ("0,5", False)])
def test_a_quantity_of_nothing_is_odd(
    layout: Layout, rules: Rules, quantity: str, *, odd: bool
) -> None:
    named = found(layout, rules, ACT | {"quantity": quantity})
    assert named == ({("HD-009", "quantity4")} if odd else set())


@pytest.mark.req("R-187")
def test_a_paper_has_the_day_of_the_register(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, ACT | {"date": "22/1/2026"}) == {("HD-010", "date4")}
    cancelled = ACT | {"number": "13-KH/ĐU", "date": "23/1/2026"}
    assert found(layout, rules, cancelled) == set()


@pytest.mark.req("R-155", "R-158")
def test_a_body_s_own_plan_has_the_day_that_the_body_gives_it(layout: Layout, rules: Rules) -> None:
    plan = ACT | {"organisation": "TC41", "number": "8/KH-MTTQ-BTT", "date": "3/2/2026"}
    assert found(layout, rules, plan) == set()
    assert found(layout, rules, plan | {"date": "4/2/2026"}) == {("HD-010", "date4")}
    assert found(layout, rules, plan | {"organisation": "TC44", "date": "5/2/2026"}) == set()


@pytest.mark.req("R-157")
@pytest.mark.parametrize(
    ("kind", "day", "odd"),
    [
        ("Nhân rộng", "1/7/2026", True),
        ("Khen thưởng", "1/7/2026", True),
        ("Nhân rộng", "30/6/2026", False),
        ("Kiểm tra", "1/7/2026", False),
    ],
)
def test_a_dropped_model_is_not_praised_or_replicated(
    layout: Layout, rules: Rules, kind: str, day: str, *, odd: bool
) -> None:
    cells = ACT | {"kind": kind, "date": day, "model": "MH02", "number": ""}
    assert found(layout, rules, cells) == ({("HD-011", "date4")} if odd else set())
