"""The grid of the dashboard: a panel of buttons on the left, twelve equal columns for everything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dvk_office.workbook.build_cells import Raw, write_cell
from dvk_office.workbook.build_figures import Rows
from dvk_office.workbook.build_pages import Desk

PANEL, GAP, FIRST, COLUMNS = 0, 1, 2, 12
LAST, HALF = FIRST + COLUMNS - 1, FIRST + COLUMNS // 2
PANEL_WIDTH, GAP_WIDTH, WIDTH = 24, 2, 10.7  # characters
LINE_HEIGHT = 19.5  # points
CHART_ROWS, MOST_ROWS = 10, 60


@dataclass(frozen=True)
class Page:
    """The dashboard while it is built: the sheet, what it is built with, and the figures that it shows."""

    desk: Desk
    sheet: Any
    figures: Mapping[str, Rows]

    def shown(self, block: str, row: int, column: int = 0) -> Raw:
        """A cell that shows one of the figures."""
        cell = self.figures[block][row][column]
        value = cell.value if isinstance(cell, Raw) else cell
        return Raw(f"={self.desk.board.at(block, row, column)}", formula=True, value=value)

    def put(
        self, row: int, columns: tuple[int, int], value: object, look: str, rows: int = 1
    ) -> None:
        """One value over the columns from the first to the last and over so many rows."""
        first, last = columns
        style = self.desk.formats[look]
        if (first, rows) != (last, 1):
            self.sheet.merge_range(row, first, row + rows - 1, last, "", style)
        write_cell(self.sheet, (row, first), value, style)


def lay_grid(page: Page) -> None:
    """Widths and heights: every line is as high as a button needs."""
    sheet = page.sheet
    sheet.set_column(PANEL, PANEL, PANEL_WIDTH)
    sheet.set_column(GAP, GAP, GAP_WIDTH)
    sheet.set_column(FIRST, LAST, WIDTH)
    for row in range(MOST_ROWS):
        sheet.set_row(row, LINE_HEIGHT)
