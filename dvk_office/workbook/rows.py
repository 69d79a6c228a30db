"""The rows of one sheet as records: each cell read by its column's kind, each problem named at its cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Record, Unreadable, Value
from dvk_office.core.text import clean
from dvk_office.core.values import Cell, Problem, shown
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.workbook.headings import Found
from dvk_office.workbook.scan import Seen
from dvk_office.workbook.sources import Source, sources_of

MOST_REMEMBERED = 4096  # cells per column whose reading is kept, so that equal ones are read once
_LAST_LATIN = "\u00ff"
_NO_SUCH_FIELD = ("models", "field", "O-003")  # told with the section on fields


_Problems = list[tuple[Column, Problem]]


class Rows(NamedTuple):
    """One sheet's records, and what was wrong in its cells."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]


def read_rows(
    layout: Layout,
    sheet: SheetLayout,
    found: Found,
    rows: Iterable[Sequence[Cell]],
    seen: Seen,
) -> Rows:
    """The records of `rows` (all rows of the tab) below the headers, with what was `seen` of cells calamine loses."""
    sources = sources_of(layout, sheet, found, from_1904=seen.from_1904)
    lost = _lost_cells(seen, found.first_column)
    empty: list[Value] = [None] * len(sheet.columns)
    findings: list[Finding] = []
    records: list[Record] = []
    for number, cells in _numbered(rows, sources, lost):
        gone = lost.get(number)
        if number <= found.row or (gone is None and not any(cells) and 0 not in cells):
            continue
        values = empty[:]
        problems = _read_row(sources, cells, values)
        if gone:
            _take_out(sources, gone, values, problems)
        if values == empty:
            continue
        record = Record(found.heading, number, tuple(values))
        records.append(record)
        if problems:
            findings.extend(_findings(record, problems))
    return Rows(tuple(records), tuple(findings))


def _numbered(
    rows: Iterable[Sequence[Cell]], sources: Sequence[Source], lost: Mapping[int, object]
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """The rows by their numbers in Excel; at the end those that hold nothing but lost cells, which calamine cuts off."""
    last = 0
    for last, cells in enumerate(rows, 1):
        yield last, cells
    blank = [""] * (1 + max((source.at for source in sources), default=0))
    for number in sorted(number for number in lost if number > last):
        yield number, blank


def _read_row(sources: Sequence[Source], cells: Sequence[Cell], values: list[Value]) -> _Problems:
    """Fills `values`; what is wrong by column. The hot loop."""
    problems: _Problems = []
    for slot, at, column, read, known in sources:
        cell = cells[at]
        if not cell and cell == "":
            continue
        if cell.__class__ is not bool:  # True and 1 are the same key
            value = known.get(cell)
            if value is None:
                value = read(cell)
                if len(known) < MOST_REMEMBERED:
                    known[cell] = value
        else:
            value = read(cell)
        if isinstance(value, Problem):
            problems.append((column, value))
            values[slot] = value.value
        else:
            values[slot] = value
    return problems


def _take_out(
    sources: Sequence[Source],
    gone: Mapping[int, Problem],
    values: list[Value],
    problems: _Problems,
) -> None:
    """Marks the cells of one row that calamine gave as blank though they are not, or that are in an old font."""
    for slot, at, column, *_ in sources:
        problem = gone.get(at)
        if problem is None:
            continue
        if problem.value is Unreadable.CELL:
            values[slot] = Unreadable.CELL
            problems.append((column, problem))
        elif isinstance(text := values[slot], str) and _may_be_old(text):
            problems.append(
                (column, Problem(problem.code, {**problem.facts, "found": shown(text)}))
            )


def _may_be_old(text: str) -> bool:
    """True for text beyond ASCII without a single letter that only Unicode Vietnamese has."""
    seen = clean(text)
    return not seen.isascii() and max(seen) <= _LAST_LATIN


def _findings(record: Record, problems: _Problems) -> Iterator[Finding]:
    for column, problem in problems:
        place = record.place(column.key)
        if (record.heading.sheet_key, column.key, problem.code) == _NO_SUCH_FIELD:
            name = record.text("name")
            yield finding("MH-003", place, name=name, **problem.facts)
        else:
            yield finding(problem.code, place, column=column.header, **problem.facts)


def _lost_cells(seen: Seen, first_column: int) -> Mapping[int, Mapping[int, Problem]]:
    """By row and index: error values, formulas without a result, cells in a font of an old encoding."""
    by_row: dict[int, dict[int, Problem]] = {}
    for (row, column), font in seen.fonts.items():
        problem = Problem("O-029", {"font": font}, None)
        by_row.setdefault(row, {})[column - first_column] = problem
    for row, column in seen.uncached:
        by_row.setdefault(row, {})[column - first_column] = Problem("O-026")
    for (row, column), error in seen.errors.items():
        problem = Problem("O-025", {"found": error})
        by_row.setdefault(row, {})[column - first_column] = problem
    return by_row
