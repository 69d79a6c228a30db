"""The words of a paper: nothing left to fill in, one spelling throughout, no name of what is no more (R-189, R-193)."""

import re
import unicodedata
from collections.abc import Iterator

from dvk_office.core.naming import is_heading, spelling, spelt_inside
from dvk_office.core.text import fold, word_in_style
from dvk_office.documents.judged import Fault, Judged
from dvk_office.documents.word_file import Line, W
from dvk_office.rules.lint import marks
from dvk_office.rules.messages import word
from dvk_office.rules.naming import naming

_WORD = re.compile(r"[^\W\d_]+")
_QUOTE = "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb\u0060\u00b4"
NEW, OLD = "new", "old"


def placeholders(judged: Judged) -> Iterator[Fault]:
    """No sign of a template and no reminder is left in a paper (R-189)."""
    for line in judged.file.lines:
        found = next((sign for sign in marks().placeholders if sign in line.text), "")
        if found:
            yield judged.fault("LB-050", line, found=found)


def prompts(judged: Judged) -> Iterator[Fault]:
    """What only people can write is told while nobody wrote it."""
    for line in judged.file.of_body:
        field = line.around("sdt")
        if field is None or not line.plain:
            continue
        if field.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            yield judged.fault("LB-051", line, found=line.plain)


def composed(judged: Judged) -> Iterator[Fault]:
    """Letters and their marks are one sign each, so that a search finds them (R-183)."""
    for line in judged.file.lines:
        if not unicodedata.is_normalized("NFC", line.text):
            yield judged.fault("LB-052", line)


def tones(judged: Judged) -> Iterator[Fault]:
    """One way of placing tones in one paper, names of people and places left as they are (R-193)."""
    found: dict[str, list[tuple[Line, str]]] = {NEW: [], OLD: []}
    for line in judged.file.lines:
        for one in _no_names(unicodedata.normalize("NFC", line.text)):
            for style, words in found.items():
                if word_in_style(one, style):
                    words.append((line, one))
    style = judged.office.style
    if style not in found:
        if not all(found.values()):
            return
        style = max((NEW, OLD), key=lambda one: len(found[one]))
    other = OLD if style == NEW else NEW
    told: set[str] = set()
    for line, one in found[other]:
        if one.casefold() not in told:
            told.add(one.casefold())
            example = word(f"lint_style_{style}")
            yield judged.fault("LB-053", line, found=one, required=example)


def _no_names(text: str) -> Iterator[str]:
    """The words of a text that are no part of a name of a person or a place."""
    words = list(_WORD.finditer(text))
    for at, found in enumerate(words):
        if fold(found[0]) in marks().never_names or not _may_be_a_name(text, words, at):
            yield found[0]


def _may_be_a_name(text: str, words: list[re.Match[str]], at: int) -> bool:
    """A word in capitals, or with a capital beside another such word."""
    found = words[at]
    if found[0].isupper():
        return True
    beside = [one for one in words[max(at - 1, 0) : at + 2] if one is not found]
    joined = (one for one in beside if _between(text, found, one) == " ")
    return found[0].istitle() and any(one[0].istitle() for one in joined)


def _between(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    first, second = sorted((one, other), key=lambda match: match.start())
    return text[first.end() : second.start()]


def quotes(judged: Judged) -> Iterator[Fault]:
    """The movement's name stands between curly quotes (T-27)."""
    name, (opening, closing) = marks().movement, marks().quotes
    quoted = re.compile(rf"([{_QUOTE}]?)\s?{name}\s?([{_QUOTE}]?)", re.IGNORECASE)
    for line in judged.file.lines:
        for found in quoted.finditer(unicodedata.normalize("NFC", line.text)):
            if found[1] not in {"", opening} or found[2] not in {"", closing}:
                required = f"{opening}{name}{closing}"
                yield judged.fault("LB-054", line, found=found[0].strip(), required=required)


def districts(judged: Judged) -> Iterator[Fault]:
    """No paper of a day without districts names one, or a body of one (R-006)."""
    if judged.day < marks().districts_until:
        return
    for line in judged.file.lines:
        if found := _district(line.plain):
            yield judged.fault("LB-055", line, found=found)


def _district(text: str) -> str:
    """The body of a district, or the district, that a text names; empty where it names none."""
    words, plain = naming(), f" {' '.join(_WORD.findall(fold(text)))} "
    had = (f"{body} {one}" for body in marks().district_after for one in words.districts)
    for phrase in (*words.district_bodies, *had):
        if f" {phrase} " in plain:
            return phrase
    for one in words.districts:
        for found in re.finditer(rf"(?<![^\W_]){one} ([^\W\d_]+)", text):
            if found[1].istitle():
                return found[0]
    return ""


def bodies(judged: Judged) -> Iterator[Fault]:
    """A body's name is spelt in one way throughout a paper: the office's own, where that is known (R-193, T-23)."""
    for body in judged.office.bodies or marks().bodies:
        found = [
            (line, spelt)
            for line in judged.file.lines
            if not is_heading(line.text) and (spelt := spelt_inside(line.plain, body))
        ]
        spellings = {spelling(spelt) for _, spelt in found}
        if len(spellings) == 1 and not judged.office.bodies:
            continue
        told = {spelling(body)}
        for line, spelt in found:
            if spelling(spelt) not in told:
                told.add(spelling(spelt))
                yield judged.fault("LB-056", line, found=spelt, required=body)


RULES = (composed, tones, quotes, districts, bodies)
OF_PAPERS = (placeholders, prompts)
