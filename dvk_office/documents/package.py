"""A .docx as a zip whose bytes depend on its parts alone: fixed times, fixed attributes, the parts in their order."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
LEVEL = 6


def repacked(content: bytes) -> bytes:
    """The same parts in the same order, packed so that two runs give equal bytes."""
    return replaced(content, {})


def replaced(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """`content` with these `parts` in place of its own, packed so that two runs give equal bytes."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            entry = ZipInfo(part.filename, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            own = parts.get(part.filename)
            target.writestr(entry, source.read(part) if own is None else own, compresslevel=LEVEL)
    return packed.getvalue()
