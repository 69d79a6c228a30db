"""The slips of the office: with a paper on its way to be signed, with the dossier on its way to the city (R-132, R-138)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from types import MappingProxyType

from dvk_office.core.dossiers import dossiers
from dvk_office.core.naming import body_key
from dvk_office.core.records import Book, Record
from dvk_office.documents import dispatch_slip, signing_slip
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import safe_name
from dvk_office.jobs.papers import Paper, Source, file_name, issue_of, quoted
from dvk_office.jobs.papers_city import of_dossier
from dvk_office.rules.documents import PaperKind, issuer
from dvk_office.rules.layout import Layout

PENDING, CANCELLED = "pending", "cancelled"
OURS = ("committee", "board")
ROOM = 48  # signs of a slip's name for what its paper is about
MARK = 4  # signs that tell a long title from others that begin alike


def signing(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """One slip for each paper of the committee or the board that waits for its number, or that `only` names.

    A paper is named by its number, or by the code that it is about.
    """
    for row, part in _named(opened):
        if not _meant(opened.book, row, only):
            continue
        issue = issue_of(opened, kind, "", None, today)
        yield Paper(
            issue,
            file_name(opened, kind, part),
            quoted(register=[row]),
            partial(
                signing_slip.context,
                row,
                issue,
                opened.rules,
                opened.layout,
                opened.book.settings,
            ),
        )


def dispatch(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One slip for each dossier, with number and day of its submission."""
    found = dossiers(opened.book, only)
    for dossier, paper in zip(found, of_dossier(opened, kind, only, today), strict=True):
        values = partial(dispatch_slip.context, dossier, paper.issue, opened.rules, opened.book)
        yield replace(paper, context=values)


def _named(opened: Opened) -> Iterator[tuple[Record, str]]:
    """Each paper of the register with what names its slip: its number, or what it is about, from the second on counted.

    Those before it count also once they have numbers: a further letter to a body has no slip of the one before.
    """
    seen: Counter[str] = Counter()
    for row in opened.book["register"]:
        number, about = row.text("number"), _about(row, opened.layout)
        seen.update({about, number})
        name = number or about
        yield row, name if seen[name] == 1 else f"{name}-{seen[name]}"


def _about(row: Record, layout: Layout) -> str:
    """What names the slip of a paper without a number, wherever its row stands and whichever others wait.

    So what was written in a slip is not carried into that of another paper. A title too long for the name of a file is
    cut, and told from others that begin alike by a mark.
    """
    label = layout.label("paper_kind", row.text("kind"))
    told = f"{label} {row.text('subject') or row.text('title')}"
    name = safe_name(told)
    if len(name) <= ROOM:
        return name
    return f"{name[:ROOM].rstrip('-')}-{sha256(told.encode()).hexdigest()[:MARK]}"


def _meant(book: Book, row: Record, only: Collection[str]) -> bool:
    names = {body_key(book.settings.text(issuer(one).name)) for one in OURS}
    if row.text("state") == CANCELLED or body_key(row.text("issuer")) not in names:
        return False
    if only:
        return bool({row.text("number"), row.text("subject")} & set(only))
    return row.text("state") == PENDING


SOURCES: Mapping[str, Source] = MappingProxyType(
    {signing_slip.KEY: signing, dispatch_slip.KEY: dispatch}
)
