"""What a workbook says of itself: its tabs and where each is kept, who made it, the fonts of its styles.

Read with regular expressions over bytes: nothing here expands an entity or follows a declaration.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dvk_office.core.encodings import old_font
from dvk_office.workbook.container import DAMAGE, Container

MARKS = ("dvk_product", "dvk_layout_version", "dvk_year")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_DEFINED = re.compile(rb"<(?:\w+:)?definedName\s([^>]*)>([^<]*)<")
_PROPERTY = re.compile(rb"<(?:\w+:)?property\s([^>]*)>\s*<[^>]*>([^<]*)<")
_FONT = re.compile(rb"<(?:\w+:)?font[\s/>]")
_FONT_NAME = re.compile(rb"<(?:\w+:)?name\s([^>]*)>")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));")
_ENTITIES: Mapping[str, str] = MappingProxyType(
    {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
)
_FORMAT = re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")


@dataclass(frozen=True)
class Parts:
    """`tabs`: the member that keeps each tab, in order; `marks`: what our builder wrote; `fonts`: old ones by style."""

    tabs: Mapping[str, str]
    marks: Mapping[str, str]
    fonts: Mapping[str, str]


def unescape(text: str) -> str:
    """`text` with the five entities of XML and numbered characters read; anything else stays as it is."""

    def sign(found: re.Match[str]) -> str:
        if found[3]:
            return _ENTITIES[found[3]]
        number = int(found[1]) if found[1] else int(found[2], 16)
        return chr(number) if number < 0x110000 else found[0]  # noqa: PLR2004

    return _ENTITY.sub(sign, text)


def attributes(tag: bytes) -> dict[str, str]:
    """The attributes of a tag by their names without prefix."""
    return {
        name.decode("utf-8", "replace").rpartition(":")[2]: unescape(
            (double or single).decode("utf-8", "replace")
        )
        for name, double, single in _ATTRIBUTE.findall(tag)
    }


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
    return Parts(tabs, _marks(container, source), _old_fonts(container))


def has(container: Container, name: str) -> bool:
    """True where the archive holds a member of this name."""
    return name in container.archive.NameToInfo


def _member(container: Container, name: str) -> bytes:
    try:
        source = container.archive.read(name)
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
    if has(container, "docProps/custom.xml"):
        pairs += _PROPERTY.findall(_member(container, "docProps/custom.xml"))
    found = {attributes(tag).get("name", ""): text for tag, text in pairs}
    return {
        name: unescape(found[name].decode("utf-8", "replace")).strip().strip("=").strip('"')
        for name in MARKS
        if name in found
    }


def _old_fonts(container: Container) -> Mapping[str, str]:
    """The names of fonts of old encodings by the number of the cell style that uses them."""
    if not has(container, "xl/styles.xml"):
        return {}
    source = _member(container, "xl/styles.xml")
    names = [_font_name(font) for font in _FONT.split(_between(source, b"fonts"))[1:]]
    old = {str(number): name for number, name in enumerate(names) if old_font(name)}
    if not old:
        return {}
    styles = enumerate(_FORMAT.findall(_between(source, b"cellXfs")))
    used = {str(number): attributes(tag).get("fontId", "") for number, tag in styles}
    return {style: old[font] for style, font in used.items() if font in old}


def _between(source: bytes, tag: bytes) -> bytes:
    """What stands between the first opening and the first closing of `tag`."""
    _, _, rest = source.partition(tag)
    return rest.partition(tag)[0]


def _font_name(font: bytes) -> str:
    found = _FONT_NAME.search(font)
    return attributes(found[1]).get("val", "") if found else ""
