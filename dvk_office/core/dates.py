"""Dates as people type them, read by our own parser and never by a locale (R-186, T-40)."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from math import isfinite

from dvk_office.core.text import fold
from dvk_office.rules.reading import reading_words

FIRST_YEAR, LAST_YEAR = 1900, 2100
_CLOCK = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?"
_TYPED = re.compile(rf"([0-9]{{1,2}}) ?([/.\-]) ?([0-9]{{1,2}}) ?\2 ?([0-9]{{1,6}})(?: {_CLOCK})?")
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:[t ]{_CLOCK}z?)?")
_PARTS = ("day", "month", "year")
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(20000, 73051)
DAYS_TO_1904 = (
    1462  # between the day numbers of a workbook that counts from 1904 and those of all others
)


@cache
def _in_words() -> re.Pattern[str]:
    """The day as papers print it, folded; its number, the sign before the month, the month and the year."""
    day, month, year = (re.escape(fold(reading_words()["date"][key])) for key in _PARTS)
    return re.compile(rf"(?:{day} )?([0-9]{{1,2}}) ({month}) ([0-9]{{1,2}}) {year} ([0-9]{{1,6}})")


def read_date(text: str) -> date | tuple[str, dict[str, str]]:
    """The date that `text` names as d/m/yyyy (also with - or .) or in words, or the finding's code and its facts.

    A time of day after it is left out, as it is with a real date.
    """
    folded = fold(text)
    if iso := _ISO.fullmatch(folded):
        return checked_date(int(iso[1]), int(iso[2]), int(iso[3]))
    typed = _TYPED.fullmatch(folded) or _in_words().fullmatch(folded)
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
    """The day that a bare number most likely stands for in Excel, decimals being its time; None for no plausible one."""
    if not isinstance(number, int | float) or isinstance(number, bool):
        return None
    if not isfinite(number) or int(number) not in _SERIALS:
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


def hours(span: timedelta) -> str:
    """A span of time in hours and minutes, as Excel shows [h]:mm."""
    minutes = abs(span) // timedelta(minutes=1)
    return f"{'-' if span < timedelta() else ''}{minutes // 60}:{minutes % 60:02}"


def short_date(day: date) -> str:
    """dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
