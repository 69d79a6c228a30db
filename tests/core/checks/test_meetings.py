"""Meetings that cannot have been as written, and minutes that could not be written."""

from datetime import date

import pytest

from dvk_office.core.checks.meetings import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
HEAD = (
    "| meetings | code | kind | date | time | place | chair | secretary | summoned | present "
    "| ballots_issued | ballots_returned | ballots_valid | conclusion |"
)
SESSION = "| | CH01 | appraisal | 15/9/2026 | 8:00 | Hội trường | Hiền | Cúc | 7 | 7 | | | | |"
VOTE = "| | CH02 | exemplar | 1/10/2026 | 14:00 | Hội trường | Lập | Cúc | 15 | 14 | 14 | 14 | 13 | x |"
HEARD = "| hearings | model | meeting |\n| | MH01 | CH01 |"


def found(
    layout: Layout, rules: Rules, *rows: str, today: date = TODAY, **typed: object
) -> set[tuple[str, str]]:
    """Code and cell of every finding; all of them stand on the sheet of meetings."""
    made = book(layout, rules, "\n".join((HEARD, HEAD, *rows)), **typed)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {one.place.sheet_key for one in findings} <= {"meetings"}
    return {(one.code, f"{one.place.column_key}{one.place.row}") for one in findings}


@pytest.mark.req("R-113", "R-122", "R-133")
def test_meetings_well_recorded_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, SESSION, VOTE) == set()


@pytest.mark.req("R-128")
@pytest.mark.parametrize(("day", "cells"), [("1/10", {("CH-010", "date5")}), ("2/10", set())])
def test_two_meetings_on_recognition_on_one_day_are_told(
    layout: Layout, rules: Rules, day: str, cells: set[tuple[str, str]]
) -> None:
    row = VOTE.replace("exemplar", "recognition")
    other = row.replace("CH02", "CH03").replace("14:00", "16:00").replace("1/10", day)
    assert found(layout, rules, row, other) == cells


def test_a_meeting_to_come_needs_nothing_but_its_day(layout: Layout, rules: Rules) -> None:
    row = "| | CH02 | exemplar | 1/12/2026 | | | | | | | | | | |"
    assert found(layout, rules, SESSION, row) == set()


@pytest.mark.req("R-113")
def test_results_of_a_meeting_to_come_are_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, SESSION, VOTE.replace("1/10", "1/12")) == {("CH-001", "date5")}


@pytest.mark.req("R-113", "R-133")
@pytest.mark.parametrize(
    ("numbers", "cell"),
    [
        ("| 15 | 16 | 14 | 14 | 13 |", "present5"),
        ("| 15 | 14 | 15 | 14 | 13 |", "ballots_issued5"),
        ("| 15 | 14 | 14 | 15 | 13 |", "ballots_returned5"),
        ("| 15 | 14 | 14 | 14 | 15 |", "ballots_valid5"),
        ("| 15 | 14 | | | 15 |", "ballots_valid5"),
    ],
)
def test_more_than_there_were_is_an_error(
    layout: Layout, rules: Rules, numbers: str, cell: str
) -> None:
    row = VOTE.replace("| 15 | 14 | 14 | 14 | 13 |", numbers)
    assert found(layout, rules, SESSION, row) == {("CH-002", cell)}


@pytest.mark.req("R-113")
@pytest.mark.parametrize(("present", "short"), [("10", False), ("9", True)])
def test_two_thirds_of_those_summoned_are_enough(
    layout: Layout, rules: Rules, present: str, *, short: bool
) -> None:
    row = VOTE.replace("| 15 | 14 | 14 | 14 | 13 |", f"| 15 | {present} | | | 9 |")
    assert found(layout, rules, SESSION, row) == ({("CH-003", "present5")} if short else set())


@pytest.mark.req("R-113")
def test_the_quorum_is_the_offices_own(layout: Layout, rules: Rules) -> None:
    row = VOTE.replace("| 15 | 14 | 14 | 14 | 13 |", "| 15 | 9 | | | 9 |")
    assert found(layout, rules, SESSION, row, quorum_percent=50) == set()


def test_two_sessions_at_one_hour_in_one_place_are_warned_of(layout: Layout, rules: Rules) -> None:
    text = SESSION.replace("CH01", "CH09").replace("Hội trường", "HỘI  TRƯỜNG")
    codes = found(layout, rules, SESSION, text)
    assert codes == {("CH-004", "code5"), ("CH-008", "code5")}


def test_two_kinds_of_meeting_may_be_one_session(layout: Layout, rules: Rules) -> None:
    other = VOTE.replace("CH02", "CH03").replace("exemplar", "recognition")
    assert found(layout, rules, SESSION, VOTE, other) == set()


@pytest.mark.req("R-122")
def test_no_chair_and_no_secretary_are_one_warning_once_it_was_held(
    layout: Layout, rules: Rules
) -> None:
    row = SESSION.replace("| Hiền | Cúc |", "| | |")
    assert found(layout, rules, row) == {("CH-005", "chair4")}


def test_nobody_is_asked_for_on_the_day_itself(layout: Layout, rules: Rules) -> None:
    row = SESSION.replace("| Hiền | Cúc | 7 | 7 |", "| | | | |")
    assert found(layout, rules, row, today=date(2026, 9, 15)) == set()


def test_a_meeting_of_another_year_is_warned_of(layout: Layout, rules: Rules) -> None:
    row = SESSION.replace("2026", "2025")
    assert found(layout, rules, row) == {("CH-006", "date4")}


@pytest.mark.req("R-131", "R-148")
def test_the_closing_conference_may_be_early_in_the_next_year(layout: Layout, rules: Rules) -> None:
    row = "| | CH07 | closing | 8/1/2027 | | | | | | | | | | |"
    assert found(layout, rules, row, closing_conference_date="8/1/2027") == set()


@pytest.mark.req("R-131", "R-148")
def test_two_days_of_the_closing_conference_are_warned_of(layout: Layout, rules: Rules) -> None:
    row = "| | CH07 | closing | 20/12/2026 | | | | | | | | | | |"
    codes = found(layout, rules, row, closing_conference_date="22/12/2026")
    assert codes == {("CH-007", "date4")}


@pytest.mark.req("R-122")
def test_a_session_that_appraised_nothing_is_noted(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, SESSION.replace("CH01", "CH05")) == {("CH-008", "code4")}


@pytest.mark.req("R-113", "R-133")
def test_a_vote_on_exemplars_without_ballots_is_warned_of(layout: Layout, rules: Rules) -> None:
    row = VOTE.replace("| 15 | 14 | 14 | 14 | 13 |", "| 15 | 14 | 14 | | |")
    assert found(layout, rules, SESSION, row) == {("CH-009", "ballots_valid5")}
