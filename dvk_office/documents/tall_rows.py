"""Lets a row of a table that takes half a page or more go on over the page; a short row stays in one piece.

A row that is kept in one piece and is taller than the page ends at its foot in LibreOffice: what is below is lost.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from dvk_office.documents.package import replaced

TEXT_PART = "word/document.xml"
LONG = 240  # signs of a value that may fill half a page in the narrowest column
BROKEN = 10  # line breaks of one that may
MOST_LINES = 20
SIGN = 130  # twentieths of a point: the room that a sign takes, rather too much
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDING = ("cantSplit", "keepNext", "keepLines")


def with_tall_rows(content: bytes, values: Mapping[str, Any]) -> bytes:
    """The .docx `content`, its tall rows free to break; looked at only where one of its `values` is long."""
    if not _has_long(values):
        return content
    from lxml import etree

    with ZipFile(BytesIO(content)) as package:
        text = etree.fromstring(package.read(TEXT_PART))
    tall = [row for row in text.iter(f"{_W}tr") if any(map(_is_tall, row.iter(f"{_W}tc")))]
    for row in tall:
        for name in _HOLDING:
            for mark in list(row.iter(f"{_W}{name}")):
                mark.getparent().remove(mark)
    if not tall:
        return content
    part = etree.tostring(text, xml_declaration=True, encoding="UTF-8", standalone=True)
    return replaced(content, {TEXT_PART: part})


def _has_long(values: Mapping[str, Any]) -> bool:
    waiting: list[Any] = [values]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if len(one) >= LONG or one.count("\n") >= BROKEN:
                return True
        elif isinstance(one, Mapping):
            waiting.extend(one.values())
        elif isinstance(one, list | tuple):
            waiting.extend(one)
    return False


def _is_tall(cell: Any) -> bool:
    signs = max(_width(cell) // SIGN, 1)
    lines = sum(
        -(-len(piece) // signs) or 1
        for paragraph in cell.iter(f"{_W}p")
        for piece in _written(paragraph).split("\n")
    )
    return lines > MOST_LINES


def _width(cell: Any) -> int:
    """In twentieths of a point; 0 where a program left it to the text, as for the narrowest column."""
    width = cell.find(f"{_W}tcPr/{_W}tcW")
    wide = "" if width is None else width.get(f"{_W}w", "")
    return int(wide) if wide.isdecimal() else 0


def _written(paragraph: Any) -> str:
    """The text of a paragraph, its line breaks as such."""
    return "".join(
        "\n" if one.tag == f"{_W}br" else one.text or ""
        for one in paragraph.iter(f"{_W}t", f"{_W}br")
    )
