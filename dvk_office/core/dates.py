"""Dates as people type them, read by our own parser and never by a locale (R-186, T-40)."""

import re
from datetime import date, datetime, time, timedelta
from math import isfinite

FIRST_YEAR, LAST_YEAR = 1900, 2100
_TYPED = re.compile(r"([0-9]{1,2}) ?([/.\-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,6})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(20000, 73051)


def read_date(text: str) -> date | tuple[str, dict[str, str]]:
    """The date that `text` names as d/m/yyyy (also with - or .), or the finding's code and its facts."""
    if iso := _ISO.fullmatch(text):
        return checked_date(int(iso[1]), int(iso[2]), int(iso[3]))
    typed = _TYPED.fullmatch(text)
    if not typed:
        return "O-011", {}
    if len(typed[4]) <= 2:  # noqa: PLR2004
        return "O-012", {}
    return checked_date(int(typed[4]), int(typed[3]), int(typed[1]))


def checked_date(year: int, month: int, day: int) -> date | tuple[str, dict[str, str]]:
    """The date of these numbers, or the code of what is impossible in them: year, month, day of the month."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "O-015", {"year": str(year)}
    if not 1 <= month <= 12:  # noqa: PLR2004
        return "O-014", {"month": str(month)}
    days = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    if not 1 <= day <= days:
        return "O-013", {"month": str(month), "year": str(year), "days": str(days)}
    return date(year, month, day)


def serial_date(number: object) -> date | None:
    """The day that a bare number most likely stands for in Excel; None where it is no plausible day."""
    if not isinstance(number, int | float) or isinstance(number, bool):
        return None
    if not isfinite(number) or number != int(number) or int(number) not in _SERIALS:
        return None
    return _DAY_ZERO + timedelta(days=int(number))


def plain_date(day: date) -> date:
    """A date without its time of day."""
    return day.date() if isinstance(day, datetime) else day


def clock_time(since_midnight: timedelta) -> time | None:
    """The time of day that lies so long after midnight; None for more than a day."""
    seconds = int(since_midnight.total_seconds())
    hours, rest = divmod(seconds, 3600)
    return time(hours, rest // 60, rest % 60) if 0 <= hours < 24 else None  # noqa: PLR2004


def short_date(day: date) -> str:
    """dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
