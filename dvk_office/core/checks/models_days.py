"""The days of a model: registered at all, none still to come, of this year, one after the other (R-029, R-062)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.duties import must_be_registered
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "models"
_PAST = ("approval_date", "registered_on", "plan_date", "plan_received_on", "dropped_on")
_THIS_YEAR = ("approval_date", "registered_on", "plan_date", "plan_received_on", "launch_planned")
_IMPOSSIBLE = (
    ("plan_date", "plan_received_on"),
    ("start_date", "end_date"),
    ("registered_on", "dropped_on"),
    ("launch_date", "dropped_on"),
)
_ODD = (("approval_date", "registered_on"), ("launch_date", "end_date"))


def registered(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The day of registration is compulsory; a find and an old model given up instead have none (R-062)."""
    for model in filter(must_be_registered, book[_SHEET]):
        if model.text("origin") and not is_discovered(model) and model.left_blank("registered_on"):
            yield finding("MH-030", model.place("registered_on"), name=model.text("name"))


def days_have_come(book: Book, _rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """Nothing was approved, registered, planned or given up on a day still to come (R-061, R-062)."""
    for model in book[_SHEET]:
        for key in _PAST:
            day = model.day(key)
            if day and day > today:
                facts = {"column": header(layout, _SHEET, key), "found": short_date(day)}
                yield finding("MH-031", model.place(key), **facts)


def days_of_this_year(book: Book, rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """A model is registered, planned and carried out in the year for which it counts (R-026, R-029, R-031)."""
    for model in book[_SHEET]:
        for key in (*_THIS_YEAR, "start_date", "end_date"):
            day = model.day(key)
            told = key in _PAST and day is not None and day > today
            if day and not told and not _may_be(model, key, day.year, rules.year):
                facts = {"column": header(layout, _SHEET, key), "found": short_date(day)}
                yield finding("MH-032", model.place(key), year=rules.year, **facts)


def _may_be(model: Record, key: str, found: int, year: int) -> bool:
    """True for a year that the day may have: an old model started before, any may go on after this year."""
    if key == "end_date":
        return found >= year
    if key != "start_date":
        return found == year
    origin = model.text("origin")
    return origin == "new" or (found == year if origin == "replicated" else found <= year)


def days_in_order(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """First the approval, then the registration; a plan is written, then received; what starts ends later (R-061)."""
    for pairs, code in ((_IMPOSSIBLE, "MH-033"), (_ODD, "MH-034")):
        for model in book[_SHEET]:
            for first, then in pairs:
                before, day = model.day(first), model.day(then)
                if before and day and day < before:
                    facts = {"column": header(layout, _SHEET, then), "found": short_date(day)}
                    after = {"other": header(layout, _SHEET, first), "day": short_date(before)}
                    yield finding(code, model.place(then), **facts, **after)


CHECKS = (registered, days_have_come, days_of_this_year, days_in_order)
