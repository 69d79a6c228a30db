"""What stands in the macros of a workbook, module by module (Microsoft, [MS-OVBA] 2.3.4.2 and 2.4.1)."""

import struct
from collections.abc import Iterator

from dvk_office.workbook import cfb

_NAME, _VERSION, _STREAM, _OFFSET, _END = 0x47, 0x09, 0x32, 0x31, 0x2B  # kinds of records
_CHUNK, _FEWEST_BITS, _SHORTEST_COPY = 4096, 4, 3
_NOT_TYPED = ("Attribute ", "Option Explicit")


def typed_modules(project: bytes) -> tuple[str, ...]:
    """The names of the modules in which somebody typed anything; ValueError where that cannot be read."""
    try:
        streams = dict(cfb.streams(project))
        modules = dict(_modules(_unpacked(streams["dir"])))
        return tuple(
            name for name, (stream, offset) in modules.items() if _typed(streams[stream][offset:])
        )
    except (LookupError, struct.error) as fault:
        raise ValueError(str(fault)) from fault


def _typed(packed: bytes) -> bool:
    lines = (line.strip() for line in _unpacked(packed).decode("latin-1").splitlines())
    return any(line and not line.startswith(_NOT_TYPED) for line in lines)


def _modules(listed: bytes) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each module with the stream in which it is kept, and where in it its text begins."""
    found: dict[int, bytes] = {}
    for kind, content in _records(listed):
        found[kind] = content
        if kind == _END:
            name, stream = (found[one].decode("utf-16-le") for one in (_NAME, _STREAM))
            yield name, (stream, struct.unpack("<I", found[_OFFSET])[0])


def _records(listed: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 6 <= len(listed):
        kind, size = struct.unpack_from("<HI", listed, at)
        size += 2 if kind == _VERSION else 0  # its size does not count its last two bytes
        yield kind, listed[at + 6 : at + 6 + size]
        at += 6 + size


def _unpacked(packed: bytes) -> bytes:
    """The bytes of a packed stream: chunks of which each begins with its size."""
    text, at = bytearray(), 1
    while at < len(packed):
        (head,) = struct.unpack_from("<H", packed, at)
        end = min(at + (head & 0x0FFF) + 3, len(packed))
        chunk = packed[at + 2 : end]
        text += _chunk(chunk) if head & 0x8000 else chunk[:_CHUNK]
        at = end
    return bytes(text)


def _chunk(packed: bytes) -> bytes:
    """Letters as they are, and copies of what stands before, eight by eight after a byte that says which is which."""
    text, at = bytearray(), 0
    while at < len(packed):
        kinds, at = packed[at], at + 1
        for bit in range(8):
            if at >= len(packed):
                break
            if not kinds >> bit & 1:
                text.append(packed[at])
                at += 1
                continue
            (copy,) = struct.unpack_from("<H", packed, at)
            bits = max((len(text) - 1).bit_length(), _FEWEST_BITS)
            for _ in range((copy & 0xFFFF >> bits) + _SHORTEST_COPY):
                text.append(text[-(copy >> 16 - bits) - 1])
            at += 2
    return bytes(text)
