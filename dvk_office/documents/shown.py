"""Rows of the workbook as papers print them: every column as text, days, numbers and choices in the office's words."""

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any

from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book, Record
from dvk_office.core.resources import last_result
from dvk_office.documents.wording import clock, short_day, stopped
from dvk_office.rules.layout import Column, Layout

Shown = Mapping[str, str]


def shown(record: Record | None, sheet_key: str, layout: Layout, blank: str = "") -> Shown:
    """Every column of `record` as text; `blank` stands where nothing is, and everywhere where there is no row."""
    keys = layout.by_key[sheet_key].by_key
    return MappingProxyType({key: cell(record, key, sheet_key, layout) or blank for key in keys})


def cell(record: Record | None, key: str, sheet_key: str, layout: Layout) -> str:
    """One column of `record` as text; nothing where it is blank, or where there is no row."""
    column = layout.by_key[sheet_key].by_key[key]
    value = record.value(key) if record else None
    return "" if value is None else _TEXTS[type(value)](value, column, layout)


def as_sentences(record: Record | None, sheet_key: str, layout: Layout, blank: str = "") -> Shown:
    """The same, with a full stop after each long text that was typed without a mark at its end."""
    columns = layout.by_key[sheet_key].by_key
    return {
        key: stopped(text) if columns[key].kind == "long_text" else text
        for key, text in shown(record, sheet_key, layout, blank).items()
    }


def about_model(  # noqa: PLR0913 - what is told of a model
    book: Book,
    layout: Layout,
    model: Record,
    blank: str = "",
    until: date | None = None,
    *,
    sentences: bool = False,
) -> Mapping[str, Shown]:
    """A model with the rows that say more of it: texts, registrant, managing organisation, last result, hearing.

    The last result is that of the day `until` where one is given (R-152); long texts may be wanted as `sentences`.
    """
    code = model.text("code")
    subject = book.by_code("registrants").get(model.text("registrant"))
    managing = subject.text("managing_organisation") if subject else ""
    rows = {
        "model": ("models", model),
        "detail": ("details", book.by_code("details", "model").get(code)),
        "registrant": ("registrants", subject),
        "organisation": ("organisations", book.by_code("organisations").get(managing)),
        "result": ("progress", last_result(book, code, until)),
        "hearing": ("hearings", book.by_code("hearings", "model").get(code)),
    }
    show = as_sentences if sentences else shown
    return {key: show(row, sheet, layout, blank) for key, (sheet, row) in rows.items()}


def _number(value: float, column: Column, _layout: Layout) -> str:
    return str(int(value)) if column.kind == "year" else printed_number(value)


_TEXTS: Mapping[type, Callable[[Any, Column, Layout], str]] = MappingProxyType(
    {
        bool: lambda value, _column, layout: layout.label("tick", "yes" if value else "no"),
        date: lambda value, _column, _layout: short_day(value),
        time: lambda value, _column, _layout: clock(value),
        int: _number,
        float: _number,
        tuple: lambda value, _column, _layout: "; ".join(map(str, value)),
        str: lambda text, c, layout: layout.label(c.choices, text) if c.choices else text,
    }
)
