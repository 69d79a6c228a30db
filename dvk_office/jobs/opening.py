"""Opening a workbook for a job: the year's rules, the layout filled from them, the records, what the reader found."""

from pathlib import Path
from typing import NamedTuple

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Book, Place
from dvk_office.jobs.host import reachable
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year, years
from dvk_office.rules.year import Rules
from dvk_office.workbook.reader import read_book


class Opened(NamedTuple):
    """A workbook that was read, with what it is judged by; `findings` are the reader's."""

    path: Path
    book: Book
    rules: Rules
    layout: Layout
    findings: tuple[Finding, ...]


def open_book(path: Path, rules: Rules | None = None) -> Opened:
    """The workbook at `path`, read once with the rules of its own year; DvkError where that makes no sense."""
    judged_by = rules or load_year(latest_year())
    layout = load_layout(judged_by)
    book, findings = read_book(reachable(path), layout)
    year = book.settings.number("year")
    if rules is None and year is not None and year != judged_by.year and int(year) in years():
        return open_book(path, load_year(int(year)))
    return Opened(path, book, judged_by, layout, findings)


def rules_of(year: int) -> Rules:
    """The rules of `year`; DvkError where there are none."""
    if year in years():
        return load_year(year)
    known = ", ".join(map(str, years()))
    raise DvkError(finding("QT-090", Place(tab=f"{year}.toml"), year=year, known=known))
