"""Inside an OLE container: the names that tell a workbook with a password from one of the old kind, and its streams."""

import struct
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_SECTORS = MappingProxyType({9: 512, 12: 4096})  # bytes by the power of two that the header gives
_NO_SECTOR = 0xFFFFFFFA
_ENTRY, _SMALL = 128, 64
_MOST_SECTORS = 4096
_STREAM, _ROOT = 2, 5


class Entry(NamedTuple):
    """A line of the directory: what it is, where its first sector lies, how many bytes it has."""

    name: str
    kind: int
    first: int
    size: int


def entry_names(content: bytes) -> frozenset[str]:
    """The names in the container's directory; as many as can be read where the container is damaged."""
    return frozenset(entry.name for entry in _entries(content)) - {""}


def streams(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each stream by its name, without that of the storage in which it stands."""
    entries = list(_entries(content))
    size, table = _sector_size(content), _table(content)
    roots = (entry for entry in entries if entry.kind == _ROOT)
    small = b"".join(_read(content, size, _chain(table, one.first), size) for one in roots)
    shortest, first = struct.unpack_from("<II", content, 56) if entries else (0, 0)
    listed = _read(content, size, _chain(table, first), size)
    small_table = struct.unpack_from(f"<{len(listed) // 4}I", listed)
    for name, kind, begin, length in entries:
        if kind == _STREAM and length < shortest:
            yield name, _read(small, _SMALL, _chain(small_table, begin), 0)[:length]
        elif kind == _STREAM:
            yield name, _read(content, size, _chain(table, begin), size)[:length]


def _sector_size(content: bytes) -> int:
    """The bytes of a sector; nought where this is no container."""
    if len(content) < 512 or not content.startswith(MAGIC):  # noqa: PLR2004
        return 0
    return _SECTORS.get(struct.unpack_from("<H", content, 30)[0], 0)


def _entries(content: bytes) -> Iterator[Entry]:
    size = _sector_size(content)
    if not size:
        return
    (first,) = struct.unpack_from("<I", content, 48)
    listed = _read(content, size, _chain(_table(content), first), size)
    for offset in range(0, len(listed) - _ENTRY + 1, _ENTRY):
        entry = listed[offset : offset + _ENTRY]
        length = min(struct.unpack_from("<H", entry, 64)[0], 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "ignore")
        yield Entry(name, entry[66], *struct.unpack_from("<II", entry, 116))


def _table(content: bytes) -> Sequence[int]:
    """The allocation table, by the sectors that the header lists: the sector after each."""
    size = _sector_size(content)
    if not size:
        return ()
    found: list[int] = []
    for sector in struct.unpack_from("<109I", content, 76):
        if sector < _NO_SECTOR:
            part = _read(content, size, [sector], size).ljust(size, b"\xff")
            found += struct.unpack(f"<{size // 4}I", part)
    return found


def _chain(table: Sequence[int], first: int) -> Sequence[int]:
    """The sectors of a stream, each once."""
    sectors: dict[int, None] = {}
    sector = first
    while sector < _NO_SECTOR and sector not in sectors and len(sectors) < _MOST_SECTORS:
        sectors[sector] = None
        if sector >= len(table):
            break
        sector = table[sector]
    return tuple(sectors)


def _read(content: bytes, size: int, sectors: Sequence[int], head: int) -> bytes:
    """The bytes of the sectors, after a header of `head` bytes."""
    starts = (head + sector * size for sector in sectors)
    return b"".join(content[start : start + size] for start in starts)
