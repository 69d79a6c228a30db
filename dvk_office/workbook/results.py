"""What a sheet of results shows: lines that a job found or counted, each with the cell that it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType


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


Shown = str | int | float | date | Link | FileLink | None
RESULTS = ("findings", "targets", "deadlines")
LOOK, MARK, LINK = "look", "mark", "link"
ROW, HEAD, ERROR, WARNING, NOTE, GOOD, BAD = (
    "row", "head", "error", "warning", "note", "good", "bad",
)  # fmt: skip


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
