"""One pass over a sheet's XML before calamine opens it: what calamine would lose in silence, or die of.

Calamine gives '' for error cells and for formulas without a stored result, and asks for the whole rectangle up to a
single stray cell. The XML is read in pieces, as bytes, with regular expressions; nothing is expanded.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.workbook.addresses import Cell, area_of, cell_of, column_letter
from dvk_office.workbook.container import DAMAGE, Container
from dvk_office.workbook.extent import check_extent, unusual
from dvk_office.workbook.parts import Parts, refuse_declarations
from dvk_office.workbook.pieces import PIECE_BYTES, pieces
from dvk_office.workbook.styles import Styles
from dvk_office.workbook.tags import attributes, unescape

_STORED_WITHIN = 9000  # bytes from a cell's tag to its value: a formula may stand between
_ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", ""))
"""The error values that calamine knows; it gives up the whole workbook at any other, such as #SPILL!."""
MOST_TEXTS = 1_000_000  # different texts of a workbook: calamine keeps them all in memory
MOST_DAYS = 10**9  # calamine dies of a day or a span of time beyond


class Seen(NamedTuple):
    """What one sheet holds besides its values.

    `errors`: error values by cell; `uncached`: formulas without a result; `fonts`: cells in a font of an old
    encoding; `hidden`: numbers of hidden rows; `merges`: merged areas as first and last cell; `from_1904`: how the
    workbook counts days.
    """

    errors: Mapping[Cell, str]
    uncached: frozenset[Cell]
    fonts: Mapping[Cell, str]
    hidden: tuple[int, ...]
    merges: tuple[tuple[Cell, Cell], ...]
    from_1904: bool


def scan_sheet(container: Container, member: str, place: Place, parts: Parts) -> Seen:
    """What the sheet kept in `member` holds; DvkError where a stray cell or its damage forbids reading it."""
    try:
        with container.open(member) as stream:
            errors: dict[Cell, str] = {}
            uncached: set[Cell] = set()
            fonted: dict[Cell, str] = {}
            hidden: list[int] = []
            merges: list[tuple[Cell, Cell]] = []
            far = False
            for prefix, piece in pieces(stream):
                refuse_declarations(container, piece)
                _refuse_endless(piece, prefix, parts.styles, place)
                far = far or unusual(piece, prefix)
                errors.update(_errors(piece, prefix))
                uncached.update(_uncached(piece, prefix))
                fonted.update(_fonted(piece, prefix, parts.styles.fonts))
                hidden.extend(_hidden(piece, prefix))
                merges.extend(_merges(piece, prefix))
        _refuse_errors(errors, place)
        if far:
            with container.open(member) as stream:
                check_extent(stream, place)
    except DAMAGE:
        raise DvkError(finding("TEP-017", place)) from None
    return Seen(errors, frozenset(uncached), fonted, tuple(hidden), tuple(merges), parts.from_1904)


def day_numbers(container: Container, member: str, parts: Parts) -> Mapping[Cell, float]:
    """The number behind each day and hour of the sheet kept in `member`; none where days are counted from 1904."""
    if parts.from_1904:
        return {}
    found: dict[Cell, float] = {}
    with container.open(member) as stream:
        for prefix, piece in pieces(stream):
            found.update(_day_numbers(piece, prefix, parts.styles))
    return found


def _day_numbers(piece: bytes, prefix: bytes, styles: Styles) -> Iterator[tuple[Cell, float]]:
    form = (
        rb"<@c\s([^<>]*)>\s*(?:<@f[^<>]*/>\s*|<@f[^<>]*>[^<]*</@f>\s*)?<@v>([-+.0-9eE]{1,40})</@v>"
    )
    for tag, typed in _pattern(form, prefix).findall(piece):
        cell = attributes(tag)
        at = cell_of(cell.get("r", ""))
        if at and cell.get("s") in styles.timed and cell.get("t", "n") == "n":
            with suppress(ValueError):
                yield at, float(typed)


def check_strings(container: Container) -> None:
    """DvkError where the shared texts are damaged, declare entities or are endless; a workbook may have none."""
    name = "xl/sharedStrings.xml"
    if not container.has(name):
        return
    try:
        with container.open(name) as stream:
            texts = 0
            while piece := stream.read(PIECE_BYTES):
                refuse_declarations(container, piece)
                texts += piece.count(b"</si>") + piece.count(b":si>") + piece.count(b"si/>")
                if texts > MOST_TEXTS:
                    limit = f"{MOST_TEXTS:,}".replace(",", ".")
                    raise container.fault("TEP-029", limit=limit)
    except DAMAGE:
        raise container.fault("TEP-017") from None


