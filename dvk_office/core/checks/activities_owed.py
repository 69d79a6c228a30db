"""Acts that the bodies owe the movement: by its day each is there once, or is missed (R-077, R-146, R-157, R-159)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "activities"
_FRONT = frozenset(("front", "political_social"))


class Owed(NamedTuple):
    """An act of one of `kinds` by a body of one of `bodies` (empty: any), owed once the day of `cut_off` is past."""

    code: str
    kinds: frozenset[str]
    cut_off: str = "half_year_cut_off"
    bodies: frozenset[str] = frozenset()


_OWED = (
    Owed("HD-020", frozenset(("propaganda",)), bodies=frozenset(("government",))),
    Owed(
        "HD-021",
        frozenset(("praise", "replication")),
        "year_cut_off",
        bodies=frozenset(("government",)),
    ),
    Owed("HD-022", frozenset(("document", "training", "propaganda")), bodies=_FRONT),
    Owed("HD-023", frozenset(("training",))),
    Owed("HD-024", frozenset(("review",)), "year_cut_off"),
)


def acts_owed(book: Book, _rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """Propaganda and praise by the government, direction by the Front, guidance and review are recorded."""
    done = set(_done(book, today))
    for owed in _OWED if book["models"] and book.sheets[_SHEET].found else ():
        cut_off = book.settings.day(owed.cut_off)
        there = any(
            kind in owed.kinds and (body in owed.bodies or not owed.bodies) for kind, body in done
        )
        if cut_off and cut_off < today and not there:
            yield finding(owed.code, book.sheets[_SHEET].place(), day=short_date(cut_off))


def _done(book: Book, today: date) -> Iterator[tuple[str, str]]:
    """Each act that has been, as its kind and the kind of its body."""
    bodies = book.by_code("organisations")
    for act in book[_SHEET]:
        day, body = act.day("date"), bodies.get(act.text("organisation"))
        if day is None or day <= today:
            yield act.text("kind"), body.text("kind") if body else ""


CHECKS = (acts_owed,)
