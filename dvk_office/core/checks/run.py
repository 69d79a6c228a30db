"""Runs every check over a book and gathers what they find; nothing stops at the first fault."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module

from dvk_office.core.findings import Finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

Check = Callable[[Book, Rules, Layout, date], Iterator[Finding]]
MODULES = (
    "columns",
    "settings",
    "settings_names",
    "organisations",
    "organisations_duties",
    "registrants",
    "registrants_told_apart",
    "registrants_grading",
    "models",
    "models_review",
    "models_days",
    "models_launch",
    "models_plan",
    "goals",
    "percentages",
    "small_amounts",
    "details",
    "progress",
    "progress_cut_offs",
    "inspections",
    "activities",
    "activities_owed",
    "steps",
    "names",
    "names_of_bodies",
    "names_in_style",
    "team",
    "scores",
    "verdicts",
    "meetings",
    "hearings",
    "hearings_votes",
    "hearings_order",
    "exemplars",
    "exemplars_source",
    "exemplars_vote",
    "exemplars_dossier",
    "exemplars_submission",
    "awards",
    "archive",
    "register",
    "register_series",
    "quoted_papers",
    "deadlines",
    "targets",
)


def _checks() -> Iterator[Check]:
    for name in MODULES:
        yield from import_module(f"{__package__}.{name}").CHECKS


ALL: tuple[Check, ...] = tuple(_checks())


def check_book(book: Book, rules: Rules, layout: Layout, today: date) -> tuple[Finding, ...]:
    """What every check finds in `book` on `today`, unsorted."""
    return tuple(one for check in ALL for one in check(book, rules, layout, today))
