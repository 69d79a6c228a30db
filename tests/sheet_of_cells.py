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
        assert ndim == 2
        return self

    @property
    def value(self) -> list[list[Any]]:
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
    def number_format(self) -> str:
        raise NotImplementedError

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.sheet.formats[self.first, self.last] = code
