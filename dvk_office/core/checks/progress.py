"""Progress: figures cumulative since 1 January, of the year, never falling, there at every cut-off."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.reading import reading_words
from dvk_office.rules.year import Rules

_SHEET = "progress"
_RESOURCES = ("resources_money", "resources_days", "resources_land")
_FIGURES = ("figure_reached", "participants", "beneficiaries", *_RESOURCES)
_TOLD = (*_FIGURES, "resources_other", "results", "effects", "limits", "remedies", "replicated_to")


def days_of_the_year(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """Figures are those of the year, counted up to a day that has come (R-152)."""
    for row in book[_SHEET]:
        day = row.day("as_of")
        if day and day.year != rules.year:
            yield finding("KQ-001", row.place("as_of"), found=short_date(day), year=rules.year)
        elif day and day > today:
            yield finding("KQ-002", row.place("as_of"), found=short_date(day))


def figures_never_fall(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A cumulative figure is not lower than the one that was known before it (R-074, R-152)."""
    for rows in _by_model(book).values():
        for key in _FIGURES:
            known = [(row, number) for row in rows if (number := row.number(key)) is not None]
            for (earlier, before), (row, number) in pairwise(known):
                if number < before:
                    yield finding(
                        "KQ-003",
                        row.place(key),
                        column=header(layout, _SHEET, key),
                        found=printed_number(number),
                        before=printed_number(before),
                        day=_shown_day(earlier),
                        row=earlier.row,
                    )


def _by_model(book: Book) -> Mapping[str, Sequence[Record]]:
    """The dated rows of each model in the order of their days; a day entered twice is a double row already."""
    found: dict[str, Sequence[Record]] = {}
    for code, rows in book.grouped(_SHEET, "model").items():
        by_day: dict[date, Record] = {}
        for row in rows:
            if day := row.day("as_of"):
                by_day.setdefault(day, row)
        found[code] = [by_day[day] for day in sorted(by_day)]
    return found


def _shown_day(row: Record) -> str:
    day = row.day("as_of")
    return short_date(day) if day else ""


def models_that_run(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """There are results of a model from its start on until it is dropped (R-161, T-41)."""
    models = book.by_code("models")
    for row in book[_SHEET]:
        day, model = row.day("as_of"), models.get(row.text("model"))
        if day is None or model is None:
            continue
        facts = {"name": model.text("name"), "found": short_date(day)}
        dropped, started = model.day("dropped_on"), model.day("start_date")
        if dropped and day > dropped:
            yield finding("KQ-004", row.place("as_of"), **facts, day=short_date(dropped))
        elif started and day < started and any(row.number(key) for key in _FIGURES):
            yield finding("KQ-005", row.place("as_of"), **facts, day=short_date(started))


def rows_that_tell(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """A row says something of its model; a blank figure is not zero (R-152)."""
    for row in book[_SHEET]:
        if row.day("as_of") and all(row.blank(key) for key in _TOLD):
            yield finding("KQ-006", row.place("as_of"), day=_shown_day(row))


def resources_as_numbers(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Money, days of work and land stand as numbers in columns of their own, not in words (R-074)."""
    for row in book[_SHEET]:
        text = fold(row.text("resources_other"))
        for key in _RESOURCES if text else ():
            written = _measured(key).search(text)
            if written and row.blank(key):
                column = header(layout, _SHEET, key)
                place = row.place("resources_other")
                yield finding("KQ-007", place, found=written[0], column=column)


@cache
def _measured(key: str) -> re.Pattern[str]:
    """A number with a unit of the resource `key`, in folded text."""
    units = "|".join(re.escape(fold(unit)) for unit in reading_words()["units"][key])
    return re.compile(rf"[0-9][0-9.,]* ?(?:{units})(?!\w)")


def limits_are_remedied(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """What the last row of a model names as a limit has a remedy (R-076)."""
    for rows in _by_model(book).values():
        last = rows[-1] if rows else None
        if last and last.text("limits") and all(row.blank("remedies") for row in rows):
            yield finding("KQ-008", last.place("remedies"))


def replications_are_told(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model that another one was replicated from says where to, once it has results (R-076)."""
    told = _by_model(book)
    sources: dict[str, Record] = {}
    for model in book["models"]:
        if model.text("origin") == "replicated" and model.blank("dropped_on"):
            sources.setdefault(model.text("replicated_from"), model)
    for code, copy in sources.items():
        rows = told.get(code)
        if rows and all(row.blank("replicated_to") for row in rows):
            facts = {"found": copy.text("code"), "name": copy.text("name")}
            yield finding("KQ-009", rows[-1].place("replicated_to"), **facts)


CHECKS = (
    days_of_the_year,
    figures_never_fall,
    models_that_run,
    rows_that_tell,
    resources_as_numbers,
    limits_are_remedied,
    replications_are_told,
)
