"""What a sheet of results shows: lines that a job found or counted, each with the cell that it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dvk_office.rules.layout import SheetLayout


@dataclass(frozen=True)
class Link:
    """A cell of the workbook that a click leads to; `text` is what one sees."""

    text: str
    tab: str
    cell: str


@dataclass(frozen=True)
class FileLink:
    """A file that a click opens."""

    path: Path


SUMMARY_ROW = 2
DIGEST = "dvk_digest"  # the name of the formula that sums up every entry
BETWEEN, ROW_SIGN = "|", "#"  # in the name of a marked cell

Shown = str | int | float | date | Link | FileLink | None
RESULTS = ("findings", "targets", "deadlines")
LOOK, MARK, LINK = "look", "mark", "link"
ROW, HEAD, ERROR, WARNING, NOTE, GOOD, BAD = (
    "row", "head", "error", "warning", "note", "good", "bad",
)  # fmt: skip


def last_row_cell(plan: SheetLayout) -> str:
    """The hidden cell that holds the number of the last line."""
    return f"{plan.letters[MARK]}1"


def digest_cell(plan: SheetLayout) -> str:
    """The hidden cell that holds the digest of all entries at the time of the click."""
    return f"{plan.letters[MARK]}{SUMMARY_ROW}"


@dataclass(frozen=True)
class Line:
    """One line: its cells by column key, how it looks, and the mark by which entry sheets find it."""

    cells: Mapping[str, Shown]
    look: str = ROW
    mark: str = ""


@dataclass(frozen=True)
class Results:
    """All that is shown in the sheet `sheet_key`: one `summary` above, then the lines."""

    sheet_key: str
    summary: str
    lines: tuple[Line, ...] = field(default=())

    def rows(self, keys: tuple[str, ...]) -> tuple[tuple[Shown, ...], ...]:
        """The lines as rows of cells in the order of the columns `keys`."""
        return tuple(tuple(_cells(line).get(key) for key in keys) for line in self.lines)


def _cells(line: Line) -> Mapping[str, Shown]:
    return MappingProxyType({**line.cells, LOOK: line.look, MARK: line.mark or None})
