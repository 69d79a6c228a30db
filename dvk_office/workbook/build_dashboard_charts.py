"""The charts of the dashboard: models by field and by step, drawn by the host from the figures."""

from typing import Any

from dvk_office.workbook.build_dashboard_grid import FIRST, HALF, Page
from dvk_office.workbook.build_formats import BAR, FONT, GREY, LINE

PIXELS_HIGH, PIXELS_WIDE = 262, 474


def insert_charts(workbook: Any, page: Page, row: int) -> None:
    """Both charts side by side, their upper edges in `row`."""
    for column, block in ((FIRST, "fields"), (HALF, "steps")):
        page.sheet.insert_chart(row, column, _bars(workbook, page, block), {"x_offset": 2})


def _bars(workbook: Any, page: Page, block: str) -> Any:
    """One bar a line of the block, the first on top, each with its number."""
    length, board = len(page.figures[block]), page.desk.board
    font = {"name": FONT, "size": 9, "color": GREY}
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": f"={board.down(block, 0, length)}",
            "values": f"={board.down(block, 1, length)}",
            "fill": {"color": BAR},
            "gap": 40,
            "data_labels": {"value": True, "font": font},
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": LINE}})
    plain = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    chart.set_x_axis(plain)
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_size({"width": PIXELS_WIDE, "height": PIXELS_HIGH})
    chart.show_hidden_data()
    return chart
