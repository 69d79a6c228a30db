"""Tones on a vowel that bears none in either style of writing: hurried typing puts them one letter too early (R-193)."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_PLAIN, _MARKED = "aeou", "\u0103\u00e2\u00ea\u00f4\u01a1"
_HORN_U = "\u01b0"


class Misplaced(NamedTuple):
    """A word as typed and as it is written."""

    word: str
    right: str


def misplaced_tone(text: str) -> Misplaced | None:
    """The first word of `text` with its one tone on the wrong vowel; None where there is none.

    After q the tone is not on u, after g not on i; before a vowel with a mark of its own it is on that one; oa, oe and
    uy with a letter after them have it on the second vowel.
    """
    for found in () if text.isascii() else _form().finditer(text):
        start, end = _word_around(text, found.start())
        word = text[start:end]
        if sum(sign in _TONES for sign in unicodedata.normalize("NFD", word)) == 1:
            return Misplaced(word, _moved(word, found.start() - start))
    return None


@cache
def _form() -> re.Pattern[str]:
    o, u, i = (_toned(letter) for letter in ("o", "u", "i"))
    any_vowel = f"{_PLAIN}{_HORN_U}{_MARKED}y"
    forms = (
        f"(?<=q)[{u}](?=[{any_vowel}])",
        f"(?<=\\bg)[{i}](?=[{any_vowel}])",
        f"[{_toned('o' + 'u' + 'i' + 'y' + _HORN_U)}](?=[{_MARKED}])",
        f"[{o}](?=[ae][^\\W\\d_])",
        f"[{u}](?=y[^\\W\\d_])",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _toned(letters: str) -> str:
    return "".join(unicodedata.normalize("NFC", one + tone) for one in letters for tone in _TONES)


def _word_around(text: str, at: int) -> tuple[int, int]:
    start = end = at
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _moved(word: str, at: int) -> str:
    """`word` with the tone of the letter `at` on the next one."""
    letter = unicodedata.normalize("NFD", word[at])
    tone = next(mark for mark in letter if mark in _TONES)
    moved = letter.replace(tone, "") + word[at + 1] + tone
    return word[:at] + unicodedata.normalize("NFC", moved) + word[at + 2 :]
