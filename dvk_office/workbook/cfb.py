"""The names inside an OLE container: enough to tell a workbook with a password from one of the old kind."""

import struct
from types import MappingProxyType

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_SECTORS = MappingProxyType({9: 512, 12: 4096})  # bytes by the power of two that the header gives
_NO_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_MOST_SECTORS = 4096


def entry_names(content: bytes) -> frozenset[str]:
    """The names in the container's directory; as many as can be read where the container is damaged."""
    if len(content) < 512 or not content.startswith(MAGIC):  # noqa: PLR2004
        return frozenset()
    size = _SECTORS.get(struct.unpack_from("<H", content, 30)[0], 0)
    if not size:
        return frozenset()
    (first,) = struct.unpack_from("<I", content, 48)
    names: set[str] = set()
    for sector in _chain(content, size, first):
        start = (sector + 1) * size
        for offset in range(start, min(start + size, len(content)) - _ENTRY + 1, _ENTRY):
            names.add(_name(content[offset : offset + _ENTRY]))
    return frozenset(names - {""})


def _name(entry: bytes) -> str:
    length = min(struct.unpack_from("<H", entry, 64)[0], 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le", "ignore")


def _chain(content: bytes, size: int, first: int) -> list[int]:
    """The sectors of a stream, each once, by the allocation table that the header lists."""
    tables = [n for n in struct.unpack_from("<109I", content, 76) if n < _NO_SECTOR]
    sectors: list[int] = []
    seen: set[int] = set()
    sector = first
    while sector < _NO_SECTOR and sector not in seen and len(sectors) < _MOST_SECTORS:
        seen.add(sector)
        sectors.append(sector)
        table, place = divmod(sector, size // 4)
        offset = (tables[table] + 1) * size + place * 4 if table < len(tables) else len(content)
        if offset + 4 > len(content):
            break
        (sector,) = struct.unpack_from("<I", content, offset)
    return sectors
