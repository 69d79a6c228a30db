"""The letters that we draft, as data (`letters.toml`): what each carries, to whom, in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import rtoml

from dvk_office.rules.messages import fill
from dvk_office.rules.packaged import packaged


@dataclass(frozen=True)
class Receiver:
    """A body that a letter goes to: the settings with its `name` and its `address`."""

    name: str
    address: str


@dataclass(frozen=True)
class LetterKind:
    """One letter: the `paper` and the `appendix` that it carries, whom it goes to, how its file is called."""

    key: str
    title: str
    section: str
    paper: str
    appendix: str
    to: Receiver
    copies: tuple[Receiver, ...]
    file: str
    words: Mapping[str, str]

    def word(self, key: str, **facts: object) -> str:
        """Words of this letter with their {facts} filled in."""
        return fill(self.words[key], {name: str(fact) for name, fact in facts.items()})


@cache
def letter_kinds() -> tuple[LetterKind, ...]:
    """Every letter, in the order of the file."""
    source = packaged("letters.toml")
    return tuple(_kind(row) for row in rtoml.loads(source)["letters"])


def _kind(row: Mapping[str, Any]) -> LetterKind:
    copies = tuple(Receiver(**one) for one in row["copies"])
    words = MappingProxyType(dict(row["words"]))
    return LetterKind(**{**row, "to": Receiver(**row["to"]), "copies": copies, "words": words})
