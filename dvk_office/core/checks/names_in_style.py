"""Tones in what papers print: placed in one way, on the right vowel; names of people left as they are (R-193)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.checks.name_cells import (
    BODIES,
    LONG_TEXTS,
    Columns,
    settings_cells,
    sheet_cells,
)
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book
from dvk_office.core.text import word_in_style
from dvk_office.core.tones import misplaced_tone
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_STYLE = "spelling_style"
_OTHER: Mapping[str, str] = MappingProxyType({"new": "old", "old": "new"})
_PRINTED: Columns = (
    ("organisations", "name"),
    ("organisations", "head_title"),
    ("registrants", "name"),
    ("registrants", "position"),
    ("registrants", "unit"),
    ("models", "name"),
    ("team", "position"),
    ("team", "unit"),
    ("register", "issuer"),
    ("register", "title"),
)


def tones_in_one_style(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """What papers print has its tones placed as the settings say (R-193).

    Where most cells are in the other style, the setting is asked for once instead of every cell.
    """
    style = book.settings.text(_STYLE)
    other = _OTHER.get(style, "")
    printed = sheet_cells(book, layout, _PRINTED, people=False)
    cells = (*settings_cells(book, BODIES), *printed) if other else ()
    wrong = [(cell, word) for cell in cells if (word := word_in_style(cell.text, other))]
    right = sum(1 for cell in cells if word_in_style(cell.text, style))
    label = layout.label(_STYLE, style)
    if len(wrong) > right:
        facts = {"style": label, "count": len(wrong), "right": right, "first": wrong[0][0].place}
        yield finding("TEN-004", book.settings.place(_STYLE), word=wrong[0][1], **facts)
        return
    for cell, word in wrong:
        yield finding("TEN-003", cell.place, word=word, style=label)


def tones_on_their_vowels(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """No tone stands where neither style puts it: “qúy”, “hòan”; of each cell the first word is named (R-193)."""
    printed = sheet_cells(book, layout, (*_PRINTED, *LONG_TEXTS), people=False)
    for cell in (*settings_cells(book, BODIES), *printed):
        if found := misplaced_tone(cell.text):
            yield finding("TEN-006", cell.place, word=found.word, right=found.right)


CHECKS = (tones_in_one_style, tones_on_their_vowels)
