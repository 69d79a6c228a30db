"""Text in TCVN3 or VNI, told by its letters, and other text that only looks Vietnamese (R-184)."""

import re
from functools import cache

from dvk_office.rules.reading import encoding_letters

_SMALL = "a-z"
_LETTER = "A-Za-z"
_CONSONANTS = "b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ"
_CAPITAL_LATIN = "\u00c0-\u00d6\u00d8-\u00de"
_ETHS = "\u00d0\u00f0"
_APART = re.compile(
    r" [^\W\d_] {1,2}[^\W\d_] "
)  # what every such text has within: quicker than the whole
_SPREAD = re.compile(r"(?:(?<![^\W_])[^\W\d_] {1,2}){4,}[^\W\d_](?![^\W_])")


@cache
def _tcvn3() -> re.Pattern[str]:
    """Signs for letters in a word, a Latin capital after a small letter, a word without any vowel."""
    table = encoding_letters()["tcvn3"]
    inside, joining, first, foreign = (
        re.escape(table[key]) for key in ("inside", "joining", "first", "foreign")
    )
    others = f"{_LETTER}{inside}{joining}{foreign}{_CAPITAL_LATIN}\u00df-\u00fe"
    return re.compile(
        f"(?<=[{others}])[{inside}](?=[{others}])"
        f"|(?<=[{others}])[{joining}](?=[{_SMALL}]{{2}})"
        f"|(?<![^\\W_])[{first}][{others}]"
        f"|(?<=[{_SMALL}])[{_CAPITAL_LATIN}](?![{_CAPITAL_LATIN}])"
        f"|(?<![^\\W_])[{_CONSONANTS}]+[{inside}{joining}{foreign}][{_CONSONANTS}]*(?![^\\W_])"
    )


@cache
def _foreign() -> re.Pattern[str]:
    foreign = re.escape(encoding_letters()["tcvn3"]["foreign"])
    return re.compile(f"[{_LETTER}]*[{foreign}]+[{_LETTER}]*")


@cache
def _suspects() -> re.Pattern[str]:
    """The signs without which no TCVN3 is there: a quick look before the long one."""
    table = encoding_letters()["tcvn3"]
    signs = "".join(table[key] for key in ("inside", "joining", "first", "foreign"))
    return re.compile(f"[{re.escape(signs)}{_CAPITAL_LATIN}]")


@cache
def _vni() -> tuple[re.Pattern[str], frozenset[str]]:
    """What finds a vowel before any sign of a tone, quickly, and the pairs of both that are evidence."""
    table = encoding_letters()["vni"]["pairs"]
    both = [(vowel + vowel.upper(), signs + signs.upper()) for vowel, signs in table.items()]
    first, second = ("".join(letters) for letters in zip(*both, strict=True))
    pairs = (vowel + sign for vowels, signs in both for vowel in vowels for sign in signs)
    return re.compile(f"[{first}](?=([{second}]))"), frozenset(pairs)


def _is_vni(text: str) -> bool:
    likely, pairs = _vni()
    return any(found[0] + found[1] in pairs for found in likely.finditer(text))


def old_encoding(text: str) -> str:
    """The name of the old encoding that `text` is written in, empty for Unicode."""
    if text.isascii():
        return ""
    suspect = _suspects().search(text)
    if suspect and _tcvn3().search(text):
        return str(encoding_letters()["tcvn3"]["name"])
    if _is_vni(text):
        return str(encoding_letters()["vni"]["name"])
    if suspect and len(_foreign().findall(text)) > 1:
        return str(encoding_letters()["tcvn3"]["name"])
    return ""


def old_font(name: str) -> bool:
    """True for a font of an old encoding, such as .VnTime or VNI-Times."""
    folded = name.casefold()
    return any(folded.startswith(tuple(table["fonts"])) for table in encoding_letters().values())


def foreign_d(text: str) -> str:
    """The Icelandic eth that stands in `text` where a Vietnamese D with stroke should; empty for none."""
    if _ETHS[0] not in text and _ETHS[1] not in text:
        return ""
    return next(sign for sign in text if sign in _ETHS)


def spread_out(text: str) -> bool:
    """True where words fell apart into single letters, as in text copied from a PDF."""
    return _APART.search(text) is not None and _SPREAD.search(text) is not None
