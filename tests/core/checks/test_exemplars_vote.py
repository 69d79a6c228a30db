"""The vote on exemplars."""

from datetime import date

import pytest

from dvk_office.core.checks.exemplars_vote import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BEFORE = """
| registrants | code | kind     |
|             | CT01 | Tập thể  |
|             | CT02 | Tập thể  |
|             | CT03 | Cá nhân  |
| meetings | code | kind      | date      | present | ballots_valid |
|          | CH01 | exemplar  | 5/10/2026 | 15      | 14            |
|          | CH02 | closing   | 5/10/2026 |         |               |
|          | CH03 | exemplar  | 5/12/2026 |         |               |
|          | CH04 | exemplar  | 6/10/2026 | 15      |               |
"""
HEAD = "| exemplars | registrant | meeting | votes_for | chosen |\n"
LEFT = "| | CT02 | CH01 | 9 | |\n"


def found(layout: Layout, rules: Rules, *rows: str) -> set[tuple[str, str]]:
    made = book(layout, rules, BEFORE + HEAD + "\n".join(rows))
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {one.place.sheet_key for one in findings} <= {"exemplars"}
    return {(one.code, f"{one.place.column_key}{one.place.row}") for one in findings}


@pytest.mark.req("R-113", "R-133")
def test_a_vote_on_record_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | CH01 | 14 | x |", LEFT) == set()


@pytest.mark.req("R-129", "R-133")
def test_another_kind_of_meeting_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | CH02 | 9 | x |") == {("DH-016", "meeting4")}


@pytest.mark.req("R-113")
def test_a_choice_before_its_meeting_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | CH03 | 9 | x |") == {("DH-018", "meeting4")}
    assert found(layout, rules, "| | CT01 | CH03 | | |") == set()


@pytest.mark.req("R-113", "R-133")
def test_a_choice_without_meeting_or_votes_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | | 9 | x |") == {("DH-017", "meeting4")}
    assert found(layout, rules, "| | CT01 | CH01 | | x |") == {("DH-017", "votes_for4")}


@pytest.mark.req("R-113", "R-133")
def test_more_votes_than_valid_ballots_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | CH01 | 15 | x |") == {("DH-014", "votes_for4")}


@pytest.mark.req("R-113")
def test_those_present_count_where_ballots_were_not_counted(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | CH04 | 15 | x |") == set()
    assert found(layout, rules, "| | CT01 | CH04 | 16 | x |") == {("DH-014", "votes_for4")}


@pytest.mark.req("R-113")
def test_half_of_the_ballots_is_no_majority(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "| | CT01 | CH01 | 7 | x |") == {("DH-019", "chosen4")}
    assert found(layout, rules, "| | CT01 | CH01 | 8 | x |") == set()


@pytest.mark.req("R-113")
def test_fewer_votes_than_one_left_out_of_the_same_kind_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "| | CT01 | CH01 | 8 | x |", LEFT) == {("DH-015", "votes_for4")}
    assert found(layout, rules, "| | CT03 | CH01 | 8 | x |", LEFT) == set()
