"""Papers that wait for their number: which they are, and by which code each is told from the others of its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dvk_office.core.findings import Finding, finding
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.papers import Paper, as_issued
from dvk_office.rules.documents import PaperKind, paper_kinds

_REGISTER = "register"
_ABOUT: Mapping[str, str] = MappingProxyType(
    {"organisation": "organisations", "meeting": "meetings"}
)


@dataclass(frozen=True)
class Waiting:
    """A paper without a number: its `kind` and title, the `code` that says which one where there are several, its row."""

    kind: str
    title: str
    code: str
    sheet_key: str
    row: int


def waiting(opened: Opened, today: date) -> tuple[tuple[Waiting, ...], tuple[Finding, ...]]:
    """Every paper that could be given its number now; a finding where there is none."""
    found: list[Waiting] = []
    for kind in paper_kinds().values():
        papers = without_number(opened, as_issued(opened, kind), "", today) if kind.register else ()
        for paper in papers:
            rows = paper.quoted.rows.get(kind.sheet, ())
            code = code_of(paper) if len(papers) > 1 else ""
            row = rows[0].row if rows else 0
            found.append(Waiting(kind.key, kind.title, code, kind.sheet, row))
    none = () if found else (finding("GS-009", opened.book.sheets[_REGISTER].place()),)
    return tuple(dict.fromkeys(found)), none


def without_number(opened: Opened, kind: PaperKind, subject: str, today: date) -> Sequence[Paper]:
    """The papers of `kind` that have no number yet."""
    only = (subject,) if subject else ()
    papers = source_of(kind.key)(opened, kind, only, today)
    return [paper for paper in papers if not paper.issue.number]


def subject_of(paper: Paper) -> str:
    """The code under which the register has a paper that is made for each organisation or meeting; none for others."""
    rows = paper.quoted.rows.get(_ABOUT.get(paper.kind.per, ""), ())
    return rows[0].text("code") if rows else ""


def code_of(paper: Paper) -> str:
    """The code by which a paper is named: the first cell of the first row that it is made for."""
    rows = paper.quoted.rows.get(paper.kind.sheet, ())
    for key in ("code", "model", "registrant"):
        if rows and key in rows[0].heading.index:
            return rows[0].text(key)
    return ""
