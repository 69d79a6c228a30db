"""Numbers of one series: each given once, later ones on later days (R-187)."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.paper_numbers import STATE, read_paper_number
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "register"
Series = tuple[str, str, int]
Numbered = tuple[int, Record]


def _series(book: Book, rules: Rules) -> Mapping[Series, tuple[Numbered, ...]]:
    """The rows of each series by number: Party papers of a symbol in the term, State papers of one in the year."""
    found: dict[Series, list[Numbered]] = {}
    for row in book[_SHEET]:
        number = read_paper_number(row.text("number"))
        if number is None or row.text("state") == "cancelled":
            continue
        day = row.day("date")
        year = (day.year if day else rules.year) if number.family == STATE else 0
        key = (fold(row.text("issuer")), number.symbol, year)
        found.setdefault(key, []).append((number.running, row))
    return {
        key: tuple(sorted(rows, key=lambda one: (one[0], one[1].row)))
        for key, rows in found.items()
    }


def numbers_given_once(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """No two papers of one series have one number, whatever they are and however it is written.

    What is enclosed goes under the number of its letter, on its day. A row typed twice is a double row already.
    """
    for rows in _series(book, rules).values():
        for (running, row), (following, other) in pairwise(rows):
            if running == following and not (_enclosed(row, other) or _typed_twice(row, other)):
                number = other.text("number")
                yield finding("SV-010", other.place("number"), found=number, row=row.row)


def _enclosed(row: Record, other: Record) -> bool:
    return row.text("kind") != other.text("kind") and row.value("date") == other.value("date")


def _typed_twice(row: Record, other: Record) -> bool:
    keys = {(one.text("kind"), fold(one.text("number")), one.day("date")) for one in (row, other)}
    return len(keys) == 1 and row.day("date") is not None


def later_numbers_on_later_days(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A higher number is not of an earlier day."""
    for rows in _series(book, rules).values():
        dated = [(number, row, day) for number, row in rows if (day := row.day("date"))]
        for (running, row, before), (following, other, day) in pairwise(dated):
            if running < following and day < before:
                facts = {"found": other.text("number"), "day": short_date(day)}
                after = {"other": row.text("number"), "before": short_date(before)}
                yield finding("SV-011", other.place("date"), **facts, **after)


def own_numbers_without_gaps(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A gap is noted only where the board keeps numbers of its own."""
    board = fold(book.settings.text("symbol_board"))
    if not book.settings.yes("own_series") or not board:
        return
    for (_, symbol, _), rows in _series(book, rules).items():
        for (running, _), (following, row) in pairwise(rows):
            if symbol.endswith(f"/{board}") and following > running + 1:
                facts = {"found": row.text("number"), "first": running + 1}
                yield finding("SV-012", row.place("number"), **facts, last=following - 1)


CHECKS = (numbers_given_once, later_numbers_on_later_days, own_numbers_without_gaps)
