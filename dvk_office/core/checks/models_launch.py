"""The launch of models: who must hold one, and when it was (R-032 to R-035, R-071)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import must_launch
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Place, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "models"
_BUILT_ANEW = ("new", "replicated")


def new_models_are_launched(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A new model must hold a launch; of a replicated one it is asked, or demanded by setting (R-032, R-033, T-13).

    While the day planned for it is still to come, that is noted and no more.
    """
    until = book.settings.day("provisional_until")
    for model in _not_launched(book):
        planned, place, name = model.day("launch_planned"), *_at(model)
        waits = planned is not None and planned >= today
        if not must_launch(book, model):
            if not waits:
                yield finding("MH-042", place, name=name)
        elif planned and waits:
            yield finding("MH-041", place, name=name, day=short_date(planned))
        else:
            yield finding("MH-040", place, name=name, until=short_date(until) if until else "")


def _not_launched(book: Book) -> Iterator[Record]:
    for model in book[_SHEET]:
        live = model.text("origin") in _BUILT_ANEW and model.blank("dropped_on")
        if live and model.left_blank("launch_date"):
            yield model


def launches_were_held(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """Only what was held is a launch; a day still to come is only planned (R-032, R-071)."""
    for model in book[_SHEET]:
        day = model.day("launch_date")
        if day and day > today:
            yield finding("MH-043", model.place("launch_date"), found=short_date(day))


def launches_in_their_time(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A launch is in this year and not before the registration (R-035)."""
    for model in book[_SHEET]:
        day, registered = model.day("launch_date"), model.day("registered_on")
        if day is None or day > today or model.text("origin") not in _BUILT_ANEW:
            continue
        place, found = model.place("launch_date"), short_date(day)
        if day.year != rules.year:
            yield finding("MH-044", place, found=found, year=rules.year)
        elif registered and day < registered:
            yield finding("MH-045", place, found=found, day=short_date(registered))


def launches_of_old_models(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A continued model needs no launch; one that is entered is asked about (R-034)."""
    for model in book[_SHEET]:
        day = model.day("launch_date")
        if model.text("origin") == "continued" and day and day <= today:
            place, name = _at(model)
            yield finding("MH-046", place, name=name, found=short_date(day))


def _at(model: Record) -> tuple[Place, str]:
    return model.place("launch_date"), model.text("name")


CHECKS = (
    new_models_are_launched,
    launches_were_held,
    launches_in_their_time,
    launches_of_old_models,
)
