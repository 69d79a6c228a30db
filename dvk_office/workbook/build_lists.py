"""The hidden lists: what drop-downs offer, and by which words the formulas know what was typed."""

from collections.abc import Iterator, Sequence
from typing import Any

from dvk_office.core.choices import choice_words
from dvk_office.core.steps import step_label
from dvk_office.core.text import tone_spellings
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import word
from dvk_office.rules.reading import reading_words
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_conditions import REASONS, year_reasons
from dvk_office.workbook.build_formulas import NUMBER, STEP_ORDER, WORDS, choice_number
from dvk_office.workbook.build_validation import CODES, FIELDS, LIST, ROWS, TOPICS

UNREADABLE = "unreadable"
COUNTED_BY = (
    "origin", "fields", "conclusion", "paper_kind", "paper_state", "exemplar_level", "appraisal_days",
)  # fmt: skip
Named = tuple[str, Sequence[Any]]


def define_lists(workbook: Any, sheet: Any, layout: Layout, rules: Rules) -> None:
    """Writes every list into the hidden sheet, its name above it, and gives it that name."""
    tab = layout.by_key["lists"].tab
    for column, (name, entries) in enumerate(_lists(layout, rules)):
        sheet.write_string(0, column, name)
        for row, entry in enumerate(entries, 1):
            sheet.write(row, column, entry)
        workbook.define_name(name, f"={area(tab, column, 1, max(1, len(entries)))}")


def _lists(layout: Layout, rules: Rules) -> Iterator[Named]:
    for name, choices in layout.choices.items():
        yield LIST + name, [choice.label for choice in choices]
    topics = [(topic.key, one.label) for one in rules.fields for topic in one.topics]
    yield TOPICS, [key for key, _ in topics]
    yield FIELDS, [label for _, label in topics]
    for name in COUNTED_BY:
        words = known_words(layout, name)
        yield WORDS + name, [spelt for spelt, _ in words]
        yield NUMBER + name, [number for _, number in words]
    for answer, spelt in reading_words()["ticks"].items():
        yield f"dvk_{answer}", [one for said in spelt for one in tone_spellings(said)]
    yield REASONS, [reason_label(name, rules) for name in (*year_reasons(), UNREADABLE)]
    yield "dvk_steps", [step_label(step) for step in STEP_ORDER]


def known_words(layout: Layout, name: str) -> tuple[tuple[str, int], ...]:
    """Each accepted spelling of each choice of a list, with the number of the choice, choice by choice."""
    found = {
        spelt: choice_number(layout, name, key)
        for said, key in choice_words(layout.choices[name]).items()
        for spelt in tone_spellings(said)
    }
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))


def reason_label(reason: str, rules: Rules) -> str:
    """The short words for the reason why a model does not count in the year."""
    return word(f"tally_{reason}", year=rules.year)


def define_codes(workbook: Any, layout: Layout) -> None:
    """Names the codes of each sheet that others refer to, as far as they are filled."""
    for sheet in layout.sheets:
        if not sheet.prefix:
            continue
        first = layout.first_row - 1
        column = tuple(sheet.letters).index("code")
        codes = area(sheet.tab, column, first, first + ROWS)
        top = area(sheet.tab, column, first, first).partition(":")[0]
        workbook.define_name(CODES + sheet.key, f"=OFFSET({top},0,0,MAX(1,COUNTA({codes})),1)")


def area(tab: str, column: int, first: int, last: int) -> str:
    """A part of a column by its address, rows and column counted from nought."""
    from xlsxwriter.utility import xl_range_abs

    quoted = tab.replace("'", "''")
    return f"'{quoted}'!{xl_range_abs(first, column, last, column)}"
