"""How many lines a text takes in a cell: Excel gives no row of ours its height, so we measure as a printer would."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from math import ceil
from types import MappingProxyType

LINE = 1.2  # height of a line, in sizes of its letters
PADDING = 5.0  # points of a column that no letter stands in
BOLD = 1.08
_OTHER, _WIDEST = 0.73, 1.0
_LETTERS: Mapping[float, str] = MappingProxyType(
    {
        0.25: " .,",
        0.28: "ijlt/;:|",
        0.34: "rfI()-![]`'\u2018\u2019",
        0.40: "sJ",
        0.45: 'ceaz?"\u201c\u201d',
        0.51: "bdghknopquvxy0123456789_$#{}*\u0111\u2013",
        0.57: "SPF+<>=~^",
        0.62: "ELTZ",
        0.68: "BCR",
        0.79: "m&",
        0.90: "M%",
        0.95: "W@",
        1.00: "\u2014\N{HORIZONTAL ELLIPSIS}",
    }
)
_WIDTHS: Mapping[str, float] = MappingProxyType(
    {letter: width for width, letters in _LETTERS.items() for letter in letters}
)


def points(characters: float) -> float:
    """The room for letters in a column of so many characters, as Excel counts them."""
    return (7 * characters + 5) * 0.75 - PADDING


def lines(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """The lines of `text` in `room` points with letters of `size` points; on the safe side."""
    each = size * (BOLD if bold else 1.0)
    return sum(_wrapped(line, room / each) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    """Words go to the next line as a whole; one that is longer than a line is broken."""
    taken, used = 1, 0.0
    for word in line.split(" "):
        width = sum(map(_width, word))
        space = _width(" ") if used else 0.0
        if used + space + width <= room:
            used += space + width
            continue
        taken += 1 if used else 0
        broken = max(ceil(width / room) - 1, 0)
        taken += broken
        used = min(width - broken * room, room)
    return taken


@lru_cache(maxsize=4096)
def _width(sign: str) -> float:
    """The width of a letter without its marks, in sizes; the horn and the stroke of Vietnamese letters are wider."""
    base = unicodedata.normalize("NFD", sign)[0]
    if base in _WIDTHS:
        return _WIDTHS[base] + (0.04 if base in "ou" and sign != base else 0.0)
    return _OTHER if unicodedata.east_asian_width(sign) not in "WF" else _WIDEST
