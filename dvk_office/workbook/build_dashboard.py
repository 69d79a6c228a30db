"""«Tổng quan»: where the movement stands, on one page, and all the buttons. It counts by itself, with no macro run."""

from collections.abc import Mapping
from typing import Any

from dvk_office.rules.layout import SheetLayout, letter
from dvk_office.rules.messages import word
from dvk_office.workbook.build_cells import Raw
from dvk_office.workbook.build_dashboard_charts import insert_charts
from dvk_office.workbook.build_dashboard_grid import (
    CHART_ROWS,
    COLUMNS,
    FIRST,
    HALF,
    LAST,
    Page,
    lay_grid,
)
from dvk_office.workbook.build_dashboard_looks import (
    colour_days,
    colour_doubts,
    colour_states,
    colour_target,
)
from dvk_office.workbook.build_figures import Board, Rows
from dvk_office.workbook.build_formats import TAB_COLOURS
from dvk_office.workbook.build_formulas import text
from dvk_office.workbook.build_pages import PROTECTED, Desk
from dvk_office.workbook.build_pages import page as paper
from dvk_office.workbook.build_terms import typed

TITLE, PLACE, DOUBTS, TARGETS, TASKS = 0, 1, 2, 5, 12  # rows; those of the rest depend on the year
ALL = (FIRST, LAST)
LEFT, RIGHT = (FIRST, HALF - 1), (HALF, LAST)


def build_dashboard(
    workbook: Any, desk: Desk, sheet: Any, plan: SheetLayout, figures: Mapping[str, Rows]
) -> None:
    """Title, targets, works, deadlines, charts, what still blocks: from top to bottom as one reads it."""
    page = Page(desk, sheet, figures)
    sheet.set_tab_color(TAB_COLOURS[plan.stage])
    lay_grid(page)
    _head(page)
    _targets(page)
    row = _deadlines(page, _tasks(page, TASKS))
    for columns, key in ((LEFT, "board_fields"), (RIGHT, "board_steps")):
        page.put(row, columns, word(key), "board_heading")
    insert_charts(workbook, page, row + 1)
    _print(desk, sheet, plan, _blocks(page, row + 2 + CHART_ROWS))


def _head(page: Page) -> None:
    """What this is, whose, up to which day, and whether the figures can be trusted."""
    board, sheet = page.desk.board, page.sheet
    sheet.set_row(TITLE, 30)
    page.put(TITLE, ALL, word("book_title", year=page.desk.year), "board_title")
    commune = board.figure(*_commune(board))
    page.put(PLACE, LEFT, commune, "board_place")
    page.put(PLACE, (HALF, LAST - 2), word("board_today"), "board_right")
    page.put(PLACE, (LAST - 1, LAST), page.shown("terms", 0, 1), "board_day")
    page.put(DOUBTS, ALL, page.shown("doubt", 0), "board_doubts", rows=2)
    colour_doubts(page, DOUBTS, FIRST)


def _commune(board: Board) -> tuple[str, str]:
    """The kind and the name of the commune; what to do where it has no name yet."""
    settings, setting = board.tally.book.settings, board.layout.setting_by_key["commune_kind"]
    usual = board.layout.label(setting.choices, setting.default)
    kind, name, unnamed = typed("commune_kind"), typed("commune"), word("board_unnamed")
    named = f'IF({kind}="",{text(usual)},{kind})&" "&{name}'
    chosen = board.layout.label(setting.choices, settings.text("commune_kind"))
    shown = f"{chosen} {settings.text('commune')}" if settings.text("commune") else unnamed
    return f'IF(TRIM({name})="",{text(unnamed)},{named})', shown


