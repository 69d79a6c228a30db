"""«Ghi số, ngày»: the number and day that the văn thư gave to a paper, written once (R-187).

They go into the register and into every row that the paper covers. Numbers are recorded here, never invented.
"""

import sys
from collections.abc import Iterator
from datetime import date
from string import digits

from dvk_office.core.choices import hint
from dvk_office.core.dates import short_date
from dvk_office.core.edits import CellEdit, Edits, NewRow
from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.naming import body_key
from dvk_office.core.paper_numbers import read_paper_number, same_number
from dvk_office.core.records import Place, Record
from dvk_office.core.register_rows import of_this_year
from dvk_office.documents.frame import either
from dvk_office.jobs.beside import written_beside
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, as_issued, file_name
from dvk_office.jobs.report import Report
from dvk_office.jobs.waiting import code_of, subject_of, without_number
from dvk_office.rules.documents import PaperKind, issuer, paper_kinds, signer
from dvk_office.rules.messages import word

REGISTER, ISSUED = "register", "issued"
EXAMPLE = "41"


def number(  # noqa: PLR0913 - what the clerk tells, one argument each
    opened: Opened,
    kind: str,
    given: str,
    day: date,
    today: date,
    *,
    subject: str = "",
    interpreter: str = sys.executable,
) -> Report:
    """Records `given` and `day` for the paper of `kind` in a new workbook beside the old one, which stays.

    `subject` is the code that says which paper is meant where several wait for their number.
    """
    edits, findings = planned(opened, kind, given, day, today, subject=subject)
    if not edits:
        return Report(findings)
    made, notes = written_beside(opened, edits, interpreter=interpreter)
    return Report((*findings, *notes), (made,))


def planned(  # noqa: PLR0913 - what the clerk tells, one argument each
    opened: Opened, kind: str, given: str, day: date, today: date, *, subject: str = ""
) -> tuple[Edits, tuple[Finding, ...]]:
    """What must be written where, or the findings that say why nothing can be."""
    numbered = {one.key: one for one in paper_kinds().values() if one.register}
    if kind not in numbered:
        near = hint(kind, numbered)
        return Edits(), (finding("GS-001", Place(tab=opened.path.name), found=kind, hint=near),)
    one = as_issued(opened, numbered[kind])
    number = _whole(opened, one, given)
    faults = (
        *_wrong(opened, one, number, given, day, today),
        *_several(opened, one, subject, today),
    )
    if faults:
        return Edits(), faults
    paper = next(iter(without_number(opened, one, subject, today)))
    row = _register_row(opened, paper)
    cells = _register_cells(opened, paper, row, number, day) if row else ()
    rows = () if row else (_row(opened, paper, number, day),)
    return Edits((*_covered(paper, number, day), *cells), rows), ()


def _whole(opened: Opened, kind: PaperKind, given: str) -> str:
    """The number as its kind writes it, whether bare or with its symbol in any spelling; anything else as given."""
    typed = given.strip()
    running = typed[: len(typed) - len(typed.lstrip(digits))]
    symbol = opened.book.settings.text(issuer(kind.issuer).symbol)
    facts = {"number": running.lstrip("0").zfill(2), "type": kind.abbreviation, "symbol": symbol}
    whole = word(f"number_form_{kind.family}", **facts)
    return whole if typed == running or same_number(typed) == same_number(whole) else typed


def _wrong(  # noqa: PLR0913, PLR0917 - all that is known of one number
    opened: Opened, kind: PaperKind, number: str, given: str, day: date, today: date
) -> Iterator[Finding]:
    """A number not in the form of its kind, given before, or of a day still to come (R-187)."""
    place = opened.book.sheets[REGISTER].place()
    read = read_paper_number(number)
    if read is None or read.family != kind.family or not read.is_of(kind.abbreviation):
        yield finding("GS-002", place, found=given, example=_whole(opened, kind, EXAMPLE))
        return
    if day > today:
        yield finding("GS-003", place, found=short_date(day))
    if day.year != opened.rules.year:
        yield finding("GS-006", place, found=short_date(day), year=opened.rules.year)
    if at := next(_given(opened, kind, number, day), None):
        yield finding("GS-004", at, found=number, row=at.row, tab=at.tab)


