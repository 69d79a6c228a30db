"""How exemplars were voted on (R-113, R-133)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import meeting_of
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.records import Book, Record
from dvk_office.core.voting import valid_ballots
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "exemplars"


def meetings_on_exemplars(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """Exemplars are voted on in a meeting held for that (R-129, R-133)."""
    for nominee in book[_SHEET]:
        meeting, place = meeting_of(book, nominee), nominee.place("meeting")
        if meeting is None:
            continue
        kind, day = meeting.text("kind"), meeting.day("date")
        if kind and kind != "exemplar":
            label = layout.label("meeting_kind", kind)
            yield finding("DH-016", place, found=nominee.text("meeting"), kind=label)
        if day and day > today and (nominee.yes("chosen") or not nominee.blank("votes_for")):
            yield finding("DH-018", place, found=short_date(day))


def choices_are_on_record(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of whoever was chosen, meeting and votes are on record (R-113, R-133)."""
    for nominee in book[_SHEET]:
        if not nominee.yes("chosen"):
            continue
        for key in ("meeting", "votes_for"):
            if nominee.blank(key):
                yield finding("DH-017", nominee.place(key))
                break


def votes_of_valid_ballots(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Nobody has more votes than there were valid ballots; whoever is chosen has most of them (R-113, R-133)."""
    for nominee in book[_SHEET]:
        votes, ballots = nominee.number("votes_for"), valid_ballots(meeting_of(book, nominee))
        if votes is None or ballots is None:
            continue
        counts = {"votes": typed_number(votes), "ballots": typed_number(ballots)}
        if votes > ballots:
            yield finding("DH-014", nominee.place("votes_for"), **counts)
        elif nominee.yes("chosen") and votes * 2 <= ballots:
            yield finding("DH-019", nominee.place("chosen"), **counts)


def the_most_voted_are_chosen(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of one kind in one meeting, nobody with fewer votes is chosen before one with more (R-113)."""
    registrants = book.by_code("registrants")
    for meeting, rows in book.grouped(_SHEET, "meeting").items() if book[_SHEET] else ():
        for kind in ("collective", "individual") if meeting else ():
            same = [
                row
                for row in rows
                if (one := registrants.get(row.text("registrant"))) and one.text("kind") == kind
            ]
            left = [votes for row in same if (votes := _left_out(row)) is not None]
            yield from _overtaken(same, max(left, default=0))


def _left_out(nominee: Record) -> int | float | None:
    """The votes of a nominee who was not chosen."""
    return None if nominee.yes("chosen") else nominee.number("votes_for")


def _overtaken(nominees: list[Record], most: float) -> Iterator[Finding]:
    for nominee in nominees:
        votes = nominee.number("votes_for")
        if nominee.yes("chosen") and votes is not None and votes < most:
            counts = {"votes": typed_number(votes), "most": typed_number(most)}
            yield finding("DH-015", nominee.place("votes_for"), **counts)


CHECKS = (
    meetings_on_exemplars,
    choices_are_on_record,
    votes_of_valid_ballots,
    the_most_voted_are_chosen,
)
