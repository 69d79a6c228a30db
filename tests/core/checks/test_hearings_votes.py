"""Votes and conclusions of hearings."""

from datetime import date

import pytest

from dvk_office.core.checks.hearings_votes import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
SCORES = """
| scores | model | appraiser | recused | c1  | c5        |
|        | MH01  | A         |         | Đạt | Đạt       |
|        | MH01  | B         |         | Đạt | Không đạt |
|        | MH01  | C         |         | Đạt | {third}   |
|        | MH01  | D         | x       |     |           |
"""
BASE = {
    "model": "MH01",
    "date": "15/9/2026",
    "members_present": "7",
    "votes_for": "6",
    "votes_against": "1",
    "conclusion": "Đạt",
}


def found(
    layout: Layout, rules: Rules, more: str = "", verdict_rule: str = "majority", **cells: str
) -> set[tuple[str, str]]:
    """Code and column of the findings on one hearing: the sound one, changed in `cells`."""
    typed = BASE | cells
    hearing = f"| hearings | {' | '.join(typed)} |\n| | {' | '.join(typed.values())} |"
    made = book(layout, rules, f"{more}\n{hearing}", verdict_rule=verdict_rule)
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("hearings", 4)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-113", "R-122")
def test_a_majority_that_passes_and_a_minority_that_fails_have_no_finding(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules) == set()
    assert found(layout, rules, votes_for="2", votes_against="5", conclusion="Không đạt") == set()


@pytest.mark.req("R-113", "R-127")
def test_a_tie_is_no_majority(layout: Layout, rules: Rules) -> None:
    recused = "| scores | model | appraiser | recused |\n| | MH01 | D | x |"
    tie = {"votes_for": "3", "votes_against": "3"}
    assert found(layout, rules, recused, conclusion="Không đạt", **tie) == set()
    assert found(layout, rules, recused, **tie) == {("HN-016", "conclusion")}


@pytest.mark.req("R-113", "R-127")
def test_a_conclusion_against_the_votes_is_found_either_way(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, votes_for="", votes_against="7") == {("HN-016", "conclusion")}
    assert found(layout, rules, conclusion="Không đạt") == {("HN-017", "conclusion")}


@pytest.mark.req("R-113")
def test_more_votes_than_members_is_an_error_and_fewer_a_warning(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, votes_against="2") == {("HN-012", "votes_for")}
    assert found(layout, rules, votes_against="0") == {("HN-013", "votes_for")}


@pytest.mark.req("R-113")
def test_the_members_at_the_meeting_count_where_the_hearing_says_nothing(
    layout: Layout, rules: Rules
) -> None:
    meeting = "| meetings | code | present |\n| | CH01 | 6 |"
    cells = {"meeting": "CH01", "members_present": ""}
    assert found(layout, rules, meeting, **cells) == {("HN-012", "votes_for")}


@pytest.mark.req("R-122")
def test_a_hearing_that_is_over_has_a_conclusion(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, conclusion="") == {("HN-014", "conclusion")}
    assert found(layout, rules, conclusion="", date="23/11/2026") == set()


@pytest.mark.req("R-113")
def test_a_conclusion_without_votes_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, votes_for="", votes_against="") == {("HN-018", "votes_for")}


@pytest.mark.req("R-093", "R-112")
def test_one_criterion_that_most_find_unmet_does_not_pass(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, SCORES.format(third="Đạt")) == set()
    more = SCORES.format(third="Không đạt")
    assert found(layout, rules, more) == {("HN-019", "conclusion")}


@pytest.mark.req("R-093", "R-112")
def test_one_member_is_enough_where_the_office_chose_so(layout: Layout, rules: Rules) -> None:
    more = SCORES.format(third="Đạt")
    assert found(layout, rules, more, "all") == {("HN-019", "conclusion")}


@pytest.mark.req("R-113", "R-128")
def test_the_committee_has_no_more_votes_than_valid_ballots(layout: Layout, rules: Rules) -> None:
    meetings = """
| meetings | code | kind                   | date       | ballots_valid |
|          | CH01 | Họp bình xét công nhận | 02/10/2026 | 11            |
|          | CH02 | Họp bình xét công nhận | 20/10/2026 | 12            |
"""
    day = {"decision_date": "05/10/2026"}
    assert found(layout, rules, meetings, recognition_votes="11", **day) == set()
    too_many = {("HN-046", "recognition_votes")}
    assert found(layout, rules, meetings, recognition_votes="12", **day) == too_many
    assert found(layout, rules, meetings, recognition_votes="12") == set()
    assert found(layout, rules, recognition_votes="12") == set()


@pytest.mark.req("R-097", "R-129")
def test_the_most_exemplary_has_passed(layout: Layout, rules: Rules) -> None:
    failed = {"votes_for": "2", "votes_against": "5", "conclusion": "Không đạt"}
    assert found(layout, rules, most_exemplary="x") == set()
    assert found(layout, rules, most_exemplary="x", **failed) == {("HN-020", "most_exemplary")}


@pytest.mark.req("R-097", "R-114", "R-129")
def test_a_model_found_while_checking_may_be_the_most_exemplary_once_decided_on(
    layout: Layout, rules: Rules
) -> None:
    models = "| models | code | origin |\n| | MH01 | Phát hiện |"
    unheard = dict.fromkeys(BASE, "") | {"model": "MH01", "most_exemplary": "x"}
    assert found(layout, rules, models, **unheard) == {("HN-020", "most_exemplary")}
    assert found(layout, rules, models, **unheard, decision_number="41-QĐ/ĐU") == set()
