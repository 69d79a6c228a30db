"""A .docx as a zip whose bytes depend on its parts alone: fixed times, fixed attributes, the parts in their order.

A part that stays as it is is copied as it stands in the zip, without being unpacked and packed again.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from struct import Struct
from struct import error as StructError  # noqa: N812 - the library's name says nothing
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

LEVEL = 6
_LOCAL = Struct("<4s5H3L2H")  # the header before a part (PKWARE appnote 4.3.7)
_CENTRAL = Struct("<4s6H3L5HL")  # the entry of a part in the directory, up to its place (4.3.12)
_PLACE = Struct("<L")
_END = Struct("<4s4H2LH")  # the end of the directory (4.3.16)
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _NAME_IN_UTF_8, _ENCRYPTED = 20, 0x800, 0x1
_FIRST_DAY = 1 << 5 | 1  # 1980-01-01, the earliest day that a zip can hold
DAMAGED = (  # what reading a part, and what stands in it, raises where a file is broken, locked or none of ours
    BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, StructError, SyntaxError, ValueError, zlib.error,
)  # fmt: skip
_OURS_TO_READ = 0o600 << 16  # the owner's rights, where a system reads them


@dataclass(frozen=True)
class Member:
    """One part as it stands in a zip: `name`, the `method` it is packed with, its bytes, their checksum and size.

    Its headers are written once, however many packages it goes into.
    """

    name: str
    method: int
    packed: bytes
    checksum: int
    size: int

    @cached_property
    def whole(self) -> bytes:
        """The part with the header before it."""
        written = self.name.encode()
        header = _LOCAL.pack(_LOCAL_MARK, _VERSION, *self._facts, len(written), 0)
        return b"".join((header, written, self.packed))

    @cached_property
    def entry(self) -> bytes:
        """What the directory says of it, but for its place and its name."""
        rest = (len(self.name.encode()), 0, 0, 0, 0, _OURS_TO_READ)
        return _CENTRAL.pack(_CENTRAL_MARK, _VERSION, _VERSION, *self._facts, *rest)

    @property
    def _facts(self) -> tuple[int, ...]:
        flags = 0 if self.name.isascii() else _NAME_IN_UTF_8
        return (flags, self.method, 0, _FIRST_DAY, self.checksum, len(self.packed), self.size)


def repacked(content: bytes) -> bytes:
    """The same parts in the same order, packed so that two runs give equal bytes."""
    return packed(members(content))


def replaced(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """`content` with these `parts` in place of its own, packed so that two runs give equal bytes."""
    return packed(
        member(one.name, parts[one.name]) if one.name in parts else one for one in members(content)
    )


def members(content: bytes) -> tuple[Member, ...]:
    """The parts of a zip, none of them unpacked; BadZipFile for what is none or needs a password."""
    with ZipFile(BytesIO(content)) as package:
        return tuple(_member(content, entry) for entry in package.infolist())


def member(name: str, content: bytes, level: int = LEVEL) -> Member:
    """The part `name` with this `content`, packed."""
    shrunk = zlib.compress(content, level, -zlib.MAX_WBITS)
    return Member(name, ZIP_DEFLATED, shrunk, zlib.crc32(content), len(content))


def packed(parts: Iterable[Member]) -> bytes:
    """The zip of `parts`, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        body.append(part.whole)
        directory += (part.entry, _PLACE.pack(offset), part.name.encode())
        offset += len(part.whole)
    size, count = sum(map(len, directory)), len(body)
    end = _END.pack(_END_MARK, 0, 0, count, count, size, offset, 0)
    return b"".join((*body, *directory, end))


def _member(content: bytes, entry: ZipInfo) -> Member:
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadZipFile(entry.filename)
    header = content[entry.header_offset : entry.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or not header.startswith(_LOCAL_MARK):
        raise BadZipFile(entry.filename)
    *_, name, extra = _LOCAL.unpack(header)
    start = entry.header_offset + _LOCAL.size + name + extra
    data = content[start : start + entry.compress_size]
    if len(data) != entry.compress_size:
        raise BadZipFile(entry.filename)
    return Member(entry.filename, entry.compress_type, data, entry.CRC, entry.file_size)
