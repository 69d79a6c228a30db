"""The team that appraises: who is in it, and what must be there before its first hearing."""

from datetime import date

import pytest

from dvk_office.core.checks.team import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
TEAM = """
| team | name           | position           | role        |
|      | Trần Thị Hiền  | Trưởng ban         | Trưởng đoàn |
|      | Lê Văn Bình    | Chủ tịch MTTQ      | Thành viên  |
|      | Phạm Thị Cúc   | Văn phòng Đảng ủy  | Thư ký      |
"""
PAPERS = """
| register | issuer | kind                                | number    | date      |
|          | ĐU     | Kế hoạch thẩm định                  | 20-KH/ĐU  | 20/8/2026 |
|          | ĐU     | Quyết định thành lập Đoàn thẩm định | 31-QĐ/ĐU  | 25/8/2026 |
"""
HELD = """
| hearings | model | date      |
|          | MH01  | 15/9/2026 |
|          | MH02  | 16/9/2026 |
"""


def found(
    layout: Layout, rules: Rules, text: str, today: date = TODAY
) -> set[tuple[str, str, str]]:
    made = book(layout, rules, text)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        for one in check(made, rules, layout, today)
    }


@pytest.mark.req("R-115", "R-116", "R-117")
def test_a_team_set_up_in_time_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, TEAM + PAPERS + HELD) == set()


def test_an_empty_team_is_nothing_yet_while_no_hearing_was_held(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, HELD, date(2026, 9, 14)) == set()


@pytest.mark.req("R-117")
def test_a_team_without_a_head_is_an_error_of_its_sheet(layout: Layout, rules: Rules) -> None:
    text = TEAM.replace("Trưởng đoàn", "Phó Trưởng đoàn")
    assert found(layout, rules, text) == {("TD-001", "team", "")}


@pytest.mark.req("R-117")
def test_a_second_head_stands_at_his_role(layout: Layout, rules: Rules) -> None:
    text = TEAM.replace("Thành viên", "Trưởng đoàn")
    assert found(layout, rules, text) == {("TD-002", "team", "role5")}


@pytest.mark.req("R-117")
def test_a_team_without_a_secretary_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, TEAM.replace("Thư ký", "Thành viên")) == {("TD-003", "team", "")}


@pytest.mark.req("R-117")
def test_a_member_of_whom_nothing_is_said_is_warned_of(layout: Layout, rules: Rules) -> None:
    text = TEAM.replace("Chủ tịch MTTQ", "")
    assert found(layout, rules, text) == {("TD-004", "team", "position5")}


@pytest.mark.req("R-116")
def test_hearings_without_a_team_are_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, PAPERS + HELD) == {("TD-005", "team", "")}


@pytest.mark.req("R-115", "R-116", "R-126")
def test_plan_and_decision_that_are_missing_stand_at_the_first_hearing(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, TEAM + HELD) == {
        ("TD-006", "hearings", "date4"),
        ("TD-008", "hearings", "date4"),
    }


@pytest.mark.req("R-115", "R-116")
def test_plan_and_decision_after_the_first_hearing_stand_at_their_own_day(
    layout: Layout, rules: Rules
) -> None:
    text = PAPERS.replace("/8/2026", "/9/2026")
    assert found(layout, rules, TEAM + HELD + text) == {
        ("TD-007", "register", "date4"),
        ("TD-009", "register", "date5"),
    }


@pytest.mark.req("R-116")
def test_a_cancelled_decision_sets_up_no_team(layout: Layout, rules: Rules) -> None:
    text = """
| register | issuer | kind           | number   | date      | state |
|          | ĐU     | appraisal_plan | 20-KH/ĐU | 20/8/2026 |       |
|          | ĐU     | team_decision  | 31-QĐ/ĐU | 25/8/2026 | Hủy   |
"""
    assert found(layout, rules, TEAM + HELD + text) == {("TD-008", "hearings", "date4")}


@pytest.mark.req("R-116")
def test_a_hearing_on_the_day_of_the_decision_is_in_order(layout: Layout, rules: Rules) -> None:
    text = PAPERS.replace("25/8/2026", "15/9/2026")
    assert found(layout, rules, TEAM + HELD + text) == set()
