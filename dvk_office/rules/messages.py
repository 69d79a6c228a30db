"""The words of findings (`messages.toml`): parsed entry by entry, so that a clean book costs nothing."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import rtoml

from dvk_office.rules.packaged import packaged

KEPT = 1_000  # texts taken apart: more than one run asks for


class Entry(NamedTuple):
    """One code's words: `severity`, `message` and `mend` with {facts} in braces, `section`, and its `rule` ids."""

    severity: str
    message: str
    mend: str
    section: str = ""


@cache
def _source() -> str:
    return "\n" + packaged("messages.toml")


@cache
def entry(code: str) -> Entry:
    """The words of `code`. Only its own table is parsed; KeyError for a code without words."""
    head = f"\n[{code}]\n"
    start = _source().find(head)
    if start < 0:
        raise KeyError(code)
    end = _source().find("\n[", start + len(head) - 1)
    return Entry(**rtoml.loads(_source()[start : end if end > 0 else None])[code])


@cache
def codes() -> tuple[str, ...]:
    """Every code that has words, in the order of the file."""
    return tuple(code for code in rtoml.loads(_source()) if code != "words")


@cache
def _words() -> Mapping[str, str]:
    source = _source()
    start = source.index("\n[words]\n")
    end = source.find("\n[", start + 8)
    words: Mapping[str, str] = rtoml.loads(source[start : end if end > 0 else None])["words"]
    return words


def word(key: str, **facts: object) -> str:
    """A short Vietnamese word or sentence of ours that is not a finding, with its {facts} filled in."""
    return fill(_words()[key], {name: str(fact) for name, fact in facts.items()})


def fill(text: str, facts: Mapping[str, str]) -> str:
    """`text` with each {name} replaced by its fact; braces inside a fact stay as they are."""
    first, others = _pieces(text)
    return first + "".join([facts[name] + rest for name, rest in others])


@lru_cache(maxsize=KEPT)
def _pieces(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """`text` up to its first name, then each name with what follows it."""
    first, *parts = text.split("{")
    return first, tuple((name, rest) for name, _, rest in (part.partition("}") for part in parts))
