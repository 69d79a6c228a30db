"""The tabs that the office added: every cell in its place, with what shows how it is to be read."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dvk_office.workbook.carried_cells import Formulas, Grid, Typed, hidden_columns, widths
from dvk_office.workbook.carried_codes import number_code
from dvk_office.workbook.number_codes import GENERAL

LONGEST_TITLE = 31  # letters of a tab's name (Excel's specifications and limits)
VISIBLE = "visible"
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class OwnTab:
    """One tab: its cells and how their numbers are shown by row and column, counted from nought.

    `merged` are areas by their names; `heights` those of rows; `state` is “visible” or how it is hidden.
    """

    title: str
    cells: Mapping[tuple[int, int], Typed]
    widths: Mapping[int, float]
    formats: Mapping[tuple[int, int], int | str] = field(default_factory=dict)
    merged: Sequence[str] = ()
    heights: Mapping[int, float] = field(default_factory=dict)
    state: str = VISIBLE
    hidden_columns: Collection[int] = ()
    hidden_rows: Collection[int] = ()


def own_tab(grid: Grid, title: str, formulas: Formulas) -> OwnTab:
    """The tab of `grid`, to be written under the name `title`."""
    cells: dict[tuple[int, int], Typed] = {}
    formats: dict[tuple[int, int], int | str] = {}
    for cell in grid.filled:
        at = (cell.row - 1, cell.column - 1)
        cells[at] = grid.typed(*at, formulas, in_place=True)
        if (code := number_code(cell)) != GENERAL:
            formats[at] = code
    sheet = grid.sheet
    heights = {
        number - 1: float(row.height)
        for number, row in sheet.row_dimensions.items()
        if row.customHeight and row.height
    }
    merged = tuple(str(one) for one in sheet.merged_cells.ranges)
    rows = frozenset(number - 1 for number, row in sheet.row_dimensions.items() if row.hidden)
    return OwnTab(
        title,
        cells,
        widths(sheet),
        formats,
        merged,
        heights,
        sheet.sheet_state,
        hidden_columns(sheet),
        rows,
    )


def new_titles(titles: Sequence[str], taken: Collection[str]) -> Mapping[str, str]:
    """The name of each tab in the new workbook: its own, unless Excel would refuse it or another tab has it."""
    used, found = {one.casefold() for one in taken}, {}
    for title in titles:
        name = plain = _NOT_IN_A_TITLE.sub(" ", title)[:LONGEST_TITLE].strip("' ") or "_"
        number = 1
        while name.casefold() in used:
            number += 1
            end = f" ({number})"
            name = plain[: LONGEST_TITLE - len(end)] + end
        used.add(name.casefold())
        found[title] = name
    return found
