"""The submission is dated between the vote and the sending."""

from datetime import date

import pytest

from dvk_office.core.checks.exemplars_submission import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
TEXT = """
| meetings | code | kind     | date      |
|          | CH01 | exemplar | 5/10/2026 |
| exemplars | registrant | meeting | chosen | submission_number | submission_date |
|           | CT01       | CH01    | Có     | 57-TTr/ĐU         | 9/10/2026       |
| register | issuer  | kind               | number    | date  | state       |
|          | Đảng ủy | Tờ trình thành phố | 57-TTr/ĐU | {day} | Đã ban hành |
"""


def found(layout: Layout, rules: Rules, day: str) -> set[tuple[str, str]]:
    made = book(layout, rules, TEXT.format(day=day))
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("exemplars", 4)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-134", "R-142")
@pytest.mark.parametrize("day", ["5/10/2026", "7/10/2026", "9/10/2026", ""])
def test_a_submission_between_vote_and_sending_has_no_finding(
    layout: Layout, rules: Rules, day: str
) -> None:
    assert found(layout, rules, day) == set()


@pytest.mark.req("R-142")
def test_a_submission_before_the_vote_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "4/10/2026") == {("DH-042", "submission_number")}


@pytest.mark.req("R-142")
def test_a_dossier_sent_before_its_submission_was_dated_is_an_error(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "10/10/2026") == {("DH-043", "submission_date")}


def test_who_was_not_chosen_is_in_no_dossier(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT.format(day="4/10/2026").replace("| Có ", "| Không "))
    assert [one for check in CHECKS for one in check(made, rules, layout, TODAY)] == []
