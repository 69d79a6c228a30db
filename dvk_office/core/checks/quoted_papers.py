"""Numbers and days that rows quote of a paper: the same wherever it is quoted, and in the register (R-123, R-124)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.paper_numbers import same_number
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules


class Quotation(NamedTuple):
    """Where a paper of `kind` is quoted; `sent` where the day is that of its sending, no part of its name."""

    sheet: str
    number: str
    day: str
    kind: str = ""
    sent: bool = False


_QUOTATIONS = (
    Quotation("hearings", "notice_number", "notice_date", "appraisal_notice"),
    Quotation("hearings", "decision_number", "decision_date", "recognition_decision"),
    Quotation("exemplars", "submission_number", "submission_date", "city_submission", sent=True),
    Quotation("exemplars", "city_number", "city_date"),
    Quotation("exemplars", "commendation_number", "commendation_date", "reward_decision"),
)


def number_and_day(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A paper is quoted with its number and its day (R-123, R-124, R-142)."""
    for one in _QUOTATIONS:
        for row in book[one.sheet]:
            missing = [key for key in (one.number, one.day) if row.blank(key)]
            if len(missing) == 1:
                given = one.day if missing == [one.number] else one.number
                columns = {
                    "column": header(layout, one.sheet, missing[0]),
                    "other": header(layout, one.sheet, given),
                }
                yield finding("SV-020", row.place(missing[0]), **columns)


def one_day_for_one_number(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A number has one day: the register's, or that of the first row that quotes it (R-123, R-124)."""
    for one in _QUOTATIONS:
        days = {} if one.sent else _registered(book, one.kind)
        for row in book[one.sheet]:
            number, day = same_number(row.text(one.number)), row.day(one.day)
            known = days.setdefault(number, day) if number and day else None
            if day and known and day != known:
                facts = {"found": short_date(day), "other": short_date(known)}
                column = header(layout, one.sheet, one.day)
                place, quoted = row.place(one.day), row.text(one.number)
                yield finding("SV-021", place, column=column, number=quoted, **facts)


def _registered(book: Book, kind: str) -> dict[str, date]:
    """The day of each number of `kind` in the register."""
    return {
        same_number(row.text("number")): day
        for row in _rows(book, kind)
        if (day := row.day("date"))
    }


def quoted_papers_are_registered(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A paper that is quoted stands in the register; each is named once (R-123, R-124, R-134)."""
    for one in _QUOTATIONS:
        known = {same_number(row.text("number")) for row in _rows(book, one.kind)}
        for row in book[one.sheet] if one.kind else ():
            number = row.text(one.number)
            if number and same_number(number) not in known:
                known.add(same_number(number))
                label = layout.label("paper_kind", one.kind)
                yield finding("SV-022", row.place(one.number), found=number, kind=label)


def _rows(book: Book, kind: str) -> Sequence[Record]:
    """The papers of `kind` that were not cancelled."""
    return [
        row
        for row in book["register"]
        if kind and row.text("kind") == kind and row.text("state") != "cancelled"
    ]


CHECKS = (number_and_day, one_day_for_one_number, quoted_papers_are_registered)
