"""«Phụ lục, báo cáo»: an appendix as a workbook, or the cells that keep it from being made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dvk_office.core.appendix import Appendix, appendix_quoted, appendix_table, left_out
from dvk_office.core.findings import ERROR, Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.registration import figures_day, register_row
from dvk_office.core.stops import errors_by_cell, stops
from dvk_office.jobs.appendix_page import appendix_page
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.manifest import enter
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.papers import file_name, issue_from
from dvk_office.jobs.report import Report
from dvk_office.rules.appendix import AppendixForm, appendix_forms
from dvk_office.workbook.appendix import appendix_workbook
from dvk_office.workbook.appendix_page import Page
from dvk_office.workbook.appendix_table import parts

DIGITS = 2


def appendix(opened: Opened, number: str, out: Path, today: date) -> Report:
    """Makes the appendix `number` into `out`, with the figures of the day of the paper that it goes with (R-152)."""
    forms = appendix_forms()
    form = forms.get(number.zfill(DIGITS))
    if form is None:
        facts = {"found": number, "known": ", ".join(forms)}
        return Report((finding("PL-001", Place(tab=opened.path.name), **facts),))
    book = opened.book
    day = figures_day(register_row(book, form.covering.register), today)
    table = appendix_table(book, opened.rules, day)
    found = [*_empty(opened, form, table), *_stopped(opened, form, day, today)]
    found += left_out(book, day, form.paper.title)
    if not table.tally.total or any(one.severity == ERROR for one in found):
        return Report(tuple(found))
    return _made(opened, form, table, out, today, tuple(found))


def appendix_path(opened: Opened, form: AppendixForm, out: Path) -> Path:
    """Where the appendix stands in `out`."""
    return (out / file_name(opened, form.paper, "")).with_suffix(".xlsx")


def _empty(opened: Opened, form: AppendixForm, table: Appendix) -> Iterator[Finding]:
    if not table.tally.total:
        place = opened.book.sheets["models"].place()
        yield finding("VB-003", place, paper=form.paper.title)


def _stopped(opened: Opened, form: AppendixForm, day: date, today: date) -> tuple[Finding, ...]:
    errors = errors_by_cell(all_findings(opened, today))
    quoted = appendix_quoted(opened.book, day)
    return stops(form.paper, quoted, opened.book, opened.layout, errors)


def _made(  # noqa: PLR0913, PLR0917 - what is made, where, when and what was found on the way
    opened: Opened,
    form: AppendixForm,
    table: Appendix,
    out: Path,
    today: date,
    found: tuple[Finding, ...],
) -> Report:
    row = register_row(opened.book, form.covering.register)
    issue = issue_from(opened, form.covering, row, today)
    page = appendix_page(opened, form, table, issue)
    path = appendix_path(opened, form, out)
    made = write_file(path, appendix_workbook(page), form.paper.key)
    enter(out, opened, (made,), None, today)
    return Report((*found, *_cut(form, table, page)), (made,))


def _cut(form: AppendixForm, table: Appendix, page: Page) -> Iterator[Finding]:
    """Cells whose text goes on in the row below, since Excel's cells hold no more."""
    for group, drawn in zip(table.groups, page.groups, strict=True):
        for model, cells in zip(group.models, drawn.rows, strict=True):
            for cell, column in zip(cells, page.columns, strict=True):
                if isinstance(cell, str) and len(tuple(parts(cell))) > 1:
                    facts = {"column": column.header, "name": model.text("name")}
                    yield finding("PL-002", model.place(), paper=form.paper.title, **facts)
