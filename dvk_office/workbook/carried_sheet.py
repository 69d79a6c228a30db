"""An entry sheet of another workbook: its rows by our columns, and the columns that the office added."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.addresses import column_letter
from dvk_office.workbook.carried_cells import (
    EDGES,
    Formulas,
    Grid,
    Typed,
    headed,
    hidden_columns,
    widths,
)
from dvk_office.workbook.carried_codes import as_shown
from dvk_office.workbook.headings import COMPUTED, SEARCHED_ROWS, Found, find_heading

OWN = "own_"
LONGEST_HEADER = 255  # letters of the name of a table's column (Excel's specifications and limits)
SETTINGS, KEY, VALUE = "settings", "key", "value"
ANY = "any"  # the kind of the office's own columns
OWN_WIDTH = 16  # letters
Row = dict[str, Any]
Shape = tuple[int, bool]


class CarriedSheet:
    """One entry sheet as it stands in the file, under the tab's own name."""

    def __init__(self, plan: SheetLayout, grid: Grid, layout: Layout) -> None:
        self.plan, self.grid, self._layout = plan, grid, layout
        head = list(grid.values[:SEARCHED_ROWS])
        self.found: Found = find_heading(plan, grid.sheet.title, head, 1, layout.header_row)
        self.keys: Mapping[int, str] = {at: key for key, at in self.found.sources.items()}
        used = sorted({cell.column - 1 for cell in grid.filled if cell.row >= self.found.row})
        own = [at for at in used if self.found.row and at not in self.keys]
        self.own: Mapping[int, str] = {at: f"{OWN}{number}" for number, at in enumerate(own)}

    @property
    def title(self) -> str:
        return str(self.grid.sheet.title)

    @cached_property
    def entered(self) -> Sequence[Any]:
        """The filled cells below the headers that are carried over: those of computed columns are not."""
        below = (cell for cell in self.grid.filled if cell.row > self.found.row)
        return [cell for cell in below if self._carried(cell.column - 1)]

    @cached_property
    def in_place(self) -> bool:
        """Whether every cell stands in the new workbook where it stands here, so that formulas find it."""
        columns = self.plan.columns
        ours = all(at < len(columns) and columns[at].key == key for at, key in self.keys.items())
        beside = all(at == len(columns) + number for number, at in enumerate(self.own))
        named = self.title == self.plan.tab and self.found.row == self._layout.header_row
        return ours and beside and named and self._settled()

    def _settled(self) -> bool:
        """Whether the settings stand in our order: the new workbook has them so."""
        if self.plan.key != SETTINGS or KEY not in self.found.sources:
            return True
        at, first = self.found.sources[KEY], self.found.row
        keys = [str(self.grid.value(row, at)) for row in range(first, len(self.grid.values))]
        ours = [one.key for one in self._layout.settings]
        return keys[: len(ours)] == ours

    @property
    def own_headers(self) -> Sequence[str]:
        """The headers of the office's columns, each different from every other header: a table's names ignore case."""
        taken = {column.header.casefold() for column in self.plan.columns}
        headers = []
        for at in self.own:
            header = headed(self.grid.value(self.found.row - 1, at))[:LONGEST_HEADER]
            header = header or column_letter(at + 1)
            while header.casefold() in taken:
                header = f"{header[: LONGEST_HEADER - 1]}*"
            taken.add(header.casefold())
            headers.append(header)
        return tuple(headers)

    @property
    def own_shapes(self) -> Sequence[Shape]:
        """How wide the office's columns are, and whether they are hidden."""
        sheet = self.grid.sheet
        known, hidden = widths(sheet), hidden_columns(sheet)
        wide = {at: max(round(width - EDGES), 1) for at, width in known.items()}
        return tuple((wide.get(at, OWN_WIDTH), at in hidden) for at in self.own)

    @cached_property
    def words(self) -> frozenset[str]:
        """What we write ourselves into computed columns, as words."""
        ours = self._layout.settings if self.plan.key == SETTINGS else ()
        return frozenset(text for one in ours for text in (one.label, one.group))

    def rows(self, formulas: Formulas) -> Sequence[Row]:
        """The rows below the headers, blank ones in their places, none after the last."""
        found: list[Row] = []
        for cell in self.entered:
            at = cell.row - self.found.row - 1
            found.extend({} for _ in range(at + 1 - len(found)))
            value: Typed = self.grid.typed(
                cell.row - 1, cell.column - 1, formulas, in_place=self.in_place
            )
            if value is not None:
                kind = self._kind(cell)
                found[at][self._key(cell.column - 1)] = as_shown(cell, value, kind)
        while found and not found[-1]:
            found.pop()
        return found

    def _kind(self, cell: Any) -> str:
        """The kind of the column or the setting whose cell stands there in the new workbook."""
        column = self.plan.by_key.get(self.keys.get(cell.column - 1, ""))
        if (
            self.plan.key == SETTINGS
            and column
            and column.key == VALUE
            and KEY in self.found.sources
        ):
            key = str(self.grid.value(cell.row - 1, self.found.sources[KEY]))
            setting = self._layout.setting_by_key.get(key)
            return setting.kind if setting else ANY
        return column.kind if column else ANY

    def _key(self, at: int) -> str:
        return self.keys.get(at) or self.own[at]

    def _carried(self, at: int) -> bool:
        key = self.keys.get(at)
        return at in self.own or (key is not None and self.plan.by_key[key].kind != COMPUTED)
