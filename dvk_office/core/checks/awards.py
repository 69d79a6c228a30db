"""Awards of former years, as a report of achievements lists them (R-135)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "awards"
_PAIR = ("decision_number", "decision_date")


def years_that_have_been(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """An award is of a year that has been, and its decision of a day that has (R-135)."""
    last = min(rules.year, today.year)
    for award in book[_SHEET]:
        year, day = award.number("year"), award.day("decision_date")
        if year is not None and year > last:
            yield finding("TH-001", award.place("year"), found=int(year), year=last)
        if day and day > today:
            yield finding("TH-002", award.place("decision_date"), found=short_date(day))


def decided_for_its_year(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """An award is decided in its year, or in the next when the year is summed up (R-135)."""
    for award in book[_SHEET]:
        year, day = award.number("year"), award.day("decision_date")
        if year is not None and day and day <= today and not year <= day.year <= year + 1:
            facts = {"found": short_date(day), "year": int(year)}
            yield finding("TH-003", award.place("decision_date"), **facts)


def not_before_birth(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Nobody was rewarded before being born."""
    registrants = book.by_code("registrants")
    for award in book[_SHEET]:
        registrant, year = registrants.get(award.text("registrant")), award.number("year")
        born = registrant.number("birth_year") if registrant else None
        if year is not None and born is not None and year <= born:
            facts = {"found": int(year), "born": int(born)}
            yield finding("TH-004", award.place("year"), **facts)


def whole_decisions(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A decision is quoted with its number and its day (R-135)."""
    for award in book[_SHEET]:
        missing = [key for key in _PAIR if award.blank(key)]
        if len(missing) == 1:
            column = header(layout, _SHEET, missing[0])
            yield finding("TH-005", award.place(missing[0]), column=column)


def one_award_by_one_decision(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """One decision rewards one subject once; the same year and form twice is a double row already."""
    first: dict[tuple[str, str], int] = {}
    for award in book[_SHEET]:
        key = (award.text("registrant"), fold(award.text("decision_number")))
        if all(key) and key in first:
            number = award.text("decision_number")
            place = award.place("decision_number")
            yield finding("TH-006", place, found=number, row=first[key])
        first.setdefault(key, award.row)


CHECKS = (
    years_that_have_been,
    decided_for_its_year,
    not_before_birth,
    whole_decisions,
    one_award_by_one_decision,
)
