"""«Cách dùng»: the manual, with what each button does, the year's calendar, the sheets and the codes of topics."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dvk_office.rules.actions import load_actions
from dvk_office.rules.guide import Part, load_guide
from dvk_office.rules.layout import SheetLayout
from dvk_office.rules.messages import word
from dvk_office.workbook.build_cells import Raw, shown_text, write_cell
from dvk_office.workbook.build_figures import Rows
from dvk_office.workbook.build_figures_deadlines import LAST
from dvk_office.workbook.build_figures_tasks import link
from dvk_office.workbook.build_formats import TAB_COLOURS
from dvk_office.workbook.build_lines import wrapped_lines
from dvk_office.workbook.build_pages import (
    LINE_HEIGHT,
    PROTECTED,
    Desk,
    page,
    row_height,
)

WIDTHS = (26, 52, 13, 34)  # characters
HEADING_HEIGHT = 24
Line = Sequence[Any]
Figures = Mapping[str, Rows]


def build_guide(desk: Desk, sheet: Any, plan: SheetLayout, figures: Figures) -> None:
    """The parts one below the other, each under its title."""
    sheet.set_tab_color(TAB_COLOURS["setup"])
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, _LAST, plan.tab, desk.formats["board_title"])
    row = 1
    for part in load_guide():
        sheet.merge_range(row, 0, row, _LAST, part.title, desk.formats["board_heading"])
        sheet.set_row(row, HEADING_HEIGHT)
        row = (
            _table(desk, sheet, row + 1, part, figures)
            if part.table
            else _text(desk, sheet, row + 1, part)
        )
    page(desk, sheet, plan)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.protect("", PROTECTED)


_LAST = len(WIDTHS) - 1


def _text(desk: Desk, sheet: Any, row: int, part: Part) -> int:
    """Each line over the whole width, with room for all its words; the row after them."""
    for line in part.lines:
        sheet.merge_range(row, 0, row, _LAST, line, desk.formats["guide_line"])
        sheet.set_row(row, LINE_HEIGHT * wrapped_lines(line, sum(WIDTHS)) + 4)
        row += 1
    return row


def _table(desk: Desk, sheet: Any, row: int, part: Part, figures: Figures) -> int:
    """A table under its headers; a cell without a neighbour takes the room of those that are not there."""
    lines = tuple(TABLES[part.table](desk, figures))
    headers = word(f"guide_{part.table}").split("|")
    _cells(desk, sheet, row, headers, "header")
    for number, line in enumerate(lines, row + 1):
        _cells(desk, sheet, number, line, "card:long_text")
        widths = (*WIDTHS[: len(line) - 1], sum(WIDTHS[len(line) - 1 :]))
        shown = zip(map(shown_text, line), widths, strict=True)
        row_height(sheet, number, max(wrapped_lines(text, width) for text, width in shown))
    return row + 1 + len(lines)


def _cells(desk: Desk, sheet: Any, row: int, line: Line, look: str) -> None:
    for column, cell in enumerate(line):
        style = desk.formats[_look(cell, look)]
        if column == len(line) - 1 and column < _LAST:
            sheet.merge_range(row, column, row, _LAST, "", style)
        write_cell(sheet, (row, column), cell, style)


def _look(cell: Any, usual: str) -> str:
    """A formula is a link if it makes one, else a day."""
    if not isinstance(cell, Raw):
        return usual
    return "card:link" if "HYPERLINK" in cell.text else "card:date"


def _buttons(desk: Desk, _figures: Figures) -> Iterator[Line]:
    """Every button that the workbook has, by group, with its sentence."""
    actions = {one.key: one for one in load_actions()}
    for key, shown in desk.board.buttons.items():
        yield shown, actions[key].help


def _calendar(desk: Desk, figures: Figures) -> Iterator[Line]:
    """Every deadline of the year: who sends what to whom, as the guidance puts it, the last day in time."""
    for row, one in enumerate(desk.rules.deadlines):
        last = desk.board.at("deadlines", row, LAST)
        day = Raw(
            f'=IF({last}=0,"",{last})',
            formula=True,
            value=figures["deadlines"][row][LAST].value or "",
        )
        written = f"{one.as_written} ({one.section})"
        yield (
            one.label,
            word("guide_sent", sender=one.sender, recipient=one.recipient),
            day,
            written,
        )


def _sheets(desk: Desk, _figures: Figures) -> Iterator[Line]:
    """Every tab that people see, with a link to it and what it is for."""
    for plan in desk.layout.sheets:
        if plan.role != "hidden":
            target = link(desk.layout, plan.key)
            shown = f'=HYPERLINK("#{target}","{plan.tab}")'
            yield Raw(shown, formula=True, value=plan.tab), plan.hint


def _topics(desk: Desk, _figures: Figures) -> Iterator[Line]:
    for field in desk.rules.fields:
        for topic in field.topics:
            yield f"{topic.key} ({field.label})", topic.label


TABLES: Mapping[str, Callable[[Desk, Figures], Iterator[Line]]] = MappingProxyType(
    {"buttons": _buttons, "calendar": _calendar, "sheets": _sheets, "topics": _topics}
)
