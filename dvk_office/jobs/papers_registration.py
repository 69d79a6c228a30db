"""The papers of registration: the report that covers Appendix 01 (R-171)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.registration import figures_day, register_row, registration
from dvk_office.documents import registration_report
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, Source, file_name, issue_from, quoted
from dvk_office.rules.documents import PaperKind


def report_of_registration(
    opened: Opened, kind: PaperKind, _only: Collection[str], today: date
) -> Iterator[Paper]:
    """One report, with the figures of its own day: the cut-off or date in the register, else `today`."""
    book = opened.book
    row = register_row(book, kind.register)
    counted = registration(book, opened.rules, figures_day(row, today))
    if not counted.models:
        return
    issue = issue_from(opened, kind, row, today)
    subjects = book.by_code("registrants")
    yield Paper(
        issue,
        file_name(opened, kind, ""),
        quoted(
            models=counted.models,
            registrants=[subjects.get(model.text("registrant")) for model in counted.models],
        ),
        partial(registration_report.context, counted, issue, opened.rules, book),
    )


SOURCES: Mapping[str, Source] = MappingProxyType({registration_report.KEY: report_of_registration})
