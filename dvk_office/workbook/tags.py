"""The attributes of an XML tag, read from bytes; nothing here expands an entity or follows a declaration."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# a run of letters is tried from its beginning only, so that junk costs no more than its length
_ATTRIBUTE = re.compile(rb"(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));")
_ENTITIES: Mapping[str, str] = MappingProxyType(
    {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
)


def unescape(text: str) -> str:
    """`text` with the five entities of XML and numbered characters read; anything else stays as it is."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _sign(found: re.Match[str]) -> str:
    if found[3]:
        return _ENTITIES[found[3]]
    number = int(found[1]) if found[1] else int(found[2], 16)
    return chr(number) if number < 0x110000 else found[0]  # noqa: PLR2004


def attributes(tag: bytes) -> dict[str, str]:
    """The attributes of a tag by their names without prefix."""
    return {
        name.decode("utf-8", "replace").rpartition(":")[2]: unescape(
            (double or single).decode("utf-8", "replace")
        )
        for name, double, single in _ATTRIBUTE.findall(tag)
    }
