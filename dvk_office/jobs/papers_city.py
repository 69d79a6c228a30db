"""The city's dossier: the vote on exemplars, submission, summary, list, and each nominee's report (R-132 - R-142)."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.dossiers import Dossier, dossiers, meetings_of
from dvk_office.core.nominees import Nominee, nominees
from dvk_office.core.order import UNKNOWN
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.core.voting import Session, sessions
from dvk_office.documents import achievement_report, city_dossier, exemplar_votes
from dvk_office.documents.frame import Context, Head, Issue
from dvk_office.documents.nominee_rows import word
from dvk_office.documents.nominee_values import nominee_rows
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_heads import headed_by
from dvk_office.jobs.papers import Paper, Source, file_name, issue_for, issue_of, quoted
from dvk_office.rules.documents import PaperKind
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

SessionContext = Callable[[Session, Issue, Rules, Layout, Book], Context]


def of_session(
    context: SessionContext, opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One paper for each meeting that considered exemplars, dated as the meeting (R-133)."""
    for session in sessions(opened.book, only):
        issue = _dated(opened, kind, session, today)
        yield Paper(
            issue,
            file_name(opened, kind, session.code),
            quoted(meetings=[session.meeting], **_rows(session.nominees)),
            partial(context, session, issue, opened.rules, opened.layout, opened.book),
        )


def ballots(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """The ballot of each meeting, to be printed once for everybody who is summoned."""
    context = exemplar_votes.ballot_context
    found = sessions(opened.book, only)
    papers = of_session(context, opened, kind, only, today)
    for session, paper in zip(found, papers, strict=True):
        voters = session.meeting.number("summoned") if session.meeting else None
        copies = replace(kind, copies=int(voters or kind.copies))
        yield replace(paper, issue=replace(paper.issue, kind=copies))


def of_dossier(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One paper for each submission; those that go with it bear its number (R-134, R-139, R-140)."""
    for dossier in dossiers(opened.book, only):
        issue = issue_of(opened, kind, dossier.number, dossier.day, today)
        yield Paper(
            issue,
            file_name(opened, kind, dossier.number or word("unissued_part")),
            quoted(meetings=meetings_of(opened.book, dossier), **_rows(dossier.nominees)),
            partial(_dossier_values, opened, dossier, issue),
        )


def reports(
    form: str, opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """The report of each nominee of `form` (R-135); of one whose form is not known each report is stopped."""
    for nominee in nominees(opened.book, only):
        if nominee.form not in {form, UNKNOWN}:
            continue
        rows = nominee_rows(nominee, opened.book)
        head = _head(opened, nominee, rows["organisations"])
        issue = issue_for(opened, kind, "", today, issued_by=head)
        yield Paper(
            issue,
            file_name(opened, kind, nominee.code),
            quoted(**{**{sheet: [row] for sheet, row in rows.items()}, **_rows((nominee,))}),
            partial(
                achievement_report.context,
                nominee,
                issue,
                opened.rules,
                opened.layout,
                opened.book,
            ),
        )


def _dossier_values(opened: Opened, dossier: Dossier, issue: Issue) -> Context:
    return city_dossier.context(dossier, issue, opened.rules, opened.layout, opened.book)


def _rows(held: Collection[Nominee]) -> Mapping[str, list[Record | None]]:
    return {
        "registrants": [one.registrant for one in held],
        "exemplars": [one.row for nominee in held for one in nominee.every],
        "models": [one.model for nominee in held for one in nominee.every],
        "hearings": [one.hearing for nominee in held for one in nominee.every],
    }


def _dated(opened: Opened, kind: PaperKind, session: Session, today: date) -> Issue:
    """Number and day as the register has them; a meeting's papers are of its own day."""
    issue = issue_for(opened, kind, session.code, today)
    day = issue.day or (session.meeting.day("date") if session.meeting else None)
    return replace(issue_of(opened, kind, issue.number, day, today), row=issue.row)


def _head(opened: Opened, nominee: Nominee, managing: Record | None) -> Head:
    """How a report is headed: the managing organisation above a collective; that organisation's own lines otherwise."""
    head = headed_by(opened, managing)
    name = nominee.registrant.text("name") if nominee.registrant else ""
    known = managing.text("name") if managing else ""
    if nominee.form == "collective" and fold(name) != fold(known):
        return Head(head.name, name)
    return head


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        exemplar_votes.BALLOT: ballots,
        exemplar_votes.COUNTING: partial(of_session, exemplar_votes.minutes_context),
        exemplar_votes.MINUTES: partial(of_session, exemplar_votes.minutes_context),
        city_dossier.SUBMISSION: of_dossier,
        **{
            achievement_report.key(form): partial(reports, form)
            for form in achievement_report.FORMS
        },
        city_dossier.SUMMARY: of_dossier,
        city_dossier.LIST: of_dossier,
    }
)
