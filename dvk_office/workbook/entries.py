"""What people typed in a workbook, cell by cell and as typed: what a new workbook is built from (carrying over).

The reader gives records that the program understands; this gives everything else too: the office's own columns and
tabs, texts that are no dates, rows that are blank. What cannot be carried is named in notes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, repeat
from pathlib import Path

from dvk_office.core.edits import Edits
from dvk_office.core.findings import Finding
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.workbook.carried_book import CarriedBook
from dvk_office.workbook.carried_sheet import ANY, OWN, OWN_WIDTH, Row, Shape
from dvk_office.workbook.carried_tabs import OwnTab
from dvk_office.workbook.container import open_container

__all__ = [
    "OWN",
    "Entries",
    "OwnTab",
    "Row",
    "carried_book",
    "entries_of",
    "read_entries",
    "with_edits",
]


@dataclass(frozen=True)
class Entries:
    """Everything typed: the rows of each sheet by column key, the headers of the office's own columns, its tabs.

    `starts` is Excel's number of the first row of each sheet; `names` are the office's names for areas and values;
    `shapes` say how wide its columns are, and which are hidden.
    """

    rows: Mapping[str, Sequence[Row]]
    own: Mapping[str, Sequence[str]]
    tabs: Sequence[OwnTab]
    notes: Sequence[Finding]
    starts: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    shapes: Mapping[str, Sequence[Shape]] = field(default_factory=dict)

    def layout(self, layout: Layout) -> Layout:
        """`layout` with the office's own columns after ours."""
        sheets = tuple(
            _widened(sheet, self.own.get(sheet.key, ()), self.shapes.get(sheet.key, ()))
            for sheet in layout.sheets
        )
        return replace(layout, sheets=sheets)


def with_edits(entries: Entries, edits: Edits, layout: Layout) -> Entries:
    """`entries` after `edits`: cells changed in their rows, new rows below the last one."""
    rows = {key: [dict(row) for row in held] for key, held in entries.rows.items()}
    for (key, number), cells in edits.by_row().items():
        held, at = rows.setdefault(key, []), number - entries.starts.get(key, layout.first_row)
        held.extend({} for _ in range(at + 1 - len(held)))
        held[at].update(cells)
    for new in edits.rows:
        filled = {key: value for key, value in new.cells.items() if value is not None}
        rows.setdefault(new.sheet_key, []).append(filled)
    return replace(entries, rows=rows)


def read_entries(path: Path, layout: Layout) -> Entries:
    """The entries of a workbook that the reader accepts, and a note for each thing that cannot be carried."""
    return entries_of(carried_book(path, layout))


def carried_book(path: Path, layout: Layout) -> CarriedBook:
    """A workbook that the reader accepts, opened to be carried over; DvkError where that is not possible."""
    return CarriedBook(open_container(path), layout)


def entries_of(book: CarriedBook) -> Entries:
    """The entries of a workbook that is open."""
    return Entries(
        {key: sheet.rows(book.formulas) for key, sheet in book.sheets.items()},
        {key: sheet.own_headers for key, sheet in book.sheets.items()},
        book.tabs,
        tuple(book.notes()),
        {key: sheet.found.row + 1 for key, sheet in book.sheets.items()},
        book.names,
        {key: sheet.own_shapes for key, sheet in book.sheets.items()},
    )


def _widened(sheet: SheetLayout, headers: Sequence[str], shapes: Sequence[Shape]) -> SheetLayout:
    last = sheet.columns[-1].band if sheet.columns else ""
    usual = repeat((OWN_WIDTH, False), len(headers) - len(shapes))
    own = tuple(
        Column(f"{OWN}{number}", header, ANY, band=last, width=width, hidden=hidden)
        for number, (header, (width, hidden)) in enumerate(
            zip(headers, chain(shapes, usual), strict=True)
        )
    )
    return replace(sheet, columns=(*sheet.columns, *own))
