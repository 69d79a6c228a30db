"""The papers that a workbook gives: for each kind one function that says which there are and what each quotes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.recognition import Decision, decisions, minutes_day
from dvk_office.core.records import Record
from dvk_office.core.registration import register_row, registration
from dvk_office.core.stops import Quoted
from dvk_office.documents import recognition_decision, registration_report
from dvk_office.documents.frame import Context, Issue
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import safe_name
from dvk_office.rules.documents import PaperKind, paper_text
from dvk_office.rules.formats import profile_for


@dataclass(frozen=True)
class Paper:
    """One paper to be made: `name` of its file, the rows it quotes, what is wrong with it as a whole, its values."""

    kind: PaperKind
    name: str
    quoted: Quoted
    context: Callable[[], Context]
    findings: tuple[Finding, ...] = ()


Source = Callable[[Opened, PaperKind, Collection[str], date], Iterator[Paper]]


def recognition(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One decision for each number, and one that waits for its number."""
    book = opened.book
    for decision in decisions(book, today, only):
        issue = _issue(opened, kind, decision.number, decision.day, today)
        waiting = paper_text(kind.key)["words"]["unissued_part"]
        part = decision.number or waiting
        yield Paper(
            kind,
            _name(opened, kind, part),
            _quoted(
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


def report_of_registration(
    opened: Opened, kind: PaperKind, _only: Collection[str], today: date
) -> Iterator[Paper]:
    """One report, with the figures of its own day: the cut-off or date in the register, else `today`."""
    book = opened.book
    row = register_row(book, kind.register)
    number, day = (row.text("number"), row.day("date")) if row else ("", None)
    counted = registration(
        book, opened.rules, (row.day("cut_off") if row else None) or day or today
    )
    if not counted.models:
        return
    issue = _issue(opened, kind, number, day, today)
    subjects = book.by_code("registrants")
    yield Paper(
        kind,
        _name(opened, kind, ""),
        _quoted(
            models=counted.models,
            registrants=[subjects.get(model.text("registrant")) for model in counted.models],
        ),
        partial(registration_report.context, counted, issue, opened.rules, book),
    )


def _issue(opened: Opened, kind: PaperKind, number: str, day: date | None, today: date) -> Issue:
    """The form follows the paper's own day; one that has none yet will be dated today or later."""
    profile = profile_for(kind.family, day or today)
    return Issue(kind, profile, number, day, opened.rules.year)


def _name(opened: Opened, kind: PaperKind, part: str) -> str:
    plain = kind.file.replace("{year}", str(opened.rules.year)).replace("{part}", part)
    return f"{safe_name(plain)}.docx"


def _quoted(**rows: Iterable[Record | None]) -> Quoted:
    """The rows by sheet, each once; a code that points nowhere is an error of the row that holds it."""
    found = {
        sheet: tuple({one.row: one for one in records if one}.values())
        for sheet, records in rows.items()
    }
    return Quoted(MappingProxyType(found))


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "recognition_decision": recognition,
        "registration_report": report_of_registration,
    }
)
SHEETS: Mapping[str, str] = MappingProxyType(
    {"recognition_decision": "hearings", "registration_report": "models"}
)
