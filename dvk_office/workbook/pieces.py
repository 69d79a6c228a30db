"""A sheet's XML piece by piece, cut between cells, so that a pattern never meets half a cell."""

import re
from collections.abc import Iterator
from typing import IO

PIECE_BYTES = 1024**2
LONGEST_CELL_BYTES = (
    8 * 1024**2
)  # a cell holds 32,767 characters; rich text has a tag for each of them at worst
_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet\b")


def pieces(stream: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each piece with the namespace prefix of its tags (such as b"x:", mostly empty)."""
    rest = stream.read(PIECE_BYTES)
    prefix = _prefix(rest)
    start = b"<" + prefix + b"c"
    size = PIECE_BYTES
    while more := stream.read(size):
        rest += more
        cut = rest.rfind(start)
        if cut <= 0 and len(rest) > LONGEST_CELL_BYTES:
            cut = rest.rfind(b"<") if rest.rfind(b"<") > 0 else len(rest)
        if cut > 0:
            yield prefix, rest[:cut]
            rest, size = rest[cut:], PIECE_BYTES
        else:
            size = len(rest)
    yield prefix, rest


def _prefix(head: bytes) -> bytes:
    found = _ROOT.search(head)
    return found[1] + b":" if found and found[1] else b""
