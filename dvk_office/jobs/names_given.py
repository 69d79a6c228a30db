"""The names that a kind's papers give to its template: those of the papers of the sample, and of our own template."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from dvk_office.core.findings import DvkError
from dvk_office.core.records import Settings
from dvk_office.documents.frame import Issue, frame
from dvk_office.documents.lint_names import Path, paths_of
from dvk_office.documents.lint_template import paths_used
from dvk_office.documents.word_file import read_word_file
from dvk_office.jobs.demo import sample_path
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.places import office_folder
from dvk_office.rules.documents import PaperKind, paper_kinds
from dvk_office.rules.formats import latest_profile
from dvk_office.rules.load import latest_year


@cache
def names_given(template: str) -> frozenset[Path]:
    """Every name that a paper of `template` gives, by its path; of all papers where the template is none of ours."""
    kinds = [kind for kind in paper_kinds().values() if template in {"", kind.template}]
    sample = _sample()
    found: set[Path] = set()
    for kind in kinds:
        found.update(_framing(kind), _of_ours(kind.template))
        found.update(_of_papers(sample, kind) if sample else ())
    return frozenset(found)


@cache
def _sample() -> Opened | None:
    try:
        return open_book(sample_path())
    except DvkError:
        return None


def _framing(kind: PaperKind) -> Iterator[Path]:
    """What every paper has around its text; an office may print it where our template does not."""
    nobody = Settings(defaultdict(str), {})
    year = latest_year()
    issue = Issue(kind, latest_profile(kind.family), "", None, year, year)
    yield from paths_of(frame(issue, nobody, ()))


def _of_ours(template: str) -> Iterator[Path]:
    path = office_folder("doc_templates") / template
    if path.is_file():
        for used in paths_used(read_word_file(template, path.read_bytes())):
            yield from (used[:length] for length in range(1, len(used) + 1))


def _of_papers(sample: Opened, kind: PaperKind) -> Iterator[Path]:
    """The names in the papers of the sample's own day; of the first month that has any, where that day has none."""
    year = sample.rules.year
    day = sample.book.settings.day("sample_day") or date(year, 12, 31)
    for one in (day, *(date(year, month, 1) for month in range(1, 13))):
        papers = [
            paper for paper in source_of(kind.key)(sample, kind, (), one) if not paper.findings
        ]
        for paper in papers:
            yield from paths_of(paper.context())
        if papers:
            return
