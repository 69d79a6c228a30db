"""The hidden sheet of figures: blocks of cells that the dashboard shows, and that other formulas know by name."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from dvk_office.rules.layout import Layout, letter
from dvk_office.workbook.build_cells import Raw
from dvk_office.workbook.build_computed_values import computed_values
from dvk_office.workbook.build_days import NEVER
from dvk_office.workbook.build_formulas import formula
from dvk_office.workbook.build_tally import Tally, serial
from dvk_office.workbook.build_values_models import Value

SHEET, FIRST_ROW = "figures", 2  # the row as in Excel; the names of the blocks stand above
# Where each block begins, and how many columns it takes.
_WIDTHS: Mapping[str, int] = MappingProxyType(
    {
        "terms": 2, "setting_days": 2, "days_off": 2, "targets": 6, "deadlines": 8, "deadlines_shown": 4, "tasks": 6,
        "tasks_shown": 6, "fields": 2, "steps": 2, "doubts": 2, "doubt": 1, "reasons": 3, "reasons_shown": 2,
        "uncovered": 2,
    }
)  # fmt: skip
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Board:
    """What the figures are made of: the book as it is counted and as it is typed, the words of the buttons."""

    tally: Tally
    buttons: Mapping[str, str]

    @property
    def layout(self) -> Layout:
        return self.tally.layout

    def cells(self, sheet_key: str, key: str) -> Iterator[Any]:
        """What stands in a column, cell by cell."""
        return (row.get(key) for row in self.tally.content.get(sheet_key, ()))

    def values(self, sheet_key: str, key: str) -> Collection[Value]:
        """What a computed column holds in the rows that hold anything."""
        return computed_values(self.tally, sheet_key, key).values()

    @property
    def until(self) -> int:
        """The day until which models count before their launch, as Excel keeps it."""
        return serial(self.tally.book.settings.day("provisional_until")) or NEVER

    def figure(self, template: str, value: object) -> Raw:
        """A cell with the formula of `template` and the `value` that the program counts."""
        plan = self.layout.by_key[SHEET]
        shown: Any = serial(value) if isinstance(value, date) else value
        return Raw(formula(self.layout, plan, f"={template}"), formula=True, value=shown)

    def at(self, block: str, row: int, column: int = 0) -> str:
        """The address of a cell of a block, from any sheet; rows and columns counted from nought."""
        return f"{self._tab}${letter(start(block) + column)}${FIRST_ROW + row}"

    def down(self, block: str, column: int, length: int) -> str:
        """The address of the first `length` cells in a column of a block."""
        name = letter(start(block) + column)
        return f"{self._tab}${name}${FIRST_ROW}:${name}${FIRST_ROW + length - 1}"

    @property
    def _tab(self) -> str:
        return "'" + self.layout.by_key[SHEET].tab.replace("'", "''") + "'!"


def start(block: str) -> int:
    """The first column of a block."""
    before = list(_WIDTHS).index(block)
    return sum(list(_WIDTHS.values())[:before]) + before
