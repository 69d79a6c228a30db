"""A row of the workbook in a few words: what identifies it, and its name if it has one."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from dvk_office.core.dates import short_date
from dvk_office.core.records import Book, Record
from dvk_office.jobs.opening import Opened
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.results import Link

_LONGEST = 90
_SETTINGS = "settings"


class RowNames:
    """The rows of one workbook, each found at once by its number."""

    def __init__(self, opened: Opened) -> None:
        self._book: Book = opened.book
        self._layout: Layout = opened.layout
        self._rows = cache(self._numbered)

    def _numbered(self, sheet_key: str) -> Mapping[int, Record]:
        return {record.row: record for record in self._book[sheet_key]}

    def label(self, sheet_key: str, number: int | None) -> str:
        """“MH01 · Tuyến đường hoa”; the label of a setting; “dòng 12” where nothing identifies the row."""
        if not (sheet_key and number):
            return ""
        record = self._rows(sheet_key).get(number)
        words = _words(record, self._layout.by_key[sheet_key], self._layout) if record else ()
        return " · ".join(words)[:_LONGEST] or f"dòng {number}"

    def link(self, sheet_key: str, number: int | None) -> Link | None:
        """The first cell of a row."""
        if not (sheet_key and number):
            return None
        heading = self._book.sheets[sheet_key].heading
        letter = next(iter(heading.letters.values()), "A")
        return Link(f"{heading.tab}, dòng {number}", heading.tab, f"{letter}{number}")


def _words(record: Record, plan: SheetLayout, layout: Layout) -> tuple[str, ...]:
    if plan.key == _SETTINGS:
        setting = layout.setting_by_key.get(record.text("key"))
        return (setting.label,) if setting else ()
    keys = (*plan.identity, *(["name"] if "name" in plan.by_key else []))
    words = (_word(record, key, plan, layout) for key in dict.fromkeys(keys))
    return tuple(filter(None, words))


def _word(record: Record, key: str, plan: SheetLayout, layout: Layout) -> str:
    value: Any = record.value(key)
    if isinstance(value, date):
        return short_date(value)
    choices = plan.by_key[key].choices
    if isinstance(value, str) and choices:
        return layout.label(choices, value)
    return "" if value is None else str(value)
