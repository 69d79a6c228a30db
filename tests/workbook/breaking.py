"""What a good workbook is broken with: parts left out, cut, damaged or replaced, whole files of another kind."""

import random
import struct
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from dvk_office.workbook.container import MOST_MEMBERS

WORKBOOK, RELATIONS, TEXTS, LOOKS = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@dataclass(frozen=True)
class Good:
    """The workbook that is broken: its bytes, and the member that keeps the sheet of models."""

    content: bytes
    models: str

    @property
    def members(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def packed(self, changes: Mapping[str, bytes | None], kind: int = ZIP_DEFLATED) -> bytes:
        """The workbook with some members replaced, added, or (None) left out."""
        kept = {**self.members, **changes}
        return zipped({name: one for name, one in kept.items() if one is not None}, kind)

    def edited(self, member: str, old: bytes, new: bytes) -> bytes:
        """The workbook with every `old` in a member replaced."""
        source = self.members[member]
        assert old in source, (member, old)
        return self.packed({member: source.replace(old, new)})

    def cut(self, member: str) -> bytes:
        """The workbook with the second half of a member gone."""
        source = self.members[member]
        return self.packed({member: source[: len(source) // 2]})

    def with_row(self, cells: str) -> bytes:
        """The workbook with one more row of cells at the end of the models."""
        return self.edited(
            self.models, b"</sheetData>", f'<row r="900">{cells}</row></sheetData>'.encode()
        )


How = Callable[[Good], bytes]


def zipped(members: Mapping[str, bytes], kind: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", kind) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def twice(good: Good) -> bytes:
    """The sheet of models twice under one name, a stray cell in the second."""
    stray = good.members[good.models].replace(
        b"</sheetData>", b'<row r="9"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    made = BytesIO(good.content)
    with warnings.catch_warnings(action="ignore"), ZipFile(made, "a", ZIP_DEFLATED) as archive:
        archive.writestr(good.models, stray)
        archive.writestr("xl/tail.bin", b"the end")
    return made.getvalue()


def in_capitals(good: Good) -> bytes:
    """The sheet of models under its name in capitals, with a stray cell."""
    stray = Good(good.with_row('<c r="XFD1048576"><v>1</v></c>'), good.models).members
    return good.packed({good.models: None, good.models.upper(): stray[good.models]})


def endless(good: Good) -> bytes:
    """A cell shown as a time, with a number that no calendar holds."""
    looks = good.members[LOOKS]
    style = looks.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0].count(b"<xf ")
    looks = looks.replace(b"</cellXfs>", b'<xf numFmtId="46" fontId="0"/></cellXfs>')
    row = Good(good.with_row(f'<c r="A900" s="{style}"><v>-1E+300</v></c>'), good.models).members
    return good.packed({LOOKS: looks, good.models: row[good.models]})


def damaged(good: Good) -> bytes:
    """A member whose packed bytes are not those that its check sum was made of."""
    with ZipFile(BytesIO(good.content)) as archive:
        member = archive.getinfo(good.models)
    at = member.header_offset + 30 + len(member.filename) + member.compress_size // 2
    return good.content[:at] + bytes(64) + good.content[at + 64 :]


def patched(good: Good, offset: int, central: int, value: int, length: str = "<H") -> bytes:
    """The workbook with one field in both headers of the sheet of models changed."""
    with ZipFile(BytesIO(good.content)) as archive:
        member = archive.getinfo(good.models)
    content = bytearray(good.content)
    struct.pack_into(length, content, member.header_offset + offset, value)
    name = good.models.encode()
    entry = content.rfind(name) - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    struct.pack_into(length, content, entry + central, value)
    return bytes(content)


def lying(good: Good) -> bytes:
    """A sheet of sixty million blanks that says of itself that it has a thousand bytes."""
    huge = good.packed({good.models: good.members[good.models] + b" " * 60_000_000})
    return patched(Good(huge, good.models), 22, 24, 1000, "<I")


def of(*members: str) -> How:
    """An archive with nothing but these members, each of them empty."""
    return lambda _good: zipped(dict.fromkeys(members, b"<x/>"))


def office(kind: str) -> bytes:
    """An empty file of the family that OpenDocument calls so."""
    mark = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped({"mimetype": mark, "content.xml": b"<x/>"}, ZIP_STORED)


def marked(name: str, value: str) -> How:
    """The workbook with one of the marks of our builder changed, in both places where it stands."""

    def change(good: Good) -> bytes:
        defined = f'<definedName name="{name}">="{value}"</definedName></definedNames>'
        source = good.members[WORKBOOK]
        assert b"</definedNames>" in source
        changed = source.replace(f'name="{name}"'.encode(), b'name="x"')
        changed = changed.replace(b"</definedNames>", defined.encode())
        return good.packed({WORKBOOK: changed, "docProps/custom.xml": None})

    return change


def tab(old: str, new: str) -> How:
    return lambda good: good.edited(WORKBOOK, f'name="{old}"'.encode(), f'name="{new}"'.encode())


def sheet(source: bytes) -> How:
    """The workbook with this for the sheet of models."""
    return lambda good: good.packed({good.models: source})


def many_members(good: Good) -> bytes:
    return good.packed({f"xl/media/image{n}.png": b"" for n in range(MOST_MEMBERS)}, ZIP_STORED)


def junk(good: Good) -> bytes:
    return good.packed({good.models: chance(3, 50_000)})


def chance(seed: int, size: int) -> bytes:
    """Bytes of chance, the same ones each time."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - junk, no secret


def utf_16(member: str) -> How:
    return lambda good: good.packed({member: good.members[member].decode().encode("utf-16")})


def tiny_rows(good: Good) -> bytes:
    """Nine million bytes of one row over and over: nothing that a person types packs so well."""
    return good.edited(good.models, b"</sheetData>", b"<row/>" * 1_600_000 + b"</sheetData>")
