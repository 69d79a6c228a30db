"""The sheets of a workbook for typing: headers and bands, a table with its rows, help at the cells; the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from dvk_office.rules.layout import Column, Setting, SheetLayout
from dvk_office.workbook.build_cells import (
    NAME,
    Cell,
    Row,
    code_key,
    names,
    prepare_formulas_once,
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

EMPTY_ROWS = 30  # ready to be typed into in a book that has no data yet
HEADER_HEIGHT = 50
_SETTING = 5  # columns of the settings; those of the office stand after them
_TIMED: Mapping[type, str] = MappingProxyType(
    {date: "date", datetime: "moment", time: "time", timedelta: "span"}
)


def build_entry(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """One sheet for typing: bands, headers, a table with its rows, help at the cells, print set-up."""
    prepare_formulas_once(sheet)
    typed = desk.content.get(plan.key, ())
    room = 1 if typed or desk.sample else EMPTY_ROWS
    rows: Sequence[Row] = (*typed, *[{}] * (room - len(typed)))
    title_row(desk, sheet, plan)
    _columns(desk, sheet, plan)
    _bands(desk, sheet, plan)
    _table(desk, sheet, plan, len(rows))
    cells = tuple(_cell_plan(desk, plan, column, rows) for column in plan.columns)
    for number, row in enumerate(rows, desk.layout.first_row - 1):
        _row(sheet, cells, number, row)
    _help(desk, sheet, plan)
    print_setup(desk, sheet, plan)


def _columns(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """Widths and formats; all columns of a band but its first fold away. Hidden ones stay so when a band unfolds."""
    before = None
    folds = len({column.band for column in plan.columns}) > 1
    for index, column in enumerate(plan.columns):
        level = int(folds and index > 0 and column.band == before and index >= kept_columns(plan))
        before = column.band
        style = desk.formats[f"column:{column.kind}"]
        if column.hidden:
            sheet.set_column(index, index, None, style, {"hidden": True})
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


def _table(desk: Desk, sheet: Any, plan: SheetLayout, length: int) -> None:
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

    A day or an hour in a column of another kind has the style of `timed`, else it would become a number.
    """

    key: str
    width: int
    style: Any
    timed: Mapping[type, Any]
    formula: str
    values: Mapping[int, Any]
    blank: Any


def _cell_plan(desk: Desk, plan: SheetLayout, column: Column, rows: Sequence[Row]) -> CellPlan:
    formula = computed_formula(desk.layout, desk.rules, plan, column)
    values = _values(desk, plan, column, rows) if formula else {}
    blank = blank_value(plan.key, column.key) if formula else None
    style = desk.formats[cell_style(column)]
    of_kind = {kind: desk.formats[name] for kind, name in _TIMED.items() if name != column.kind}
    return CellPlan(column.key, column.width, style, of_kind, formula, values, blank)


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
            style = cell.timed.get(value.__class__, cell.style)
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


def build_settings(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """The settings: every key in its row, the label beside it, the value typed."""
    given: Mapping[Cell, Row] = {row.get("key"): row for row in desk.content.get(plan.key, ())}
    title_row(desk, sheet, plan)
    _columns(desk, sheet, plan)
    _table(desk, sheet, plan, len(desk.layout.settings))
    sheet.set_column(0, 0, 4, None, {"hidden": True})
    value_at = tuple(plan.by_key).index("value")
    for number, setting in enumerate(desk.layout.settings, desk.layout.first_row - 1):
        row = given.get(setting.key, {})
        own = ((row.get(column.key), "any") for column in plan.columns[_SETTING:])
        cells = (*_setting_cells(setting, row), *own)
        shown = tuple(zip(cells, plan.columns, strict=True))[1:]  # the keys are hidden
        lines = (wrapped_lines(str(value or ""), column.width) for (value, _), column in shown)
        row_height(sheet, number, max(lines))
        for index, (value, style) in enumerate(cells):
            write_cell(sheet, (number, index), value, desk.formats[style])
        if rule := validation(setting):
            sheet.data_validation(number, value_at, number, value_at, rule)
    print_setup(desk, sheet, plan)


def _setting_cells(setting: Setting, entry: Row) -> tuple[tuple[Any, str], ...]:
    """The cells of a setting's row, each with its format: key, group, label, value, note."""
    return (
        (setting.key, "code"),
        (setting.group, "group"),
        (setting.label, "label_required" if setting.required else "label"),
        (entry.get("value"), f"left:{setting.kind}"),
        (entry.get("note") or setting.hint, "long_text"),
    )
