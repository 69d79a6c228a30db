"""«Soạn thư gửi»: drafts of the letters that carry our reports up. Sending is last and explicit: a person does it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dvk_office.core.dates import short_date
from dvk_office.core.findings import ERROR, Finding, finding
from dvk_office.core.records import Settings
from dvk_office.core.registration import figures_day, register_row, registration
from dvk_office.core.stops import Quoted, errors_by_cell, stops
from dvk_office.core.words import parted
from dvk_office.documents import letter_text
from dvk_office.documents.frame import Issue
from dvk_office.documents.letter import Attachment, Letter, Mailbox, attached_name, draft
from dvk_office.jobs.attached import attached
from dvk_office.jobs.manifest import enter
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.outbox import Outbox, drafts
from dvk_office.jobs.output import safe_name
from dvk_office.jobs.papers import issue_from
from dvk_office.jobs.report import Made, Report
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.letters import LetterKind, Receiver, letter_kinds

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA = MappingProxyType(
    {
        ".docx": f"{_OFFICE}.wordprocessingml.document",
        ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    }
)


def send(opened: Opened, out: Path, today: date, outbox: Outbox | None = None) -> Report:
    """Puts every letter into `outbox`, by default the folder of drafts in `out` (R-145, R-166)."""
    put = outbox or drafts(out)
    reports = [_send(opened, kind, out, today, put) for kind in letter_kinds()]
    findings = dict.fromkeys(one for report in reports for one in report.findings)
    made = {one.path: one for report in reports for one in report.made}
    return Report(tuple(findings), tuple(made.values()))


def _send(opened: Opened, kind: LetterKind, out: Path, today: date, put: Outbox) -> Report:
    reports = attached(opened, kind, out, today)
    files = tuple(one for report in reports for one in report.made)
    findings = [*_stopped(opened, kind), *(one for report in reports for one in report.findings)]
    if len(files) < len(reports) or any(one.severity == ERROR for one in findings):
        return Report(tuple(findings), files)
    findings += (*_no_copy(kind, opened), *_report_state(opened, kind))
    letter = _letter(opened, kind, files, today)
    name = safe_name(kind.file.replace("{year}", str(opened.rules.year)))
    made = put(f"{name}.eml", draft(letter))
    enter(out, opened, (made,), None, today)
    return Report(tuple(findings), (*files, made))


def _stopped(opened: Opened, kind: LetterKind) -> tuple[Finding, ...]:
    """A letter needs the name and the address of the body that it goes to."""
    needs = replace(
        paper_kinds()[kind.paper],
        title=kind.title,
        settings=(kind.to.name, kind.to.address),
        quotes_settings=(),
    )
    errors = errors_by_cell(opened.findings)
    return stops(needs, Quoted(MappingProxyType({})), opened.book, opened.layout, errors)


def _no_copy(kind: LetterKind, opened: Opened) -> Iterator[Finding]:
    settings = opened.book.settings
    for one in kind.copies:
        if not settings.text(one.address):
            place = settings.place(one.address)
            yield finding("GT-001", place, body=settings.text(one.name))


def _report_state(opened: Opened, kind: LetterKind) -> Iterator[Finding]:
    """What the register says of the report: whether it has its number and day, and whether it was sent."""
    paper, book = paper_kinds()[kind.paper], opened.book
    row = register_row(book, paper.register)
    if row is None:
        yield finding("GT-003", book.sheets["register"].place(), paper=paper.title)
    elif not (row.text("number") and row.day("date")):
        yield finding("GT-003", row.place("number"), paper=paper.title)
    elif sent := row.day("sent_on"):
        yield finding("GT-004", row.place("sent_on"), paper=paper.title, on=short_date(sent))


def _letter(opened: Opened, kind: LetterKind, files: Sequence[Made], today: date) -> Letter:
    book, rules, settings = opened.book, opened.rules, opened.book.settings
    issue = _issue(opened, kind, today)
    row = register_row(book, issue.kind.register)
    counted = registration(book, rules, figures_day(row, today))
    attachments = tuple(_attachments(kind, issue, settings, files))
    text = letter_text.text(kind, counted, issue, rules, settings)
    ending = letter_text.ending(kind, settings, [one.name for one in attachments])
    return Letter(
        to=tuple(_mailboxes((kind.to,), settings)),
        copies=tuple(_mailboxes(kind.copies, settings)),
        subject=letter_text.subject(kind, settings, rules.year),
        text=f"{text}\n\n{ending}",
        attachments=attachments,
        day=today,
    )


def _issue(opened: Opened, kind: LetterKind, today: date) -> Issue:
    paper = paper_kinds()[kind.paper]
    row = register_row(opened.book, paper.register)
    return issue_from(opened, paper, row, today)


def _attachments(
    kind: LetterKind, issue: Issue, settings: Settings, files: Sequence[Made]
) -> Iterator[Attachment]:
    for stem, made in zip(letter_text.names(kind, issue, settings), files, strict=True):
        suffix = made.path.suffix
        name = attached_name(stem, suffix)
        yield Attachment(name, MEDIA[suffix], made.path.read_bytes())


def _mailboxes(bodies: Iterable[Receiver], settings: Settings) -> Iterator[Mailbox]:
    """A body may have several addresses in its cell."""
    for one in bodies:
        for address in parted(settings.text(one.address)):
            yield Mailbox(settings.text(one.name), address)
