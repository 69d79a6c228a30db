"""«Phiếu mô hình»: everything that the workbook says of one model, chosen by its code, on one page to be printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dvk_office.core.records import Record
from dvk_office.rules.layout import Column, SheetLayout, letter
from dvk_office.rules.messages import word
from dvk_office.rules.model_sheet import Line, load_sections
from dvk_office.workbook.build_cells import NAME, Raw, code_key, names, result, write_cell
from dvk_office.workbook.build_computed_values import computed_values
from dvk_office.workbook.build_formats import TAB_COLOURS
from dvk_office.workbook.build_formulas import text, whole
from dvk_office.workbook.build_model_places import PLACES, place_templates, rows_of_model
from dvk_office.workbook.build_pages import LINE_HEIGHT, PROTECTED, Desk, page
from dvk_office.workbook.build_validation import CODES

COLUMNS, WIDTH, LABEL = 8, 16, 2  # a grid of equal columns; a label takes two
CODE_ROW, CODE_AT, CODE = 1, 2, "$C$2"
FIRST_LINE = 3
PLACE_AT = COLUMNS + 1  # the hidden column with the places of the rows
ROOM = 1.05  # letters to a character of width, on the safe side


@dataclass(frozen=True)
class Card:
    """The sheet while it is built: what it is built with, and the rows of the model that it shows at first."""

    desk: Desk
    sheet: Any
    code: str
    rows: Mapping[str, Record | None]


def build_model_sheet(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """The chosen code, then the sections; only the cell of the code can be typed into."""
    code = next((one.text("code") for one in desk.board.tally.book["models"]), "")
    card = Card(desk, sheet, code, rows_of_model(desk.board.tally, code))
    sheet.set_tab_color(TAB_COLOURS[plan.stage])
    sheet.set_column(0, COLUMNS - 1, WIDTH)
    sheet.set_column(COLUMNS, PLACE_AT, None, None, {"hidden": True})
    _head(card, plan)
    _places(card)
    row = FIRST_LINE
    for section in load_sections():
        sheet.merge_range(row, 0, row, COLUMNS - 1, section.title, desk.formats["board_heading"])
        sheet.set_row(row, LINE_HEIGHT + 4)
        for line in section.lines:
            row += 1
            _line(card, row, line)
        row += 1
    page(desk, sheet, plan)
    sheet.set_portrait()
    sheet.print_area(0, 0, row - 1, COLUMNS - 1)
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.protect("", PROTECTED)


def _head(card: Card, plan: SheetLayout) -> None:
    look, sheet = card.desk.formats, card.sheet
    sheet.set_row(0, 30)
    sheet.set_row(CODE_ROW, 24)
    sheet.merge_range(0, 0, 0, COLUMNS - 1, plan.tab, look["board_title"])
    sheet.merge_range(CODE_ROW, 0, CODE_ROW, 1, word("card_code"), look["board_right"])
    write_cell(sheet, (CODE_ROW, CODE_AT), card.code, look["entry"])
    sheet.merge_range(CODE_ROW, CODE_AT + 1, CODE_ROW, COLUMNS - 1, plan.hint, look["hint"])
    hint = {"input_title": word("card_code"), "input_message": plan.hint}
    rule = {"validate": "list", "source": f"={CODES}models", "show_error": False, **hint}
    sheet.data_validation(CODE_ROW, CODE_AT, CODE_ROW, CODE_AT, rule)


def _place(key: str) -> str:
    """The cell that holds the place of the model's row in the table `key`."""
    return f"${letter(PLACE_AT)}${1 + PLACES.index(key)}"


def _places(card: Card) -> None:
    board = card.desk.board
    templates = place_templates(CODE, _place("models"))
    for row, key in enumerate(PLACES):
        found = f'IF(TRIM({CODE})="",0,IFERROR({templates[key]},0))'
        cell = board.figure(found, board.tally.place(card.rows[key]))
        write_cell(card.sheet, (row, PLACE_AT), cell, None)


def _line(card: Card, row: int, line: Line) -> None:
    """One column over the whole width, or two side by side, each with the header of its column."""
    card.sheet.set_row(row, LINE_HEIGHT * line.rows + 3)
    share = COLUMNS // len(line.cells)
    for number, (sheet_key, key) in enumerate(line.cells):
        plan = card.desk.layout.by_key[sheet_key]
        first, last = number * share, (number + 1) * share - 1
        label = card.desk.formats["card_label"]
        card.sheet.merge_range(row, first, row, first + LABEL - 1, plan.by_key[key].header, label)
        room = int((share - LABEL) * WIDTH * ROOM) * line.rows
        style = card.desk.formats[_style(plan.by_key[key])]
        card.sheet.merge_range(row, first + LABEL, row, last, "", style)
        write_cell(card.sheet, (row, first + LABEL), _cell(card, plan, key, room), style)


def _style(column: Column) -> str:
    """Days and numbers look as in their sheets; figures of ours that are days look like days."""
    return "card:date" if column.key == "day" else f"card:{column.kind}"


def _cell(card: Card, plan: SheetLayout, key: str, room: int) -> Raw:
    """What stands in the model's row, text too long for its room with a sign that it goes on; empty for nothing."""
    found = f"INDEX({whole(card.desk.layout, plan.key, key)},{_place(plan.key)})"
    more = "\N{HORIZONTAL ELLIPSIS}"
    cut = f"IF(LEN({found})>{room},LEFT({found},{room - 1})&{text(more)},{found})"
    nothing = f'OR({found}="",{found}=0)' if key == "day" else f'{found}=""'
    formula = f'=IF({_place(plan.key)}=0,"",IF({nothing},"",{cut}))'
    value = _value(card, plan, key)
    if isinstance(value, str) and len(value) > room:
        value = value[: room - 1] + more
    return Raw(formula, formula=True, value=value)


def _value(card: Card, plan: SheetLayout, key: str) -> Any:
    """The same as the cell is when the workbook is built."""
    record, column = card.rows[plan.key], plan.by_key[key]
    if record is None:
        return ""
    row = card.desk.content[plan.key][record.row - card.desk.layout.first_row]
    if key.endswith(NAME):
        code = key.removesuffix(NAME)
        return names(card.desk.content, plan.by_key[code]).get(code_key(row.get(code)), "")
    if column.kind == "computed":
        return computed_values(card.desk.board.tally, plan.key, key)[record.row] or ""
    return result(row.get(key))
