"""The tabs that the office added, written again as they were: every cell in its place, behind our own sheets."""

from collections.abc import Mapping, Sequence
from typing import Any

from dvk_office.workbook.build_cells import write_cell
from dvk_office.workbook.carried_cells import EDGES
from dvk_office.workbook.carried_sheet import ANY
from dvk_office.workbook.carried_tabs import VISIBLE, OwnTab
from dvk_office.workbook.number_codes import GENERAL, usual_code


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
    """Widths, heights, merged cells; what was hidden stays so."""
    for column in tab.widths.keys() | tab.hidden_columns:
        width = max(tab.widths[column] - EDGES, 0) if column in tab.widths else None
        sheet.set_column(column, column, width, None, {"hidden": column in tab.hidden_columns})
    for row in tab.heights.keys() | tab.hidden_rows:
        sheet.set_row(row, tab.heights.get(row), None, {"hidden": row in tab.hidden_rows})
    for area in tab.merged:
        sheet.merge_range(area, "")
    if tab.state != VISIBLE:
        _ = sheet.hide() if tab.state == "hidden" else sheet.very_hidden()
