"""The tabs that the office added, written again as they were: every cell in its place, behind our own sheets."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from dvk_office.workbook.build_cells import write_cell
from dvk_office.workbook.carried_tabs import VISIBLE, OwnTab

_EDGES = 5 / 7  # of a letter: what XlsxWriter adds to every width for the edges of its cells
_SHOWN: Mapping[type, str] = MappingProxyType(
    # Days and hours that say nothing of how they are shown must look like them, else they become numbers.
    {
        date: "dd/mm/yyyy",
        datetime: "dd/mm/yyyy hh:mm",
        time: "hh:mm",
        timedelta: "[h]:mm:ss",
    }
)


def write_own_tabs(workbook: Any, tabs: Sequence[OwnTab], names: Mapping[str, str]) -> None:
    """Adds each of `tabs` at the end of `workbook`, and the office's `names`."""
    styles: dict[str, Any] = {"": None}
    for tab in tabs:
        sheet = workbook.add_worksheet(tab.title)
        _arrange(sheet, tab)
        for at, value in tab.cells.items():
            code = tab.formats.get(at) or _SHOWN.get(value.__class__, "")
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
