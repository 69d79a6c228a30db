"""«Văn bản»: the papers asked for, each made whole or stopped with the cells that keep it from being made."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dvk_office.core.choices import hint
from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.stops import errors_by_cell, stops
from dvk_office.documents.kept import carried, written
from dvk_office.documents.render import render
from dvk_office.documents.restyle import restyled
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.manifest import Enter, entering
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.paper_sources import SOURCES
from dvk_office.jobs.papers import Paper
from dvk_office.jobs.places import template_path
from dvk_office.jobs.report import Made, Progress, Report
from dvk_office.rules.documents import PaperKind, paper_kinds

CODED = ("models", "registrants", "organisations", "meetings")
LISTED = ("key", "title", "family", "section", "per", "copies", "template")


def list_kinds() -> Report:
    """Every kind of paper that can be made."""
    kinds = [{key: getattr(kind, key) for key in LISTED} for kind in paper_kinds().values()]
    return Report(answer={"kinds": kinds})


def documents(  # noqa: PLR0913, PLR0917 - what the office chooses, one argument each
    opened: Opened,
    kinds: Sequence[str],
    only: Sequence[str],
    out: Path,
    today: date,
    progress: Progress,
) -> Report:
    """Makes the papers of `kinds` into `out`, for the rows whose code is in `only` if any is named."""
    known = paper_kinds()
    chosen = [known[key] for key in dict.fromkeys(kinds) if key in known]
    papers = [paper for kind in chosen for paper in SOURCES[kind.key](opened, kind, only, today)]
    findings = [*_unknown(opened, kinds, only), *_empty(opened, chosen, papers)]
    made: list[Made] = []
    for one in _each(opened, papers, out, today, progress):
        if isinstance(one, Made):
            made.append(one)
        else:
            findings.append(one)
    return Report(tuple(dict.fromkeys(findings)), tuple(made))


def _each(
    opened: Opened, papers: Sequence[Paper], out: Path, today: date, progress: Progress
) -> Iterator[Made | Finding]:
    """Every paper as it was made, or what keeps it from being made."""
    errors = errors_by_cell(all_findings(opened, today)) if papers else {}
    try:
        with entering(out, opened, today) as enter:
            for number, paper in enumerate(papers, 1):
                progress(paper.kind.title, number, len(papers))
                stopped = stops(paper.kind, paper.quoted, opened.book, opened.layout, errors)
                yield from (*paper.findings, *stopped)
                if not (paper.findings or stopped):
                    yield _made(opened, paper, out, enter)
    except DvkError as fault:  # of the manifest, which is written at the end
        yield fault.finding


def _made(opened: Opened, paper: Paper, out: Path, enter: Enter) -> Made | Finding:
    try:
        return _make(paper, template_path(opened.path, paper.kind.template), out, enter)
    except DvkError as fault:
        return fault.finding


def _unknown(opened: Opened, kinds: Sequence[str], only: Sequence[str]) -> Iterator[Finding]:
    """No kind at all, kinds that there are not, codes that nothing has of which papers are made."""
    known = paper_kinds()
    if not kinds:
        yield finding("VB-007", Place(tab=opened.path.name))
    codes = {code for sheet in CODED for code in opened.book.by_code(sheet)}
    for key in kinds:
        if key not in known:
            yield finding("VB-001", Place(tab=opened.path.name), found=key, hint=hint(key, known))
    for code in only:
        if code not in codes:
            near = hint(code, codes)
            place = opened.book.sheets["models"].place()
            yield finding("VB-002", place, found=code, hint=near)


def _empty(
    opened: Opened, chosen: Sequence[PaperKind], papers: Sequence[Paper]
) -> Iterator[Finding]:
    """Kinds for which the workbook has no row yet."""
    for kind in chosen:
        if not any(paper.kind.key == kind.key for paper in papers):
            place = opened.book.sheets[kind.sheet].place()
            yield finding("VB-003", place, paper=kind.title)


def _make(paper: Paper, template: Path, out: Path, enter: Enter) -> Made:
    target = out / paper.name
    content = restyled(render(template, paper.context()), paper.issue.profile)
    if target.is_file():
        content = carried(content, written(target.read_bytes()))
    made = write_file(target, content, paper.kind.key, lasting=False)
    enter(made, template)
    return made
