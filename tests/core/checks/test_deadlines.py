"""Warnings of what came late and what has not come, each at its own cell."""

from datetime import date

import pytest

from dvk_office.core.checks.deadlines import CHECKS
from dvk_office.core.findings import ERROR
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

NOVEMBER = date(2026, 11, 23)
JANUARY = date(2026, 1, 5)
SENT = """
| register | issuer | kind                | sent_on   |
|          | ĐU     | registration_report | 5/3/2026  |
|          | ĐU     | half_year_report    | 25/6/2026 |
|          | ĐU     | annual_report       | 20/11/2026 |
| exemplars | registrant | chosen | submission_date |
|           | CT01       | x      | 1/10/2026       |
"""


def found(
    layout: Layout, rules: Rules, text: str, day: date = NOVEMBER, **typed: object
) -> set[tuple[str, str, str]]:
    """Code, sheet and cell (the key of its column with its row) of every finding."""
    made = book(layout, rules, text, **typed)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        for one in check(made, rules, layout, day)
    }


def test_a_year_in_time_has_no_warning(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, SENT) == set()


@pytest.mark.req("R-165", "R-168")
def test_a_late_registration_and_a_late_plan_are_told_apart(layout: Layout, rules: Rules) -> None:
    text = """
| models | code | name | origin | registered_on | plan_received_on |
|        | MH01 | Một  | Mới    | 9/2/2026      | 12/2/2026        |
|        | MH02 | Hai  | Mới    | 10/2/2026     | 1/2/2026         |
"""
    assert found(layout, rules, SENT + text) == {
        ("HAN-002", "models", "plan_received_on4"),
        ("HAN-001", "models", "registered_on5"),
    }


@pytest.mark.req("R-121", "R-168", "T-05")
def test_a_report_late_for_its_hearing_is_a_warning_and_so_is_none(
    layout: Layout, rules: Rules
) -> None:
    text = """
| hearings | model | date      | report_received |
|          | MH01  | 20/9/2026 | 17/9/2026       |
|          | MH02  | 20/9/2026 | 18/9/2026       |
|          | MH03  | 20/9/2026 |                 |
"""
    assert found(layout, rules, SENT + text) == {
        ("HAN-004", "hearings", "report_received5"),
        ("HAN-005", "hearings", "report_received6"),
    }


@pytest.mark.req("R-145", "R-150", "R-168")
def test_a_paper_sent_late_stands_at_its_row(layout: Layout, rules: Rules) -> None:
    text = SENT.replace("5/3/2026", "15/3/2026").replace("25/6/2026", "30/6/2026")
    assert found(layout, rules, text) == {
        ("HAN-007", "register", "sent_on4"),
        ("HAN-007", "register", "sent_on5"),
    }


@pytest.mark.req("R-145", "R-150", "R-149", "T-01")
def test_papers_never_sent_stand_at_their_sheet(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "") == {
        ("HAN-006", "register", ""),
        ("HAN-012", "exemplars", ""),
        ("HAN-008", "settings", f"value{_row(layout, 'year')}"),
    }


@pytest.mark.req("T-01")
def test_the_misprinted_day_is_noted_before_it_comes(layout: Layout, rules: Rules) -> None:
    assert {code for code, _, _ in found(layout, rules, "", JANUARY)} == {"HAN-008"}


@pytest.mark.req("T-01")
def test_the_note_shows_both_days_and_asks_to_call_the_city(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules)
    (note,) = (one for check in CHECKS for one in check(made, rules, layout, JANUARY))
    assert {"31/11/2026", "30/11/2026", "29/11/2026"} <= set(
        note.message.replace("”", " ").replace("“", " ").replace(".", " ").split()
    )
    assert "01/12" not in note.message
    assert "Ban Tuyên giáo và Dân vận Thành ủy" in note.mend


@pytest.mark.req("R-149")
def test_late_hearings_decisions_and_nominees_are_warned_of_one_by_one(
    layout: Layout, rules: Rules
) -> None:
    text = SENT.replace("1/10/2026", "15/10/2026") + (
        """
| hearings | model | date       | report_received | decision_date |
|          | MH01  | 14/10/2026 | 1/9/2026        | 20/10/2026    |
|          | MH02  | 16/10/2026 | 1/9/2026        | 20/10/2026    |
"""
    )
    assert found(layout, rules, text) == {
        ("HAN-009", "exemplars", "submission_date4"),
        ("HAN-010", "hearings", "date5"),
        ("HAN-011", "hearings", "decision_date4"),
        ("HAN-011", "hearings", "decision_date5"),
    }


@pytest.mark.req("R-152", "T-31")
@pytest.mark.parametrize("day", ["30/6/2026", "20/6/2025"])
def test_figures_are_not_counted_up_to_a_day_too_late_or_of_another_year(
    layout: Layout, rules: Rules, day: str
) -> None:
    row = _row(layout, "half_year_cut_off")
    assert found(layout, rules, SENT, half_year_cut_off=day) == {
        ("HAN-014", "settings", f"value{row}")
    }


@pytest.mark.req("T-06")
def test_a_day_off_that_is_no_day_is_named(layout: Layout, rules: Rules) -> None:
    row = _row(layout, "holidays")
    assert found(layout, rules, SENT, holidays="24/11/2026; 31/11/2026") == {
        ("HAN-013", "settings", f"value{row}")
    }


@pytest.mark.req("R-168")
def test_lateness_blocks_nothing(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, "| models | origin | registered_on |\n| | new | 1/9/2026 |")
    findings = [one for check in CHECKS for one in check(made, rules, layout, NOVEMBER)]
    assert findings
    assert ERROR not in {one.severity for one in findings}


def _row(layout: Layout, key: str) -> int:
    keys = [one.key for one in layout.settings]
    return layout.first_row + keys.index(key)
