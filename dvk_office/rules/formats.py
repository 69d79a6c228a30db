"""The prescribed forms of papers (`formats.toml`): dated profiles by family, and the styles of our templates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

PARTY, STATE = "party", "state"


@dataclass(frozen=True)
class FormatValue:
    """One prescribed value, the `source` that says so, and whether that is certain."""

    value: str | float
    source: str
    confirmed: bool = True


@dataclass(frozen=True)
class Profile:
    """The form of one family's papers dated `since` or later, until the next profile begins."""

    key: str
    family: str
    title: str
    since: date | None
    values: Mapping[str, FormatValue]

    def text(self, key: str) -> str:
        """The words or signs of `key`."""
        return str(self.values[key].value)

    def size(self, key: str) -> float:
        """The points or millimetres of `key`."""
        return float(self.values[key].value)


@dataclass(frozen=True)
class Style:
    """A paragraph style: `size` is a key of the profile; `body` and `kept` as in the file."""

    key: str
    name: str
    size: str
    align: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    body: bool = False
    spaced: bool = False
    cell: bool = False
    kept: bool = False


@cache
def _source() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("formats.toml").read_text(encoding="utf-8"))


@cache
def sources() -> Mapping[str, str]:
    """Where the values of profiles come from, by key."""
    return MappingProxyType(dict(_source()["sources"]))


@cache
def profiles() -> tuple[Profile, ...]:
    """Every profile, in the order of the file: within a family by the day it begins."""
    found: dict[str, Profile] = {}
    for row in _source()["profiles"]:
        base = found[row["like"]].values if "like" in row else {}
        own = {key: _value(one) for key, one in row["values"].items()}
        values = MappingProxyType({**base, **own})
        name = (row["key"], row["family"], row["title"], row.get("since"))
        found[row["key"]] = Profile(*name, values)
    return tuple(found.values())


def _value(row: Mapping[str, Any]) -> FormatValue:
    return FormatValue(row["is"], row["source"], row.get("confirmed", True))


def profile_for(family: str, day: date) -> Profile:
    """The profile that a paper of `family` dated `day` follows (HD 36, or HD 05 from its own day on)."""
    begun = [one for one in profiles() if one.family == family and _begins(one) <= day]
    return max(begun, key=_begins)


def latest_profile(family: str) -> Profile:
    """The newest profile of `family`: our templates are built by it."""
    return profile_for(family, date.max)


def _begins(profile: Profile) -> date:
    return profile.since or date.min


@cache
def styles() -> tuple[Style, ...]:
    """The paragraph styles of our templates."""
    return tuple(Style(**row) for row in _source()["styles"])
