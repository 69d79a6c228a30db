"""What Excel makes of a value that a program writes: text that looks like something else must say that it is text."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

_RISKY = re.compile(r"\d|^[^\w\s]|^(?:true|false)$", re.IGNORECASE)
_DAY_SECONDS = 86_400


def as_text(text: str) -> str:
    """`text` so that a cell holds it as it is: without the apostrophe Excel turns “0123” into 123, “01/02” into a day.

    The apostrophe is Excel's own sign for text; it is neither shown nor read back.
    """
    return f"'{text}" if _RISKY.search(text) else text


def cell(value: Any) -> Any:
    """A value as it is handed to xlwings: text kept as text, an hour as a part of its day, a blank as None."""
    if isinstance(value, str):
        return as_text(value) if value else None
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    if isinstance(value, time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        return seconds / _DAY_SECONDS
    return value


def shown(value: Any) -> Any:
    """A value as xlwings gives it, as the program holds it: a day without an hour as a date, whole numbers as such."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | date) else None
