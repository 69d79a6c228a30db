"""Steps of a model that were jumped over or taken in the wrong order (R-075, R-079).

What is missing inside the appraisal is told where the appraisal is checked; a launch not held, with the launches.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from dvk_office.core.appraisal import is_discovered, must_launch
from dvk_office.core.checks.headers import header
from dvk_office.core.checks.models_plan import carried_on
from dvk_office.core.dates import short_date
from dvk_office.core.duties import hearing_day
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.steps import STEPS, rows_of, step_label, steps_taken
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHOWN_BY = (("planned", "plan_received_on"), ("carried_out", "start_date"))
_BEFORE_THE_APPRAISAL = ("registered_on", "plan_received_on")
_APPRAISAL = STEPS[STEPS.index("reported") :]


def no_step_is_jumped(book: Book, _rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """A later step whose earlier step is empty is an illegal jump (R-079)."""
    for model in carried_on(book):
        taken = steps_taken(book, model, today)
        for step, column in _SHOWN_BY:
            later = _later(taken, step)
            launch = step == "carried_out" and must_launch(book, model)
            if later and step not in taken and not launch and model.left_blank(column):
                facts = {"name": model.text("name"), "step": step_label(step)}
                told = {"later": step_label(later), "day": short_date(taken[later])}
                yield finding("BU-001", model.place(column), **facts, **told)


def _later(taken: Mapping[str, date], step: str) -> str:
    """The last step taken after `step`; empty where none was."""
    return next((one for one in reversed(tuple(taken)) if STEPS.index(one) > STEPS.index(step)), "")


def checked_before_the_appraisal(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """The subject itself checks its model at least once before the appraisal; of a find any check will do (R-075)."""
    models = book.by_code("models")
    for hearing in book["hearings"]:
        model, day = models.get(hearing.text("model")), hearing_day(book, hearing)
        if model is None or day is None or day > today:
            continue
        kinds = None if is_discovered(model) else ("self",)
        if not _checked(rows_of(book, "inspections", model), day, kinds):
            facts = {"name": model.text("name"), "day": short_date(day)}
            yield finding("BU-002", hearing.place("model"), **facts)


def _checked(rows: tuple[Record, ...], day: date, kinds: tuple[str, ...] | None) -> bool:
    """True where one of the checks was on `day` or before; a day that cannot be read has its own finding."""
    return any(
        (kinds is None or row.text("kind") in kinds) and not ((on := row.day("date")) and on > day)
        for row in rows
    )


def steps_in_their_order(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """No model reports or is appraised before its registration and its plan have come (R-079)."""
    for model in carried_on(book):
        taken = steps_taken(book, model, today)
        appraised = [step for step in _APPRAISAL if step in taken]
        first = min(appraised, key=lambda step: taken[step], default="")
        for column in _BEFORE_THE_APPRAISAL:
            day = model.day(column)
            if first and day and taken[first] < day <= today:
                facts = {"column": header(layout, "models", column), "found": short_date(day)}
                told = {"step": step_label(first), "day": short_date(taken[first])}
                yield finding("BU-003", model.place(column), **facts, **told)


CHECKS = (no_step_is_jumped, checked_before_the_appraisal, steps_in_their_order)
