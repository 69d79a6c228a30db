"""The name of a cell in the list of findings, as the rules of `workbook.build_marks` look it up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dvk_office.core.findings import Finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.workbook.addresses import column_number
from dvk_office.workbook.results import BETWEEN, ROW_SIGN

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook has no time zone
Grid = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class CellNames:
    """The names of a workbook's rows, by sheet and row, and of its columns, by sheet and letter, as they stand there."""

    rows: Mapping[tuple[str, int], str]
    columns: Mapping[tuple[str, str], str]

    def mark(self, finding: Finding) -> str:
        """The mark of the cell that `finding` points at; empty for a whole sheet or file."""
        place = finding.place
        row = self.rows.get((place.sheet_key, place.row), "")
        column = self.columns.get((place.sheet_key, place.letter), "")
        if not (row and column):
            return ""
        return BETWEEN.join((place.sheet_key, row, column))


def cell_names(path: Path, book: Book, layout: Layout, sheets: Iterable[str]) -> CellNames:
    """The names of the cells of `sheets`: a row by its identity as Excel joins the cells, a column by its header.

    A row whose identity is empty or not unique is named by its number too.
    """
    from python_calamine import CalamineWorkbook

    rows: dict[tuple[str, int], str] = {}
    columns: dict[tuple[str, str], str] = {}
    with CalamineWorkbook.from_path(path) as workbook:
        for key in sheets:
            heading = book.sheets[key].heading
            grid = workbook.get_sheet_by_name(heading.tab).to_python(skip_empty_area=False)
            letters = heading.letters
            identity = [letters.get(one, "") for one in layout.by_key[key].identity]
            header = grid[layout.header_row - 1] if len(grid) >= layout.header_row else ()
            columns |= {(key, letter): _cell(header, letter) for letter in letters.values()}
            rows |= {
                (key, number): name
                for number, name in _row_names(grid, identity, layout.first_row).items()
            }
    return CellNames(MappingProxyType(rows), MappingProxyType(columns))


def _row_names(grid: Grid, identity: Sequence[str], first_row: int) -> Mapping[int, str]:
    plain = {
        number: BETWEEN.join(_cell(cells, letter) for letter in identity)
        for number, cells in enumerate(grid, 1)
        if number >= first_row
    }
    many = Counter(name.casefold() for name in plain.values())
    return {
        number: name
        if many[name.casefold()] == 1 and name.strip(BETWEEN)
        else f"{name}{BETWEEN}{ROW_SIGN}{number}"
        for number, name in plain.items()
    }


def _cell(cells: Sequence[Any], letter: str) -> str:
    at = column_number(letter) - 1
    return _text(cells[at]) if 0 <= at < len(cells) else ""


def _text(value: Any) -> str:
    """What Excel's & makes of a cell: a day is its number."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)  # noqa: DTZ001
    if isinstance(value, datetime):
        value = (value - _EPOCH) / timedelta(days=1)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)
