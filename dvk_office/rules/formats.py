"""The prescribed forms of papers (`formats.toml`): dated profiles by family, and the styles of our templates."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import rtoml

from dvk_office.rules.packaged import packaged

PARTY, STATE = "party", "state"


class FormatValue(NamedTuple):
    """One prescribed value, the `source` that says so, and whether that is certain."""

    value: str | float
    source: str
    confirmed: bool = True


class Profile(NamedTuple):
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

    def most(self, key: str) -> float:
        """The largest that `key` may be: its own size where the form gives no room."""
        return self.size(f"{key}_most" if f"{key}_most" in self.values else key)

    def set(self, key: str) -> bool:
        """Whether what `key` names is wanted."""
        return bool(self.values[key].value)


class FormChoice(NamedTuple):
    """A value on which the sources disagree: `key` of the profile, the `setting` that settles it."""

    key: str
    setting: str


class Style(NamedTuple):
    """A paragraph style: `size` is a key of the profile; `body` and `kept` as in the file; `family` where it differs.

    `colour` is empty for the black of every text but that of certificates.
    """

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
    italic_if: str = ""
    family: str = ""
    colour: str = ""


@cache
def _source() -> Mapping[str, Any]:
    return rtoml.loads(packaged("formats.toml"))


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


@cache
def form_choices() -> tuple[str, tuple[FormChoice, ...]]:
    """The profile whose values the office may settle, and which settings do it (domain of HD 05's open points)."""
    source = _source()["choices"]
    tables = (source[name] for name in ("words", "numbers", "ticks"))
    return source["profile"], tuple(
        FormChoice(key, setting) for table in tables for key, setting in table.items()
    )


def settled(profile: Profile, typed: Mapping[str, object]) -> Profile:
    """`profile` with the values that the office settled by its settings `typed`; a blank one changes nothing."""
    settles, choices = form_choices()
    if profile.key != settles:
        return profile
    said = {
        one.key: _plain(typed[one.setting]) for one in choices if typed.get(one.setting) is not None
    }
    own = {
        key: profile.values[key]._replace(value=value)
        for key, value in said.items()
        if value != profile.values[key].value
    }
    return profile._replace(values=MappingProxyType({**profile.values, **own})) if own else profile


def _plain(value: object) -> str | float:
    """A tick as 0 or 1, a number as a number, anything else as text."""
    return float(value) if isinstance(value, bool | int | float) else str(value)


def _begins(profile: Profile) -> date:
    return profile.since or date.min


@cache
def styles(family: str = PARTY) -> tuple[Style, ...]:
    """The paragraph styles of a family's templates: the common ones, its own in the place of those of the same key."""
    every = [Style(**row) for row in _source()["styles"]]
    found = {one.key: one for one in every if not one.family}
    return tuple({**found, **{one.key: one for one in every if one.family == family}}.values())
