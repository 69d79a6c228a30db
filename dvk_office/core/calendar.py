"""Working days: neither at a weekend nor a day off; the days off are the year's and those of the settings (T-06)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dvk_office.core.dates import read_date
from dvk_office.core.records import Book
from dvk_office.rules.year import Rules

SATURDAY = 5
_DAY = timedelta(days=1)
_BETWEEN = re.compile(r"[;,\n]+")


def typed_days(text: str) -> Iterator[tuple[str, date | None]]:
    """Each day that the office typed into its table of days off, None for one that cannot be read."""
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        found = read_date(part)
        yield part, found if isinstance(found, date) else None


def days_off(book: Book, rules: Rules) -> frozenset[date]:
    """The holidays of the year and the office's own."""
    own = (day for _, day in typed_days(book.settings.text("holidays")) if day)
    return frozenset((*(one.day for one in rules.holidays), *own))


def is_working(day: date, off: frozenset[date]) -> bool:
    """True from Monday to Friday unless it is a day off."""
    return day.weekday() < SATURDAY and day not in off


def safe_day(last_day: date, off: frozenset[date]) -> date:
    """The last working day on or before `last_day`."""
    while not is_working(last_day, off):
        last_day -= _DAY
    return last_day


def days_before(day: date, count: int, off: frozenset[date], *, working: bool) -> date:
    """The day `count` days before `day`, counting working days alone where `working` (T-05)."""
    if not working:
        return day - count * _DAY
    for _ in range(count):
        day = safe_day(day - _DAY, off)
    return day
