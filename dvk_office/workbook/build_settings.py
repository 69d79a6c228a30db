"""The sheet of settings of a workbook: every key in its row, what is typed beside its label."""

from collections.abc import Mapping
from typing import Any

from dvk_office.rules.layout import Setting, SheetLayout
from dvk_office.workbook.build_cells import Cell, Row, write_cell
from dvk_office.workbook.build_lines import wrapped_lines
from dvk_office.workbook.build_pages import Desk, print_setup, row_height, title_row
from dvk_office.workbook.build_sheets import columns, table
from dvk_office.workbook.build_validation import validation
from dvk_office.workbook.number_codes import TIMED

_SETTING = 5  # columns of the settings; those of the office stand after them


def build_settings(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """The settings: every key in its row, the label beside it, the value typed."""
    rows = desk.content.get(plan.key, ())
    given: Mapping[Cell, int] = {row.get("key"): number for number, row in enumerate(rows)}
    title_row(desk, sheet, plan)
    columns(desk, sheet, plan)
    table(desk, sheet, plan, len(desk.layout.settings))
    sheet.set_column(0, 0, 4, None, {"hidden": True})
    value_at = tuple(plan.by_key).index("value")
    for number, setting in enumerate(desk.layout.settings, desk.layout.first_row - 1):
        at = given.get(setting.key, -1)
        row = rows[at] if at >= 0 else {}
        own = ((row.get(column.key), "any") for column in plan.columns[_SETTING:])
        cells = (*_setting_cells(setting, row), *own)
        shown = tuple(zip(cells, plan.columns, strict=True))
        lines = (wrapped_lines(str(value or ""), column.width) for (value, _), column in shown[1:])
        row_height(sheet, number, max(lines))  # the keys are hidden
        for index, ((value, look), column) in enumerate(shown):
            code = desk.codes.get((plan.key, column.key), {}).get(at)
            style = desk.shown(look, code) if code else desk.formats[_timed(look, value)]
            write_cell(sheet, (number, index), value, style)
        if rule := validation(setting):
            sheet.data_validation(number, value_at, number, value_at, rule)
    print_setup(desk, sheet, plan)


def _timed(look: str, value: object) -> str:
    """The look of a day or an hour where its setting is of another kind, else it would become a number."""
    side, colon, kind = look.rpartition(":")
    return f"{side}{colon}{TIMED.get(value.__class__, kind)}"


def _setting_cells(setting: Setting, entry: Row) -> tuple[tuple[Any, str], ...]:
    """The cells of a setting's row, each with its format: key, group, label, value, note."""
    note = entry.get("note")
    return (
        (setting.key, "code"),
        (setting.group, "group"),
        (setting.label, "label_required" if setting.required else "label"),
        (entry.get("value"), f"left:{setting.kind}"),
        (setting.hint if note is None or note == "" else note, "long_text"),
    )
