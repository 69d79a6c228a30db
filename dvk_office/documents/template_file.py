"""A template as a file: let in only where it is whole, holds no code, and points at nothing outside itself.

Looked at once for every file, before anything in it is read as a template.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.documents.package import DAMAGED

MOST_BYTES = 50_000_000  # of a template, packed or not: a hundred times the largest with pictures
MOST_BRACES = (
    10_000  # of one part: beyond any template, and few enough to be looked through in a moment
)
KEPT = 64  # templates already looked at
_KIND, _CODED_KINDS = ".docx", (".docm", ".dotm")
_TYPES, _RELATIONS, _XML = "[Content_Types].xml", ".rels", ".xml"
_CODE = re.compile(r"vbaproject|vbadata|macroenabled|activex", re.IGNORECASE)
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")  # no Word file declares any
_LINK, _OPENED_BY_READERS_ONLY = "/hyperlink", ("http://", "https://", "mailto:")
_FIELD_START = re.compile(r'fldCharType="begin"|<w:fldSimple')
_FIELD = re.compile(r'<w:instrText[^>]*>([^<]*)|^[^>]*w:instr="([^"]*)')
_READS_FILES = re.compile(
    r"\s*(?:DATABASE|DDE|DDEAUTO|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|RD)\s+(.*)",
    re.IGNORECASE | re.DOTALL,
)


def checked(path: Path) -> bytes:
    """The content of the template at `path`; FileNotFoundError, or DvkError where it is not let in."""
    seen = path.stat()
    try:
        content, code, found = _looked_at(path, seen.st_mtime_ns, seen.st_size)
    except OSError:
        content, code, found = b"", "VB-011", {}
    if code:
        raise DvkError(finding(code, Place(tab=path.name), **found))
    return content


@lru_cache(maxsize=KEPT)
def _looked_at(path: Path, _changed: int, size: int) -> tuple[bytes, str, Mapping[str, Any]]:
    """The content of a file as it was last changed, with the code and facts of the finding that keeps it out."""
    if path.suffix.lower() in _CODED_KINDS:
        return b"", "VB-015", {}
    if path.suffix.lower() != _KIND or size > MOST_BYTES:
        return b"", "VB-011", {}
    content = path.read_bytes()
    try:
        parts = parts_of(content)
        return (content, *_refusal(parts))
    except (ExpatError, *DAMAGED):
        return b"", "VB-011", {}


def _refusal(parts: Mapping[str, bytes]) -> tuple[str, Mapping[str, Any]]:
    """The code and facts of the finding that keeps a whole file out; an empty code where none does."""
    if any(map(_CODE.search, (*parts, parts[_TYPES].decode(errors="replace")))):
        return "VB-015", {}
    for target in _outside(parts):
        return "VB-016", {"found": target}
    texts = (part for name, part in parts.items() if name.endswith(_XML))
    return ("VB-017", {}) if any(text.count(b"{") > MOST_BRACES for text in texts) else ("", {})


def parts_of(content: bytes) -> Mapping[str, bytes]:
    """All parts, unpacked, their checksums right; ValueError for what no Word file has."""
    with ZipFile(BytesIO(content)) as package:
        entries = package.infolist()
        if sum(one.file_size for one in entries) > MOST_BYTES:
            raise ValueError
        parts = {one.filename: package.read(one) for one in entries}
    declared = any(mark in part for part in parts.values() for mark in _DECLARED)
    if declared or len(parts) < len(entries) or _TYPES not in parts:
        raise ValueError
    return parts


def _outside(parts: Mapping[str, bytes]) -> Iterator[str]:
    """What the parts point at outside the file: relations, and fields that read files. Links wait for a reader."""
    for name, part in parts.items():
        if name.endswith(_RELATIONS):
            for relation in _attributes(part):
                kind, target = relation.get("Type", ""), relation.get("Target", "")
                link = kind.endswith(_LINK) and target.lower().startswith(_OPENED_BY_READERS_ONLY)
                if relation.get("TargetMode") == "External" and not link:
                    yield target
        elif b"w:instr" in part:
            yield from filter(None, map(_file_read, _fields(part.decode(errors="replace"))))


def _attributes(part: bytes) -> Sequence[Mapping[str, str]]:
    """Those of every element; ExpatError for what is no XML. Its parser is there at once, which lxml's is not."""
    found: list[Mapping[str, str]] = []
    parser = ParserCreate()
    parser.StartElementHandler = lambda _name, attributes: found.append(attributes)
    parser.Parse(part, True)  # noqa: FBT003 - the library's own call: this is all of it
    return found


def _fields(text: str) -> Iterator[str]:
    """What each field of a part does, as Word reads it."""
    from html import unescape

    for field in _FIELD_START.split(text)[1:]:
        yield unescape("".join(one[1] or one[2] for one in _FIELD.finditer(field)))


def _file_read(field: str) -> str:
    found = _READS_FILES.match(field)
    return found[1].strip() if found else ""
