"""How many lines a text takes in a cell, by the widths of the letters of our font."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from unicodedata import normalize

# Thousandths of the font's size, of the letters that differ from a digit (Adobe's Times Roman metrics, Core 14 AFM).
_DIGIT = 500
_WIDTHS: Mapping[str, int] = MappingProxyType(
    {
        letter: width
        for width, letters in {
            250: " .,", 278: "ijlt:;/", 333: "fr-()I!", 389: "sJ", 444: "aceyz?", 556: "FPS",
            611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw", 778: "m&", 833: "%", 889: "M", 921: "@", 944: "W",
        }.items()
        for letter in letters
    }
)  # fmt: skip
_HORN = "\N{COMBINING HORN}"
_HORN_WIDTH = 80  # what it adds to its letter
_UNKNOWN = 1000  # signs that are no letters: on the safe side
_PER_DIGIT, _EDGE = (
    440,
    130,
)  # of a column's width and beside it, for letters are drawn in whole points of the screen


def wrapped_lines(text: str, width: int) -> int:
    """How many lines `text` takes in a column of `width` digits: broken between words, a long word anywhere."""
    room = max(1, width) * _PER_DIGIT + _EDGE
    return sum(_lines(line, room) for line in text.split("\n"))


def _lines(line: str, room: int) -> int:
    lines, used, space = 1, 0, _width(" ")
    for length in (sum(map(_width, one)) for one in line.split(" ")):
        if used and used + space + length > room:
            lines, used = lines + 1, 0
        used += space * bool(used) + length
        if used > room:
            lines, used = lines + (used - 1) // room, (used - 1) % room + 1
    return lines


@cache
def _width(letter: str) -> int:
    """The width of a letter; marks above and below it take no room, a horn does."""
    base, *marks = list(normalize("NFD", letter))
    usual = _DIGIT if base.isalnum() else _UNKNOWN
    return _WIDTHS.get(base, usual) + _HORN_WIDTH * (_HORN in marks)
