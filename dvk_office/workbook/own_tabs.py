"""The tabs that the office added, written again as they were: every cell in its place, behind our own sheets."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from dvk_office.workbook.build_cells import write_cell
from dvk_office.workbook.build_formats import Formats
from dvk_office.workbook.entries import OwnTab, Typed

_KINDS = ((date, "date"), (time, "time"))


def write_own_tabs(workbook: Any, look: Formats, tabs: Sequence[OwnTab]) -> None:
    """Adds each of `tabs` at the end of `workbook`."""
    for tab in tabs:
        sheet = workbook.add_worksheet(tab.title)
        for column, width in tab.widths.items():
            sheet.set_column(column, column, width)
        for at, value in tab.cells.items():
            write_cell(sheet, at, value, _style(look, value))


def _style(look: Formats, value: Typed) -> Any:
    """Days and hours must look like them; everything else stands plain."""
    kind = next((kind for sort, kind in _KINDS if isinstance(value, sort)), "")
    return look[f"column:{kind}"] if kind else None
