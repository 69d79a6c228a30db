"""The clean sample with the worst in every text cell, and the papers that come out of it.

Each text is told from the others by its number, before and after: what a paper prints between is what was typed.
"""

import re
import string
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from types import MappingProxyType

from dvk_office.core.records import Book, Record, Settings, Sheet
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.papers import Paper
from dvk_office.rules.documents import paper_kinds
from tests.sample_papers import MOST, REMINDED, TODAY, SamplePaper, finished, sample

WORST = (
    "A & B < C > \"D\" 'E' {{ 7*7 }} {% for %} {%p endfor %} {# x #} ]]> <w:br/> &amp; "
    f"🌾 {unicodedata.normalize('NFD', 'Tổ dân vận thôn Thượng')}"
)
BROKEN = f"{WORST}\tsau dấu tách\nsau dấu xuống dòng"
LENGTH = 5_000
TYPED = frozenset({"text", "long_text"})
LEFT = frozenset({("scores", "appraiser")})  # which names a member of the team
LINES = "recipients"  # a list, one a line
NAMED = ("register", "issuer")  # which names a body of the settings
FORMS = "form_"  # settings that say how a paper looks
MARKED = re.compile(r"⟦(\d+)⟧(.*?)⟦\1⟧", re.DOTALL)
Text = Callable[[tuple[str, str], Record | None, int], str]


@dataclass(frozen=True)
class NastyBook:
    """The book and what was typed into each of its text cells, by number; `cells` says which cell that is."""

    opened: Opened
    typed: Mapping[int, str]
    cells: Mapping[int, tuple[str, int, str]]


@cache
def worst() -> NastyBook:
    """Every text cell holds all that is nasty at once, but for the length; what is read line by line has no break."""
    return _filled(lambda cell, _row, _n: BROKEN if cell[0] and cell[1] != LINES else WORST)


def long_in(rows: Mapping[str, int]) -> NastyBook:
    """Every text cell of these rows, one of each sheet, is 5,000 signs long."""

    def text(cell: tuple[str, str], row: Record | None, number: int) -> str:
        if row and rows.get(cell[0]) == row.row:
            return long_text(number)
        return WORST

    return _filled(text)


def long_text(number: int) -> str:
    """5,000 signs in short words that no other cell has, so that none has to be parted in a narrow column."""
    words = (_short(number * LENGTH + at) for at in range(LENGTH // 6))
    return " " + " ".join(words).ljust(LENGTH, ".")


def _short(number: int) -> str:
    sign = string.digits + string.ascii_lowercase
    return "".join(sign[number // len(sign) ** at % len(sign)] for at in range(5))


def papers_of(book: NastyBook, key: str, most: int = MOST) -> tuple[Paper, ...]:
    """The first papers of the kind `key`, whatever would stop them."""
    kind = paper_kinds()[key]
    day = REMINDED if kind.none else TODAY
    return tuple(islice(source_of(key)(book.opened, kind, (), day), most))


@cache
def worst_papers(key: str) -> tuple[SamplePaper, ...]:
    """The first two papers of the kind, filled with the worst."""
    return tuple(finished(paper, TODAY) for paper in papers_of(worst(), key, 2))


@cache
def long_paper(key: str) -> tuple[SamplePaper, NastyBook]:
    """The first paper of the kind, with 5,000 signs in each text cell of the first row that it quotes of a sheet."""
    (quoting,) = papers_of(worst(), key, 1)
    rows = {sheet: held[0].row for sheet, held in quoting.quoted.rows.items() if held}
    book = long_in(rows)
    (paper,) = papers_of(book, key, 1)
    return finished(paper, TODAY), book


def _filled(text: Text) -> NastyBook:
    opened = sample()
    typed: dict[int, str] = {}
    cells: dict[int, tuple[str, int, str]] = {}

    def put(sheet: str, row: Record | None, key: str) -> str:
        number = len(typed) + 1
        typed[number] = text((sheet, key), row, number)
        cells[number] = (sheet, row.row if row else 0, key)
        return f"⟦{number}⟧{typed[number]}⟦{number}⟧"

    settings = _settings(opened, put)
    bodies = {opened.book.settings.text(key): settings.text(key) for key in settings.values}

    def put_in_row(sheet: str, row: Record | None, key: str) -> str:
        body = bodies.get(row.text(key)) if row and (sheet, key) == NAMED else None
        return body or put(sheet, row, key)

    sheets = {sheet.heading.sheet_key: _sheet(sheet, opened, put_in_row) for sheet in opened.book}
    book = Book(MappingProxyType(sheets), settings)
    return NastyBook(opened._replace(book=book), typed, cells)


def _sheet(sheet: Sheet, opened: Opened, put: Callable[..., str]) -> Sheet:
    key = sheet.heading.sheet_key
    columns = [] if key == "settings" else opened.layout.by_key[key].columns
    typed = {c.key for c in columns if c.kind in TYPED and (key, c.key) not in LEFT}
    return sheet._replace(records=tuple(_record(one, key, typed, put) for one in sheet.records))


def _record(record: Record, sheet: str, typed: set[str], put: Callable[..., str]) -> Record:
    values = list(record.values)
    for key, at in record.heading.index.items():
        if key in typed:
            values[at] = put(sheet, record, key)
    return replace(record, values=tuple(values))


def _settings(opened: Opened, put: Callable[..., str]) -> Settings:
    held = opened.book.settings
    values = dict(held.values)
    for one in opened.layout.settings:
        if one.kind in TYPED and not one.key.startswith(FORMS):
            values[one.key] = put("", None, one.key)
    return held._replace(values=MappingProxyType(values))


def marked(text: str) -> Iterator[tuple[int, str]]:
    """What stands between the two marks of each text, with its number."""
    for found in MARKED.finditer(text):
        yield int(found[1]), found[2]
