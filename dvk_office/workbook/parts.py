"""What a workbook says of itself: its tabs and where each is kept, who made it, its styles, how it counts days.

Read with regular expressions over bytes: nothing here expands an entity or follows a declaration.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple

from dvk_office.core.findings import DvkError
from dvk_office.core.records import Place
from dvk_office.workbook.container import DAMAGE, Container, too_big
from dvk_office.workbook.styles import Styles, read_styles
from dvk_office.workbook.tags import attributes, unescape

MARKS = ("dvk_product", "dvk_layout_version", "dvk_year", "dvk_program")
MOST_PART_BYTES = 64 * 1024**2  # of a part that is read whole; sheets and texts are read in pieces
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_STYLES = "xl/styles.xml"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_DEFINED = re.compile(rb"<(?:\w+:)?definedName\s([^<>]*)>([^<]*)<")
_PROPERTY = re.compile(rb"<(?:\w+:)?property\s([^<>]*)>\s*<[^<>]*>([^<]*)<")
_WORKBOOK_PROPERTIES = re.compile(rb"<(?:\w+:)?workbookPr\s([^<>]*)>")


class Parts(NamedTuple):
    """`tabs`: the member that keeps each tab, in order; `marks`: what our builder wrote; how it looks and counts days."""

    tabs: Mapping[str, str]
    marks: Mapping[str, str]
    styles: Styles
    from_1904: bool


def read_parts(container: Container) -> Parts:
    """The parts of the workbook; DvkError where they are missing, damaged or declare entities."""
    source = _member(container, "xl/workbook.xml")
    relations = _member(container, "xl/_rels/workbook.xml.rels")
    targets = {
        found.get("Id", ""): posixpath.normpath(
            posixpath.join("xl", found.get("Target", ""))
        ).strip("/")
        for found in map(attributes, _RELATION.findall(relations))
    }
    tabs: dict[str, str] = {}
    for found in map(attributes, _SHEET.findall(source)):
        tabs[found.get("name", "")] = targets.get(found.get("id", ""), "")
    if not tabs:
        raise container.fault("TEP-017")
    styles = _member(container, _STYLES) if container.has(_STYLES) else b""
    return Parts(tabs, _marks(container, source), read_styles(styles), _from_1904(source))


def _from_1904(source: bytes) -> bool:
    """True where days are counted from 1904, as Excel for Mac once did."""
    found = _WORKBOOK_PROPERTIES.search(source)
    return found is not None and attributes(found[1]).get("date1904") in {"1", "true"}


def _member(container: Container, name: str) -> bytes:
    try:
        size = container.size(name)
        if size > MOST_PART_BYTES:
            raise DvkError(too_big(Place(tab=container.name), size, MOST_PART_BYTES))
        with container.open(name) as stream:
            source = stream.read()
    except DAMAGE:
        raise container.fault("TEP-017") from None
    refuse_declarations(container, source)
    return source


def refuse_declarations(container: Container, source: bytes) -> None:
    """DvkError for XML that declares a document type or entities: Excel never does."""
    if _DECLARED.search(source):
        raise container.fault("TEP-018")


def _marks(container: Container, source: bytes) -> Mapping[str, str]:
    """What our builder wrote into the workbook, as a defined name or as a custom property."""
    pairs = list(_DEFINED.findall(source))
    if container.has("docProps/custom.xml"):
        pairs += _PROPERTY.findall(_member(container, "docProps/custom.xml"))
    found = {attributes(tag).get("name", ""): text for tag, text in pairs}
    return {
        name: unescape(found[name].decode("utf-8", "replace")).strip().strip("=").strip('"')
        for name in MARKS
        if name in found
    }
