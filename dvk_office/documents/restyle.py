"""Gives a finished paper the sizes and spaces that the office settled where the sources of a form disagree.

Templates are built by the family's newest form as it stands in the data; only what differs from that is touched, so
that a template which the office restyled keeps its look.
"""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from dvk_office.documents.package import replaced
from dvk_office.rules.formats import Profile, latest_profile, styles

STYLES_PART, TEXT_PART = "word/styles.xml", "word/document.xml"
MOTTO_SIZE, TWIPS_OF_A_MILLIMETRE = "motto_size", 1440 / 25.4
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACING = {"line": "line", "space_before": "before", "space_after": "after"}
HALF_POINTS, TWENTIETHS = 2, 20


def restyled(content: bytes, wanted: Profile) -> bytes:
    """The .docx `content` with the styles of `wanted`; the same bytes where nothing differs."""
    built = latest_profile(wanted.family)
    if wanted is built:
        return content
    differing = {key for key, one in wanted.values.items() if one.value != built.values[key].value}
    if not differing & _of_styles(wanted):
        return content
    sheet = _part(content, STYLES_PART)
    by_key = {one.get(f"{_W}styleId"): one for one in sheet.iter(f"{_W}style")}
    for style in styles(wanted.family):
        found = by_key.get(style.key)
        if found is None:
            continue
        if style.size in differing:
            _size(found, wanted.size(style.size))
        if style.italic_if in differing:
            _italic(found, italic=wanted.set(style.italic_if))
        if style.body:
            _space(found, {key: wanted.size(key) for key in _SPACING if key in differing})
    parts = {STYLES_PART: sheet}
    if MOTTO_SIZE in differing:
        parts[TEXT_PART] = _ruled(content, built, wanted)
    return replaced(content, {name: _written(root) for name, root in parts.items()})


def _part(content: bytes, name: str) -> Any:
    from lxml import etree

    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def _written(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _ruled(content: bytes, built: Profile, wanted: Profile) -> Any:
    """The text of the paper, the line under the Party's name as long as the name has become."""
    text = _part(content, TEXT_PART)
    shorter = 1 - wanted.size(MOTTO_SIZE) / built.size(MOTTO_SIZE)
    side = round(built.size("motto_rule") * shorter / 2 * TWIPS_OF_A_MILLIMETRE)
    for properties in text.iter(f"{_W}pPr"):
        style, indent = properties.find(f"{_W}pStyle"), properties.find(f"{_W}ind")
        ruled = style is not None and style.get(f"{_W}val") == "motto" and indent is not None
        for name in (f"{_W}left", f"{_W}right") if ruled else ():
            indent.set(name, str(int(indent.get(name, "0")) + side))
    return text


def _of_styles(profile: Profile) -> set[str]:
    """The values that styles hold."""
    every = styles(profile.family)
    return {*_SPACING, *(one.size for one in every), *(one.italic_if for one in every)} - {""}


def _run(style: Any, name: str) -> Any:
    """The element `name` of a style's letters; the office's own sheet always has the ones that we put there."""
    properties = style.find(f"{_W}rPr")
    if properties is None:
        properties = style.makeelement(f"{_W}rPr")
        style.append(properties)
    found = properties.find(f"{_W}{name}")
    if found is None:
        found = properties.makeelement(f"{_W}{name}")
        before = properties.find(f"{_W}sz") if name == "i" else None
        if before is None:
            properties.append(found)
        else:
            before.addprevious(found)
    return found


def _size(style: Any, points: float) -> None:
    _run(style, "sz").set(f"{_W}val", str(round(points * HALF_POINTS)))


def _italic(style: Any, *, italic: bool) -> None:
    _run(style, "i").set(f"{_W}val", "1" if italic else "0")


def _space(style: Any, spaces: dict[str, float]) -> None:
    spacing = style.find(f"{_W}pPr/{_W}spacing")
    if spacing is not None:
        for key, points in spaces.items():
            spacing.set(f"{_W}{_SPACING[key]}", str(round(points * TWENTIETHS)))
