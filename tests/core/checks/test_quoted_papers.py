"""Papers that rows quote by number and day."""

from datetime import date

import pytest

from dvk_office.core.checks.quoted_papers import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
REGISTER = """
| register | issuer | kind                 | number    | date       | state |
|          | ĐU     | appraisal_notice     | 88-TB/ĐU  | 18/9/2026  |       |
|          | ĐU     | recognition_decision | 214-QĐ/ĐU | 2/10/2026  |       |
|          | ĐU     | city_submission      | 57-TTr/ĐU | 8/10/2026  |       |
|          | ĐU     | recognition_decision | 200-QĐ/ĐU | 1/10/2026  | Hủy   |
"""
HEARINGS = """
| hearings | model | notice_number | notice_date | decision_number | decision_date |
|          | MH01  | 88-TB/ĐU      | 18/9/2026   | 214-QĐ/ĐU       | 2/10/2026     |
|          | MH02  | 88 - tb/đu    | 18/9/2026   | 0214-QĐ/ĐU      | 2/10/2026     |
"""
EXEMPLARS = """
| exemplars | registrant | submission_number | submission_date | city_number   | city_date  |
|           | CT01       | 57-TTr/ĐU         | 9/10/2026       | 99-QĐ/BTGDVTU | 20/11/2026 |
"""


def found(layout: Layout, rules: Rules, text: str) -> set[tuple[str, str, str]]:
    made = book(layout, rules, text)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row}")
        for check in CHECKS
        for one in check(made, rules, layout, TODAY)
    }


@pytest.mark.req("R-123", "R-124", "R-134")
def test_what_is_quoted_as_registered_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, REGISTER + HEARINGS + EXEMPLARS) == set()


@pytest.mark.req("R-123", "R-124", "R-142")
def test_a_number_without_its_day_and_a_day_without_its_number_are_warned_of(
    layout: Layout, rules: Rules
) -> None:
    text = """
| hearings | model | notice_number | notice_date | decision_number | decision_date |
|          | MH01  |               | 18/9/2026   | 214-QĐ/ĐU       |               |
"""
    assert found(layout, rules, REGISTER + text) == {
        ("SV-020", "hearings", "notice_number4"),
        ("SV-020", "hearings", "decision_date4"),
    }


@pytest.mark.req("R-123", "R-124")
def test_another_day_than_the_registers_is_an_error(layout: Layout, rules: Rules) -> None:
    text = HEARINGS.replace("| 2/10/2026     |\n|          | MH02", "| 3/10/2026     |\n|  | MH02")
    assert found(layout, rules, REGISTER + text) == {("SV-021", "hearings", "decision_date4")}


@pytest.mark.req("R-124")
def test_two_days_for_one_number_are_an_error_without_a_register_too(
    layout: Layout, rules: Rules
) -> None:
    text = """
| exemplars | registrant | city_number   | city_date  |
|           | CT01       | 99-QĐ/BTGDVTU | 20/11/2026 |
|           | CT02       | 99-QĐ/BTGDVTU | 21/11/2026 |
"""
    assert found(layout, rules, text) == {("SV-021", "exemplars", "city_date5")}


@pytest.mark.req("R-123", "R-124", "R-134")
def test_a_paper_that_is_not_registered_is_named_once(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, HEARINGS + EXEMPLARS) == {
        ("SV-022", "hearings", "notice_number4"),
        ("SV-022", "hearings", "decision_number4"),
        ("SV-022", "exemplars", "submission_number4"),
    }


@pytest.mark.req("R-124")
def test_a_cancelled_paper_is_not_registered(layout: Layout, rules: Rules) -> None:
    text = HEARINGS.replace("0214-QĐ/ĐU", "200-QĐ/ĐU ")
    assert found(layout, rules, REGISTER + text) == {("SV-022", "hearings", "decision_number5")}
