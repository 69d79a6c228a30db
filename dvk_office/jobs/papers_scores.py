"""What a hearing rests on: the subject's report on its model, the sheets of the appraisers (R-118, R-174)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.criteria import Appraiser, appraisers
from dvk_office.core.duties import hearing_day
from dvk_office.core.heard import Heard, goes_unheard, heard
from dvk_office.core.records import Record
from dvk_office.core.steps import hearing_of, rows_of
from dvk_office.core.stops import Quoted
from dvk_office.documents import result_report, score_sheet
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_heads import headed_by, who_answers
from dvk_office.jobs.papers import Paper, Source, file_name, issue_of, quoted, wanted
from dvk_office.jobs.papers_recognition import quoted_rows
from dvk_office.rules.documents import PaperKind


def result_reports(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One report for every model that is not dropped, with what was reached by the day of its hearing (R-118)."""
    book = opened.book
    for model in wanted(book["models"], only):
        if not model.blank("dropped_on"):
            continue
        subject, managing = who_answers(opened, model)
        issue = issue_of(opened, kind, "", None, today)
        issue = replace(issue, issued_by=headed_by(opened, managing))
        yield Paper(
            issue,
            file_name(opened, kind, model.text("code")),
            quoted(
                models=[model],
                registrants=[subject],
                organisations=[managing],
                progress=rows_of(book, "progress", model),
                inspections=rows_of(book, "inspections", model),
            ),
            partial(
                result_report.context,
                model,
                _heard_on(opened, model),
                issue,
                opened.rules,
                opened.layout,
                book,
            ),
        )


def score_sheets(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One sheet for every appraiser and every model that is heard (R-174)."""
    for row in heard(opened.book, today, only):
        if goes_unheard(opened.book, row):
            continue
        for number, appraiser in enumerate(appraisers(opened.book, row.code), 1):
            yield _sheet(opened, kind, row, appraiser, f"{row.code}-{number:02}", today)


def _sheet(  # noqa: PLR0913, PLR0917 - what a sheet is about
    opened: Opened, kind: PaperKind, row: Heard, appraiser: Appraiser, part: str, today: date
) -> Paper:
    sheet = appraiser.sheet
    issue = issue_of(opened, kind, "", sheet.day("date") if sheet else None, today)
    return Paper(
        issue,
        file_name(opened, kind, part),
        Quoted({**quoted_rows((row,)).rows, **quoted(scores=[sheet]).rows}),
        partial(
            score_sheet.context, row, appraiser, issue, opened.rules, opened.layout, opened.book
        ),
    )


def _heard_on(opened: Opened, model: Record) -> date | None:
    hearing = hearing_of(opened.book, model)
    return hearing_day(opened.book, hearing) if hearing else None


SOURCES: Mapping[str, Source] = MappingProxyType(
    {result_report.KEY: result_reports, score_sheet.KEY: score_sheets}
)
