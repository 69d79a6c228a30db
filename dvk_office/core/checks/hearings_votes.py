"""How the team voted and what it concluded (R-093, R-112, R-113)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import is_over, members_present, recognised, recusals
from dvk_office.core.criteria import UNMET, verdict_of
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.recognition import VOTES, considered_in
from dvk_office.core.records import Book, Record
from dvk_office.core.voting import valid_ballots
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Criterion, Rules

_SHEET = "hearings"


def _votes(hearing: Record) -> tuple[float, float] | None:
    """Votes for and against; None where none were recorded."""
    votes = (hearing.number("votes_for"), hearing.number("votes_against"))
    return (votes[0] or 0, votes[1] or 0) if any(one is not None for one in votes) else None


def votes_of_those_present(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Every member present votes once, but for who stood back (R-113)."""
    stood_back = recusals(book)
    for hearing in book[_SHEET]:
        votes, present = _votes(hearing), members_present(book, hearing)
        if votes is None or present is None:
            continue
        counts = {"votes": typed_number(sum(votes)), "present": typed_number(present)}
        if sum(votes) > present:
            yield finding("HN-012", hearing.place("votes_for"), **counts)
        elif sum(votes) < present - stood_back.get(hearing.text("model"), 0):
            yield finding("HN-013", hearing.place("votes_for"), **counts)


def conclusions_are_drawn(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A hearing that is over has a conclusion, and the votes that it rests on (R-113, R-122)."""
    for hearing in book[_SHEET]:
        if not is_over(book, hearing, today):
            continue
        if hearing.blank("conclusion"):
            yield finding("HN-014", hearing.place("conclusion"))
        elif hearing.blank("votes_for") and hearing.blank("votes_against"):
            yield finding("HN-018", hearing.place("votes_for"))


def conclusions_as_voted(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model passes by more votes for than against; a tie is no majority (R-113, R-127)."""
    for hearing in book[_SHEET]:
        votes, conclusion = _votes(hearing), hearing.text("conclusion")
        if votes is None:
            continue
        place = hearing.place("conclusion")
        counts = {"yes": typed_number(votes[0]), "no": typed_number(votes[1])}
        if conclusion == "pass" and votes[0] <= votes[1]:
            yield finding("HN-016", place, **counts)
        elif conclusion == "fail" and votes[0] > votes[1]:
            yield finding("HN-017", place, **counts)


def conclusions_as_scored(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """No model passes with a criterion that the score sheets say is not met (R-093, R-112)."""
    known = layout.by_key["scores"].by_key
    criteria = [one for one in rules.criteria if one.key in known]
    scores = book.grouped("scores", "model")
    by_all = book.settings.text("verdict_rule") == "all"
    for hearing in book[_SHEET]:
        rows = scores.get(hearing.text("model"), ())
        if hearing.text("conclusion") != "pass" or not rows:
            continue
        unmet = [str(one.number) for one in criteria if _unmet(rows, one, by_all=by_all)]
        if unmet:
            yield finding("HN-019", hearing.place("conclusion"), numbers=", ".join(unmet))


def _unmet(rows: tuple[Record, ...], criterion: Criterion, *, by_all: bool) -> bool:
    """True where the sheets together say that it is not met."""
    given = [row.text(criterion.key) for row in rows if not row.yes("recused")]
    return verdict_of(given, by_all=by_all) == UNMET


def votes_of_the_committee(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """No model has more votes for its recognition than the meeting had valid ballots (R-113, R-128)."""
    for hearing in book[_SHEET]:
        votes = hearing.number(VOTES)
        if votes is None:
            continue
        ballots = valid_ballots(considered_in(book, hearing.day("decision_date") or today))
        if ballots is not None and votes > ballots:
            counts = {"votes": typed_number(votes), "ballots": typed_number(ballots)}
            yield finding("HN-046", hearing.place(VOTES), **counts)


def the_most_exemplary_passed(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Only a model that passed, or was recognised as found, can be the most exemplary (R-097, R-114, R-129)."""
    known = recognised(book)
    for hearing in book[_SHEET]:
        passed = hearing.text("conclusion") == "pass" or known.get(hearing.text("model")) is hearing
        if hearing.yes("most_exemplary") and not passed:
            yield finding("HN-020", hearing.place("most_exemplary"))


CHECKS = (
    votes_of_those_present,
    conclusions_are_drawn,
    conclusions_as_voted,
    conclusions_as_scored,
    votes_of_the_committee,
    the_most_exemplary_passed,
)
