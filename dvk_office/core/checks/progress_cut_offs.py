"""Figures at the cut-offs of the two reports: a model that runs has some; none is never read as zero (R-152)."""

from collections.abc import Iterator, Sequence
from datetime import date

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "progress"
_CUT_OFFS = ("half_year_cut_off", "year_cut_off")
_BEGINNINGS = ("start_date", "launch_date", "registered_on")
_FOUND_ON = ("registered_on", "approval_date")


def figures_at_each_cut_off(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A model that runs at a cut-off has a row on or before it; without any rows one finding is enough (R-150, R-152)."""
    days = _known_days(book)
    missing = []
    for model in book["models"]:
        known = days.get(model.text("code"), [])
        cut_offs = _cut_offs(book, model, today) if None not in known else []
        if lacking := [one for one in cut_offs if not any(day and day <= one for day in known)]:
            missing.append((model, lacking[-1]))
    if missing and book.sheets[_SHEET].found and not days:
        last = max(day for _, day in missing)
        place = book.sheets[_SHEET].place()
        yield finding("KQ-011", place, count=len(missing), day=short_date(last))
    for model, day in missing if days else ():
        facts = {"name": model.text("name"), "day": short_date(day)}
        yield finding("KQ-010", model.place("code"), **facts)


def figures_since_the_last_report(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """The report of the year does not repeat the figures of the half-year unnoticed (R-151, R-152)."""
    days = _known_days(book)
    for model in book["models"]:
        cut_offs = _cut_offs(book, model, today)
        known = [day for day in days.get(model.text("code"), []) if day]
        if len(cut_offs) == len(_CUT_OFFS) and known and max(known) <= cut_offs[0]:
            facts = {"found": short_date(max(known)), "day": short_date(cut_offs[-1])}
            yield finding("KQ-012", model.place("code"), name=model.text("name"), **facts)


def _known_days(book: Book) -> dict[str, Sequence[date | None]]:
    """The days of the rows of each model; None for a day that is missing or could not be read."""
    grouped = book.grouped(_SHEET, "model").items()
    return {code: [row.day("as_of") for row in rows] for code, rows in grouped}


def _cut_offs(book: Book, model: Record, today: date) -> list[date]:
    """The cut-offs that are past and at which `model` ran, earliest first; none for one dropped since."""
    began = _began(model)
    if began is None or not model.blank("dropped_on"):
        return []
    days = [day for key in _CUT_OFFS if (day := book.settings.day(key))]
    return sorted(day for day in days if began <= day < today)


def _began(model: Record) -> date | None:
    """The first day on which figures can be asked for: its start; for a model found while checking, its approval."""
    keys = _FOUND_ON if is_discovered(model) else _BEGINNINGS
    return next((day for key in keys if (day := model.day(key))), None)


CHECKS = (figures_at_each_cut_off, figures_since_the_last_report)
