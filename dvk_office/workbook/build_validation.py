"""Drop-down lists, input hints and limits of the cells; they help while typing and never refuse a paste."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dvk_office.core.dates import FIRST_YEAR, LAST_YEAR
from dvk_office.rules.layout import Column, Layout, Setting
from dvk_office.rules.messages import word

ROWS = 3000  # how far down a sheet the help reaches
LONGEST_TITLE = 32  # Excel's own limits
LONGEST_TEXT = 255
LIST, CODES = "dvk_list_", "dvk_codes_"
_COUNTED = frozenset({"integer", "number", "money"})


def validation(column: Column | Setting) -> dict[str, Any] | None:
    """The data validation of one column or setting; None where there is nothing to say."""
    label = column.header if isinstance(column, Column) else column.label
    hint = column.hint or _usual_hint(column.kind)
    rule = {**_rule(column), "ignore_blank": True}
    if hint:
        rule |= {"input_title": label[:LONGEST_TITLE], "input_message": hint[:LONGEST_TEXT]}
    return rule if hint or rule["validate"] != "any" else None


def _rule(column: Column | Setting) -> dict[str, Any]:
    if column.kind == "choice":
        return {"validate": "list", "source": f"={LIST}{column.choices}", **_refusal("choice")}
    if column.kind == "tick":
        return {"validate": "list", "source": f"={LIST}tick", "show_error": False}
    if isinstance(column, Column) and column.refers:
        return {"validate": "list", "source": f"={CODES}{column.refers}", "show_error": False}
    limits: Mapping[str, Any] = {
        "date": {"validate": "date", "minimum": date(FIRST_YEAR, 1, 1), "maximum": _LAST_DAY},
        "year": {"validate": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    }
    if column.kind in limits:
        return {"criteria": "between", **limits[column.kind], **_refusal(column.kind)}
    if column.kind in _COUNTED:
        kind = "integer" if column.kind == "integer" else "decimal"
        return {"validate": kind, "criteria": ">=", "value": 0, **_refusal("number")}
    return {"validate": "any"}


_LAST_DAY = date(LAST_YEAR, 12, 31)


def _refusal(kind: str) -> dict[str, str]:
    """What Excel asks when something else is typed; it may be kept all the same: the checks will name it."""
    return {
        "error_type": "stop" if kind == "choice" else "warning",
        "error_title": word("book_check_entry"),
        "error_message": word(f"book_refuse_{kind}"),
    }


def _usual_hint(kind: str) -> str:
    return word("book_hint_date") if kind == "date" else ""


def define_lists(workbook: Any, sheet: Any, layout: Layout) -> None:
    """Writes the choice lists into the hidden sheet and names each of them."""
    tab = layout.by_key["lists"].tab
    for column, (name, choices) in enumerate(layout.choices.items()):
        sheet.write_string(0, column, name)
        sheet.write_column(1, column, [choice.label for choice in choices])
        last = max(1, len(choices))
        area = _area(tab, column, 1, last)
        workbook.define_name(LIST + name, f"={area}")


def define_codes(workbook: Any, layout: Layout) -> None:
    """Names the codes of each sheet that others refer to, as far as they are filled."""
    for sheet in layout.sheets:
        if not sheet.prefix:
            continue
        first = layout.first_row - 1
        column = tuple(sheet.letters).index("code")
        codes = _area(sheet.tab, column, first, first + ROWS)
        top = _area(sheet.tab, column, first, first).partition(":")[0]
        workbook.define_name(CODES + sheet.key, f"=OFFSET({top},0,0,MAX(1,COUNTA({codes})),1)")


def _area(tab: str, column: int, first: int, last: int) -> str:
    from xlsxwriter.utility import xl_range_abs

    quoted = tab.replace("'", "''")
    return f"'{quoted}'!{xl_range_abs(first, column, last, column)}"
