"""A sheet as xlwings shows it, in memory: what is written stands in `cells`, each call to write is counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

At = tuple[int, int]


@dataclass
class CellSheet:
    """Cells by row and column, counted from 1; `formats` by the area that was given one."""

    cells: dict[At, Any]
    formats: dict[tuple[At, At], str] = field(default_factory=dict)
    writes: int = 0
    tables: "list[Table]" = field(default_factory=list)

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]], first_row: int) -> "CellSheet":
        return cls(
            {
                (row, column): value
                for row, line in enumerate(rows, first_row)
                for column, value in enumerate(line, 1)
                if value is not None
            }
        )

    @property
    def used_range(self) -> "Area":
        last = (max(row for row, _ in self.cells), max(column for _, column in self.cells))
        return Area(self, (1, 1), last)

    def range(self, first: At, last: At) -> "Area":
        return Area(self, first, last)


@dataclass
class Table:
    """A table of Excel: its cells, headers among them."""

    range: "Area"

    def resize(self, area: "Area") -> None:
        self.range = area


@dataclass
class Area:
    sheet: CellSheet
    first: At
    last: At

    @property
    def last_cell(self) -> "Area":
        return Area(self.sheet, self.last, self.last)

    @property
    def row(self) -> int:
        return self.first[0]

    @property
    def column(self) -> int:
        return self.first[1]

    def options(self, *, ndim: int) -> "Area":
        return Line(self.sheet, self.first, self.last) if ndim == 1 else self

    @property
    def value(self) -> Any:
        rows = range(self.first[0], self.last[0] + 1)
        columns = range(self.first[1], self.last[1] + 1)
        return [[self.sheet.cells.get((row, column)) for column in columns] for row in rows]

    @value.setter
    def value(self, rows: list[list[Any]]) -> None:
        self.sheet.writes += 1
        for row, line in enumerate(rows, self.first[0]):
            for column, value in enumerate(line, self.first[1]):
                self.sheet.cells[row, column] = value

    @property
    def formula(self) -> str:
        raise NotImplementedError

    @formula.setter
    def formula(self, rows: list[list[str]]) -> None:
        if any("[" in one for line in rows for one in line):
            raise NotImplementedError
        self.value = rows

    @property
    def number_format(self) -> str:
        raise NotImplementedError

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.sheet.formats[self.first, self.last] = code


class Line(Area):
    """One row of cells."""

    @property
    def value(self) -> Any:
        (line,) = Area(self.sheet, self.first, self.last).value
        return line
