"""Writes the hidden sheet of figures, and gives names to the cells that other formulas know."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from dvk_office.workbook.build_cells import write_cell
from dvk_office.workbook.build_figures import FIRST_ROW, Board, Rows, start
from dvk_office.workbook.build_figures_counts import (
    fields,
    reasons,
    reasons_shown,
    steps,
    targets,
    uncovered,
)
from dvk_office.workbook.build_figures_deadlines import deadlines, deadlines_shown
from dvk_office.workbook.build_figures_doubts import doubt_line, doubts
from dvk_office.workbook.build_figures_tasks import tasks, tasks_shown
from dvk_office.workbook.build_terms import days_off, setting_days, terms

TERM = "dvk_"
BLOCKS: Mapping[str, Callable[[Board], Rows]] = MappingProxyType(
    {
        "terms": terms,
        "setting_days": setting_days,
        "days_off": days_off,
        "targets": targets,
        "deadlines": deadlines,
        "deadlines_shown": deadlines_shown,
        "tasks": tasks,
        "tasks_shown": tasks_shown,
        "fields": fields,
        "steps": steps,
        "doubts": doubts,
        "doubt": lambda board: [[doubt_line(board)]],
        "reasons": reasons,
        "reasons_shown": reasons_shown,
        "uncovered": uncovered,
    }
)


def build_figures(workbook: Any, sheet: Any, board: Board) -> Mapping[str, Rows]:
    """Every block in its place under its name; the blocks, for those who show them."""
    found = {name: block(board) for name, block in BLOCKS.items()}
    for name, rows in found.items():
        sheet.write_string(0, start(name), name)
        for row, cells in enumerate(rows, FIRST_ROW - 1):
            for column, cell in enumerate(cells, start(name)):
                write_cell(sheet, (row, column), cell, None)
    for row, (term, _) in enumerate(found["terms"]):
        workbook.define_name(TERM + term, f"={board.at('terms', row, 1)}")
    days = board.down("days_off", 1, len(found["days_off"]))
    workbook.define_name(f"{TERM}holidays", f"={days}")
    return found
