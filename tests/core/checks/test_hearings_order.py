"""Conclusion, notice, meeting and decision come one after the other."""

from datetime import date

import pytest

from dvk_office.core.checks.hearings_order import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
AUTUMN = date(2026, 10, 1)
BEFORE = """
| models | code | origin     |
|        | MH01 | Mới        |
|        | MH05 | Phát hiện  |
| meetings | code | kind        | date      |
|          | CH02 | recognition | 25/9/2026 |
"""
BASE = {
    "model": "MH01",
    "date": "15/9/2026",
    "conclusion": "Đạt",
    "notice_number": "30-TB/ĐU",
    "notice_date": "18/9/2026",
    "decision_number": "45-QĐ/ĐU",
    "decision_date": "25/9/2026",
    "certificate_number": "01",
}
NO_DECISION = {"decision_number": "", "decision_date": "", "certificate_number": ""}
NO_NOTICE = {"notice_number": "", "notice_date": ""}
OTHER = BASE | {"model": "MH02", "certificate_number": "02"}


def found(
    layout: Layout,
    rules: Rules,
    today: date = TODAY,
    before: str = BEFORE,
    **cells: str,
) -> set[tuple[str, str]]:
    """Code and cell of the findings on two hearings: a sound one, and another changed in `cells`."""
    rows = (OTHER, BASE | cells)
    lines = [f"| | {' | '.join(row.values())} |" for row in rows]
    made = book(layout, rules, "\n".join((before, f"| hearings | {' | '.join(BASE)} |", *lines)))
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {one.place.sheet_key for one in findings} <= {"hearings"}
    return {(one.code, f"{one.place.column_key}{one.place.row}") for one in findings}


@pytest.mark.req("R-123", "R-124", "R-126", "R-128")
def test_hearing_notice_meeting_decision_in_order_have_no_finding(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-123")
def test_a_notice_before_the_hearing_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, notice_date="14/9/2026") == {("HN-030", "notice_date5")}
    assert found(layout, rules, notice_date="15/9/2026") == set()


@pytest.mark.req("R-124")
def test_a_decision_before_the_notice_or_the_hearing_is_one_error(
    layout: Layout, rules: Rules
) -> None:
    early = "| meetings | code | kind | date |\n| | CH02 | recognition | 1/9/2026 |"
    for day in ("17/9/2026", "10/9/2026"):
        codes = found(layout, rules, before=early, decision_date=day)
        assert codes == {("HN-030", "decision_date5")}


@pytest.mark.req("R-123", "R-124")
def test_papers_dated_ahead_are_an_error(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, notice_date="24/11/2026", decision_date="25/11/2026")
    assert codes == {("HN-037", "notice_date5"), ("HN-037", "decision_date5")}


@pytest.mark.req("R-123", "R-126")
def test_a_notice_without_a_conclusion_is_warned_of(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, conclusion="", **NO_DECISION)
    assert codes == {("HN-032", "conclusion5")}


@pytest.mark.req("R-124", "R-126")
def test_a_decision_without_a_notice_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, **NO_NOTICE) == {("HN-033", "notice_date5")}


@pytest.mark.req("R-126", "R-127")
def test_a_decision_without_a_conclusion_is_warned_of(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, conclusion="", **NO_NOTICE)
    assert codes == {("HN-033", "notice_date5"), ("HN-035", "conclusion5")}


@pytest.mark.req("R-114", "T-14")
def test_a_discovered_model_is_recognised_another_way(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, model="MH05", conclusion="", **NO_NOTICE) == set()


@pytest.mark.req("R-112", "R-127")
def test_a_decision_for_a_model_that_failed_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, conclusion="Không đạt") == {("HN-034", "decision_number5")}


@pytest.mark.req("R-127")
def test_a_model_that_failed_needs_no_decision(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, conclusion="Không đạt", **NO_DECISION) == set()


@pytest.mark.req("R-123", "R-124", "R-126")
def test_steps_not_taken_are_told_when_all_was_to_be_finished(layout: Layout, rules: Rules) -> None:
    waiting = NO_NOTICE | NO_DECISION
    assert found(layout, rules, **waiting) == {("HN-038", "notice_date5")}
    assert found(layout, rules, **NO_DECISION) == {("HN-039", "decision_date5")}
    assert found(layout, rules, AUTUMN, **waiting) == set()
    assert found(layout, rules, AUTUMN, **NO_DECISION) == set()


@pytest.mark.req("R-128")
def test_a_decision_without_a_meeting_of_the_committee_is_told_once(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, before="") == {("HN-044", "decision_date4")}


@pytest.mark.req("R-128")
def test_a_meeting_after_the_decision_did_not_consider_it(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, decision_date="24/9/2026")
    assert codes == {("HN-044", "decision_date5")}


@pytest.mark.req("R-124")
def test_a_certificate_has_its_own_number_and_follows_a_decision(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, certificate_number="02") == {("HN-043", "certificate_number5")}
    codes = found(layout, rules, AUTUMN, **(NO_DECISION | {"certificate_number": "01"}))
    assert codes == {("HN-045", "certificate_number5")}


@pytest.mark.req("R-127", "T-41")
@pytest.mark.parametrize(
    ("dropped", "codes"),
    [
        ("24/9/2026", {("HN-047", "decision_date5")}),
        ("25/9/2026", {("HN-047", "decision_date5")}),
        ("26/9/2026", set()),
        ("15/9/2026", set()),
    ],
)
def test_no_model_is_recognised_once_it_was_dropped(
    layout: Layout, rules: Rules, dropped: str, codes: set[tuple[str, str]]
) -> None:
    before = f"| models | code | origin | dropped_on |\n| | MH01 | Mới | {dropped} |\n"
    assert found(layout, rules, before=before + BEFORE[BEFORE.index("| meetings") :]) == codes
