"""What models had reached at a day: the last row of results of each, and what all of them mobilised together (R-074, R-152)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dvk_office.core.records import Book, Record

SUMMED = ("resources_money", "resources_days", "resources_land", "participants", "beneficiaries")


class Resources(NamedTuple):
    """The sums over the last rows at a day; a sum is None where no row names a number.

    `rows` are those last rows, `without` the models that have none: of them nothing is known, which is not nought.
    """

    rows: tuple[Record, ...]
    without: tuple[Record, ...]
    money: float | None
    days: float | None
    land: float | None
    participants: float | None
    beneficiaries: float | None


def last_result(book: Book, model: str, until: date | None = None) -> Record | None:
    """The last row of results of `model`, on or before `until` where it is given (R-152)."""
    dated = [
        (day, row)
        for row in book.grouped("progress", "model").get(model, ())
        if (day := row.day("as_of")) and (not until or day <= until)
    ]
    return max(dated, key=lambda one: one[0])[1] if dated else None


def resources(book: Book, models: Iterable[Record], until: date) -> Resources:
    """What `models` mobilised by the day `until`; figures are cumulative, so only the last row of each counts."""
    last = [(model, last_result(book, model.text("code"), until)) for model in models]
    rows = tuple(row for _model, row in last if row)
    without = tuple(model for model, row in last if row is None)
    return Resources(rows, without, *(_sum(rows, key) for key in SUMMED))


def _sum(rows: Iterable[Record], key: str) -> float | None:
    numbers = [number for row in rows if (number := row.number(key)) is not None]
    return sum(numbers) if numbers else None