def _targets(page: Page) -> None:
    """A card for each target: its name, reached of required in large figures, what that means, what is beside it."""
    rows = page.figures["targets"]
    width = max(2, COLUMNS // len(rows))
    for number, result in enumerate(page.desk.board.tally.targets):
        columns = (FIRST + number * width, FIRST + (number + 1) * width - 1)
        page.put(TARGETS, columns, f"{result.target.code}. {result.target.label}", "card_name", 2)
        reached, required = (page.desk.board.at("targets", number, column) for column in (1, 2))
        figure = f'={reached}&"{word("board_of")}"&{required}'
        value = f"{result.actual}{word('board_of')}{result.required}"
        page.put(TARGETS + 2, columns, Raw(figure, formula=True, value=value), "card_figure", 2)
        page.put(TARGETS + 4, columns, page.shown("targets", number, 4), "card_state")
        page.put(TARGETS + 5, columns, page.shown("targets", number, 5), "card_beside")
        colour_target(page, (TARGETS + 2, TARGETS + 4), columns, TARGETS + 4)


def _list_head(page: Page, row: int, key: str, columns: tuple[tuple[int, int], ...]) -> None:
    page.put(row, ALL, word(f"board_{key}s"), "board_heading")
    headers = word(f"board_{key}_columns").split("|")
    for place, header in zip(columns, headers, strict=True):
        wide = place[1] - place[0] > 1
        page.put(row + 1, place, header, "board_header" if wide else "board_header_mid")


def _tasks(page: Page, start: int) -> int:
    """At most seven lines: by when, what, where it is done, by which button; the row after them."""
    places = ((FIRST, FIRST), (FIRST + 1, LAST - 4), (LAST - 3, LAST - 2), (LAST - 1, LAST))
    _list_head(page, start, "task", places)
    rows, first = page.figures["tasks_shown"], start + 2
    for number, cells in enumerate(rows):
        row = first + number
        page.put(row, places[0], page.shown("tasks_shown", number, 0), "board_date")
        page.put(row, places[1], page.shown("tasks_shown", number, 1), "board_text")
        page.put(row, places[2], _link(page, number, cells[2].value), "board_link")
        page.put(row, places[3], page.shown("tasks_shown", number, 3), "board_button")
    colour_days(page, (first, first + len(rows) - 1), FIRST)
    return first + len(rows) + 1


def _link(page: Page, number: int, target: str) -> Raw:
    """A link to the sheet where a work is done; nothing where there is no work."""
    cell, shown = page.desk.board.at("tasks_shown", number, 2), word("board_task_open")
    formula = f'=IF({cell}="","",HYPERLINK("#"&{cell},"{shown}"))'
    return Raw(formula, formula=True, value=shown if target else "")


def _deadlines(page: Page, start: int) -> int:
    """Every deadline in the order of its day, those done last; the row after them."""
    places = ((FIRST, LAST - 4), (LAST - 3, LAST - 2), (LAST - 1, LAST))
    _list_head(page, start, "deadline", places)
    rows, first = page.figures["deadlines_shown"], start + 2
    for number in range(len(rows)):
        for place, (column, look) in zip(
            places, enumerate(("board_text", "board_date", "board_state")), strict=True
        ):
            page.put(first + number, place, page.shown("deadlines_shown", number, column), look)
    colour_states(page, (first, first + len(rows) - 1), places[2], places[1][0])
    return first + len(rows) + 1


def _blocks(page: Page, start: int) -> int:
    """Why models do not count yet, most frequent first; which direct organisations have none; the last row."""
    page.put(start, LEFT, word("board_blocks_models"), "board_heading")
    page.put(start, RIGHT, word("board_blocks_bodies"), "board_heading")
    for number in range(len(page.figures["reasons_shown"])):
        row = start + 1 + number
        page.put(row, (FIRST, HALF - 2), page.shown("reasons_shown", number, 0), "board_text")
        page.put(row, (HALF - 1, HALF - 1), page.shown("reasons_shown", number, 1), "board_number")
        page.put(row, RIGHT, page.shown("uncovered", number, 1), "board_text")
    return row


def _print(desk: Desk, sheet: Any, plan: SheetLayout, last: int) -> None:
    """One portrait page without the buttons."""
    paper(desk, sheet, plan)
    sheet.set_portrait()
    sheet.print_area(f"{letter(FIRST)}1:{letter(LAST)}{last + 1}")
    sheet.fit_to_pages(1, 1)
    sheet.protect("", PROTECTED)
