"""The table of the year's deadlines as a plan prints it: what, by when, who, to whom."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.calendar import days_off
from dvk_office.core.deadlines import days_of
from dvk_office.core.records import Book
from dvk_office.documents.wording import said, short_day, upper_first, weekday
from dvk_office.rules.documents import bodies
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_word = partial(said, "movement_plan")


def deadline_rows(rules: Rules, layout: Layout, book: Book) -> Iterator[Mapping[str, str]]:
    """Every deadline as it is read, with the last working day in time (T-01, T-04, T-06)."""
    off = days_off(book, rules)
    for number, one in enumerate(rules.deadlines, 1):
        days = days_of(book, one, off)
        safe = days.safe if days else None
        yield {
            "number": str(number),
            "label": one.label,
            "by": upper_first(one.read_as or one.as_written),
            "safe": _word("safe", day=short_day(safe), weekday=weekday(safe)) if safe else "",
            "sender": _spelt(one.sender, layout, book),
            "recipient": _spelt(one.recipient, layout, book),
        }


def _spelt(text: str, layout: Layout, book: Book) -> str:
    """`text` with each body's name as the settings have it (R-154, T-23)."""
    for key in bodies():
        usual, own = layout.setting_by_key[key].default, book.settings.text(key)
        if usual and own:
            text = text.replace(usual, own)
    return text
