"""Which models a notice of results, a proposal and a decision of recognition hold, and what each paper rests on."""

from collections.abc import Collection, Iterator
from datetime import date

from dvk_office.core.appraisal import is_decided, is_discovered
from dvk_office.core.heard import (
    DECISION,
    NOTICE,
    Heard,
    HearingPaper,
    goes_unheard,
    heard,
    papers_of,
)
from dvk_office.core.records import Book, Record, Unreadable
from dvk_office.core.register_rows import of_this_year
from dvk_office.core.voting import valid_ballots

MEETING, SUBMISSION, VOTES = "recognition", "recognition_submission", "recognition_votes"


def decisions(book: Book, today: date, only: Collection[str] = ()) -> tuple[HearingPaper, ...]:
    """The decisions of `book`, those with a number first; all that passed and have none make one that waits (R-177).

    `only` keeps the models with these codes.
    """
    rows = (row for row in heard(book, today, only, DECISION) if _is_passed(book, row))
    return papers_of(book, rows, DECISION)


def notices(book: Book, today: date, only: Collection[str] = ()) -> tuple[HearingPaper, ...]:
    """The notices of results: every hearing with a conclusion, whatever that is (R-123, R-176)."""
    every = heard(book, today, only, NOTICE)
    rows = (row for row in every if not row.hearing.blank("conclusion"))
    return papers_of(book, rows, NOTICE)


def in_doubt(hearing: Record) -> bool:
    """True where a conclusion was typed that cannot be read."""
    return hearing.raw("conclusion") is Unreadable.CELL


def considered_in(book: Book, until: date) -> Record | None:
    """The last meeting that considered recognition, not after `until` (R-128)."""
    dated = [(day, one) for day, one in _meetings(book) if day <= until]
    return max(dated, key=lambda one: one[0], default=(until, None))[1]


def considered(book: Book, meeting: Record, today: date) -> tuple[HearingPaper, ...]:
    """The decisions that came out of `meeting`; what still waits for one belongs to the last meeting, or the next."""
    following = min(_meetings(book), key=lambda one: one[0], default=(today, None))[1]
    return tuple(
        one
        for one in decisions(book, today)
        if (considered_in(book, one.day or today) or following) is meeting
    )


def submission_of(book: Book, decision: HearingPaper, today: date) -> Record | None:
    """The proposal that a decision followed: the last in the register up to its day and after the decision before."""
    until = decision.day or today
    earlier = (one.day for one in decisions(book, today) if one.number != decision.number)
    after = max((day for day in earlier if day and day <= until), default=date.min)
    found = [
        (day, row)
        for row in of_this_year(book, SUBMISSION)
        if (day := row.day("date")) and after < day <= until
    ]
    return max(found, key=lambda one: one[0], default=(until, None))[1]


def discovered(paper: HearingPaper) -> tuple[Heard, ...]:
    """The rows of models that were found while checking, which the board proposes with a reason (R-114)."""
    return tuple(row for row in paper.rows if is_discovered(row.model))


def vote_share(row: Heard, meeting: Record) -> float | None:
    """The votes for a model in hundredths of the valid ballots of the `meeting` (R-113); None where not recorded."""
    votes, ballots = row.hearing.number(VOTES), valid_ballots(meeting)
    return None if votes is None or not ballots else votes * 100 / ballots


def _is_passed(book: Book, row: Heard) -> bool:
    """True for a model that passed (R-127), or whose conclusion cannot be read, which is in doubt and so kept.

    A discovered model needs no hearing: without a conclusion it is in once decided, or while no hearing is set (R-114).
    """
    hearing = row.hearing
    if hearing.text("conclusion") == "pass" or in_doubt(hearing):
        return True
    proposed = is_discovered(row.model) and hearing.blank("conclusion")
    return proposed and (is_decided(hearing) or goes_unheard(book, row))


def _meetings(book: Book) -> Iterator[tuple[date, Record]]:
    for meeting in book["meetings"]:
        if meeting.text("kind") == MEETING and (day := meeting.day("date")):
            yield day, meeting
