"""How far a sheet's filled cells reach: calamine asks for the whole rectangle, and dies of a single stray cell."""

import re
from functools import cache
from typing import IO

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.workbook.addresses import Cell, cell_of, column_letter
from dvk_office.workbook.pieces import pieces
from dvk_office.workbook.tags import attributes

MOST_CELLS = 5_200_000  # of the rectangle from A1 to the last filled row and column
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a sheet in Excel
USUAL_ROWS = 99_999
_TAGS = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>(</)?")


def unusual(piece: bytes, prefix: bytes) -> bool:
    """True where a cell lies beyond row 99,999 or column AZ, or where a cell may not say where it lies."""
    if _unusual(prefix).search(piece):
        return True
    return b"<c " in piece if prefix else b":c " in piece or b":c>" in piece


@cache
def _unusual(prefix: bytes) -> re.Pattern[bytes]:
    """A cell that does not begin as nearly all do, such as with r="AB123"."""
    return re.compile(rb'<%bc(?! r="A?[A-Z][0-9]{1,5}"|[a-zA-Z])' % re.escape(prefix))


def check_extent(stream: IO[bytes], place: Place) -> None:
    """DvkError naming the stray cell where the rectangle of filled cells is too large to be read."""
    row = column = filled = 0
    lowest, rightmost = (0, 0), (0, 0)
    for _prefix, piece in pieces(stream):
        for tag, inside, closed in _TAGS.findall(piece):
            named = attributes(inside).get("r", "") if b"r" in inside else ""
            if tag == b"row":
                row, column = (_row(named, place) if named else row + 1), 0
                continue
            cell = _cell(named, place) if named else (row, column + 1)
            row, column = cell
            if closed or inside.endswith(b"/"):
                continue
            filled += 1
            lowest = max(lowest, cell)
            rightmost = max(rightmost, cell, key=lambda one: one[1])
            if lowest[0] * rightmost[1] > MOST_CELLS:
                raise DvkError(_too_wide(place, lowest, rightmost, filled))


def _row(named: str, place: Place) -> int:
    if named.isdecimal() and len(named) < 8 and int(named) <= LAST_ROW:  # noqa: PLR2004
        return int(named)
    raise DvkError(finding("TEP-017", place))


def _cell(named: str, place: Place) -> Cell:
    """The cell of this name; DvkError for a name that no cell of Excel has."""
    cell = cell_of(named)
    if cell and 0 < cell[0] <= LAST_ROW and cell[1] <= LAST_COLUMN:
        return cell
    raise DvkError(finding("TEP-017", place))


def _too_wide(place: Place, lowest: Cell, rightmost: Cell, filled: int) -> Finding:
    if filled > MOST_CELLS // 4:
        found = f"{lowest[0] * rightmost[1]:,}".replace(",", ".")
        return finding("TEP-016", place, found=found, limit=f"{MOST_CELLS:,}".replace(",", "."))
    stray = lowest if lowest[0] > USUAL_ROWS else rightmost
    letter = column_letter(stray[1])
    there = Place(place.sheet_key, place.tab, stray[0], "", letter)
    return finding("TEP-015", there, cell=f"{letter}{stray[0]}")
