"""What was read: records that keep Excel's row numbers, gathered in one `Book`."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

Reckoned = TypeVar("Reckoned")


class Unreadable(Enum):
    """Stands in a record where a cell holds something that its column's kind cannot be; a finding says what."""

    CELL = "unreadable"


_CELL = Unreadable.CELL
Value = str | int | float | bool | date | time | tuple[str, ...] | Unreadable | None


class Place(NamedTuple):
    """Where a finding points: a cell, a row, a sheet, or (with `tab` as the file's name) a whole file."""

    sheet_key: str = ""
    tab: str = ""
    row: int = 0
    column_key: str = ""
    letter: str = ""

    @property
    def cell(self) -> str:
        """The cell's address such as D9; empty for a sheet or a file."""
        return f"{self.letter}{self.row}" if self.row else ""

    def __str__(self) -> str:
        return f"{self.tab}!{self.cell}" if self.row else self.tab


@dataclass(frozen=True)
class Heading:
    """The columns of one sheet as found: `index` of each known column in a record, its `letters` in Excel."""

    sheet_key: str
    tab: str
    index: Mapping[str, int]
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """One row. Every column key of the layout may be asked for; an unknown key is a fault of ours (KeyError).

    Each reading looks the value up itself: checks ask for tens of thousands.
    """

    heading: Heading
    row: int
    values: tuple[Value, ...]

    def raw(self, key: str) -> Value:
        """The value as read, `Unreadable.CELL` included."""
        return self.values[self.heading.index[key]]

    def blank(self, key: str) -> bool:
        """True where nothing at all was typed."""
        return self.values[self.heading.index[key]] is None

    def left_blank(self, key: str) -> bool:
        """True where the sheet has this column and nothing was typed in its cell."""
        return self.blank(key) and key in self.heading.letters

    def value(self, key: str) -> Value:
        """The value, None where the cell is blank or could not be read."""
        found = self.values[self.heading.index[key]]
        return None if found is _CELL else found

    def text(self, key: str) -> str:
        """The text of a text, code or choice column; empty where there is none."""
        found = self.values[self.heading.index[key]]
        return found if isinstance(found, str) else ""

    def day(self, key: str) -> date | None:
        found = self.values[self.heading.index[key]]
        return found if isinstance(found, date) else None

    def number(self, key: str) -> float | int | None:
        found = self.values[self.heading.index[key]]
        return found if isinstance(found, int | float) and not isinstance(found, bool) else None

    def yes(self, key: str) -> bool:
        """True only where the tick is set; a blank cell is not a yes."""
        return self.values[self.heading.index[key]] is True

    def ticked(self, key: str) -> bool | None:
        """The tick as typed: True, False, or None where the cell is blank."""
        found = self.values[self.heading.index[key]]
        return found if isinstance(found, bool) else None

    def codes(self, key: str) -> tuple[str, ...]:
        found = self.values[self.heading.index[key]]
        return found if isinstance(found, tuple) else ()

    def place(self, key: str = "") -> Place:
        """The cell of `key` in this row; without `key`, or where the column is missing, the row's first column."""
        heading = self.heading
        letter = heading.letters.get(key) or next(iter(heading.letters.values()), "A")
        return Place(heading.sheet_key, heading.tab, self.row, key, letter)


class Sheet(NamedTuple):
    """One sheet's records in row order. A missing sheet has none, and its tab is the layout's."""

    heading: Heading
    records: tuple[Record, ...] = ()
    found: bool = True

    def place(self) -> Place:
        return Place(self.heading.sheet_key, self.heading.tab)


class Settings(NamedTuple):
    """The office's settings: typed `values` by key, defaults filled in; `places` where each one was typed."""

    values: Mapping[str, Value]
    places: Mapping[str, Place]
    typed: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        found = self.values[key]
        return found if isinstance(found, str) else ""

    def day(self, key: str) -> date | None:
        found = self.values[key]
        return found if isinstance(found, date) else None

    def number(self, key: str) -> float | int | None:
        found = self.values[key]
        return found if isinstance(found, int | float) and not isinstance(found, bool) else None

    def yes(self, key: str) -> bool:
        return self.values[key] is True

    def place(self, key: str) -> Place:
        return self.places[key]


@dataclass(frozen=True)
class Book:
    """One workbook, read."""

    sheets: Mapping[str, Sheet]
    settings: Settings
    name: str = ""
    digest: str = ""

    def __getitem__(self, sheet_key: str) -> tuple[Record, ...]:
        return self.sheets[sheet_key].records

    @cached_property
    def _codes(self) -> dict[tuple[str, str], Mapping[str, Record]]:
        return {}

    def by_code(self, sheet_key: str, column: str = "code") -> Mapping[str, Record]:
        """The first record of each code in `sheet_key`."""
        if (sheet_key, column) not in self._codes:
            found: dict[str, Record] = {}
            for record in self[sheet_key]:
                if code := record.text(column):
                    found.setdefault(code, record)
            self._codes[sheet_key, column] = MappingProxyType(found)
        return self._codes[sheet_key, column]

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Mapping[str, tuple[Record, ...]]]:
        return {}

    def grouped(self, sheet_key: str, column: str) -> Mapping[str, tuple[Record, ...]]:
        """The records of `sheet_key` by the code in `column`, in row order; gathered once."""
        if (sheet_key, column) not in self._groups:
            found: dict[str, list[Record]] = {}
            for record in self[sheet_key]:
                found.setdefault(record.text(column), []).append(record)
            groups = {code: tuple(rows) for code, rows in found.items()}
            self._groups[sheet_key, column] = MappingProxyType(groups)
        return self._groups[sheet_key, column]

    @cached_property
    def _reckoned(self) -> dict[Hashable, Any]:
        return {}

    def once(self, what: Hashable, reckon: Callable[[], Reckoned]) -> Reckoned:
        """What `reckon` gives, which is reckoned from this book once and kept as long as the book is."""
        if what not in self._reckoned:
            self._reckoned[what] = reckon()
        return cast("Reckoned", self._reckoned[what])

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets.values())
