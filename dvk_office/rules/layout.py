"""The workbook's layout (`workbook.toml`): sheets, columns, choice lists and settings as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


def letter(index: int) -> str:
    """Excel's letter of the column at `index`, counted from nought: A to Z, then AA."""
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


class Choice(NamedTuple):
    """One entry of a drop-down: `key` in code, `label` in the cell, `also` other spellings accepted."""

    key: str
    label: str
    also: tuple[str, ...] = ()


class Condition(NamedTuple):
    """A column of the same row that makes another one required: `column` holds one of `values`."""

    column: str
    values: tuple[str, ...]


class Column(NamedTuple):
    """One column; `kind` says how its cells are read (see `core.values`), `refers` the sheet its code points at.

    `hidden` is a computed column that only other formulas read.
    """

    key: str
    header: str
    kind: str
    also: tuple[str, ...] = ()
    required: bool = False
    required_when: Condition | None = None
    choices: str = ""
    refers: str = ""
    band: str = ""
    width: int = 0
    hint: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class SheetLayout:
    """One sheet: `role` is entry, output or hidden; `identity` the columns that together name a row."""

    key: str
    tab: str
    role: str
    columns: tuple[Column, ...] = ()
    also: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    prefix: str = ""
    stage: str = ""
    optional: bool = False
    hint: str = ""

    @cached_property
    def by_key(self) -> Mapping[str, Column]:
        return MappingProxyType({column.key: column for column in self.columns})

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Excel's letters of the columns in a workbook as we build it."""
        return MappingProxyType({c.key: letter(n) for n, c in enumerate(self.columns)})


class Setting(NamedTuple):
    """One line of the settings sheet; `local` marks a choice that the guidance leaves to the office."""

    key: str
    label: str
    kind: str
    group: str = ""
    default: str = ""
    required: bool = False
    choices: str = ""
    local: bool = False
    section: str = ""
    hint: str = ""


@dataclass(frozen=True, eq=False)
class Layout:
    """The whole workbook: sheets in tab order, named choice lists, settings in the order shown; equal to itself alone."""

    product: str
    version: int
    header_row: int
    first_row: int
    sheets: tuple[SheetLayout, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    settings: tuple[Setting, ...]

    @cached_property
    def by_key(self) -> Mapping[str, SheetLayout]:
        return MappingProxyType({sheet.key: sheet for sheet in self.sheets})

    @cached_property
    def setting_by_key(self) -> Mapping[str, Setting]:
        return MappingProxyType({setting.key: setting for setting in self.settings})

    def label(self, choices: str, key: str) -> str:
        """The Vietnamese word for `key` in the list `choices`; `key` itself if the list has no such entry."""
        return next((c.label for c in self.choices[choices] if c.key == key), key)
