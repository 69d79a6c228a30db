"""The review of old models: each is kept up or given up, and why (R-027, R-028, R-161, R-164, T-41)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import header, headers
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "models"
_VERDICT = ("still_suitable", "effective")


def _kept_up(book: Book) -> Iterator[Record]:
    """Old models that were not given up."""
    for model in book[_SHEET]:
        if model.text("origin") == "continued" and model.blank("dropped_on"):
            yield model


def old_models_are_reviewed(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Every old model has a verdict: still suitable, and effective (R-027, R-028, R-161)."""
    for model in _kept_up(book):
        if missing := [key for key in _VERDICT if model.left_blank(key)]:
            facts = {"name": model.text("name"), "columns": headers(layout, _SHEET, missing)}
            yield finding("MH-020", model.place(missing[0]), **facts)


def unfit_models_are_given_up(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """An old model that is no longer suitable or effective is given up, not registered again (R-161, R-164)."""
    for model in _kept_up(book):
        if against := [key for key in _VERDICT if model.ticked(key) is False]:
            facts = {"name": model.text("name"), "column": header(layout, _SHEET, against[0])}
            yield finding("MH-021", model.place(against[0]), **facts)


def given_up_for_a_reason(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model is given up on a day and for a reason, and its row is kept (R-161, T-41)."""
    for model in book[_SHEET]:
        dropped, explained = not model.blank("dropped_on"), not model.blank("drop_reason")
        if dropped and model.left_blank("drop_reason"):
            yield finding("MH-022", model.place("drop_reason"), name=model.text("name"))
        elif explained and not dropped:
            yield finding("MH-023", model.place("dropped_on"), name=model.text("name"))


CHECKS = (old_models_are_reviewed, unfit_models_are_given_up, given_up_for_a_reason)
