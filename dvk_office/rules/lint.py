"""The marks and words by which a paper is judged beside its form (`lint.toml`), as data."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import rtoml

from dvk_office.rules.packaged import packaged


class Marks(NamedTuple):
    """The lists of `lint.toml`; `authorities` gives the mark of each family by the letters that both share."""

    tolerance: float
    head_lines: int
    table_rows: int
    issuers: Mapping[str, tuple[str, ...]]
    authorities: Mapping[str, Mapping[str, str]]
    placeholders: tuple[str, ...]
    ends: tuple[str, ...]
    movement: str
    quotes: tuple[str, str]
    districts_until: date
    district_after: tuple[str, ...]
    never_names: frozenset[str]
    bodies: tuple[str, ...]


@cache
def marks() -> Marks:
    """The lists, read once."""
    source = rtoml.loads(packaged("lint.toml"))
    text, page = source["text"], source["page"]
    opening, closing = text["quotes"]
    return Marks(
        tolerance=page["tolerance"],
        head_lines=page["head_lines"],
        table_rows=page["table_rows"],
        issuers=MappingProxyType({key: tuple(row) for key, row in source["issuers"].items()}),
        authorities=MappingProxyType({row["letters"]: row for row in source["authorities"]}),
        placeholders=tuple(text["placeholders"]),
        ends=tuple(text["ends"]),
        movement=text["movement"],
        quotes=(opening, closing),
        districts_until=text["districts_until"],
        district_after=tuple(text["district_after"]),
        never_names=frozenset(text["never_names"]),
        bodies=tuple(text["bodies"]),
    )
