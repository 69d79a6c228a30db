"""The sheets of a workbook that we build: headings, tables, settings, pages that the program fills later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.messages import word
from dvk_office.workbook.build_cells import NAME, Cell, Content, Row, names, write_cell
from dvk_office.workbook.build_formats import TAB_COLOURS, Formats
from dvk_office.workbook.build_validation import ROWS, validation

EMPTY_ROWS = 30  # ready to be typed into in a book that has no data yet
A4_LANDSCAPE = 160  # characters that fit the width of the page in a readable size
HEADER_HEIGHT = 48


@dataclass(frozen=True)
class Desk:
    """What every sheet is built with."""

    layout: Layout
    formats: Formats
    content: Content
    year: int
    sample: bool


def build_entry(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """One sheet for typing: bands, headers, a table with its rows, help at the cells, print set-up."""
    rows = desk.content.get(plan.key, ())
    _title(desk, sheet, plan)
    _columns(desk, sheet, plan)
    _bands(desk, sheet, plan)
    _table(desk, sheet, plan, max(len(rows), 1) if desk.sample or rows else EMPTY_ROWS)
    codes = {c.key: names(desk.content, c) for c in plan.columns if c.refers}
    for number, row in enumerate(rows):
        _row(desk, sheet, plan, (desk.layout.first_row - 1 + number, row, codes))
    _help(desk, sheet, plan)
    _print_setup(desk, sheet, plan)


def _title(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """Row 1: what the sheet is; row 2: how it is filled, unless bands stand there."""
    first = 1 if plan.key == "settings" else 0
    sheet.set_row(0, 26)
    sheet.set_tab_color(TAB_COLOURS.get(plan.stage, TAB_COLOURS["setup"]))
    title = word("book_title", tab=plan.tab, year=desk.year)
    styles = desk.formats
    parts = [styles["title"], title, styles["hint"], f"   {plan.hint}"]
    if desk.sample:
        parts += [styles["sample"], f"   {word('book_sample')}"]
    sheet.write_rich_string(0, first, *parts, styles["title"])


def _columns(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """Widths and formats; all columns of a band but its first fold away."""
    before = None
    folds = len({column.band for column in plan.columns}) > 1
    for index, column in enumerate(plan.columns):
        level = int(folds and index > 0 and column.band == before and index >= _kept(plan))
        before = column.band
        style = desk.formats[f"column:{column.kind}"]
        sheet.set_column(index, index, column.width, style, {"level": level})
    sheet.outline_settings(True, True, False, False)  # noqa: FBT003 - the sign stands left of a band


def _kept(plan: SheetLayout) -> int:
    """How many columns on the left never fold nor scroll away."""
    second = plan.columns[1].key if len(plan.columns) > 1 else ""
    return 2 if second == "name" or second.endswith(NAME) else 1


def _bands(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    row = desk.layout.header_row - 2
    if not any(column.band for column in plan.columns):
        return
    index = 0
    for band, columns in groupby(plan.columns, key=lambda column: column.band):
        last = index + len(tuple(columns)) - 1
        if last > index:
            sheet.merge_range(row, index, row, last, band, desk.formats["band"])
        else:
            sheet.write_string(row, index, band, desk.formats["band"])
        index = last + 1


def _table(desk: Desk, sheet: Any, plan: SheetLayout, length: int) -> None:
    """A real Excel table, so that a row typed below it belongs to it; its cells are drawn by us."""
    header = desk.layout.header_row - 1
    last = header + length
    columns = [_table_column(desk, plan, column) for column in plan.columns]
    sheet.set_row(header, HEADER_HEIGHT)
    area = (header, 0, last, len(plan.columns) - 1)
    name = f"dvk_{plan.key}"
    sheet.add_table(*area, {"name": name, "style": None, "columns": columns})
    for number in range(header + 1, last + 1):
        for index, column in enumerate(plan.columns):
            if column.kind != "computed" or not _formula(desk, plan, column):
                sheet.write_blank(number, index, None, desk.formats[column.kind])
            else:
                formula = _formula(desk, plan, column)
                sheet.write_formula(number, index, formula, desk.formats["computed"], "")


def _table_column(desk: Desk, plan: SheetLayout, column: Column) -> Mapping[str, Any]:
    computed = column.kind == "computed"
    kind = "_computed" if computed else "_required" if column.required else ""
    look = {"header": column.header, "header_format": desk.formats[f"header{kind}"]}
    formula = _formula(desk, plan, column)
    return {**look, "formula": formula, "format": desk.formats["computed"]} if formula else look


def _formula(desk: Desk, plan: SheetLayout, column: Column) -> str:
    """The name that belongs to the code in the column before; empty for other columns (Excel 2010)."""
    code = plan.by_key.get(column.key.removesuffix(NAME))
    if column.kind != "computed" or code is None or not code.refers:
        return ""
    target = desk.layout.by_key[code.refers]
    codes, found = target.by_key["code"].header, target.by_key["name"].header
    table, here = f"dvk_{target.key}", f"dvk_{plan.key}[[#This Row],[{code.header}]]"
    return f'=IFERROR(INDEX({table}[{found}],MATCH({here},{table}[{codes}],0)),"")'


def _row(
    desk: Desk,
    sheet: Any,
    plan: SheetLayout,
    entry: tuple[int, Row, Mapping[str, Mapping[Any, str]]],
) -> None:
    number, row, codes = entry
    for index, column in enumerate(plan.columns):
        formula = _formula(desk, plan, column)
        if not formula:
            write_cell(sheet, (number, index), row.get(column.key), desk.formats[column.kind])
            continue
        code = column.key.removesuffix(NAME)
        name = codes[code].get(row.get(code), "")
        sheet.write_formula(number, index, formula, desk.formats["computed"], name)


def _help(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    first = desk.layout.first_row - 1
    for index, column in enumerate(plan.columns):
        if column.kind != "computed" and (rule := validation(column)):
            sheet.data_validation(first, index, first + ROWS, index, rule)
    whole = f"A{first + 1}:{plan.letters[plan.columns[-1].key]}{first + 1 + ROWS}"
    sheet.ignore_errors({"number_stored_as_text": whole, "two_digit_text_year": whole})


def _print_setup(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """A4 landscape, headers on every page; a wide sheet goes over several pages with its left columns repeated."""
    header = desk.layout.header_row
    kept = _kept(plan) if plan.key != "settings" else 3
    sheet.freeze_panes(header, kept)
    page(sheet, plan)
    sheet.repeat_rows(0, header - 1)
    if sum(column.width for column in plan.columns) <= A4_LANDSCAPE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(75)
        sheet.repeat_columns(0, kept - 1)


def page(sheet: Any, plan: SheetLayout) -> None:
    """Paper, margins and the footer with page x/y."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    font = '&"Times New Roman,Regular"&9'
    sheet.set_footer(f"&L{font}{plan.tab}&R{font}{word('book_page')}")
    sheet.hide_gridlines(1)


