"""Awards of former years."""

from datetime import date

import pytest

from dvk_office.core.checks.awards import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BEFORE = """
| registrants | code | kind     | birth_year |
|             | CT01 | Cá nhân  | 1975       |
| awards | registrant | year | form | decision_number | decision_date |
|        | CT01 | 2023 | Giấy khen | 12/QĐ-UBND | 20/12/2023 |
"""


def found(layout: Layout, rules: Rules, *cells: str) -> set[tuple[str, str]]:
    """Code and cell of the findings on two awards: a sound one, and one of `cells`."""
    made = book(layout, rules, f"{BEFORE}| | CT01 | {' | '.join(cells)} |")
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("awards", 5)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-135")
@pytest.mark.parametrize("day", ["28/12/2024", "10/1/2025"])
def test_an_award_decided_in_its_year_or_when_that_is_summed_up_has_no_finding(
    layout: Layout, rules: Rules, day: str
) -> None:
    assert found(layout, rules, "2024", "Giấy khen", "30/QĐ-UBND", day) == set()


@pytest.mark.req("R-135")
def test_an_award_of_a_year_to_come_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "2027", "Giấy khen", "", "") == {("TH-001", "year")}


@pytest.mark.req("R-135")
def test_a_decision_dated_ahead_is_an_error(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, "2026", "Giấy khen", "30/QĐ-UBND", "24/11/2026")
    assert codes == {("TH-002", "decision_date")}


@pytest.mark.req("R-135")
@pytest.mark.parametrize("day", ["20/12/2023", "5/1/2026"])
def test_a_decision_of_another_year_is_warned_of(layout: Layout, rules: Rules, day: str) -> None:
    codes = found(layout, rules, "2024", "Giấy khen", "30/QĐ-UBND", day)
    assert codes == {("TH-003", "decision_date")}


@pytest.mark.req("R-135")
def test_an_award_before_birth_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "1975", "Giấy khen", "", "") == {("TH-004", "year")}


@pytest.mark.req("R-135")
def test_a_decision_without_its_day_or_its_number_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    day, number = ("TH-005", "decision_date"), ("TH-005", "decision_number")
    assert found(layout, rules, "2024", "Giấy khen", "30/QĐ-UBND", "") == {day}
    assert found(layout, rules, "2024", "Giấy khen", "", "5/12/2024") == {number}


@pytest.mark.req("R-135")
def test_one_decision_twice_for_one_person_is_warned_of(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, "2023", "Bằng khen", "12/QĐ-UBND", "20/12/2023")
    assert codes == {("TH-006", "decision_number")}