@cache
def _pattern(form: bytes, prefix: bytes) -> re.Pattern[bytes]:
    """The pattern `form` with each @ standing for the namespace prefix."""
    return re.compile(form.replace(b"@", re.escape(prefix)))


def _errors(piece: bytes, prefix: bytes) -> Iterator[tuple[Cell, str]]:
    if b't="e"' not in piece and b"t='e'" not in piece:
        return
    stored_form = _pattern(rb"(?:<@f[^<>]*>[^<]*</@f>|<@f[^<>]*/>)?\s*<@v>([^<]{0,40})<", prefix)
    for tag in _pattern(rb"<@c\s([^<>]*?\bt=[\"']e[\"'][^<>]*)>", prefix).finditer(piece):
        stored = stored_form.match(piece, tag.end(), tag.end() + _STORED_WITHIN)
        if cell := cell_of(attributes(tag[1]).get("r", "")):
            yield cell, unescape(stored[1].decode("utf-8", "replace")) if stored else ""


def _refuse_errors(errors: Mapping[Cell, str], place: Place) -> None:
    """DvkError naming a cell with an error value that calamine does not know."""
    for cell, error in errors.items():
        if error.strip() not in _ERRORS:
            raise _at(cell, "TEP-030", place, error)


def _refuse_endless(piece: bytes, prefix: bytes, styles: Styles, place: Place) -> None:
    """DvkError naming a cell shown as a day or a time whose number no calendar holds."""
    form = rb"<@v>(\s*+[-+]?+[0-9.]*+(?:(?<=[0-9.]{10})|[eE]\+?[0-9]|[iI])[^<]{0,40})"
    for stored in _pattern(form, prefix).finditer(piece):
        tag = _tag_before(stored.start(), piece, prefix)
        if tag.get("s") in styles.timed and tag.get("t", "n") == "n" and _endless(stored[1]):
            found = stored[1].decode("ascii", "replace").strip()
            raise _at(cell_of(tag.get("r", "")) or (0, 0), "TEP-019", place, found)


def _at(cell: Cell, code: str, place: Place, found: str) -> DvkError:
    """The error that stops the reading of a sheet, at the cell that calamine would die of."""
    there = Place(place.sheet_key, place.tab, cell[0], "", column_letter(cell[1]))
    return DvkError(finding(code, there, found=found))


def _endless(typed: bytes) -> bool:
    try:
        return not abs(float(typed)) < MOST_DAYS
    except ValueError:
        return False


def _uncached(piece: bytes, prefix: bytes) -> Iterator[Cell]:
    if b"<" + prefix + b"f" not in piece:
        return
    form = rb"<@f(?:\s[^<>]*)?(?:/>|>[^<]*</@f>)\s*(?:(</@c>)|<@v\s*/>|<@v></@v>)"
    for formula in _pattern(form, prefix).finditer(piece):
        found = _tag_before(formula.start(), piece, prefix)
        an_empty_text = found.get("t") == "str" and not formula[1]
        if not an_empty_text and (cell := cell_of(found.get("r", ""))):
            yield cell


def _tag_before(at: int, piece: bytes, prefix: bytes) -> Mapping[str, str]:
    """The attributes of the cell in which something stands."""
    return attributes(piece[piece.rfind(b"<" + prefix + b"c", 0, at) : at])


def _fonted(piece: bytes, prefix: bytes, fonts: Mapping[str, str]) -> Iterator[tuple[Cell, str]]:
    if not fonts:
        return
    for tag in _pattern(rb"<@c\s([^<>]*[^/<>])>(?!</)", prefix).finditer(piece):
        found = attributes(tag[1])
        if found.get("s") in fonts and (cell := cell_of(found.get("r", ""))):
            yield cell, fonts[found["s"]]


def _hidden(piece: bytes, prefix: bytes) -> Iterator[int]:
    if b"hidden=" not in piece:
        return
    form = rb"<@row\s([^<>]*?\bhidden=[\"'](?:1|true)[\"'][^<>]*)>"
    for tag in _pattern(form, prefix).finditer(piece):
        number = attributes(tag[1]).get("r", "")
        if number.isdecimal():
            yield int(number)


def _merges(piece: bytes, prefix: bytes) -> Iterator[tuple[Cell, Cell]]:
    if b"mergeCell " not in piece:
        return
    for tag in _pattern(rb"<@mergeCell\s([^<>]*)>", prefix).finditer(piece):
        if area := area_of(attributes(tag[1]).get("ref", "")):
            yield area
