"""Names of bodies: one spelling of each in the whole book, none of a district that is no more (R-193, T-23)."""

import re
from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.name_cells import (
    BODIES,
    LONG_TEXTS,
    Columns,
    NameCell,
    settings_cells,
    sheet_cells,
)
from dvk_office.core.findings import Finding, finding
from dvk_office.core.naming import body_key, district, is_heading, spelling, spelt_inside
from dvk_office.core.records import Book, Place
from dvk_office.core.text import fold
from dvk_office.core.values import shown
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_NAMED: Columns = (
    ("organisations", "name"),
    ("registrants", "name"),
    ("registrants", "unit"),
    ("team", "unit"),
    ("exemplars", "introduced_by"),
    ("register", "issuer"),
)
_TEXTS: Columns = (
    ("organisations", "head_title"),
    ("registrants", "position"),
    ("team", "position"),
    ("activities", "title"),
    ("register", "title"),
    ("register", "recipients"),
)
_INSIDE = tuple(key for key in BODIES if key != "standing_members_name")
_TOLD_ELSEWHERE = (("organisations", "name"), ("registrants", "name"))
_PARTS = re.compile(r"[;\n]")


def one_spelling_of_each_body(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A body is spelt as where it is first named: the settings, then the sheets in their order (R-193, T-23).

    Capitals, “và” or a comma, short forms make a spelling; the place of a tone is told by itself. Lists of recipients
    may shorten a name.
    """
    first: dict[str, NameCell] = {}
    named = sheet_cells(book, layout, _NAMED, people=False)
    for cell in (*settings_cells(book, BODIES), *named):
        for part in filter(None, map(str.strip, _PARTS.split(cell.text))):
            key = "" if is_heading(part) else body_key(part)
            if " " not in key:
                continue
            known = first.setdefault(key, NameCell(part, cell.place))
            if spelling(part) != spelling(known.text) and not _told(cell.place, known.place):
                yield _variant(cell.place, part, known)
                break


def _told(place: Place, other: Place) -> bool:
    """True for two rows of one sheet that are the same body: that is told as a double row."""
    column = (place.sheet_key, place.column_key)
    return column in _TOLD_ELSEWHERE and column == (other.sheet_key, other.column_key)


def _variant(place: Place, found: str, known: NameCell) -> Finding:
    facts = {"found": shown(found), "first": shown(known.text), "where": known.place}
    return finding("TEN-002", place, **facts)


def bodies_inside_texts(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Posts, titles and long texts name the bodies of the settings as these spell them (R-193, T-23)."""
    bodies = [one for one in settings_cells(book, _INSIDE) if " " in body_key(one.text)]
    words = [frozenset(body_key(one.text).split()) for one in bodies]
    for cell in sheet_cells(book, layout, (*_TEXTS, *LONG_TEXTS), people=False):
        folded = fold(cell.text)
        for body, all_words in zip(bodies, words, strict=True):
            part = ""
            if all(word in folded for word in all_words):
                part = spelt_inside(cell.text, body.text)
            if part and not is_heading(part) and spelling(part) != spelling(body.text):
                yield _variant(cell.place, part, body)
                break


def no_districts(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """There are no districts any more: no body of today is named after one."""
    named = sheet_cells(book, layout, _NAMED, people=False)
    for cell in (*settings_cells(book, BODIES), *named):
        if word := district(cell.text):
            yield finding("TEN-005", cell.place, found=shown(cell.text), word=word)


CHECKS = (one_spelling_of_each_body, bodies_inside_texts, no_districts)
