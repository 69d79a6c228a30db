"""Changes to entries that a job proposes: made live in Excel by the port, or in a new workbook beside the old one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

Cell = str | int | float | date | None


@dataclass(frozen=True)
class CellEdit:
    """One cell: the sheet, Excel's row number, the column's key, and what it shall hold."""

    sheet_key: str
    row: int
    column_key: str
    value: Cell


@dataclass(frozen=True)
class NewRow:
    """A row below the last one of a sheet, its cells by column key."""

    sheet_key: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Edits:
    """Every change of one job, and whether anything changes at all."""

    cells: tuple[CellEdit, ...] = ()
    rows: tuple[NewRow, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.cells or self.rows)

    def by_row(self) -> Mapping[tuple[str, int], Mapping[str, Cell]]:
        """The changed cells of each row, by sheet and row number."""
        found: dict[tuple[str, int], dict[str, Cell]] = {}
        for one in self.cells:
            found.setdefault((one.sheet_key, one.row), {})[one.column_key] = one.value
        return MappingProxyType(found)
