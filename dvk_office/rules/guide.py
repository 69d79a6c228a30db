"""The manual in the workbook (`guide.toml`)."""

from dataclasses import dataclass
from functools import cache

import rtoml

from dvk_office.rules.packaged import packaged


@dataclass(frozen=True)
class Part:
    """A part of the manual: lines of text, or the `table` of something that the program knows itself."""

    title: str
    lines: tuple[str, ...] = ()
    table: str = ""


@cache
def load_guide() -> tuple[Part, ...]:
    """Every part in its order."""
    text = packaged("guide.toml")
    rows = rtoml.loads(text)["parts"]
    return tuple(Part(**{**row, "lines": tuple(row.get("lines", ()))}) for row in rows)
