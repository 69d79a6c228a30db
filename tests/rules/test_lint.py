"""The marks by which papers are judged: some for each family, and none that a form of ours would break."""

import pytest

from dvk_office.core.text import fold
from dvk_office.rules.documents import issuer
from dvk_office.rules.formats import PARTY, STATE, profiles
from dvk_office.rules.lint import marks


def test_each_family_has_its_marks() -> None:
    assert set(marks().issuers) == {PARTY, STATE}
    assert all({PARTY, STATE} <= row.keys() for row in marks().authorities.values())
    assert all(row[PARTY] != row[STATE] for row in marks().authorities.values())


def test_every_end_mark_of_a_form_is_known() -> None:
    assert {profile.text("end_mark") for profile in profiles()} <= set(marks().ends)


def test_of_two_end_marks_the_longer_is_looked_for_first() -> None:
    assert sorted(marks().ends, key=len, reverse=True) == list(marks().ends)


def test_the_first_words_of_the_states_issuer_are_among_its_marks() -> None:
    assert fold(issuer("government").first) in marks().issuers[STATE]


@pytest.mark.req("R-191")
def test_no_line_begins_with_marks_of_both_families() -> None:
    party, state = marks().issuers[PARTY], marks().issuers[STATE]
    assert not any(one.startswith(party) or one in party for one in state)
    assert not any(one.startswith(state) or one in state for one in party)
