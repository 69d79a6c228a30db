"""The papers of the appraisal: plan, decision on the team, invitations, minutes of hearings, notice of results."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.checks.team import one_head
from dvk_office.core.findings import Finding
from dvk_office.core.recognition import notices
from dvk_office.core.records import Record
from dvk_office.core.sittings import Sitting, sittings
from dvk_office.core.stops import Quoted
from dvk_office.documents import (
    appraisal_notice,
    appraisal_plan,
    hearing_invitation,
    hearing_minutes,
    team_decision,
)
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import (
    Paper,
    Source,
    as_issued,
    file_name,
    issue_for,
    issue_of,
    lacking,
    quoted,
)
from dvk_office.jobs.papers_recognition import part_of, quoted_rows, two_days
from dvk_office.rules.documents import PaperKind


def plan(opened: Opened, kind: PaperKind, _only: Collection[str], today: date) -> Iterator[Paper]:
    """One plan of all hearings (R-115)."""
    held = sittings(opened.book, today)
    if not held:
        return
    issue = issue_for(opened, as_issued(opened, kind), "", today)
    rows = quoted_rows(row for one in held for row in one.rows)
    values = partial(appraisal_plan.context, held, issue, opened.rules, opened.book)
    missing = tuple(one for sitting in held for one in _unsettled(opened, kind, sitting, ("date",)))
    yield Paper(issue, file_name(opened, kind, ""), _with_meetings(rows, held), values, missing)


def team(opened: Opened, kind: PaperKind, _only: Collection[str], today: date) -> Iterator[Paper]:
    """One decision on the team, which has a head (R-116, R-117)."""
    book = opened.book
    if not book["team"]:
        return
    issue = issue_for(opened, as_issued(opened, kind), "", today)
    values = partial(team_decision.context, issue, opened.rules, opened.layout, book)
    headless = tuple(one_head(book, opened.rules, opened.layout, today))
    yield Paper(issue, file_name(opened, kind, ""), quoted(team=book["team"]), values, headless)


def invitations(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One invitation to each sitting (R-119)."""
    for sitting in sittings(opened.book, today):
        if only and not {sitting.code, *(row.code for row in sitting.rows)} & set(only):
            continue
        issue = issue_for(opened, as_issued(opened, kind), sitting.code, today)
        values = partial(hearing_invitation.context, sitting, issue, opened.rules, opened.book)
        yield Paper(
            issue,
            file_name(opened, kind, sitting.code),
            _with_meetings(quoted_rows(sitting.rows), (sitting,)),
            values,
            tuple(_unsettled(opened, kind, sitting, ("date", "time", "place"))),
        )


def minutes(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """The minutes of each model's hearing (R-122)."""
    book = opened.book
    for sitting in sittings(book, today):
        for row in sitting.rows:
            if only and not {row.code, sitting.code} & set(only):
                continue
            issue = issue_of(opened, kind, "", sitting.day, today)
            values: Callable[[], Mapping[str, object]] = partial(
                hearing_minutes.context, row, sitting, issue, opened.rules, opened.layout, book
            )
            sheets = book.grouped("scores", "model").get(row.code, ())
            rows = {**quoted_rows((row,)).rows, **quoted(scores=sheets).rows}
            yield Paper(
                issue,
                file_name(opened, kind, row.code),
                _with_meetings(Quoted(rows), (sitting,)),
                values,
                tuple(_unsettled(opened, kind, sitting, ("date",))),
            )


def results(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """One notice for each number, and one of the results that wait for it (R-123)."""
    issued = as_issued(opened, kind)
    for notice in notices(opened.book, today, only):
        issue = issue_of(opened, issued, notice.number, notice.day, today)
        values = partial(
            appraisal_notice.context, notice, issue, opened.rules, opened.layout, opened.book
        )
        yield Paper(
            issue,
            file_name(opened, kind, part_of(notice)),
            quoted_rows(notice.rows),
            values,
            tuple(two_days(kind, notice)),
        )


def _with_meetings(rows: Quoted, held: Collection[Sitting]) -> Quoted:
    meetings: list[Record | None] = [one.meeting for one in held]
    return Quoted({**rows.rows, **quoted(meetings=meetings).rows})


def _unsettled(
    opened: Opened, kind: PaperKind, sitting: Sitting, keys: Collection[str]
) -> Iterator[Finding]:
    """What nobody knows yet of when and where; the cell is that of the meeting, or of a hearing that stands alone."""
    said = {"date": sitting.day, "time": sitting.at, "place": sitting.place}
    return (lacking(opened, kind, sitting.source, key) for key in keys if not said[key])


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        appraisal_plan.KEY: plan,
        team_decision.KEY: team,
        hearing_invitation.KEY: invitations,
        hearing_minutes.KEY: minutes,
        appraisal_notice.KEY: results,
    }
)
