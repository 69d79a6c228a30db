"""OLE containers made by hand: what old workbooks and those with a password are kept in."""

import struct
from collections.abc import Mapping

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
SECTOR, ENTRY = 512, 128
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_PER_SECTOR = SECTOR // ENTRY
SMALLEST = 4096  # a shorter stream would have to stand in the stream of small ones


def container(streams: Mapping[str, bytes]) -> bytes:
    """A container of version 3 with these streams, each padded to SMALLEST bytes at least."""
    padded = {name: content.ljust(SMALLEST, b"\0") for name, content in streams.items()}
    folders = -(-(len(padded) + 1) // _PER_SECTOR)
    chains = [[0], list(range(1, 1 + folders))]
    start = 1 + folders
    for content in padded.values():
        sectors = -(-len(content) // SECTOR)
        chains.append(list(range(start, start + sectors)))
        start += sectors
    table = _table(chains, start)
    entries = _entries(padded, [chain[0] for chain in chains[2:]])
    body = b"".join(
        content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\0") for content in padded.values()
    )
    return _header() + table + entries.ljust(folders * SECTOR, b"\0") + body


def _table(chains: list[list[int]], sectors: int) -> bytes:
    """The allocation table, one sector long: each sector's next one."""
    assert sectors <= SECTOR // 4
    following = [FREE] * (SECTOR // 4)
    for chain in chains:
        for sector, after in zip(chain, [*chain[1:], END], strict=True):
            following[sector] = after
    following[0] = TABLE
    return struct.pack(f"<{SECTOR // 4}I", *following)


def _entries(streams: Mapping[str, bytes], starts: list[int]) -> bytes:
    """The directory: the root with the streams as a chain of right siblings."""
    root = _entry("Root Entry", kind=5, links=(FREE, 1 if streams else FREE), run=(END, 0))
    last = len(streams)
    rows = [
        _entry(name, kind=2, links=(n + 1 if n < last else FREE, FREE), run=(at, len(content)))
        for n, ((name, content), at) in enumerate(zip(streams.items(), starts, strict=True), 1)
    ]
    return root + b"".join(rows)


def _entry(name: str, *, kind: int, links: tuple[int, int], run: tuple[int, int]) -> bytes:
    """One entry: `links` to its right sibling and its child, `run` its first sector and its size."""
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
    tree = struct.pack("<III", FREE, *links) + b"\0" * 36
    return head + tree + struct.pack("<IQ", *run)


def _header() -> bytes:
    fixed = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    counts = struct.pack("<IIIIIIIII", 0, 1, 1, 0, SMALLEST, END, 0, END, 0)
    return MAGIC + b"\0" * 16 + fixed + counts + struct.pack("<109I", 0, *[FREE] * 108)
