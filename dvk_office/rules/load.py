"""Loads the rules of a year from `<year>.toml`: whole and checked, or with every fault named."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import rtoml

from dvk_office.rules.packaged import HOME, packaged
from dvk_office.rules.shape import Fault, shaped
from dvk_office.rules.year import Rules

_AT_LINE = re.compile(r"at line (\d+)")
_UNQUOTED_DAY = re.compile(r"(?<![\"'\d-])\d{4}-\d{2}-\d{2}(?![\"'\d-])")


class BrokenRulesError(Exception):
    """A year's file of our own that does not load; `faults` says why."""

    def __init__(self, year: int, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{year}.toml: {faults}")
        self.faults = faults


@cache
def load_year(year: int) -> Rules:
    """The rules of `year`; KeyError where there is no file of that year. Tests hold the meaning of our own files."""
    if year not in years():
        raise KeyError(year)
    source = parsed(packaged(f"{year}.toml"))
    rules, faults = (None, (source,)) if isinstance(source, Fault) else shaped(Rules, source)
    if rules is None:
        raise BrokenRulesError(year, faults)
    return rules


@cache
def years() -> tuple[int, ...]:
    """The years that there are rules for, in order."""
    return tuple(sorted(int(one.stem) for one in HOME.glob("*.toml") if one.stem.isdecimal()))


def latest_year() -> int:
    """The newest year that there are rules for."""
    return years()[-1]


def read_rules(
    text: str, measures: Mapping[str, Collection[str]] | None = None
) -> Rules | tuple[Fault, ...]:
    """The rules that `text` holds, or all its faults; `measures` by list are the names that core can measure by."""
    from dvk_office.rules.check_year import meaning_faults

    source = parsed(text)
    if isinstance(source, Fault):
        return (source,)
    rules, faults = shaped(Rules, source)
    faults += meaning_faults(source, measures)
    return rules if rules and not faults else faults


def parsed(text: str) -> Mapping[str, Any] | Fault:
    """The tables of `text`; a day that no calendar has is kept as text, so that its table and key can be named."""
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        where = _AT_LINE.search(str(error))
        number = int(where[1]) if where else text.count("\n") + 1
        quoted = _day_quoted(text, number)
        return Fault(str(number), "", "syntax") if quoted == text else parsed(quoted)


def _day_quoted(text: str, number: int) -> str:
    """`text` with the bare days of line `number` in quotation marks."""
    lines = text.split("\n")
    if number <= len(lines):
        lines[number - 1] = _UNQUOTED_DAY.sub(r'"\g<0>"', lines[number - 1])
    return "\n".join(lines)
