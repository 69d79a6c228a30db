"""Finding a sheet's columns by their headers: moved, added and re-spelt ones, missing and double ones."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Heading, Place
from dvk_office.core.text import fold, nearest
from dvk_office.core.values import Cell
from dvk_office.rules.layout import Column, SheetLayout
from dvk_office.workbook.addresses import column_letter

SEARCHED_ROWS = 20
_AT_LEAST = 2  # headers that a row must hold to be the row of headers
COMPUTED = "computed"


class Found(NamedTuple):
    """The row of headers (counted from 1), the index in a row of each column by its key, the number of the first one."""

    heading: Heading
    row: int
    sources: Mapping[str, int]
    findings: tuple[Finding, ...]
    first_column: int = 1


def header_word(text: str) -> str:
    """A header as compared: without the star of a required column, colons, line breaks."""
    return fold(text).strip(" *:.()\N{HORIZONTAL ELLIPSIS}")


def spellings(sheet: SheetLayout) -> Mapping[str, str]:
    """The key of a column by each accepted spelling of its header; headers win over other spellings."""
    found = {header_word(column.header): column.key for column in reversed(sheet.columns)}
    for column in sheet.columns:
        for other in column.also:
            found.setdefault(header_word(other), column.key)
    return found


def empty_heading(sheet: SheetLayout, tab: str = "") -> Heading:
    """The heading of a sheet of which no column was found."""
    return Heading(sheet.key, tab or sheet.tab, _index(sheet), MappingProxyType({}))


def _index(sheet: SheetLayout) -> Mapping[str, int]:
    return MappingProxyType({column.key: n for n, column in enumerate(sheet.columns)})


def find_heading(
    sheet: SheetLayout, tab: str, rows: Sequence[Sequence[Cell]], first_column: int, usual_row: int
) -> Found:
    """The columns of `sheet` as they stand in `rows`, the first rows of its tab."""
    known = spellings(sheet)
    hits: list[int] = []
    for row in rows:
        hits.append(len({known[word] for word in _words(row) if word in known}))
        if hits[-1] * 2 > len(sheet.columns):
            break
    best = max(hits, default=0)
    if best < min(_AT_LEAST, len(sheet.columns)):
        lost = finding("O-043", Place(sheet.key, tab), row=usual_row)
        return Found(empty_heading(sheet, tab), 0, MappingProxyType({}), (lost,))
    at = hits.index(best)
    return _found(sheet, known, (tab, at + 1, first_column), rows[at])


def _words(row: Sequence[Cell]) -> list[str]:
    return [header_word(cell) if isinstance(cell, str) else "" for cell in row]


def _found(
    sheet: SheetLayout,
    known: Mapping[str, str],
    there: tuple[str, int, int],
    typed: Sequence[Cell],
) -> Found:
    """What was found in the row of headers; `there` are the tab, the row and the first column."""
    (tab, row, first_column), words = there, _words(typed)
    sources: dict[str, int] = {}
    doubles: list[tuple[str, int]] = []
    for index, word in enumerate(words):
        key = known.get(word, "")
        if key and key in sources:
            doubles.append((key, index))
        elif key:
            sources[key] = index
    by_key = {key: column_letter(first_column + at) for key, at in sources.items()}
    letters = {column.key: by_key[column.key] for column in sheet.columns if column.key in by_key}
    heading = Heading(sheet.key, tab, _index(sheet), MappingProxyType(letters))
    strange = {
        index: str(typed[index]) for index, word in enumerate(words) if word and word not in known
    }
    findings = (
        *_doubles(sheet, heading, row, doubles, first_column),
        *_missing(sheet, heading, row, strange, first_column),
    )
    return Found(heading, row, MappingProxyType(sources), findings, first_column)


def _doubles(
    sheet: SheetLayout,
    heading: Heading,
    row: int,
    doubles: Sequence[tuple[str, int]],
    first_column: int,
) -> Iterator[Finding]:
    for key, index in doubles:
        if sheet.by_key[key].kind == COMPUTED:
            continue
        letter = column_letter(first_column + index)
        place = Place(sheet.key, heading.tab, row, key, letter)
        header, first = sheet.by_key[key].header, heading.letters[key]
        yield finding("O-042", place, column=header, first=first, second=letter)


def _missing(
    sheet: SheetLayout,
    heading: Heading,
    row: int,
    strange: Mapping[int, str],
    first_column: int,
) -> Iterator[Finding]:
    """A column that is not there: perhaps under a header that is nearly right, else an error or a note."""
    missing = {
        column.header: column
        for column in sheet.columns
        if column.key not in heading.letters and column.kind != COMPUTED
    }
    for index, header in strange.items():
        if meant := missing.pop(nearest(header, missing) or "", None):
            letter = column_letter(first_column + index)
            place = Place(sheet.key, heading.tab, row, meant.key, letter)
            yield finding("O-041", place, found=header, column=meant.header)
    yield from _absent(heading, tuple(missing.values()))


def _absent(heading: Heading, missing: Sequence[Column]) -> Iterator[Finding]:
    place = Place(heading.sheet_key, heading.tab)
    for column in missing:
        if column.required:
            yield finding("O-040", place, column=column.header)
    optional = [column.header for column in missing if not column.required]
    if optional:
        yield finding("O-044", place, columns="; ".join(optional))
