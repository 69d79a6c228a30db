"""What people typed in a workbook, cell by cell and as typed: what a new workbook is built from (carrying over).

The reader gives records that the program understands; this gives everything else too: the office's own columns and
tabs, texts that are no dates, rows that are blank. What cannot be carried is named in notes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from dvk_office.core.edits import Edits
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.workbook.addresses import column_letter
from dvk_office.workbook.build_cells import Cell, Raw
from dvk_office.workbook.headings import COMPUTED, SEARCHED_ROWS, Found, find_heading
from dvk_office.workbook.tabs import find_tabs

OWN = "own_"
_MOST_NAMED = 5  # cells that one note names
Typed = Cell | Raw
Row = dict[str, Any]


@dataclass(frozen=True)
class OwnTab:
    """A tab that the office added: its cells by row and column, counted from nought, and the columns' widths."""

    title: str
    cells: Mapping[tuple[int, int], Typed]
    widths: Mapping[int, float]


@dataclass(frozen=True)
class Entries:
    """Everything typed: the rows of each sheet by column key, the headers of the office's own columns, its tabs.

    `starts` is Excel's number of the first row of each sheet.
    """

    rows: Mapping[str, Sequence[Row]]
    own: Mapping[str, Sequence[str]]
    tabs: Sequence[OwnTab]
    notes: Sequence[Finding]
    starts: Mapping[str, int] = field(default_factory=dict)

    def layout(self, layout: Layout) -> Layout:
        """`layout` with the office's own columns after ours."""
        sheets = tuple(_widened(sheet, self.own.get(sheet.key, ())) for sheet in layout.sheets)
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
    from openpyxl import load_workbook
    from python_calamine import CalamineWorkbook

    content = path.read_bytes()
    book = load_workbook(BytesIO(content))
    rows: dict[str, Sequence[Row]] = {}
    own: dict[str, Sequence[str]] = {}
    notes: list[Finding] = []
    starts: dict[str, int] = {}
    with CalamineWorkbook.from_filelike(BytesIO(content)) as values:
        tabs, _ = find_tabs(layout, book.sheetnames)
        for key, tab in tabs.items():
            taken = _Tab(layout.by_key[key], book[tab], _grid(values, tab), layout.header_row)
            rows[key], own[key] = taken.rows(), taken.own_headers
            starts[key] = taken.found.row + 1
            notes += taken.notes()
        known = {*tabs.values(), *(sheet.tab for sheet in layout.sheets)}
        others = [name for name in book.sheetnames if name not in known]
        held = tuple(_own_tab(book[name], _grid(values, name)) for name in others)
    notes += [note for name in others for note in _own_notes(book[name])]
    return Entries(rows, own, held, tuple(notes), starts)


class _Tab:
    """One entry sheet as it stands in the file: openpyxl tells formulas and notes, calamine the values."""

    def __init__(
        self, plan: SheetLayout, sheet: Any, grid: Sequence[Sequence[Any]], row: int
    ) -> None:
        self.plan, self.sheet, self.grid = plan, sheet, grid
        self.found: Found = find_heading(plan, sheet.title, list(grid[:SEARCHED_ROWS]), 1, row)
        self.keys = {at: key for key, at in self.found.sources.items()}
        own = [at for at in range(self._width()) if at not in self.keys and self._used(at)]
        self.own = {at: f"{OWN}{number}" for number, at in enumerate(own)}
        self.in_place = self.found.row == row and all(
            plan.columns[at].key == key for at, key in self.keys.items() if at < len(plan.columns)
        )

    @property
    def own_headers(self) -> Sequence[str]:
        """The headers of the office's columns, each different from every other header of the sheet."""
        taken = {column.header for column in self.plan.columns}
        headers = []
        for at in self.own:
            header = self._header(at) or column_letter(at + 1)
            while header in taken:
                header += "*"
            taken.add(header)
            headers.append(header)
        return tuple(headers)

    def rows(self) -> Sequence[Row]:
        """The rows below the headers, blank ones in their places, none after the last."""
        kinds = self.plan.by_key
        columns = {
            at: key for at, key in self.keys.items() if kinds[key].kind != COMPUTED
        } | self.own
        found = [
            {
                key: value
                for at, key in columns.items()
                if (value := self._typed(number, at)) is not None
            }
            for number in range(self.found.row, len(self.grid))
        ]
        while found and not found[-1]:
            found.pop()
        return found

    def notes(self) -> Iterator[Finding]:
        """What stays behind: formulas as values, error values, notes at cells, drawings, words above the headers."""
        cells = [cell for line in self.sheet.iter_rows() for cell in line if cell.value is not None]
        entered = [cell for cell in cells if cell.row > self.found.row and self._carried(cell)]
        if not self.in_place:
            yield from self._note("MANG-001", [c for c in entered if c.data_type == "f"])
        yield from self._note("MANG-002", [c for c in entered if c.data_type == "e"])
        yield from self._note("MANG-003", [c for c in _all(self.sheet) if c.comment])
        yield from _drawings(self.sheet, self.plan.key)

    def _carried(self, cell: Any) -> bool:
        key = self.keys.get(cell.column - 1)
        return key is None or self.plan.by_key[key].kind != COMPUTED

    def _note(self, code: str, cells: Sequence[Any]) -> Iterator[Finding]:
        if cells:
            first = cells[0]
            place = Place(self.plan.key, self.sheet.title, first.row, "", first.column_letter)
            yield finding(code, place, cells=_named(cells), count=len(cells))

    def _width(self) -> int:
        return max((len(line) for line in self.grid), default=0)

    def _header(self, at: int) -> str:
        line = self.grid[self.found.row - 1] if self.found.row else ()
        value = line[at] if at < len(line) else ""
        return str(value).strip()

    def _used(self, at: int) -> bool:
        below = (line[at] for line in self.grid[self.found.row :] if at < len(line))
        return bool(self.found.row) and (bool(self._header(at)) or any(one != "" for one in below))

    def _typed(self, number: int, at: int) -> Typed:
        line = self.grid[number]
        value = line[at] if at < len(line) else ""
        return _typed(self.sheet.cell(number + 1, at + 1), value, keep_formula=self.in_place)