def build_settings(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """The settings: every key in its row, the label beside it, the value typed or the default."""
    given: Mapping[Cell, Row] = {row["key"]: row for row in desk.content.get(plan.key, ())}
    _title(desk, sheet, plan)
    _columns(desk, sheet, plan)
    _table(desk, sheet, plan, len(desk.layout.settings))
    sheet.set_column(0, 0, 4, None, {"hidden": True})
    for number, setting in enumerate(desk.layout.settings):
        row = desk.layout.first_row - 1 + number
        entry = given.get(setting.key, {})
        kind = f"left:{setting.kind}"
        look = "label_required" if setting.required else "label"
        cells: Sequence[tuple[Any, str]] = (
            (setting.key, "code"),
            (setting.group, "group"),
            (setting.label, look),
            (entry.get("value"), kind),
            (entry.get("note") or setting.hint, "long_text"),
        )
        for index, (value, style) in enumerate(cells):
            write_cell(sheet, (row, index), value, desk.formats[style])
        if rule := validation(setting):
            sheet.data_validation(row, 3, row, 3, rule)
    _print_setup(desk, sheet, plan)


def build_output(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """A sheet that the program fills later: its title and what it will hold."""
    sheet.set_row(0, 26)
    sheet.set_tab_color(TAB_COLOURS["results"])
    sheet.set_column(0, 0, 110)
    title = word("book_title", tab=plan.tab, year=desk.year)
    sheet.write_string(0, 0, title, desk.formats["title"])
    sheet.write_string(2, 0, plan.hint, desk.formats["prose"])
    page(sheet, plan)
    sheet.fit_to_pages(1, 0)
