"""The words by which names of people, bodies and places are judged (`naming.toml`), as data."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import rtoml

from dvk_office.rules.packaged import packaged


class Naming(NamedTuple):
    """The lists of `naming.toml`; `short` gives the words of each short form, `unit_words` those of each kind."""

    unit_words: Mapping[str, frozenset[str]]
    city: frozenset[str]
    before_commune: frozenset[str]
    after_commune: frozenset[str]
    districts: tuple[str, ...]
    district_bodies: tuple[str, ...]
    party_mark: str
    state_marks: tuple[str, ...]
    secretary: str
    joints: frozenset[str]
    short: Mapping[str, tuple[str, ...]]
    particles: frozenset[str]


@cache
def naming() -> Naming:
    """The words, read once."""
    text = packaged("naming.toml")
    source = rtoml.loads(text)
    places, signing, bodies = source["places"], source["signing"], source["bodies"]
    return Naming(
        unit_words={kind: frozenset(words) for kind, words in source["unit_words"].items()},
        city=frozenset(places["city"]),
        before_commune=frozenset(places["before_commune"]),
        after_commune=frozenset(places["after_commune"]),
        districts=tuple(places["districts"]),
        district_bodies=tuple(places["district_bodies"]),
        party_mark=signing["party_mark"],
        state_marks=tuple(signing["state_marks"]),
        secretary=signing["secretary"],
        joints=frozenset(bodies["joints"]),
        short={form: tuple(words.split()) for form, words in bodies["short"].items()},
        particles=frozenset(source["people"]["particles"]),
    )
