"""What the sheet of one model shows (`model_sheet.toml`)."""

from dataclasses import dataclass
from functools import cache

import rtoml

from dvk_office.rules.packaged import packaged


@dataclass(frozen=True)
class Line:
    """One column, or two side by side, each as (sheet key, column key); room for `rows` lines of text."""

    cells: tuple[tuple[str, str], ...]
    rows: int = 1


@dataclass(frozen=True)
class Section:
    title: str
    lines: tuple[Line, ...]


@cache
def load_sections() -> tuple[Section, ...]:
    """Every section in the order of the page."""
    text = packaged("model_sheet.toml")
    return tuple(
        Section(row["title"], tuple(_line(**line) for line in row["lines"]))
        for row in rtoml.loads(text)["sections"]
    )


def _line(cells: list[str], rows: int = 1) -> Line:
    pairs = (cell.split(".") for cell in cells)
    return Line(tuple((sheet, key) for sheet, key in pairs), rows)
