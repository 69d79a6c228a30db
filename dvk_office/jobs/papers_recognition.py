"""The papers of recognition: the board's proposal, the minutes of the committee's meeting, the decision (R-124 - R-128)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.heard import Heard, HearingPaper, goes_unheard
from dvk_office.core.recognition import (
    MEETING,
    considered,
    considered_in,
    decisions,
    discovered,
    submission_of,
)
from dvk_office.core.stops import Quoted
from dvk_office.documents import recognition_decision, recognition_minutes, recognition_submission
from dvk_office.documents.frame import Context, Issue
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import (
    Paper,
    Source,
    file_name,
    issue_for,
    issue_from,
    issue_of,
    lacking,
    quoted,
    wanted,
)
from dvk_office.rules.documents import PaperKind, paper_text


def recognition(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One decision for each number, and one that waits for its number."""
    for decision in decisions(opened.book, today, only):
        issue = issue_of(opened, kind, decision.number, decision.day, today)
        yield Paper(
            issue,
            file_name(opened, kind, part_of(decision)),
            quoted_rows(decision.rows),
            partial(_decided, opened, decision, issue, today),
            (*two_days(kind, decision), *_not_notified(opened, kind, decision.rows)),
        )


def submissions(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """The board's proposal for each decision; models found while checking are in it with their reason (R-114)."""
    book = opened.book
    details = book.by_code("details", "model")
    for decision in decisions(book, today, only):
        row = submission_of(book, decision, today)
        issue = issue_from(opened, kind, row, today)
        found = [details.get(one.code) for one in discovered(decision)]
        rows = quoted_rows(decision.rows).rows
        yield Paper(
            issue,
            file_name(opened, kind, part_of(decision)),
            Quoted({**rows, **quoted(details=found).rows}),
            partial(recognition_submission.context, decision, issue, opened.rules, book),
            (
                *_not_notified(opened, kind, decision.rows),
                *_without_reason(opened, kind, decision.rows),
            ),
        )


def minutes(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """The minutes of each meeting that considered recognition (R-128); those of one without a day are stopped."""
    book = opened.book
    held = (one for one in book["meetings"] if one.text("kind") == MEETING)
    for meeting in wanted(held, only):
        out_of_it = considered(book, meeting, today)
        if not out_of_it and meeting.day("date"):
            continue
        issue = issue_for(opened, kind, meeting.text("code"), today)
        issue = replace(issue, day=issue.day or meeting.day("date"))
        rows = [row for decision in out_of_it for row in decision.rows]
        yield Paper(
            issue,
            file_name(opened, kind, meeting.text("code")),
            Quoted({**quoted_rows(rows).rows, **quoted(meetings=[meeting]).rows}),
            partial(
                recognition_minutes.context,
                meeting,
                out_of_it,
                issue,
                opened.rules,
                opened.layout,
                book,
            ),
        )


def part_of(paper: HearingPaper) -> str:
    """What names the file of a paper: its number, or that it waits for one."""
    return paper.number or str(paper_text(recognition_decision.KEY)["words"]["unissued_part"])


def quoted_rows(rows: Iterable[Heard]) -> Quoted:
    """The hearings, models and subjects of a list."""
    held = tuple(rows)
    return quoted(
        hearings=[row.hearing for row in held],
        models=[row.model for row in held],
        registrants=[row.registrant for row in held],
    )


def two_days(kind: PaperKind, paper: HearingPaper) -> Iterator[Finding]:
    """One number has one day."""
    if paper.day and (other := paper.other_day):
        hearing, day = other
        days = {"first": short_date(paper.day), "found": short_date(day)}
        place = hearing.place(f"{paper.about}_date")
        yield finding("VB-006", place, paper=kind.title, number=paper.number, **days)


def _decided(opened: Opened, decision: HearingPaper, issue: Issue, today: date) -> Context:
    met = considered_in(opened.book, decision.day or today)
    return recognition_decision.context(decision, issue, opened.rules, opened.book, met)


def _not_notified(opened: Opened, kind: PaperKind, rows: Iterable[Heard]) -> Iterator[Finding]:
    """A model that is heard is recognised on a notice with number and day (R-124)."""
    for row in rows:
        for key in ("notice_number", "notice_date"):
            if row.hearing.blank(key) and not goes_unheard(opened.book, row):
                yield lacking(opened, kind, row.hearing, key)


def _without_reason(opened: Opened, kind: PaperKind, rows: Iterable[Heard]) -> Iterator[Finding]:
    """A model found while checking has no proposal without who found it and why (R-114)."""
    known = opened.book.by_code("details", "model")
    header = opened.layout.by_key["details"].by_key["discovery_reason"].header
    for row in rows:
        if is_discovered(row.model) and row.model and row.code not in known:
            yield finding("VB-004", row.model.place("code"), paper=kind.title, column=header)


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        recognition_submission.KEY: submissions,
        recognition_minutes.KEY: minutes,
        recognition_decision.KEY: recognition,
    }
)
