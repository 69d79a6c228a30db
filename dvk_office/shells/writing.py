"""Writing the changes of a job into the open workbook: single cells in runs, new rows below the last one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dvk_office.core.edits import Cell, Edits, NewRow
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.shells.restoring import TEXT, TEXT_KINDS
from dvk_office.shells.table_rows import lengthen
from dvk_office.shells.typed import cell
from dvk_office.workbook.headings import COMPUTED, header_word, spellings

Run = tuple[int, list[Cell]]
"""The number of a first row, and the values of one column from there down."""


def write_edits(sheet_of: Callable[[SheetLayout], Any], edits: Edits, layout: Layout) -> None:
    """Puts every change in its place; DvkError, with nothing written, where a sheet or column is gone."""
    keys = dict.fromkeys(
        (*(one.sheet_key for one in edits.cells), *(one.sheet_key for one in edits.rows))
    )
    pages = [_Page(sheet_of(layout.by_key[key]), layout.by_key[key], layout) for key in keys]
    changes = [(page, page.changes(edits)) for page in pages]
    for page, columns in changes:
        page.make_room(edits)
        for key, runs in columns.items():
            page.write(key, runs)


class _Page:
    """One sheet as it stands: where its columns are, and its first row without entries."""

    def __init__(self, sheet: Any, plan: SheetLayout, layout: Layout) -> None:
        self.sheet, self.plan, self._first = sheet, plan, layout.first_row
        last = sheet.used_range.last_cell
        corner = (max(int(last.row), layout.header_row), int(last.column))
        grid = sheet.range((layout.header_row, 1), corner).options(ndim=2).value
        known = spellings(plan)
        keys = [known.get(header_word(str(one or "")), "") for one in grid[0]]
        self._at = {key: at for at, key in enumerate(keys, 1) if key}
        typed = [at for at, key in enumerate(keys) if not self._computed(key)]
        rows = [number for number, row in enumerate(grid) if any(_filled(row[at]) for at in typed)]
        self._free = layout.header_row + max(rows, default=0) + 1

    def _computed(self, key: str) -> bool:
        return bool(key) and self.plan.by_key[key].kind == COMPUTED

    def changes(self, edits: Edits) -> Mapping[str, list[Run]]:
        """The runs of each column; DvkError for a column that is not there."""
        found: dict[str, dict[int, Cell]] = {}
        for one in edits.cells:
            if one.sheet_key == self.plan.key:
                found.setdefault(one.column_key, {})[one.row] = one.value
        new = [one for one in edits.rows if one.sheet_key == self.plan.key]
        for row, column, value in _cells(new, max(self._free, self._first)):
            found.setdefault(column, {})[row] = value
        for key in found:
            if key not in self._at:
                place = Place(self.plan.key, self.plan.tab)
                raise DvkError(finding("NUT-031", place, column=self.plan.by_key[key].header))
        return {key: list(runs(values)) for key, values in found.items()}

    def make_room(self, edits: Edits) -> None:
        """Lets the table take in the rows that will stand below the last one."""
        if new := sum(one.sheet_key == self.plan.key for one in edits.rows):
            lengthen(self.sheet, self._first - 1, max(self._free, self._first) + new - 1)

    def write(self, key: str, runs: Sequence[Run]) -> None:
        """Text goes into cells of the format “text”, in which Excel reads nothing into it."""
        at, as_text = self._at[key], self.plan.by_key[key].kind in TEXT_KINDS
        for first, values in runs:
            area = self.sheet.range((first, at), (first + len(values) - 1, at))
            if as_text:
                area.number_format = TEXT
            area.value = [[one if as_text and one else cell(one)] for one in values]


def _filled(value: Any) -> bool:
    return value is not None and value != ""


def _cells(rows: Sequence[NewRow], first: int) -> Iterator[tuple[int, str, Cell]]:
    for number, row in enumerate(rows, first):
        for column, value in row.cells.items():
            if value is not None:
                yield number, column, value


def runs(values: Mapping[int, Cell]) -> Iterator[Run]:
    """Values by row as runs of rows that follow each other."""
    run: list[Cell] = []
    first = 0
    for row in sorted(values):
        if run and row != first + len(run):
            yield first, run
            run = []
        first = first if run else row
        run.append(values[row])
    if run:
        yield first, run
