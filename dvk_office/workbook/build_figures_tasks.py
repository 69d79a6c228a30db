"""«Việc cần làm» as figures: the works that there are, by when, where and by which button, the first of them in order."""

from typing import Any

from dvk_office.rules.dashboard import Task, load_tasks
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill, word
from dvk_office.workbook.build_figures import Board, Rows
from dvk_office.workbook.build_figures_counts import said
from dvk_office.workbook.build_figures_deadlines import LAST, deadlines
from dvk_office.workbook.build_figures_work import COUNTS, deadline_row
from dvk_office.workbook.build_formulas import text
from dvk_office.workbook.build_tally import serial

SHOWN = 7  # lines of «Việc cần làm»
COUNT, DAY, ORDER = 1, 2, 3  # columns of the block
_LATER = 500_000


def tasks(board: Board) -> Rows:
    """A line for each work: its words, how much of it, by which day, its order, where, by which button."""
    known = [one for one in load_tasks() if _day(board, one) is not None]
    return [_task(board, row, one) for row, one in enumerate(known)]


def _task(board: Board, row: int, task: Task) -> tuple[Any, ...]:
    template, number = COUNTS[task.count](board)
    day, last = _day(board, task) or ("0", 0)
    count, when = board.at("tasks", row, COUNT), board.at("tasks", row, DAY)
    order = f'IF({count}>0,IF({when}=0,{_LATER},{when})+{row / 1000},"")'
    known = (last or _LATER) + row / 1000 if number else ""
    button = next((board.buttons[key] for key in task.actions if key in board.buttons), "")
    return (
        board.figure(said(task.text, number=count), fill(task.text, {"number": str(number)})),
        board.figure(template, number),
        board.figure(day, last),
        board.figure(order, known),
        link(board.layout, task.sheet),
        word("board_button", button=button) if button else "",
    )


def _day(board: Board, task: Task) -> tuple[str, int] | None:
    """The day by which a work is due, 0 where nothing says when; None where the year has no such deadline."""
    terms = {"today": serial(board.tally.today), "until": board.until}
    if task.day in terms:
        return f"dvk_{task.day}", terms[task.day]
    row = deadline_row(board.tally.rules, task.day)
    if row is None:
        return None
    return board.at("deadlines", row, LAST), deadlines(board)[row][LAST].value


def link(layout: Layout, sheet_key: str) -> str:
    """Where a link to a sheet leads: its first row of data, or its top."""
    plan = layout.by_key[sheet_key]
    tab = plan.tab.replace("'", "''")
    return f"'{tab}'!A{layout.first_row if plan.role == 'entry' else 1}"


def tasks_shown(board: Board) -> Rows:
    """The first works in the order of their days: day, words, place, button; blank where there is no more."""
    rows = tasks(board)
    ranked = sorted(
        (row for row in rows if row[ORDER].value != ""), key=lambda row: row[ORDER].value
    )
    order = board.down("tasks", ORDER, len(rows))
    shown: list[tuple[Any, ...]] = []
    for place in range(1, SHOWN + 1):
        found = ranked[place - 1] if place <= len(ranked) else None
        at = f"MATCH(SMALL({order},{place}),{order},0)"
        cells = []
        for column in (DAY, 0, 4, 5):
            there = f"INDEX({board.down('tasks', column, len(rows))},{at})"
            nothing = word("board_nothing") if place == 1 and column == 0 else ""
            value = getattr(found[column], "value", found[column]) if found else nothing
            cells.append(board.figure(f"IF({place}>COUNT({order}),{text(nothing)},{there})", value))
        shown.append(tuple(cells))
    return shown
