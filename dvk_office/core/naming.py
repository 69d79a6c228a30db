"""How names are spelt: those of people, of bodies and of places (R-193, T-23). Nothing here changes a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dvk_office.core.text import clean, fold
from dvk_office.rules.naming import naming

KEPT = 1_000  # names of bodies: more than one workbook has
_PEOPLE = re.compile(r"([;\n])")
_NAME_ENDS = re.compile(r"[,(]| - | \u2013 ")
_WORDS = re.compile(r"\w+")
_PIECES = re.compile(r"([^\W\d_]+)")
_BRACKETS = re.compile(r"\([^()]*\)")


def properly_cased(name: str) -> str:
    """`name` with a capital at the start of every word and nowhere else; equal to `name` where nothing is odd.

    What stands after an apostrophe or a hyphen in a word (K’Brốp, H’Hen) may begin either way; titles with a point,
    what follows a comma and what stands in brackets are not looked at.
    """
    return "".join(map(_person, _PEOPLE.split(clean(name))))


def _person(text: str) -> str:
    end = _NAME_ENDS.search(text)
    name, rest = (text[: end.start()], text[end.start() :]) if end else (text, "")
    return " ".join(_cased_word(word, place) for place, word in enumerate(name.split(" "))) + rest


def _cased_word(word: str, place: int) -> str:
    if word.endswith(".") or (place and fold(word) in naming().particles):
        return word
    parts = _PIECES.split(word)
    letters = [number for number, part in enumerate(parts) if _PIECES.fullmatch(part)]
    for number in letters:
        first, rest = parts[number][0], parts[number][1:]
        parts[number] = (first.title() if number == letters[0] else first) + rest.lower()
    return "".join(parts)


@lru_cache(maxsize=KEPT)
def body_key(text: str) -> str:
    """What two spellings of one body's name have in common: its words, short forms spelt out, “và” left out."""
    words = naming()
    found: list[str] = []
    for word in _WORDS.findall(fold(_BRACKETS.sub(" ", text))):
        if word not in words.joints:
            found.extend(words.short.get(word, (word,)))
    return " ".join(found)


def spelling(text: str) -> tuple[str, str]:
    """What makes a spelling: words, signs between them, capitals but the first. Kinds of quote or dash do not count."""
    seen = clean(_BRACKETS.sub(" ", text)).replace("\n", " ")
    return fold(seen), "".join("A" if sign.isupper() else "a" for sign in seen[1:])


def spelt_inside(text: str, body: str) -> str:
    """The words of `text` that name `body`, with or without “và” between them; empty where it is not named in full."""
    wanted, joints = body_key(body).split(), naming().joints
    words = [
        (fold(found[0]), found) for found in _WORDS.finditer(text) if fold(found[0]) not in joints
    ]
    for at in range(len(words) - len(wanted) + 1):
        part = words[at : at + len(wanted)]
        if wanted and [word for word, _ in part] == wanted:
            return text[part[0][1].start() : part[-1][1].end()]
    return ""


def is_heading(text: str) -> bool:
    """True for a name in capitals throughout, as it stands at the head of a paper."""
    return text.isupper()


def district(text: str) -> str:
    """The word in `text` that names a district or its body; empty where there is none."""
    words, folded = naming(), f" {' '.join(_WORDS.findall(fold(text)))} "
    for phrase in words.district_bodies:
        if f" {phrase} " in folded:
            return phrase
    seen = fold(text) if is_heading(text) else clean(text)
    plain = f" {' '.join(_WORDS.findall(seen))} "
    return next((word for word in words.districts if f" {word} " in plain), "")


def other_commune(text: str, kinds: frozenset[str], commune: str) -> str:
    """The commune that `text` names where it is not `commune` (R-006): “xã Tân Hưng”; empty where there is none.

    `kinds` are the words for a commune; of a name in capitals throughout nothing can be said.
    """
    own = tuple(_WORDS.findall(fold(commune)))
    words = _WORDS.findall(clean(text))
    for at, count in _kinds_in(words, kinds) if own and not is_heading(text) else ():
        name = tuple(_capitalised(words[at + count :]))
        if name and tuple(map(fold, name[: len(own)])) != own:
            return " ".join((*words[at : at + count], *name))
    return ""


def says_kind(text: str, kind: str) -> bool:
    """Whether `text` calls a body one of a `kind` of commune; “xã hội” and “hợp tác xã” are other words."""
    words, parts, known = _WORDS.findall(fold(text)), fold(kind).split(), naming()
    for at in range(len(words)):
        end = at + len(parts)
        before, after = words[at - 1] if at else "", words[end] if end < len(words) else ""
        if words[at:end] == parts and not (
            before in known.before_commune or after in known.after_commune
        ):
            return True
    return False


def _kinds_in(words: list[str], kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a word for a commune stands, and of how many words it is."""
    folded = [fold(word) for word in words]
    for kind in kinds:
        parts = kind.split()
        for at in range(len(words) - len(parts)):
            before = folded[at - 1] if at else ""
            if folded[at : at + len(parts)] == parts and before not in naming().before_commune:
                yield at, len(parts)


def _capitalised(words: list[str]) -> Iterator[str]:
    """The words of a proper name at the start of `words`."""
    for number, word in enumerate(words):
        if not (word[0].isupper() or (number and word.isdigit())):
            return
        if not number and fold(word) in naming().after_commune:
            return
        yield word
