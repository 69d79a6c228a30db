"""Papers of every kind as they come out of the clean sample, each with the values that went into it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from dvk_office.documents.lint_names import ENTRY
from dvk_office.documents.lint_names import Path as NamePath
from dvk_office.documents.lint_template import paths_used
from dvk_office.documents.render import render
from dvk_office.documents.restyle import restyled
from dvk_office.documents.tall_rows import with_tall_rows
from dvk_office.documents.word_file import read_word_file
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.papers import Paper
from dvk_office.rules.documents import PaperKind, paper_kinds

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "doc_templates"
TODAY = date(2026, 11, 23)
MOST = 6  # papers of one kind: enough for every way that a paper can be filled
REMINDED = date(2026, 2, 11)  # a day on which somebody has to be reminded


@dataclass(frozen=True)
class SamplePaper:
    """One finished paper: the `name` of its file, its `content`, the `values` that its template was filled with, the day."""

    name: str
    content: bytes
    values: Mapping[str, Any]
    made_on: date


@cache
def sample() -> Opened:
    """The clean sample."""
    return open_book(ROOT / "samples" / "so-mau-2026.xlsx")


@cache
def papers(key: str) -> tuple[SamplePaper, ...]:
    """The first papers of the kind `key`."""
    kind = paper_kinds()[key]
    return tuple(islice(_made(kind, REMINDED if kind.none else TODAY), MOST))


def printed_values(key: str, paper: SamplePaper) -> Iterator[tuple[NamePath, str]]:
    """The texts that the template of `key` prints in `paper`, each with its name."""
    template = paper_kinds()[key].template
    file = read_word_file(template, (TEMPLATES / template).read_bytes())
    for path in paths_used(file):
        yield from ((path, text) for text in _at(paper.values, path))


def _at(value: Any, path: NamePath) -> Iterator[str]:
    if not path:
        if isinstance(value, str):
            yield value
    elif path[0] == ENTRY:
        for entry in value:
            yield from _at(entry, path[1:])
    elif isinstance(value, Mapping) and path[0] in value:
        yield from _at(value[path[0]], path[1:])


def finished(paper: Paper, day: date) -> SamplePaper:
    """A paper as the job makes it, without what would stop it."""
    values = paper.context()
    filled = with_tall_rows(render(TEMPLATES / paper.kind.template, values), values)
    return SamplePaper(paper.name, restyled(filled, paper.issue.profile), values, day)


def _made(kind: PaperKind, day: date) -> Iterator[SamplePaper]:
    for paper in source_of(kind.key)(sample(), kind, (), day):
        yield finished(paper, day)
