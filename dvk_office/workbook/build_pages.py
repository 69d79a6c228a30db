"""What every sheet has: its title, its look on paper, the height of its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any

from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import Codes, Content
from dvk_office.workbook.build_figures import Board
from dvk_office.workbook.build_formats import TAB_COLOURS, Formats

A4_LANDSCAPE = 200  # characters that fit the width of the page in a readable size
NEAR = 4  # columns
A4_SCALED, SCALE = 180, 72  # and those of a wide sheet, printed in so many percent of its size
PROTECTED: Mapping[str, bool] = MappingProxyType(
    # Of a sheet that only the program writes: anybody may look, filter and make room, without a password.
    {"format_columns": True, "format_rows": True, "autofilter": True, "objects": True}
)
LINE_HEIGHT, TALLEST = 14.5, 409  # points; Excel allows no taller row


@dataclass(frozen=True)
class Desk:
    """What every sheet is built with."""

    layout: Layout
    rules: Rules
    formats: Formats
    content: Content
    board: Board
    sample: bool
    codes: Codes
    shown: Callable[[str, int | str], Any]

    @property
    def year(self) -> int:
        return self.rules.year


def title_row(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """Row 1: what the sheet is; right of it, how it is filled, and a sample's notice."""
    first, look = int(plan.key == "settings"), desk.formats
    beside = first + 2
    sheet.set_row(0, 26)
    sheet.set_tab_color(TAB_COLOURS[plan.stage])
    sheet.write_string(0, first, plan.tab, look["title"])
    if desk.sample:
        parts = (look["hint"], f"{plan.hint}   ", look["sample"], word("book_sample"))
        sheet.write_rich_string(0, beside, *parts, look["hint"])
    else:
        sheet.write_string(0, beside, plan.hint, look["hint"])


def kept_columns(plan: SheetLayout) -> int:
    """How many columns on the left never fold nor scroll away, and repeat in print: up to the name where it is near."""
    if plan.key == "settings":
        return 3
    near = tuple(plan.by_key)[:NEAR]
    return max(2, near.index("name") + 1 if "name" in near else 0)


def print_setup(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """A4 landscape, headers on every page; a wide sheet goes over several pages with its left columns repeated."""
    header = desk.layout.header_row
    kept = kept_columns(plan)
    sheet.freeze_panes(header, kept)
    page(desk, sheet, plan)
    banded = any(column.band for column in plan.columns)
    sheet.repeat_rows(header - 2 if banded else header - 1, header - 1)
    if sum(map(_printed, plan.columns)) <= A4_LANDSCAPE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(SCALE)
        sheet.repeat_columns(0, kept - 1)
        sheet.set_v_pagebreaks(page_breaks(plan))


def page_breaks(plan: SheetLayout) -> list[int]:
    """The columns that begin a page of a wide sheet: those of bands that would not fit whole on the page before."""
    repeated = sum(map(_printed, plan.columns[: kept_columns(plan)]))
    used, breaks = 0, []
    for _, columns in groupby(enumerate(plan.columns), key=lambda found: found[1].band):
        (first, head), *rest = columns
        width = sum(map(_printed, (head, *(column for _, column in rest))))
        if used and used + width > A4_SCALED and width <= A4_SCALED - repeated:
            breaks.append(first)
            used = repeated
        used += width
    return breaks


def _printed(column: Column) -> int:
    return 0 if column.hidden else column.width


def page(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """Paper, margins, the movement and the year above, the sheet and page x/y below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    font = '&"Times New Roman,Regular"&9'
    notice = f"&R{font}{word('book_sample')}" if desk.sample else ""
    sheet.set_header(f"&L{font}{word('book_title', year=desk.year)}{notice}")
    sheet.set_footer(f"&L{font}{plan.tab}&R{font}{word('book_page')}")
    sheet.hide_gridlines(2 if plan.role == "output" else 1)


def row_height(sheet: Any, number: int, lines: int) -> None:
    """Room for `lines` lines; a row of one line keeps Excel's own height, so that it still grows by itself."""
    if lines > 1:
        sheet.set_row(number, min(LINE_HEIGHT * lines + 2, TALLEST))
