"""The entries of drop-down lists by every spelling of them, and what was probably meant by another one."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from dvk_office.core.text import fold, nearest
from dvk_office.rules import messages
from dvk_office.rules.layout import Choice


@cache
def choice_words(choices: tuple[Choice, ...]) -> Mapping[str, str]:
    """The key of a choice by each of its spellings, folded; labels win over other spellings."""
    found: dict[str, str] = {}
    for spelt in ("label", "key"):
        for choice in choices:
            found.setdefault(fold(getattr(choice, spelt)), choice.key)
    for choice in choices:
        for other in choice.also:
            found.setdefault(fold(other), choice.key)
    return MappingProxyType(found)


def hint(typed: str, candidates: Iterable[str]) -> str:
    """« Có phải ý là …?» with a space before it; empty where nothing is near."""
    near = nearest(typed, candidates)
    return messages.word("text_did_you_mean", near=near) if near else ""
