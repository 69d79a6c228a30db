"""The book that a workbook will hold, from the content that it is built of: what cached values are computed from."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from dvk_office.core.records import Book, Heading, Record, Sheet, Unreadable, Value
from dvk_office.core.values import Problem, reader_of
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.workbook.build_cells import Content, Raw, Row
from dvk_office.workbook.settings import read_settings

COMPUTED = "computed"


def book_of(layout: Layout, content: Content) -> Book:
    """The records that the reader would find in the workbook built of `content`."""
    sheets = {plan.key: _sheet(layout, plan, content.get(plan.key, ())) for plan in layout.sheets}
    settings, _ = read_settings(layout, sheets["settings"])
    return Book(MappingProxyType(sheets), settings)


def _sheet(layout: Layout, plan: SheetLayout, rows: Any) -> Sheet:
    index = MappingProxyType({column.key: n for n, column in enumerate(plan.columns)})
    head = Heading(plan.key, plan.tab, index, plan.letters)
    return Sheet(head, tuple(_records(layout, plan, head, rows)))


def _records(layout: Layout, plan: SheetLayout, head: Heading, rows: Any) -> Iterator[Record]:
    """The rows that hold anything, numbered as in Excel."""
    readers = {
        column.key: reader_of(column.kind, layout.choices.get(column.choices, ()))
        for column in plan.columns
        if column.kind != COMPUTED
    }
    for number, row in enumerate(rows, layout.first_row):
        values = tuple(_value(readers, column, row) for column in plan.columns)
        if any(value is not None for value in values):
            yield Record(head, number, values)


def _value(readers: Mapping[str, Any], column: Column, row: Row) -> Value:
    """One cell as a record holds it; a formula without a result is unreadable."""
    cell: Any = row.get(column.key)
    if isinstance(cell, Raw):
        result = getattr(cell, "value", None)
        if cell.formula and result is None:
            return Unreadable.CELL
        cell = result if cell.formula else cell.text
    if cell is None or column.key not in readers:
        return None
    found = readers[column.key](cell)
    return found.value if isinstance(found, Problem) else found
