"""How a meeting voted on those it considered: who was there, the ballots, the votes for each (R-113, R-133)."""

from collections.abc import Collection
from typing import NamedTuple

from dvk_office.core.nominees import Nominee, considered, each_subject
from dvk_office.core.order import BY_TYPED, BY_VOTES
from dvk_office.core.records import Book, Record

Number = int | float


class Vote(NamedTuple):
    """The votes for one nominee and, of the valid ballots, those against and the share; None where not recorded."""

    nominee: Nominee
    votes_for: Number | None
    against: Number | None
    percent: float | None


class Session(NamedTuple):
    """One meeting that considered exemplars: its row, None where its code is unknown, and the votes in list order."""

    code: str
    meeting: Record | None
    votes: tuple[Vote, ...]

    @property
    def nominees(self) -> tuple[Nominee, ...]:
        return tuple(vote.nominee for vote in self.votes)

    @property
    def chosen(self) -> tuple[Nominee, ...]:
        """Those that the meeting chose, in the same order, each once (R-129, T-10)."""
        return each_subject([one for one in self.nominees if one.row.yes("chosen")])

    @property
    def absent(self) -> Number | None:
        """How many of those summoned did not come."""
        return _less(self.meeting, "summoned", "present")

    @property
    def spoilt(self) -> Number | None:
        """How many of the ballots that were returned are not valid."""
        return _less(self.meeting, "ballots_returned", "ballots_valid")


def sessions(book: Book, only: Collection[str] = ()) -> tuple[Session, ...]:
    """The meetings that the nominees name, by their rows; last what names none that is known.

    `only` keeps meetings with these codes and those that considered a subject with one of them. What is kept is whole:
    minutes tell everything that was voted on.
    """
    held: dict[str, list[Nominee]] = {}
    for one in considered(book):
        held.setdefault(one.row.text("meeting"), []).append(one)
    known = [code for code in book.by_code("meetings") if code in held]
    found = [
        _session(book, code, held[code]) for code in (*known, *sorted(held.keys() - set(known)))
    ]
    return tuple(one for one in found if not only or _codes(one) & set(only))


def candidates(book: Book, session: Session) -> tuple[Nominee, ...]:
    """Those on the ballot of a meeting: the order of its lists, but before the vote nobody stands by votes."""
    order = book.settings.text("people_order")
    before = considered(book, order=BY_TYPED if order == BY_VOTES else order)
    return tuple(one for one in before if one.row.text("meeting") == session.code)


def valid_ballots(meeting: Record | None) -> Number | None:
    """The valid ballots of a meeting; where they were not counted, those present."""
    if meeting is None:
        return None
    valid = meeting.number("ballots_valid")
    return meeting.number("present") if valid is None else valid


def _session(book: Book, code: str, held: Collection[Nominee]) -> Session:
    meeting = book.by_code("meetings").get(code)
    ballots = valid_ballots(meeting)
    return Session(code, meeting, tuple(_vote(one, ballots) for one in held))


def _vote(nominee: Nominee, ballots: Number | None) -> Vote:
    votes = nominee.row.number("votes_for")
    if votes is None or not ballots:
        return Vote(nominee, votes, None, None)
    return Vote(nominee, votes, ballots - votes, votes * 100 / ballots)


def _codes(session: Session) -> set[str]:
    return {session.code, *(one.code for one in session.nominees)}


def _less(meeting: Record | None, whole: str, part: str) -> Number | None:
    if meeting is None:
        return None
    most, some = meeting.number(whole), meeting.number(part)
    return None if most is None or some is None else most - some
