"""What a kind of paper says of the papers to be made: the file, the rows that each quotes, its values."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Record
from dvk_office.core.registration import registered_paper
from dvk_office.core.stops import Quoted
from dvk_office.documents.frame import Context, Head, Issue
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import safe_name
from dvk_office.rules.documents import PaperKind, reissued
from dvk_office.rules.formats import profile_for, settled


@dataclass(frozen=True)
class Paper:
    """One paper to be made: `name` of its file, the rows it quotes, what is wrong with it as a whole, its values."""

    issue: Issue
    name: str
    quoted: Quoted
    context: Callable[[], Context]
    findings: tuple[Finding, ...] = ()

    @property
    def kind(self) -> PaperKind:
        return self.issue.kind

    @property
    def rests_on(self) -> Quoted:
        """The rows that the paper quotes, with that of the register which has its number and day."""
        row = self.issue.row
        return Quoted({**self.quoted.rows, "register": (row,)}) if row else self.quoted


Source = Callable[[Opened, PaperKind, Collection[str], date], Iterator[Paper]]


def issue_of(opened: Opened, kind: PaperKind, number: str, day: date | None, today: date) -> Issue:
    """The form follows the paper's own day; one that has none yet will be dated today or later.

    What is told of a year is written after its end too: then the blanks are of the year in which it is written.
    """
    profile = settled(profile_for(kind.family, day or today), opened.book.settings.values)
    year = opened.rules.year
    return Issue(kind, profile, number, day, year, max(year, today.year))


def issue_for(
    opened: Opened,
    kind: PaperKind,
    subject: str,
    today: date,
    *,
    issued_by: Head | None = None,
) -> Issue:
    """The issue with number and day as the register has them for a paper of `kind` about `subject`, a code or nothing."""
    row = registered_paper(opened.book, kind.register, subject) if kind.register else None
    return replace(issue_from(opened, kind, row, today), issued_by=issued_by)


def issue_from(opened: Opened, kind: PaperKind, row: Record | None, today: date) -> Issue:
    """The issue with number and day as `row` of the register has them; none where there is no row."""
    number, day = (row.text("number"), row.day("date")) if row else ("", None)
    return replace(issue_of(opened, kind, number, day, today), row=row)


def as_issued(opened: Opened, kind: PaperKind) -> PaperKind:
    """`kind` as the body issues it that the settings name for it (T-21)."""
    body = opened.book.settings.text(kind.issuer_setting) if kind.issuer_setting else ""
    return reissued(kind, body or kind.issuer)


def lacking(opened: Opened, kind: PaperKind, record: Record, key: str) -> Finding:
    """What stops a paper that needs the cell `key` of `record`, which is blank."""
    header = opened.layout.by_key[record.heading.sheet_key].by_key[key].header
    return finding("VB-004", record.place(key), paper=kind.title, column=header)


def wanted(records: Iterable[Record], only: Collection[str], key: str = "code") -> Iterator[Record]:
    """The rows that papers are made for: those whose code is in `only`, all where nothing is named."""
    return (one for one in records if not only or one.text(key) in only)


def file_name(opened: Opened, kind: PaperKind, part: str) -> str:
    """The paper's file, named by the year and by `part`: a code, a number."""
    plain = kind.file.replace("{year}", str(opened.rules.year)).replace("{part}", part)
    return f"{safe_name(plain)}.docx"


def quoted(**rows: Iterable[Record | None]) -> Quoted:
    """The rows by sheet, each once; a code that points nowhere is an error of the row that holds it."""
    found = {
        sheet: tuple({one.row: one for one in records if one}.values())
        for sheet, records in rows.items()
    }
    return Quoted(MappingProxyType(found))
