"""Score sheets, cell by cell: verdicts, points, reasons and days."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dvk_office.core.appraisal import must_launch
from dvk_office.core.checks.headers import header, headers
from dvk_office.core.criteria import most_points
from dvk_office.core.dates import short_date
from dvk_office.core.duties import hearing_day
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Criterion, Rules

_SHEET = "scores"


class Cells(NamedTuple):
    """One criterion and the keys of its columns: verdict, points, reason."""

    criterion: Criterion
    verdict: str
    points: str
    reason: str


def _cells(rules: Rules, layout: Layout) -> tuple[Cells, ...]:
    """The columns of each criterion that the sheet has."""
    known = layout.by_key[_SHEET].by_key
    found = (Cells(one, *(f"{letter}{one.number}" for letter in "cpn")) for one in rules.criteria)
    return tuple(one for one in found if {one.verdict, one.points, one.reason} <= known.keys())


def _at(book: Book) -> Mapping[str, int]:
    """Where each column stands in a record: this sheet may have eighty thousand rows."""
    return book.sheets[_SHEET].heading.index


def not_applicable_where_it_is(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Only what new models alone must do can be not applicable, and not to a new one (R-085)."""
    models, cells, at = book.by_code("models"), _cells(rules, layout), _at(book)
    for score in book[_SHEET]:
        for one in cells:
            if score.values[at[one.verdict]] != "not_applicable":
                continue
            model = models.get(score.text("model"))
            launches = model is not None and must_launch(book, model)
            if launches or not any(part.new_only for part in one.criterion.parts):
                facts = {"column": header(layout, _SHEET, one.verdict)}
                yield finding("PD-020", score.place(one.verdict), **facts)


def unmet_says_why(book: Book, rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A criterion that is not met has its reason (R-095)."""
    cells, at = _cells(rules, layout), _at(book)
    for score in book[_SHEET]:
        values = score.values
        for one in cells:
            if values[at[one.verdict]] == "unmet" and values[at[one.reason]] is None:
                column, other = (header(layout, _SHEET, k) for k in (one.verdict, one.reason))
                place = score.place(one.reason)
                yield finding("PD-021", place, column=column, other=other)


def points_within_their_criterion(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """No points above the maximum of their criterion (R-094)."""
    at = _at(book)
    cells = [(one, most_points(book.settings, one.criterion)) for one in _cells(rules, layout)]
    for score in book[_SHEET]:
        values = score.values
        for one, most in cells:
            points = values[at[one.points]]
            if isinstance(points, int | float) and points > most:
                yield finding(
                    "PD-022",
                    score.place(one.points),
                    column=header(layout, _SHEET, one.points),
                    found=typed_number(points),
                    most=typed_number(most),
                )


def verdicts_are_given(book: Book, rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """Once a model was heard, every criterion has the verdict of everybody who scored it (R-093, R-095)."""
    cells, at, days = _cells(rules, layout), _at(book), _hearing_days(book)
    for score in book[_SHEET]:
        values = score.values
        missing = [one.verdict for one in cells if values[at[one.verdict]] is None]
        if not missing or score.yes("recused"):
            continue
        day = score.day("date") or days.get(score.text("model"))
        if day and day < today:
            columns = headers(layout, _SHEET, missing)
            yield finding("PD-023", score.place(missing[0]), columns=columns)


def days_of_scoring(book: Book, _rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """A model is scored by the day of its hearing, and no sheet is dated ahead (R-122)."""
    days = _hearing_days(book)
    for score in book[_SHEET]:
        day, held = score.day("date"), days.get(score.text("model"))
        if day and day > today:
            yield finding("PD-024", score.place("date"), found=short_date(day))
        elif day and held and day > held:
            found, other = short_date(day), short_date(held)
            yield finding("PD-025", score.place("date"), found=found, other=other)


def _hearing_days(book: Book) -> dict[str, date]:
    """The day of each model's hearing, where it is known."""
    days = ((one.text("model"), hearing_day(book, one)) for one in book["hearings"])
    return {model: day for model, day in days if day}


CHECKS = (
    not_applicable_where_it_is,
    unmet_says_why,
    points_within_their_criterion,
    verdicts_are_given,
    days_of_scoring,
)
