"""The sheets of a workbook for typing: headers and bands, a table with its rows, help at the cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dvk_office.rules.layout import Column, SheetLayout
from dvk_office.workbook.build_cells import (
    NAME,
    Row,
    code_key,
    names,
    write_cell,
)
from dvk_office.workbook.build_computed import computed_formula
from dvk_office.workbook.build_computed_values import blank_value, computed_values
from dvk_office.workbook.build_formats import cell_style
from dvk_office.workbook.build_lines import wrapped_lines
from dvk_office.workbook.build_pages import (
    Desk,
    kept_columns,
    print_setup,
    row_height,
    title_row,
)
from dvk_office.workbook.build_validation import ROWS, validation
from dvk_office.workbook.number_codes import TIMED

EMPTY_ROWS = 30  # ready to be typed into in a book that has no data yet
HEADER_HEIGHT = 50


def build_entry(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """One sheet for typing: bands, headers, a table with its rows, help at the cells, print set-up."""
    typed = desk.content.get(plan.key, ())
    room = 1 if typed or desk.sample else EMPTY_ROWS
    rows: Sequence[Row] = (*typed, *[{}] * (room - len(typed)))
    title_row(desk, sheet, plan)
    columns(desk, sheet, plan)
    _bands(desk, sheet, plan)
    table(desk, sheet, plan, len(rows))
    cells = tuple(_cell_plan(desk, plan, column, rows) for column in plan.columns)
    for number, row in enumerate(rows, desk.layout.first_row - 1):
        _row(sheet, cells, number, row)
    _help(desk, sheet, plan)
    print_setup(desk, sheet, plan)


def columns(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """Widths and formats; all columns of a band but its first fold away. Hidden ones stay so when a band unfolds."""
    before = None
    folds = len({column.band for column in plan.columns}) > 1
    for index, column in enumerate(plan.columns):
        level = int(folds and index > 0 and column.band == before and index >= kept_columns(plan))
        before = column.band
        style = desk.formats[f"column:{column.kind}"]
        if column.hidden:
            sheet.set_column(index, index, column.width or None, style, {"hidden": True})
        else:
            sheet.set_column(index, index, column.width, style, {"level": level})
    sheet.outline_settings(True, True, False, False)  # noqa: FBT003 - the sign stands left of a band


def _bands(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """The name of each band over its first column; not merged, so that folding and printing cut nothing."""
    row, before = desk.layout.header_row - 2, ""
    for index, column in enumerate(plan.columns):
        if column.band:
            first = column.band != before
            style = desk.formats["band_first" if first else "band"]
            write_cell(sheet, (row, index), column.band if first else None, style)
        before = column.band


def table(desk: Desk, sheet: Any, plan: SheetLayout, length: int) -> None:
    """A real Excel table, so that a row typed below it belongs to it; its cells are drawn by us."""
    header = desk.layout.header_row - 1
    last = header + length
    columns = [_table_column(desk, plan, column) for column in plan.columns]
    sheet.set_row(header, HEADER_HEIGHT)
    area = (header, 0, last, len(plan.columns) - 1)
    name = f"dvk_{plan.key}"
    sheet.add_table(*area, {"name": name, "style": None, "columns": columns})


def _table_column(desk: Desk, plan: SheetLayout, column: Column) -> Mapping[str, Any]:
    computed = column.kind == "computed"
    sometimes = "_sometimes" if column.required_when else ""
    kind = "_computed" if computed else "_required" if column.required else sometimes
    look = {"header": column.header, "header_format": desk.formats[f"header{kind}"]}
    formula = computed_formula(desk.layout, desk.rules, plan, column)
    if not formula:
        return look
    return {**look, "formula": formula, "format": desk.formats[cell_style(column)]}


@dataclass(frozen=True)
class CellPlan:
    """How the cells of one column are written: as typed, or by `formula` with the `values` of the rows.

    A day or an hour in a column of another kind has the style of `timed`; `own` has the styles of rows by number.
    """

    key: str
    width: int
    style: Any
    timed: Mapping[type, Any]
    own: Mapping[int, Any]
    formula: str
    values: Mapping[int, Any]
    blank: Any


def _cell_plan(desk: Desk, plan: SheetLayout, column: Column, rows: Sequence[Row]) -> CellPlan:
    formula = computed_formula(desk.layout, desk.rules, plan, column)
    values = _values(desk, plan, column, rows) if formula else {}
    blank = blank_value(plan.key, column.key) if formula else None
    look = cell_style(column)
    style = desk.formats[look]
    of_kind = {kind: desk.formats[name] for kind, name in TIMED.items() if name != column.kind}
    own = _own_styles(desk, plan, column.key, look)
    return CellPlan(column.key, column.width, style, of_kind, own, formula, values, blank)


def _own_styles(desk: Desk, plan: SheetLayout, key: str, look: str) -> Mapping[int, Any]:
    """By the number of the row as Excel counts from nought: how the cells look that show numbers in their own way."""
    first = desk.layout.first_row - 1
    codes = desk.codes.get((plan.key, key), {})
    return {first + number: desk.shown(look, code) for number, code in codes.items()}


def _values(
    desk: Desk, plan: SheetLayout, column: Column, rows: Sequence[Row]
) -> Mapping[int, Any]:
    """What a computed column shows by the number of the row, before anything calculates it."""
    if not column.key.endswith(NAME):
        return computed_values(desk.board.tally, plan.key, column.key)
    code = column.key.removesuffix(NAME)
    known = names(desk.content, plan.by_key[code])
    codes = (code_key(row.get(code)) for row in rows)
    return {number: known.get(one, "") for number, one in enumerate(codes, desk.layout.first_row)}


def _row(sheet: Any, cells: Sequence[CellPlan], number: int, row: Row) -> None:
    """One row with room for its longest cell; a row of one line keeps Excel's own height."""
    lines = 1
    for index, cell in enumerate(cells):
        value = cell.values.get(number + 1, cell.blank) if cell.formula else row.get(cell.key)
        if cell.formula:
            sheet.write_formula(number, index, cell.formula, cell.style, value)
        else:
            style = cell.own.get(number) or cell.timed.get(value.__class__, cell.style)
            write_cell(sheet, (number, index), value, style)
        if cell.width and isinstance(value, str) and len(value) > 1:
            lines = max(lines, wrapped_lines(value, cell.width))
    row_height(sheet, number, lines)


def _help(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    first = desk.layout.first_row - 1
    for index, column in enumerate(plan.columns):
        if column.kind != "computed" and (rule := validation(column, plan, first + 1)):
            sheet.data_validation(first, index, first + ROWS, index, rule)
    whole = f"A{first + 1}:{plan.letters[plan.columns[-1].key]}{first + 1 + ROWS}"
    sheet.ignore_errors({"number_stored_as_text": whole, "two_digit_text_year": whole})
