"""The appendices as data (`appendix.toml`): columns, what stops them, their words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

import rtoml

from dvk_office.rules.documents import PaperKind, paper_kinds
from dvk_office.rules.layout import Condition
from dvk_office.rules.messages import fill
from dvk_office.rules.packaged import packaged

_CELL = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")
Columns = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Line:
    """One line of a cell: its `text` with {sheet.column} in it, and the condition on which it is printed."""

    text: str
    only: Condition | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells that the text names, as sheet.column."""
        return tuple(_CELL.findall(self.text))


@dataclass(frozen=True)
class AppendixColumn:
    """One column of the form; without `lines` it holds the running number."""

    header: str
    width: float
    align: str = "left"
    lines: tuple[Line, ...] = ()
    between: str = "\n"
    first: bool = False


@dataclass(frozen=True)
class AppendixForm:
    """One appendix: `paper` is what stops it and how its file is called, `covering` the paper that it goes with."""

    number: str
    paper: PaperKind
    covering: PaperKind
    columns: tuple[AppendixColumn, ...]
    words: Mapping[str, str]

    def word(self, key: str, **facts: object) -> str:
        """Words of this appendix with their {facts} filled in."""
        return fill(self.words[key], {name: str(fact) for name, fact in facts.items()})


@cache
def appendix_forms() -> Mapping[str, AppendixForm]:
    """Every appendix by its number such as 01, in the order of the file."""
    source = packaged("appendix.toml")
    rows = rtoml.loads(source)["appendices"]
    return MappingProxyType({row["number"]: _form(row) for row in rows})


def _form(row: Mapping[str, Any]) -> AppendixForm:
    columns = tuple(_column(one) for one in row["columns"])
    words = MappingProxyType(dict(row["words"]))
    covering = paper_kinds()[row["covering"]]
    return AppendixForm(row["number"], _paper(row, columns, covering), covering, columns, words)


def _column(row: Mapping[str, Any]) -> AppendixColumn:
    return AppendixColumn(**{**row, "lines": tuple(_line(one) for one in row.get("lines", ()))})


def _line(row: Mapping[str, Any]) -> Line:
    only = row.get("only")
    return Line(row["text"], Condition(only["column"], tuple(only["values"])) if only else None)


def _paper(
    row: Mapping[str, Any], columns: tuple[AppendixColumn, ...], covering: PaperKind
) -> PaperKind:
    """An appendix goes out with its covering paper: same family, issuer, signer and register."""
    compulsory = _by_sheet(
        f"{sheet}.{key}" for sheet, keys in row["compulsory"].items() for key in keys
    )
    rests_on = (f"{sheet}.{key}" for sheet, keys in row["quotes"].items() for key in keys)
    printed = (*_printed(columns), *rests_on)
    held = {f"{sheet}.{key}" for sheet, keys in compulsory.items() for key in keys}
    return replace(
        covering,
        key=row["key"],
        title=row["title"],
        section=row["section"],
        template="",
        file=row["file"],
        settings=tuple(row["settings"]),
        quotes_settings=tuple(row["quotes_settings"]),
        columns=compulsory,
        quotes=_by_sheet(cell for cell in printed if cell not in held),
    )


def _printed(columns: tuple[AppendixColumn, ...]) -> Iterator[str]:
    """Every cell that the columns print or ask about."""
    for line in (line for column in columns for line in column.lines):
        yield from line.cells
        if line.only:
            yield line.only.column


def _by_sheet(cells: Iterator[str]) -> Columns:
    found: dict[str, dict[str, None]] = {}
    for cell in cells:
        sheet, _, key = cell.partition(".")
        found.setdefault(sheet, {})[key] = None
    return MappingProxyType({sheet: tuple(keys) for sheet, keys in found.items()})
