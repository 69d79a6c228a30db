"""How a meeting voted: absent and spoilt, votes against and shares, who was chosen, what the ballot lists."""

import pytest

from dvk_office.core.voting import Session, candidates, sessions
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| registrants | code | kind    | name           |
|             | CT01 | Tập thể | Chi bộ thôn Hạ |
|             | CT02 | Tập thể | Hội Nông dân   |
|             | CT03 | Cá nhân | Lê Văn Ân      |
| meetings | code | kind                   | date       | summoned | present | ballots_returned | ballots_valid |
|          | CH01 | Họp bình xét điển hình | 05/10/2026 | 15       | 13      | 13               | 12            |
|          | CH02 | Họp bình xét điển hình | 09/10/2026 |          | 8       |                  |               |
| exemplars | registrant | model | meeting | votes_for | chosen |
|           | CT01       | MH01  | CH01    | 6         | Không  |
|           | CT02       | MH02  | CH01    | 9         | Có     |
|           | CT03       | MH03  | CH02    | 8         | Có     |
"""


def first(layout: Layout, rules: Rules, text: str = TEXT, **settings: str) -> Session:
    return sessions(book(layout, rules, text, **settings))[0]


@pytest.mark.req("R-113", "R-133")
def test_who_is_absent_and_which_ballots_are_spoilt_follows_from_the_counts(
    layout: Layout, rules: Rules
) -> None:
    session = first(layout, rules)
    assert (session.absent, session.spoilt) == (2, 1)


@pytest.mark.req("R-133")
def test_votes_against_and_the_share_are_of_the_valid_ballots(layout: Layout, rules: Rules) -> None:
    votes = first(layout, rules).votes
    assert [(one.votes_for, one.against, one.percent) for one in votes] == [(6, 6, 50), (9, 3, 75)]


@pytest.mark.req("R-133")
def test_where_ballots_were_not_counted_those_present_voted(layout: Layout, rules: Rules) -> None:
    second = sessions(book(layout, rules, TEXT))[1]
    assert [one.percent for one in second.votes] == [100]
    assert (second.absent, second.spoilt) == (None, None)


def test_votes_that_are_not_recorded_have_no_share(layout: Layout, rules: Rules) -> None:
    (vote, _) = first(layout, rules, TEXT.replace("| 6         |", "|           |")).votes
    assert (vote.votes_for, vote.against, vote.percent) == (None, None, None)


@pytest.mark.req("R-129")
def test_the_chosen_are_those_ticked_in_the_order_of_the_list(layout: Layout, rules: Rules) -> None:
    text = TEXT.replace("Không", "Có")
    by_votes = first(layout, rules, text, people_order="votes")
    assert [one.code for one in by_votes.chosen] == ["CT02", "CT01"]
    assert [one.code for one in first(layout, rules).chosen] == ["CT02"]


@pytest.mark.req("R-113", "R-141")
def test_a_ballot_never_stands_in_the_order_of_its_votes(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT, people_order="votes")
    session = sessions(made)[0]
    assert [one.code for one in session.nominees] == ["CT02", "CT01"]
    assert [one.code for one in candidates(made, session)] == ["CT01", "CT02"]


@pytest.mark.parametrize(
    ("only", "codes"),
    [((), ["CH01", "CH02"]), (("CH02",), ["CH02"]), (("CT01",), ["CH01"]), (("CT99",), [])],
)
def test_a_meeting_is_named_by_its_code_or_by_whom_it_considered(
    layout: Layout, rules: Rules, only: tuple[str, ...], codes: list[str]
) -> None:
    found = sessions(book(layout, rules, TEXT), only)
    assert [one.code for one in found] == codes
    assert all(len(one.nominees) == 2 for one in found if one.code == "CH01")


def test_nominees_without_a_meeting_make_a_session_of_their_own(
    layout: Layout, rules: Rules
) -> None:
    found = sessions(book(layout, rules, TEXT.replace("MH03  | CH02 ", "MH03  |      ")))
    assert [(one.code, one.meeting is None) for one in found] == [("CH01", False), ("", True)]
