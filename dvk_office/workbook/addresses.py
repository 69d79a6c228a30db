"""Excel's names of cells and columns: D9 is row 9, column 4."""

import re

Cell = tuple[int, int]
"""Row and column, both counted from 1."""

_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def column_letter(number: int) -> str:
    """The letters of column `number`, counted from 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of the column named by `letters`."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_of(name: str) -> Cell | None:
    """The row and column of a cell's name, None where it is no name of a cell."""
    found = _NAME.fullmatch(name)
    return (int(found[2]), column_number(found[1])) if found else None


def area_of(name: str) -> tuple[Cell, Cell] | None:
    """The first and last cell of an area such as B4:C7."""
    first, _, last = name.partition(":")
    one, two = cell_of(first), cell_of(last or first)
    return (one, two) if one and two else None
