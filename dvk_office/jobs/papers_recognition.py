"""The decisions that recognise models (R-177)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.recognition import Decision, decisions, minutes_day
from dvk_office.documents import recognition_decision
from dvk_office.documents.frame import Context, Issue
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, Source, file_name, issue_of, quoted
from dvk_office.rules.documents import PaperKind, paper_text


def recognition(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One decision for each number, and one that waits for its number."""
    book = opened.book
    for decision in decisions(book, today, only):
        issue = issue_of(opened, kind, decision.number, decision.day, today)
        waiting = paper_text(kind.key)["words"]["unissued_part"]
        part = decision.number or waiting
        yield Paper(
            issue,
            file_name(opened, kind, part),
            quoted(
                hearings=[row.hearing for row in decision.rows],
                models=[row.model for row in decision.rows],
                registrants=[row.registrant for row in decision.rows],
            ),
            partial(_decided, opened, decision, issue, today),
            tuple(_two_days(kind, decision)),
        )


def _decided(opened: Opened, decision: Decision, issue: Issue, today: date) -> Context:
    book = opened.book
    minutes = minutes_day(book, decision.day or today)
    return recognition_decision.context(decision, issue, opened.rules, book.settings, minutes)


def _two_days(kind: PaperKind, decision: Decision) -> Iterator[Finding]:
    if decision.day and (other := decision.other_day):
        hearing, day = other
        days = {"first": short_date(decision.day), "found": short_date(day)}
        place = hearing.place("decision_date")
        yield finding("VB-006", place, paper=kind.title, number=decision.number, **days)


SOURCES: Mapping[str, Source] = MappingProxyType({recognition_decision.KEY: recognition})
