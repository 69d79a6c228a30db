"""Papers of every kind as they come out of the clean sample, each with the values that went into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from dvk_office.documents.render import render
from dvk_office.documents.restyle import restyled
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.paper_sources import source_of
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
    return tuple(islice(_made(kind, REMINDED if kind.none_is_good else TODAY), MOST))


def _made(kind: PaperKind, day: date) -> Any:
    for paper in source_of(kind.key)(sample(), kind, (), day):
        values = paper.context()
        content = restyled(render(TEMPLATES / kind.template, values), paper.issue.profile)
        yield SamplePaper(paper.name, content, values, day)