def _given(opened: Opened, kind: PaperKind, number: str, day: date) -> Iterator[Place]:
    """Where `number` stands already in the series of `kind`: in the register, or quoted in the rows that it would fill."""
    columns = [
        (row, "number")
        for row in opened.book[REGISTER]
        if _of_its_body(opened, kind, row) and _same_series(row, kind, day)
    ]
    if kind.fills:
        columns += [(row, kind.fills.number) for row in opened.book[kind.fills.sheet]]
    for row, key in columns:
        if same_number(row.text(key)) == same_number(number):
            yield row.place(key)


def _of_its_body(opened: Opened, kind: PaperKind, row: Record) -> bool:
    """Whether a row of the register is, or may be, of the body that issues papers of `kind`."""
    body = body_key(opened.book.settings.text(issuer(kind.issuer).name))
    return body_key(row.text("issuer")) in {"", body}


def _same_series(row: Record, kind: PaperKind, day: date) -> bool:
    """Whether a row's number runs with ours: in the term for the Party, in the year for the State."""
    if row.text("state") == "cancelled":
        return False
    held = row.day("date")
    return kind.family != "state" or held is None or held.year == day.year


def _several(opened: Opened, kind: PaperKind, subject: str, today: date) -> Iterator[Finding]:
    """None waits for a number, or more than one does and nobody said which."""
    waiting = without_number(opened, kind, subject, today)
    place = opened.book.sheets[kind.sheet].place()
    if not waiting:
        yield finding("GS-005", place, paper=kind.title)
    elif len(waiting) > 1:
        codes = ", ".join(dict.fromkeys(filter(None, map(code_of, waiting))))
        yield finding("GS-007", place, paper=kind.title, codes=codes)


def _covered(paper: Paper, number: str, day: date) -> Iterator[CellEdit]:
    """Number and day in every row that the paper covers."""
    fills = paper.kind.fills
    if fills:
        for row in paper.quoted.rows.get(fills.sheet, ()):
            yield CellEdit(fills.sheet, row.row, fills.number, number)
            yield CellEdit(fills.sheet, row.row, fills.date, day)


def _register_row(opened: Opened, paper: Paper) -> Record | None:
    """The row in which the paper waits for its number; one that says what it is about before one that does not."""
    if paper.issue.row:
        return paper.issue.row
    kind = paper.kind
    found = (row for row in of_this_year(opened.book, kind.register) if row.blank("number"))
    rows = [row for row in found if _of_its_body(opened, kind, row)]
    about = (subject_of(paper), "")
    return next((row for one in about for row in rows if row.text("subject") == one), None)


def _register_cells(
    opened: Opened, paper: Paper, row: Record, number: str, day: date
) -> Iterator[CellEdit]:
    state = opened.layout.label("paper_state", ISSUED)
    for key, value in (("number", number), ("date", day), ("state", state)):
        yield CellEdit(REGISTER, row.row, key, value)
    if row.blank("subject") and (subject := subject_of(paper)):
        yield CellEdit(REGISTER, row.row, "subject", subject)


def _row(opened: Opened, paper: Paper, number: str, day: date) -> NewRow:
    """A new line of the register for a paper that did not wait in it; the file of one that fills rows bears its number."""
    kind, settings, layout = paper.kind, opened.book.settings, opened.layout
    signed = signer(kind.signer)
    return NewRow(
        REGISTER,
        {
            "issuer": settings.text(issuer(kind.issuer).name),
            "kind": layout.label("paper_kind", kind.register),
            "number": number,
            "date": day,
            "title": kind.title,
            "subject": subject_of(paper) or None,
            "signed_by": either(settings, signed.name) or None,
            "state": layout.label("paper_state", ISSUED),
            "file": file_name(opened, kind, number) if kind.fills else paper.name,
        },
    )


def read_day(text: str) -> date:
    """The day that somebody typed as d/m/yyyy; DvkError where it is none."""
    from dvk_office.core.values import Problem, read_value

    found = read_value("date", text)
    if isinstance(found, Problem) or not isinstance(found, date):
        raise DvkError(finding("GS-008", Place(tab=text), found=text))
    return found
