"""Vietnamese text: cleaning what was typed, comparing it, sorting it (R-183, R-185, R-193)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = _GRAVE + _HOOK + _TILDE + _ACUTE + _DOT
_QUALITIES: Mapping[str, int] = MappingProxyType({"\u0306": 1, "\u0302": 2, "\u031b": 3})
_STROKE_D = "\u0111"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u0060\u00b4"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _placements() -> Mapping[str, str]:
    """Where a tone may stand in oa, oe, uy: on the second vowel, to be read as on the first."""
    pairs = (("o", "a"), ("o", "e"), ("u", "y"))
    compose = unicodedata.normalize
    return MappingProxyType(
        {
            compose("NFC", one + two + tone): compose("NFC", one + tone + two)
            for one, two in pairs
            for tone in _TONES
        }
    )


_PLACEMENTS = _placements()
_PLACED = re.compile(rf"(?<!q)(?:{'|'.join(_PLACEMENTS)})(?![^\W\d_]|[\u0300-\u036f])")
_STYLES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        style: re.compile(rf"(?<!q)(?:{'|'.join(pairs)})(?![^\W\d_])")
        for style, pairs in (("old", _PLACEMENTS.keys()), ("new", _PLACEMENTS.values()))
    }
)
_RESTYLED: Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]] = MappingProxyType(
    {
        style: (re.compile(_STYLES[other].pattern, re.IGNORECASE), placed)
        for style, other, placed in (
            ("new", "old", _PLACEMENTS),
            ("old", "new", MappingProxyType({new: old for old, new in _PLACEMENTS.items()})),
        )
    }
)
_WORD = re.compile(r"[^\W\d_]+")
_UNIFIED: Mapping[int, str] = MappingProxyType(
    {ord(sign): '"' for sign in _QUOTES}
    | {ord(sign): "'" for sign in _APOSTROPHES}
    | {ord(sign): "-" for sign in _DASHES}
)
_SPACES = re.compile(r"[ \t]+")
_BREAKS = re.compile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BLANKS = " \t\n\u00a0\u00ad\u1680\u180e\u200b\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_DIGITS = re.compile(r"[0-9]+|.", re.DOTALL)
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NOT_PLAIN = re.compile(r"[^0-9a-z]+")
NEAR = 0.72  # how alike two words must be (0 to 1) before one is proposed for the other


def clean(text: str) -> str:
    """`text` in NFC, without invisible characters, its spaces folded, its line breaks kept (R-183)."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        if "  " not in text and text[:1] != " " and text[-1:] != " ":
            return text
        return " ".join(text.split())
    lines = _BREAKS.split(unicodedata.normalize("NFC", text))
    return "\n".join(_clean_line(line) for line in lines).strip("\n")


def as_typed(text: str) -> str:
    """`text` as papers print it (R-183): in NFC, its line breaks of one kind; spaces, tabs and joined signs stay.

    What nobody sees is no part of it: control signs, and blanks at the ends of the cell.
    """
    if not (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        text = _CONTROLS.sub("", _BREAKS.sub("\n", unicodedata.normalize("NFC", text)))
    return text.strip(_BLANKS)


def _clean_line(line: str) -> str:
    seen = "".join(filter(None, map(_visible, line)))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", seen)).strip(" ")


def _visible(sign: str) -> str:
    """A space for every kind of space, nothing for a sign that cannot be seen."""
    kind = unicodedata.category(sign)
    if kind == "Zs" or sign == "\t":
        return " "
    return "" if kind in ("Cc", "Cf") else sign


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The form in which two texts are compared: case, quotes, dashes and tone placement do not count.

    Only oa, oe, uy without a final letter are unified, and never after q (domain rule of tone placement);
    the letter D with stroke stays apart from d and from the Icelandic eth that looks like it.
    """
    folded = " ".join(clean(text).casefold().split())
    if folded.isascii():
        return folded.replace("`", "'")
    folded = unicodedata.normalize("NFC", folded).translate(_UNIFIED)
    return _PLACED.sub(lambda found: _PLACEMENTS[found[0]], folded)


def tone_spellings(text: str) -> tuple[str, ...]:
    """`text` with its tones as they stand, and with those of oa, oe, uy all placed one way or the other (R-193)."""
    old = _styled("new", {new: old for old, new in _PLACEMENTS.items()}, text)
    return tuple(dict.fromkeys((text, old, _styled("old", _PLACEMENTS, text))))


def _styled(style: str, placements: Mapping[str, str], text: str) -> str:
    return _STYLES[style].sub(lambda found: placements[found[0]], text)


def word_in_style(text: str, style: str) -> str:
    """The first word of `text` whose tone stands as in `style`: old as in uỷ, hoà; new as in ủy, hòa; empty for none.

    Words in which both styles agree (hoàn, quý) are of neither (R-193).
    """
    placed = _STYLES[style]
    if text.isascii() or not placed.search(text.casefold()):
        return ""
    return next((word for word in _WORD.findall(text) if placed.search(word.casefold())), "")


def in_style(text: str, style: str) -> str:
    """`text` with the tones of oa, oe, uy placed as in `style`, capitals as they stand (R-193)."""
    wrong, right = _RESTYLED[style]
    return wrong.sub(lambda found: _cased(right[found[0].lower()], found[0]), text)


def _cased(letters: str, like: str) -> str:
    return "".join(a.upper() if b.isupper() else a for a, b in zip(letters, like, strict=True))


def bare(text: str) -> str:
    """`text` folded, without any mark or sign: what is left when somebody types in a hurry."""
    spread = unicodedata.normalize("NFD", fold(text)).replace(_STROKE_D, "d").replace("\u00f0", "d")
    return _NOT_PLAIN.sub(" ", _MARKS.sub("", spread)).strip()


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant by `word`, None where none is near enough."""
    plain = bare(word)
    if not plain:
        return None
    forms: dict[str, str] = {}
    for candidate in candidates:
        forms.setdefault(bare(candidate), candidate)
    if plain in forms:
        return forms[plain]
    return forms.get(_closest(plain, forms))


def _closest(plain: str, forms: Iterable[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(plain[:120], [form for form in forms if form], n=1, cutoff=NEAR)
    if found:
        return found[0]
    longer = [form for form in forms if len(plain) > 3 and (plain in form or form in plain)]  # noqa: PLR2004
    longer = [form for form in longer if len(form) > 3]  # noqa: PLR2004
    return longer[0] if len(longer) == 1 else ""


def alphabet_key(text: str) -> tuple[Any, ...]:
    """The sorting key of `text`: Vietnamese letters first, tones second, numbers by size (R-185)."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    folded = fold(text)
    for part in _DIGITS.findall(folded):
        if part.isascii() and part.isdigit():
            letters.append((ord("0"), int(part[:18])))
        else:
            _add_letter(part, letters, tones)
    return tuple(letters), tuple(tones), clean(text)


def _add_letter(sign: str, letters: list[tuple[int, int]], tones: list[int]) -> None:
    if sign == _STROKE_D:
        letters.append((ord("d"), 4))
        tones.append(0)
        return
    base, *marks = list(unicodedata.normalize("NFD", sign))
    quality = max((_QUALITIES.get(mark, 0) for mark in marks), default=0)
    letters.append((ord(base), quality))
    tones.append(max((_TONES.find(mark) + 1 for mark in marks), default=0))


@lru_cache(maxsize=16384)
def name_key(name: str) -> tuple[Any, ...]:
    """The sorting key of a person: given name (the last word) first, then family and middle names (R-185)."""
    words = clean(name).split()
    return alphabet_key(words[-1] if words else ""), alphabet_key(" ".join(words[:-1]))
