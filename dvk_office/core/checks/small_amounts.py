"""Money typed in thousands or millions where the cell wants đồng: a paper would print “1,2 đồng” (R-074, R-147)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import header
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_LEAST = 1_000
_CELLS = (
    ("progress", "resources_money", "KQ-014"),
    ("exemplars", "reward_amount", "DH-045"),
)
_SETTINGS = ("reward_collective", "reward_individual")


def amounts_in_cells(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """What was mobilised and what is given as a reward stands in đồng (R-074, R-147)."""
    for sheet, key, code in _CELLS:
        for row in book[sheet]:
            if small := _small(row.number(key)):
                yield finding(code, row.place(key), column=header(layout, sheet, key), found=small)


def amounts_in_settings(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """So do the amounts that every collective and every person is given (R-147)."""
    for key in _SETTINGS:
        if small := _small(book.settings.number(key)):
            name = layout.setting_by_key[key].label
            yield finding("TT-028", book.settings.place(key), name=name, found=small)


def _small(number: float | None) -> str:
    """The amount as printed where it is above nought and too small for a sum of đồng; else empty."""
    return printed_number(number) if number is not None and 0 < number < _LEAST else ""


CHECKS = (amounts_in_cells, amounts_in_settings)
