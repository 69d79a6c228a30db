"""Places the tones of our own words as the office writes them (R-193).

What the office typed is printed as typed, the names of the Party and the State as they are prescribed.
"""

import re
from collections.abc import Callable, Collection, Iterator
from io import BytesIO
from zipfile import ZipFile

from dvk_office.core.records import Book
from dvk_office.core.text import in_style, word_in_style
from dvk_office.documents.package import replaced
from dvk_office.rules.formats import profiles
from dvk_office.rules.layout import Layout

OURS, OTHER = (
    "new",
    "old",
)  # the style of our templates and words, and the one that they can be put into
SETTING, SETTINGS = "spelling_style", "settings"
_PARTS = re.compile(r"word/(?:document|(?:header|footer)[0-9]*)\.xml")
_TEXT = re.compile(r"(?<=>)[^<]+(?=<)")
_BREAKS = re.compile(r"[\t\n]")
_MARKS = " ,;.:-"
Spell = Callable[[bytes], bytes]


def speller(book: Book, layout: Layout) -> Spell:
    """What gives a finished paper the office's way of placing tones; nothing changes where that is our own."""
    if book.settings.text(SETTING) != OTHER:
        return bytes
    kept = frozenset(_typed(book, layout)) | {one.text("motto") for one in profiles()}
    return lambda content: respelt(content, kept)


def respelt(content: bytes, typed: Collection[str]) -> bytes:
    """The .docx `content` with our words in the other style; each text of `typed` as it is, in capitals too."""
    longest = sorted(map(re.escape, map(_in_xml, typed)), key=len, reverse=True)
    kept = re.compile(rf"(?<!\w)({'|'.join(longest) or '(?!)'})(?!\w)", re.IGNORECASE)
    with ZipFile(BytesIO(content)) as package:
        parts = {
            name: _TEXT.sub(lambda found: _spelt(found[0], kept), package.read(name).decode())
            for name in package.namelist()
            if _PARTS.fullmatch(name)
        }
    return replaced(content, {name: text.encode() for name, text in parts.items()})


def _in_xml(text: str) -> str:
    from html import escape

    return escape(text, quote=False)


def _spelt(text: str, kept: re.Pattern[str]) -> str:
    """Every second piece is one of those that the office typed."""
    pieces = kept.split(text)
    return "".join(one if at % 2 else in_style(one, OTHER) for at, one in enumerate(pieces))


def _typed(book: Book, layout: Layout) -> Iterator[str]:
    """The pieces of the office's cells that have a word in our style, above all names of people; no text of ours.

    A piece is what stands between line breaks or tabs, as in the XML.
    """
    settings = book.settings
    rows = (row for one in book if one.heading.sheet_key != SETTINGS for row in one.records)
    cells = {settings.text(key) for key in settings.typed} - {
        one.default for one in layout.settings
    }
    cells |= {value for row in rows for value in row.values if isinstance(value, str)}
    for piece in {piece.strip(_MARKS) for cell in cells for piece in _BREAKS.split(cell)}:
        if " " in piece and word_in_style(piece, OURS):
            yield piece