def _typed(cell: Any, value: Any, *, keep_formula: bool) -> Typed:
    """What a cell holds: a formula with its result where it may be kept, an error value as text, else the value."""
    if cell.data_type == "f":
        text = getattr(cell.value, "text", None) or str(cell.value)
        if keep_formula and text.startswith("="):
            return Raw(text, formula=True, value=_plain(value))
        return Raw(text) if value == "" else _plain(value)
    if cell.data_type == "e":
        return Raw(str(cell.value))
    return _plain(value)


def _plain(value: Any) -> Cell:
    """A value as it can be written again: a day without a time as a date, nothing for a blank."""
    if value == "" or value is None:
        return None
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, str | int | float | bool | date | time):
        return value
    return str(value)


def _grid(values: Any, tab: str) -> Sequence[Sequence[Any]]:
    return list(values.get_sheet_by_name(tab).to_python(skip_empty_area=False))


def _own_tab(sheet: Any, grid: Sequence[Sequence[Any]]) -> OwnTab:
    cells = {
        (row, column): typed
        for row, line in enumerate(grid)
        for column, value in enumerate(line)
        if (typed := _typed(sheet.cell(row + 1, column + 1), value, keep_formula=True)) is not None
    }
    widths = {
        number: float(sheet.column_dimensions[column_letter(number + 1)].width)
        for number in range(max((len(line) for line in grid), default=0))
        if column_letter(number + 1) in sheet.column_dimensions
    }
    return OwnTab(sheet.title, cells, widths)


def _own_notes(sheet: Any) -> Iterator[Finding]:
    formulas = [cell for cell in _all(sheet) if cell.data_type == "f"]
    if formulas:
        place = Place("", sheet.title, formulas[0].row, "", formulas[0].column_letter)
        yield finding("MANG-006", place, cells=_named(formulas), count=len(formulas))
    yield finding("MANG-005", Place("", sheet.title))
    yield from _drawings(sheet, "")


def _drawings(sheet: Any, key: str) -> Iterator[Finding]:
    drawn = len(sheet._images) + len(sheet._charts)  # noqa: SLF001 - the library shows them nowhere else
    if drawn:
        yield finding("MANG-004", Place(key, sheet.title), count=drawn)


def _all(sheet: Any) -> Iterator[Any]:
    return (cell for line in sheet.iter_rows() for cell in line)


def _named(cells: Sequence[Any]) -> str:
    """The first few cells by their addresses."""
    names = [cell.coordinate for cell in cells[:_MOST_NAMED]]
    return ", ".join(names) + (", \N{HORIZONTAL ELLIPSIS}" if len(cells) > _MOST_NAMED else "")


def _widened(sheet: SheetLayout, headers: Sequence[str]) -> SheetLayout:
    last = sheet.columns[-1].band if sheet.columns else ""
    own = tuple(
        Column(f"{OWN}{number}", header, "any", band=last, width=16)
        for number, header in enumerate(headers)
    )
    return replace(sheet, columns=(*sheet.columns, *own))
