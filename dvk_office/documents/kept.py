"""What somebody wrote in the fields of an earlier paper, carried into the paper that is made again.

A field that still shows its prompt holds nothing. Of what was written, pictures and links are left out, since they
point at parts of the earlier file; that file stays beside the new one (see `jobs.output`).
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from dvk_office.documents.package import DAMAGED, replaced

TAG = "dvk."  # begins the name of a field that only people fill
BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LEFT_OUT = (
    "AlternateContent", "altChunk", "commentRangeEnd", "commentRangeStart", "commentReference", "control", "drawing",
    "endnoteReference", "footnoteReference", "numPr", "object", "pict", "sectPr",
)  # fmt: skip


def written(content: bytes) -> Mapping[str, bytes]:
    """The XML of every field of ours that somebody wrote in, by its tag; none for what is no whole .docx."""
    try:
        return {
            tag: _inside(field) for tag, field in _fields(_body(content)) if not _prompts(field)
        }
    except DAMAGED:
        return {}


def lost(before: bytes, content: bytes, *, edited: bool) -> bool:
    """Whether some of what was written in `before` may not be in `content`, which was made from it.

    The new paper has no field for it, or a program took the marks of the fields away when `before` was `edited`.
    """
    wrote = written(before).keys()
    if not (wrote or edited):
        return False
    fields = _tags(content)
    return bool(wrote - fields or (edited and fields - _tags(before)))


def unwritten(content: bytes) -> tuple[str, ...]:
    """The prompts of the fields in which nobody wrote yet, in their order."""
    return tuple(
        "".join(field.itertext()) for _tag, field in _fields(_body(content)) if _prompts(field)
    )


def carried(content: bytes, fields: Mapping[str, bytes]) -> bytes:
    """The .docx `content` with `fields` in the place of their prompts; the same bytes where none of them is in it."""
    body = _body(content)
    found = [(tag, field) for tag, field in _fields(body) if tag in fields]
    if not found:
        return content
    from lxml import etree

    for tag, field in found:
        holder = field.find(f"{_W}sdtContent")
        holder[:] = list(_cleaned(etree.fromstring(fields[tag])))
        for mark in list(field.iter(f"{_W}showingPlcHdr")):
            mark.getparent().remove(mark)
    part = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    return replaced(content, {BODY: part})


def _tags(content: bytes) -> frozenset[str]:
    """The tags of all fields of ours; none for what is no whole .docx."""
    try:
        return frozenset(tag for tag, _field in _fields(_body(content)))
    except DAMAGED:
        return frozenset()


def _body(content: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(BODY), parser)


def _fields(body: Any) -> Iterator[tuple[str, Any]]:
    for field in body.iter(f"{_W}sdt"):
        tag = field.find(f"{_W}sdtPr/{_W}tag")
        name = "" if tag is None else tag.get(f"{_W}val", "")
        if name.startswith(TAG) and field.find(f"{_W}sdtContent") is not None:
            yield name, field


def _prompts(field: Any) -> bool:
    return field.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _inside(field: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(field.find(f"{_W}sdtContent")))


def _cleaned(holder: Any) -> Iterator[Any]:
    """What was written, without what points at other parts of its file."""
    for one in list(holder.iter()):
        local = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        if local in _LEFT_OUT:
            one.getparent().remove(one)
        elif local == "hyperlink":
            one.attrib.pop(f"{_R}id", None)
    yield from holder
