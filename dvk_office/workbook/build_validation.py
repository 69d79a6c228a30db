"""Drop-down lists, input hints and limits of the cells; they help while typing and never refuse a paste."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dvk_office.core.dates import FIRST_YEAR, LAST_YEAR
from dvk_office.rules.layout import Column, Setting, SheetLayout
from dvk_office.rules.messages import word

ROWS = 3000  # how far down a sheet the help reaches
LONGEST_TITLE = 32  # Excel's own limits
LONGEST_TEXT = 255
LIST, CODES = "dvk_list_", "dvk_codes_"
TOPICS, FIELDS = "dvk_topic_codes", "dvk_topic_fields"
_COUNTED = frozenset({"integer", "number", "money"})


def validation(
    column: Column | Setting, plan: SheetLayout | None = None, row: int = 0
) -> dict[str, Any] | None:
    """The data validation of one column or setting; None where there is nothing to say.

    A list that depends on another cell of `plan` looks at the one in `row`, the first that the validation is for.
    """
    label = column.header if isinstance(column, Column) else column.label
    hint = column.hint or _usual_hint(column.kind)
    rule = {**_rule(column), **_dependent(column, plan, row), "ignore_blank": True}
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


def _dependent(column: Column | Setting, plan: SheetLayout | None, row: int) -> dict[str, Any]:
    """The topics of the field that stands in the same row; others, and several with “;”, may be typed (R-038)."""
    if plan is None or column.choices != "topics":
        return {}
    field = next(
        f"${plan.letters[one.key]}{row}" for one in plan.columns if one.choices == "fields"
    )
    first = f"MATCH({field},{FIELDS},0)-1"
    source = f"=OFFSET({TOPICS},{first},0,COUNTIF({FIELDS},{field}),1)"
    return {"validate": "list", "source": source, "show_error": False}


def _refusal(kind: str) -> dict[str, str]:
    """What Excel asks when something else is typed; it may be kept all the same: the checks will name it."""
    return {
        "error_type": "stop" if kind == "choice" else "warning",
        "error_title": word("book_check_entry"),
        "error_message": word(f"book_refuse_{kind}"),
    }


def _usual_hint(kind: str) -> str:
    return word("book_hint_date") if kind == "date" else ""
