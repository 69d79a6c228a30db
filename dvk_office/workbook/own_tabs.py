"""The tabs that the office added, written again as they were: every cell in its place, behind our own sheets."""

from collections.abc import Mapping, Sequence
from typing import Any

from dvk_office.workbook.build_cells import write_cell
from dvk_office.workbook.build_formats import GENERAL, usual_code
from dvk_office.workbook.carried_sheet import ANY
from dvk_office.workbook.carried_tabs import VISIBLE, OwnTab

_EDGES = 5 / 7  # of a letter: what XlsxWriter adds to every width for the edges of its cells


def write_own_tabs(workbook: Any, tabs: Sequence[OwnTab], names: Mapping[str, str]) -> None:
    """Adds each of `tabs` at the end of `workbook`, and the office's `names`."""
    styles: dict[int | str, Any] = {GENERAL: None}
    for tab in tabs:
        sheet = workbook.add_worksheet(tab.title)
        _arrange(sheet, tab)
        for at, value in tab.cells.items():
            code = tab.formats.get(at) or usual_code(ANY, value)
            if code not in styles:
                styles[code] = workbook.add_format({"num_format": code})
            write_cell(sheet, at, value, styles[code])
    for name, formula in names.items():
        workbook.define_name(name, formula)


def _arrange(sheet: Any, tab: OwnTab) -> None:
    """Widths, heights, merged cells; a tab that was hidden stays so."""
    for column, width in tab.widths.items():
        sheet.set_column(column, column, max(width - _EDGES, 0))
    for row, height in tab.heights.items():
        sheet.set_row(row, height)
    for area in tab.merged:
        sheet.merge_range(area, "")
    if tab.state != VISIBLE:
        _ = sheet.hide() if tab.state == "hidden" else sheet.very_hidden()
