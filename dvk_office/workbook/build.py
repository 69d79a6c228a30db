"""Builds a whole workbook from data. Same data, same bytes; the file appears complete or not at all."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dvk_office import __version__
from dvk_office.rules.actions import workbook_groups
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_book import book_of
from dvk_office.workbook.build_buttons import CONF, Macros, insert_buttons, write_conf
from dvk_office.workbook.build_cells import Codes, Content, ask_of_functions_once, parted
from dvk_office.workbook.build_dashboard import build_dashboard
from dvk_office.workbook.build_days import define_days
from dvk_office.workbook.build_figures import SHEET as FIGURES
from dvk_office.workbook.build_figures import Board
from dvk_office.workbook.build_figures_sheet import build_figures
from dvk_office.workbook.build_formats import Formats, formats, options, shown_formats
from dvk_office.workbook.build_guide import build_guide
from dvk_office.workbook.build_lists import define_codes, define_lists
from dvk_office.workbook.build_marks import define_marks, mark_cells, write_digest
from dvk_office.workbook.build_model_sheet import build_model_sheet
from dvk_office.workbook.build_pages import Desk
from dvk_office.workbook.build_results import build_results
from dvk_office.workbook.build_settings import build_settings
from dvk_office.workbook.build_sheets import build_entry
from dvk_office.workbook.build_tally import Tally
from dvk_office.workbook.carried_tabs import OwnTab
from dvk_office.workbook.own_tabs import write_own_tabs
from dvk_office.workbook.results import RESULTS
from dvk_office.workbook.ribbon import finish, ribbon_xml
from dvk_office.workbook.vba_project import name_modules

DASHBOARD, GUIDE, BUTTONS_AT = "dashboard", "guide", (5, 0)


def build_workbook(  # noqa: PLR0913 - what a workbook is made of, one argument each
    layout: Layout,
    rules: Rules,
    content: Content,
    target: Path,
    macros: Macros | None = None,
    *,
    tabs: Sequence[OwnTab] = (),
    names: Mapping[str, str] | None = None,
    today: date | None = None,
) -> None:
    """Writes `target` with the rows of `content` by sheet and column key, as the cells shall hold them.

    With `macros` it is a workbook with buttons (.xlsm) whose tabs are locked against renaming, moving and deleting.
    The office's own `tabs` and `names` come last. Formulas show what they give on `today` until somebody calculates
    them: the day of a sample, else the first day of the year where none is given.
    """
    import xlsxwriter

    made = BytesIO()
    workbook = xlsxwriter.Workbook(made, options())
    plain, codes = parted(content)
    book = book_of(layout, plain)
    day = book.settings.day("sample_day") or today or date(rules.year, 1, 1)
    groups = macros.groups if macros else workbook_groups()
    words = {action.key: action.word for _, actions in groups for action in actions}
    board = Board(Tally(layout, rules, book, plain, day), MappingProxyType(words))
    _fill(workbook, board, codes, macros)
    write_own_tabs(workbook, tabs, names or {})
    workbook.close()
    ended = finish(made.getvalue(), ribbon_xml(macros.groups)) if macros else made.getvalue()
    _write(target, ended)


def _write(target: Path, content: bytes) -> None:
    """The whole file or none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _fill(workbook: Any, board: Board, codes: Codes, macros: Macros | None) -> None:
    layout, rules = board.layout, board.tally.rules
    sample = board.tally.book.settings.day("sample_day") is not None
    looks, shown, content = formats(workbook), shown_formats(workbook), board.tally.content
    desk = Desk(layout, rules, looks, content, board, sample, codes, shown)
    sheets = {plan.key: workbook.add_worksheet(plan.tab) for plan in layout.sheets}
    ask_of_functions_once(tuple(sheets.values()))
    figures = build_figures(workbook, sheets[FIGURES], board)
    for plan in layout.sheets:
        _build(desk, sheets[plan.key], plan)
        if plan.role == "entry":
            mark_cells(sheets[plan.key], desk.formats, layout, plan)
    build_dashboard(workbook, desk, sheets[DASHBOARD], layout.by_key[DASHBOARD], figures)
    build_guide(desk, sheets[GUIDE], layout.by_key[GUIDE], figures)
    sheets[DASHBOARD].activate()
    define_lists(workbook, sheets["lists"], layout, rules)
    define_codes(workbook, layout)
    define_days(workbook, layout)
    define_marks(workbook, layout)
    write_digest(workbook, sheets["log"], layout)
    _mark(workbook, layout, rules)
    if macros:
        _equip(workbook, sheets, desk.formats, macros)


def _equip(workbook: Any, sheets: Mapping[str, Any], look: Formats, macros: Macros) -> None:
    """The macros with what they need, and the buttons on the sheet that the workbook opens at."""
    workbook.add_vba_project(BytesIO(macros.project), is_stream=True)
    name_modules(workbook, sheets)
    write_conf(sheets[CONF], macros)
    sheets[CONF].very_hidden()
    insert_buttons(sheets[DASHBOARD], look, macros.groups, BUTTONS_AT)


def _build(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    if plan.role == "hidden":
        sheet.hide()
    elif plan.key in (DASHBOARD, GUIDE):
        return  # built last, from the figures of all others
    elif plan.key == "settings":
        build_settings(desk, sheet, plan)
    elif plan.key in RESULTS:
        build_results(desk, sheet, plan)
    elif plan.key == "model_sheet":
        build_model_sheet(desk, sheet, plan)
    else:
        build_entry(desk, sheet, plan)


def _mark(workbook: Any, layout: Layout, rules: Rules) -> None:
    """What the reader knows the workbook by: product, version of the layout, year, version of the program."""
    marks = {
        "dvk_product": layout.product,
        "dvk_layout_version": layout.version,
        "dvk_year": rules.year,
        "dvk_program": __version__,
    }
    for name, value in marks.items():
        workbook.define_name(name, f'="{value}"' if isinstance(value, str) else f"={value}")
        workbook.set_custom_property(name, value)
    title = word("book_title", year=rules.year)
    built = datetime(rules.year, 1, 1, tzinfo=UTC)
    workbook.set_properties({"title": title, "created": built})
