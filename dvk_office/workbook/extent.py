"""How far a sheet's filled cells reach: calamine asks for the whole rectangle, and dies of a single stray cell."""

import re
from functools import cache
from typing import IO

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.workbook.addresses import Cell, cell_of, column_letter
from dvk_office.workbook.parts import attributes
from dvk_office.workbook.pieces import pieces

MOST_CELLS = 5_200_000  # of the rectangle from A1 to the last filled row and column
USUAL_ROWS = 99_999
_FAR = re.compile(rb"r=[\"'](?:[A-Za-z]{3,8}[0-9]|[B-Zb-z][A-Za-z][0-9]|[A-Za-z]{0,2}[0-9]{6})")


def unusual(piece: bytes, prefix: bytes) -> bool:
    """True where a cell lies beyond row 99,999 or column AZ, or where cells do not say where they lie."""
    start = b"<" + prefix + b"c"
    unnamed = (start + b">", start + b" s=", start + b" t=", b" r =", b"\tr=", b"\nr=")
    return _FAR.search(piece) is not None or any(mark in piece for mark in unnamed)


@cache
def _tags(prefix: bytes) -> re.Pattern[bytes]:
    p = re.escape(prefix)
    return re.compile(rb"<%b(row|c)(?=[\s/>])([^>]*)>(</)?" % p)


def check_extent(stream: IO[bytes], place: Place) -> None:
    """DvkError naming the stray cell where the rectangle of filled cells is too large to be read."""
    row = column = filled = 0
    lowest, rightmost = (0, 0), (0, 0)
    for prefix, piece in pieces(stream):
        for tag, inside, closed in _tags(prefix).findall(piece):
            named = attributes(inside).get("r", "") if b"r" in inside else ""
            if tag == b"row":
                row, column = (int(named[:9]) if named.isdecimal() else row + 1), 0
                continue
            cell = cell_of(named) or (row, column + 1)
            column = cell[1]
            if closed or inside.endswith(b"/"):
                continue
            filled += 1
            lowest = max(lowest, cell)
            rightmost = max(rightmost, cell, key=lambda one: one[1])
            if lowest[0] * rightmost[1] > MOST_CELLS:
                raise DvkError(_too_wide(place, lowest, rightmost, filled))


def _too_wide(place: Place, lowest: Cell, rightmost: Cell, filled: int) -> Finding:
    if filled > MOST_CELLS // 4:
        found = f"{lowest[0] * rightmost[1]:,}".replace(",", ".")
        return finding("TEP-016", place, found=found, limit=f"{MOST_CELLS:,}".replace(",", "."))
    stray = lowest if lowest[0] > USUAL_ROWS else rightmost
    letter = column_letter(stray[1])
    there = Place(place.sheet_key, place.tab, stray[0], "", letter)
    return finding("TEP-015", there, cell=f"{letter}{stray[0]}")
