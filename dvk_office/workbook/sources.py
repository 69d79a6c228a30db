"""Where the cells of each column come from, and how each is read: by the column's kind, with a guard (R-184)."""

from typing import NamedTuple

from dvk_office.core.dates import DAYS_TO_1904, serial_date, short_date
from dvk_office.core.encodings import foreign_d, old_encoding, spread_out
from dvk_office.core.text import clean
from dvk_office.core.values import Cell, Problem, Reader, Reading, reader_of, shown
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.workbook.headings import COMPUTED, Found


class Source(NamedTuple):
    """A column to read: its `slot` in a record, its place `at` in a row, the readings `known` so far."""

    slot: int
    at: int
    column: Column
    read: Reader
    known: dict[Cell, Reading]


def sources_of(
    layout: Layout, sheet: SheetLayout, found: Found, *, from_1904: bool
) -> tuple[Source, ...]:
    """The columns of `sheet` that were found, in the order of the layout; computed ones are never read."""
    return tuple(
        Source(
            slot,
            found.sources[column.key],
            column,
            _guarded(_reader(layout, column, from_1904=from_1904)),
            {},
        )
        for slot, column in enumerate(sheet.columns)
        if column.key in found.sources and column.kind != COMPUTED
    )


def _reader(layout: Layout, column: Column, *, from_1904: bool) -> Reader:
    read = reader_of(column.kind, layout.choices.get(column.choices, ()))
    return _from_1904(read) if from_1904 and column.kind == "date" else read


def _from_1904(read: Reader) -> Reader:
    """`read`, but the day that a bare number probably is (T-40) is counted as the workbook counts its days."""

    def counted(cell: Cell) -> Reading:
        found = read(cell)
        if not isinstance(found, Problem) or not isinstance(cell, int | float):
            return found
        meant = serial_date(cell + DAYS_TO_1904)
        if found.code != "O-016" or meant is None:
            return found
        return Problem(found.code, {**found.facts, "meant": short_date(meant)})

    return counted


def _guarded(read: Reader) -> Reader:
    """`read`, but text in an old encoding is never a value, and text that only looks Vietnamese is named (R-184)."""

    def guarded(cell: Cell) -> Reading:
        if not isinstance(cell, str):
            return read(cell)
        text = clean(cell)
        latin = text.isascii()
        if not latin and (encoding := old_encoding(text)):
            return Problem("O-028", {"found": shown(text), "encoding": encoding})
        value = read(cell)
        if not isinstance(value, str):
            return value
        if not latin and (sign := foreign_d(text)):
            return Problem("O-030", {"found": shown(text), "sign": sign}, value)
        return Problem("O-032", {"found": shown(text)}, value) if spread_out(text) else value

    return guarded
