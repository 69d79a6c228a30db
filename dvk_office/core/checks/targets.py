"""What a book owes to the year's targets: who has no model, what is short, how models are tagged (R-013 to R-023)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.calendar import days_off
from dvk_office.core.checks.headers import headers
from dvk_office.core.counting import judged
from dvk_office.core.dates import short_date
from dvk_office.core.deadlines import days_of
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.targets import TargetResult, targets
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_TAGS = ("commune_task", "professional_task")
_COUNTED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "models": (
            *_TAGS, "still_suitable", "effective", "previous_figure", "figure", "registered_on",
            "start_date", "launch_date",
        ),
        "exemplars": ("chosen",),
    }
)  # fmt: skip
_DUE: Mapping[str, str] = MappingProxyType(
    {"models": "registrations", "organisations": "registrations", "exemplars": "nominations"}
)


def organisations_have_a_model(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """Once registration is over, each direct Party organisation has a model that counts (R-016, R-019)."""
    for result in targets(book, rules, today):
        if not result.met and _last_day(book, rules, result) < today:
            for body in result.count.uncovered:
                facts = {"name": body.text("name"), "label": result.target.label}
                yield finding("CTI-001", body.place("name"), **facts)


def targets_are_reached(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """There is as much as a target asks for: noted before its last day, a warning after it (R-013, R-014, R-021).

    Bodies without a model are then warned of one by one; that there is no body at all is an error of its own (R-017).
    """
    for result in targets(book, rules, today):
        sheet, last = book.sheets[_sheet_of(result)], _last_day(book, rules, result)
        if result.met or result.count.whole == 0 or not sheet.found:
            continue
        facts = {"label": result.target.label, "actual": result.actual}
        facts["required"] = result.required
        if last >= today:
            yield finding("CTI-003", sheet.place(), last=short_date(last), **facts)
        elif not result.count.uncovered:
            yield finding("CTI-002", sheet.place(), missing=result.missing[0], **facts)


def reached_without_provisional_models(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """Models that are still to be launched count for the time being only, which is noted (R-032, T-13)."""
    until = book.settings.day("provisional_until")
    for result in targets(book, rules, today):
        number = len(result.count.provisional)
        if until and result.met and result.actual - number < result.required:
            facts = {"label": result.target.label, "number": number, "until": short_date(until)}
            yield finding("CTI-004", book.sheets[_sheet_of(result)].place(), **facts)


def models_are_tagged(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """A model is said to serve the place, its organisation's own work, or neither (R-015, R-018)."""
    for model in _counting(book, rules, today):
        blank = [key for key in _TAGS if model.left_blank(key)]
        if blank and not any(model.yes(key) for key in _TAGS):
            yield finding("CTI-005", model.place(blank[0]), name=model.text("name"))


def one_tag_where_both_are_not_allowed(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A model carries both tags only where the office allows it (T-08)."""
    if book.settings.yes("both_tags"):
        return
    for model in _counting(book, rules, today):
        if all(model.yes(key) for key in _TAGS):
            yield finding("CTI-006", model.place(_TAGS[1]), name=model.text("name"))


def _counting(book: Book, rules: Rules, today: date) -> Iterator[Record]:
    """The models that count in the year, whatever their tags."""
    return (one.case.model for one in judged(book, rules, today) if not one.reason)


def _sheet_of(result: TargetResult) -> str:
    """The sheet in which something is missing where a target is not reached."""
    if result.count.levels:
        return "exemplars"
    return "models" if result.count.whole is None else "organisations"


def _last_day(book: Book, rules: Rules, result: TargetResult) -> date:
    """The day by which a target should be reached; the end of the year where the city decides or no day is known."""
    measure = "" if result.count.level == "city" else _DUE[_sheet_of(result)]
    deadline = next((one for one in rules.deadlines if one.measure == measure), None)
    days = days_of(book, deadline, days_off(book, rules)) if deadline else None
    return days.last if days else date(rules.year, 12, 31)


def columns_that_count_are_there(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """No row goes uncounted in silence because the column is gone by which it counts (R-015, R-018, R-026 to R-032)."""
    for sheet_key, keys in _COUNTED_BY.items():
        sheet = book.sheets[sheet_key]
        missing = [key for key in keys if key not in sheet.heading.letters]
        if sheet.records and missing:
            columns = headers(layout, sheet_key, missing)
            yield finding("CTI-008", sheet.place(), columns=columns)


CHECKS = (
    columns_that_count_are_there,
    organisations_have_a_model,
    targets_are_reached,
    reached_without_provisional_models,
    models_are_tagged,
    one_tag_where_both_are_not_allowed,
)
