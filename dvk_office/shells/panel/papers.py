"""«Văn bản» in the window: all kinds of paper and all codes are offered at once, where a workbook asks step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dvk_office.jobs.opening import Opened
from dvk_office.rules.documents import PaperKind, paper_kinds
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.panel.desk import Desk
from dvk_office.shells.work import Click, Work, make_papers

_YEARLY = "year"
_HOME: Mapping[str, str] = MappingProxyType(
    # The columns whose codes choose among papers, and the sheet in which each code has its row.
    {"meeting": "meetings", "registrant": "registrants", "model": "models"}
)


@dataclass(frozen=True)
class Offer:
    """The kinds of paper by tab, and the codes with their rows in words that each kind can be made for."""

    kinds: tuple[tuple[str, tuple[PaperKind, ...]], ...]
    codes: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Chosen:
    """What the person chose; no code means every row."""

    kinds: tuple[str, ...]
    codes: tuple[str, ...] = ()
    pdf: bool = False


def papers_work(desk: Desk) -> Work:
    """What a click on «Văn bản» does: the person chooses at `desk`, the papers are made."""

    def work(click: Click) -> None:
        chosen: Chosen | None = desk.ask(offer(click.opened))
        if chosen is not None:
            make_papers(click, chosen.kinds, chosen.codes, pdf=chosen.pdf)

    return work


def offer(opened: Opened) -> Offer:
    """All that can be chosen in a workbook."""
    kinds = tuple(paper_kinds().values())
    names = RowNames(opened)
    tabs = [
        (sheet.tab, found)
        for key, sheet in opened.layout.by_key.items()
        if (found := tuple(one for one in kinds if one.sheet == key))
    ]
    return Offer(tuple(tabs), {one.key: _codes(opened, one, names) for one in kinds})


def _codes(opened: Opened, kind: PaperKind, names: RowNames) -> tuple[tuple[str, str], ...]:
    """The codes in the rows that a kind is made for, each once, with the row that has it as its own."""
    column = _column(opened, kind)
    home = _HOME.get(column, kind.sheet)
    rows = opened.book.by_code(home) if column else {}
    found = dict.fromkeys(row.text(column) for row in opened.book[kind.sheet] if column)
    return tuple((code, names.label(home, rows[code].row)) for code in found if code in rows)


def _column(opened: Opened, kind: PaperKind) -> str:
    """The column whose codes choose among the papers of a kind; none for what is made once a year."""
    if kind.per == _YEARLY:
        return ""
    columns = opened.layout.by_key[kind.sheet].by_key
    wanted = (kind.per, "code", "registrant", "model")
    return next((one for one in wanted if one in columns and one in {"code", *_HOME}), "")
