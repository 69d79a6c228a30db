"""Shares in hundredths: Excel makes 0.85 of what was typed as 85%, and a paper would print “0,85 %” (R-030, R-152)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import header
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SIGN, _WHOLE = "%", 100
_OF_A_MODEL = ("previous_figure", "figure")
_REACHED = "figure_reached"


def shares_of_models(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """The figures of a model that is measured in hundredths are typed as such: 85, not 0.85 (R-030)."""
    for model in filter(_in_hundredths, book["models"]):
        for key in _OF_A_MODEL:
            yield from _too_small(layout, model, key, "MH-111")


def shares_reached(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """So is what it has reached (R-152)."""
    codes = {one.text("code") for one in book["models"] if _in_hundredths(one)}
    for row in book["progress"] if codes else ():
        if row.text("model") in codes:
            yield from _too_small(layout, row, _REACHED, "KQ-013")


def _in_hundredths(model: Record) -> bool:
    return _SIGN in model.text("figure_unit")


def _too_small(layout: Layout, row: Record, key: str, code: str) -> Iterator[Finding]:
    number = row.number(key)
    if number is not None and 0 < number <= 1:
        facts = {"column": header(layout, row.heading.sheet_key, key)}
        facts |= {"found": printed_number(number), "meant": printed_number(number * _WHOLE)}
        yield finding(code, row.place(key), **facts)


CHECKS = (shares_of_models, shares_reached)
