"""What the styles of a workbook say of its cells: which are in a font of an old encoding, which show days or times."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from dvk_office.core.encodings import old_font
from dvk_office.workbook.tags import attributes

_FONT = re.compile(rb"<(?:\w+:)?font[\s/>]")
_FONT_NAME = re.compile(rb"<(?:\w+:)?name\s([^<>]*)>")
_FORMAT = re.compile(rb"<(?:\w+:)?xf\s([^<>]*)>")
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_TIMED = re.compile(r"[dmyhs]", re.IGNORECASE)
_BUILT_IN = frozenset(map(str, (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))))
"""The formats of days and times that Excel knows by number alone (ECMA-376 part 1, 18.8.30)."""


class Styles(NamedTuple):
    """By the number of a cell style: `fonts`, the names of old ones; `timed`, those that show numbers as days or times."""

    fonts: Mapping[str, str]
    timed: frozenset[str]


def read_styles(source: bytes) -> Styles:
    """The styles of cells in `source`, the bytes of a workbook's style sheet."""
    cells = [attributes(tag) for tag in _FORMAT.findall(_between(source, b"cellXfs"))]
    fonts, formats = _old_fonts(source), _timed_formats(source)
    named = {
        str(number): fonts.get(found.get("fontId", ""), "") for number, found in _numbered(cells)
    }
    return Styles(
        {style: font for style, font in named.items() if font},
        frozenset(str(n) for n, found in _numbered(cells) if found.get("numFmtId") in formats),
    )


def _numbered(cells: list[dict[str, str]]) -> list[tuple[int, dict[str, str]]]:
    return list(enumerate(cells))


def _old_fonts(source: bytes) -> Mapping[str, str]:
    names = [_font_name(font) for font in _FONT.split(_between(source, b"fonts"))[1:]]
    return {str(number): name for number, name in enumerate(names) if old_font(name)}


def _font_name(font: bytes) -> str:
    found = _FONT_NAME.search(font)
    return attributes(found[1]).get("val", "") if found else ""


def _timed_formats(source: bytes) -> frozenset[str]:
    found = map(attributes, _NUMBER_FORMAT.findall(_between(source, b"numFmts")))
    own = (one.get("numFmtId", "") for one in found if _shows_time(one.get("formatCode", "")))
    return _BUILT_IN | frozenset(own)


def _shows_time(code: str) -> bool:
    """True for a number format with a letter of a day or a time outside of quotes, escapes and colours."""
    return _TIMED.search(_LITERAL.sub("", code)) is not None


def _between(source: bytes, tag: bytes) -> bytes:
    """What stands between the first opening and the first closing of `tag`."""
    _, _, rest = source.partition(tag)
    return rest.partition(tag)[0]
