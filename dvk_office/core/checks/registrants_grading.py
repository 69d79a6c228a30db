"""How subjects are graded: level, year and state together, of a year that can be known (R-098, R-111, T-15)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import headers
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "registrants"
_GRADING = ("grading", "grading_year", "grading_state")


def _graded(book: Book) -> Iterator[tuple[Record, float]]:
    """Each subject with the year that its grading is of."""
    for one in book[_SHEET]:
        year = one.number("grading_year")
        if year is not None:
            yield one, year


def whole_gradings(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A grading is told with its year, and whether it is official or provisional (R-111)."""
    for one in book[_SHEET]:
        missing = [key for key in _GRADING if one.left_blank(key)]
        if missing and not all(one.blank(key) for key in _GRADING):
            columns = headers(layout, _SHEET, missing)
            yield finding("CT-009", one.place(missing[0]), columns=columns)


def years_of_gradings(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """A grading is of this year or, until that is known, of the last one (R-098, T-15)."""
    for one, year in _graded(book):
        if year not in (rules.year, rules.year - 1):
            facts = {"found": int(year), "year": rules.year, "last": rules.year - 1}
            yield finding("CT-010", one.place("grading_year"), **facts)


def official_in_its_time(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """No grading of this year is official before the year's figures are closed (R-111, T-15)."""
    closed = book.settings.day("year_cut_off")
    for one, year in _graded(book):
        early = year == rules.year and closed is not None and today <= closed
        if early and one.text("grading_state") == "official":
            yield finding("CT-011", one.place("grading_state"), year=rules.year)


def provisional_until_the_year_is_over(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """Once its year is over, a provisional grading is asked for again; of exemplars it is asked there (R-111, T-15)."""
    chosen = {one.text("registrant") for one in book["exemplars"] if one.yes("chosen")}
    for one, year in _graded(book):
        asked_there = one.text("kind") == "collective" and one.text("code") in chosen
        over = one.text("grading_state") == "provisional" and today.year > year
        if over and not asked_there:
            place, name = one.place("grading_state"), one.text("name")
            yield finding("CT-012", place, name=name, year=int(year))


CHECKS = (
    whole_gradings,
    years_of_gradings,
    official_in_its_time,
    provisional_until_the_year_is_over,
)
