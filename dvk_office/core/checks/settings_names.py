"""Names in the settings: who issues and signs, what the commune, its bodies and its areas are called (R-005 to R-007)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.findings import Finding, finding
from dvk_office.core.naming import says_kind
from dvk_office.core.records import Book
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.naming import naming
from dvk_office.rules.year import Rules

_AUTHORITIES = ("authority_line", "recognition_authority")
_SIGNING = (
    ("authority_line", "signer_post"),
    ("recognition_authority", "recognition_signer_post"),
)
_OF_THE_COMMUNE = ("party_committee", "people_committee", "front_name", "recipients")


def _label(layout: Layout, key: str) -> str:
    return layout.setting_by_key[key].label


def issuer(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The guidance is issued by the body that the year's rules name (R-005)."""
    found = book.settings.text("standing_committee")
    if found and fold(rules.issuer) not in fold(found):
        place = book.settings.place("standing_committee")
        yield finding("TT-020", place, found=found, issuer=rules.issuer)


def authority_lines(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Party papers are signed T/M, State papers TM.; the usual ones for the standing committee (R-007, T-42)."""
    for key in _AUTHORITIES:
        text, place = book.settings.text(key), book.settings.place(key)
        usual = layout.setting_by_key[key].default
        if fold(text).startswith(naming().state_marks):
            yield finding("TT-021", place, name=_label(layout, key), found=text, usual=usual)
        elif key == _AUTHORITIES[0] and text and fold(text) != fold(usual):
            yield finding("TT-022", place, found=text, usual=usual)


def posts_of_signers(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Who signs for a committee of the Party signs as its secretary or a deputy (R-007)."""
    settings, words = book.settings, naming()
    for authority, key in _SIGNING:
        post = settings.text(key)
        signs_for_it = fold(settings.text(authority)).startswith(words.party_mark)
        if post and signs_for_it and words.secretary not in fold(post):
            facts = {"name": _label(layout, key), "found": post}
            yield finding("TT-023", settings.place(key), **facts)


def signer_of_rewards(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Once somebody is proposed for a reward, the name of the chairman who gives it is known (R-147)."""
    key = "state_signer_name"
    proposed = sum(nominee.yes("commend") for nominee in book["exemplars"])
    if proposed and book.settings.values[key] is None:
        facts = {"name": _label(layout, key), "count": proposed}
        yield finding("TT-024", book.settings.place(key), **facts)


def unit_word(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A commune has thôn, a ward tổ dân phố (T-36)."""
    word, kind = book.settings.text("unit_word"), book.settings.text("commune_kind")
    words = naming().unit_words
    known = {one for several in words.values() for one in several}
    if kind in words and fold(word) in known - words[kind]:
        label = layout.label("commune_kind", kind)
        yield finding("TT-025", book.settings.place("unit_word"), found=word, kind=label)


def bodies_of_the_commune(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """The bodies of a ward are called so, and not those of a commune (T-36)."""
    own = book.settings.text("commune_kind")
    labels = {one.key: one.label for one in layout.choices["commune_kind"]}
    for key in _OF_THE_COMMUNE if own else ():
        text = book.settings.text(key)
        for kind, label in labels.items():
            line = next((one for one in text.splitlines() if says_kind(one, label)), "")
            if kind != own and line:
                facts = {"name": _label(layout, key), "found": line, "kind": labels[own]}
                yield finding("TT-026", book.settings.place(key), **facts)


def proper_names(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Commune and city are entered by their proper names alone, since papers put the word for them before (R-006)."""
    kinds = {fold(one.label) for one in layout.choices["commune_kind"]}
    for key, words in (("commune", kinds), ("city", naming().city)):
        text = book.settings.text(key)
        if any(fold(text).startswith(f"{word} ") for word in words):
            name = _label(layout, key)
            yield finding("TT-027", book.settings.place(key), name=name, found=text)


CHECKS = (
    issuer,
    authority_lines,
    posts_of_signers,
    signer_of_rewards,
    unit_word,
    bodies_of_the_commune,
    proper_names,
)
