"""What the workbook looks like, for other programs: sheets, columns, letters, kinds and choices."""

from typing import Any

from dvk_office.jobs.opening import rules_of
from dvk_office.jobs.report import Report
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year


def schema(year: int | None = None) -> Report:
    """The sheets in the order of their tabs, as the builder writes them for `year`."""
    layout = load_layout(rules_of(latest_year() if year is None else year))
    return Report(answer={"sheets": [_sheet(layout, sheet) for sheet in layout.sheets]})


def _sheet(layout: Layout, sheet: SheetLayout) -> dict[str, Any]:
    return {
        "key": sheet.key,
        "tab": sheet.tab,
        "also": list(sheet.also),
        "first_row": layout.first_row,
        "identity": list(sheet.identity),
        "columns": [_column(layout, sheet, column) for column in sheet.columns],
    }


def _column(layout: Layout, sheet: SheetLayout, column: Column) -> dict[str, Any]:
    choices = layout.choices[column.choices] if column.choices else ()
    when = column.required_when
    return {
        "key": column.key,
        "header": column.header,
        "also": list(column.also),
        "letter": sheet.letters[column.key],
        "kind": column.kind,
        "required": column.required,
        "required_when": {"column": when.column, "values": list(when.values)} if when else None,
        "refers": column.refers,
        "choices": [
            {"key": one.key, "label": one.label, "also": list(one.also)} for one in choices
        ],
        "hint": column.hint,
    }
