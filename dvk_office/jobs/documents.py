"""«Văn bản»: the papers asked for, each made whole or stopped with the cells that keep it from being made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from dvk_office.core.choices import hint
from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.documents.kept import carried, written
from dvk_office.documents.restyle import restyled
from dvk_office.documents.spelling import Spell, speller
from dvk_office.jobs.asking import Asked, all_asked, asking, begun
from dvk_office.jobs.earlier import Earlier
from dvk_office.jobs.fillers import Fill, Take, here
from dvk_office.jobs.manifest import Enter, Entry, by_path, entering
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.outdated import without_outdated
from dvk_office.jobs.output import kept_at, standing, write_file
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.papers import Paper
from dvk_office.jobs.report import CancelledError, Made, Progress, Report
from dvk_office.rules.documents import PaperKind, paper_kinds

CODED = ("models", "registrants", "organisations", "meetings")
KEPT = "VB-009"  # an issued paper that was not made over
LISTED = ("key", "title", "family", "section", "per", "copies", "template")


class _Run(NamedTuple):
    """What is the same for all papers of a run; `entries` are those of what was made in `out` before, by its path."""

    out: Path
    enter_one: Enter
    spell: Spell
    entries: Callable[[], Mapping[str, Entry]]
    again: bool


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
    *,
    fill: Fill = here,
    again: bool = False,
    pdf: bool = False,
    merge: bool = False,
) -> Report:
    """Makes the papers of `kinds` into `out`, for the rows whose code is in `only` if any is named.

    `fill` says who fills them. A paper that has its number is not made over another file of its name unless `again`.
    With `pdf` each has a PDF beside it; `merge` gives one PDF to print, every paper in the number of copies that its
    kind needs. Issued papers that are not made over are printed as they stand.
    """
    known = paper_kinds()
    chosen = [known[key] for key in dict.fromkeys(kinds) if key in known]
    coming = (one for kind in chosen for one in source_of(kind.key)(opened, kind, only, today))
    ask = asking(opened, today, fill)
    first, others = begun(coming, ask)
    papers = (*(one.paper for one in first), *others)
    findings = [*_unknown(opened, kinds, only), *_empty(opened, chosen, only, papers)]
    made: list[Made] = []
    for one in _each(
        opened, all_asked(first, others, ask), len(papers), out, today, progress, again=again
    ):
        if isinstance(one, Made):
            made.append(one)
        else:
            findings.append(one)
    if pdf or merge:
        from dvk_office.jobs.printing import printed_beside

        copies = {(out / one.name).with_suffix(".pdf"): one.kind.copies for one in papers}
        ready = _to_print(papers, out, made, findings)
        printed, lost = printed_beside(opened, ready, out, today, copies if merge else None)
        made += printed
        findings += lost
    findings += without_outdated(out)
    return Report(tuple(dict.fromkeys(findings)), tuple(made))


def _to_print(
    papers: Sequence[Paper], out: Path, made: Sequence[Made], findings: Sequence[Finding]
) -> Sequence[Made]:
    """The papers in their order: those that were made, and issued ones that were left as somebody changed them."""
    left = {one.place.tab for one in findings if one.code == KEPT}
    there = {one.path.name: one for one in made}
    there |= {
        one.name: Made(out / one.name, one.kind.key, "") for one in papers if one.name in left
    }
    return [there[name] for name in dict.fromkeys(one.name for one in papers) if name in there]


def _each(  # noqa: PLR0913, PLR0917 - one argument more than the job itself shares
    opened: Opened,
    asked: Iterator[Asked],
    total: int,
    out: Path,
    today: date,
    progress: Progress,
    *,
    again: bool,
) -> Iterator[Made | Finding]:
    """Every paper as it was made, or what keeps it from being made; nothing more once the office cancels."""
    spell = speller(opened.book, opened.layout)
    entries = cache(partial(by_path, out))
    try:
        with entering(out, opened, today) as enter_one:
            run = _Run(out, enter_one, spell, entries, again)
            for number, one in enumerate(asked, 1):
                progress(one.paper.kind.title, number, total)
                yield from one.stopped
                if one.take:
                    yield from _made(one, one.take, run)
    except CancelledError:
        yield finding("VB-008", Place(tab=out.name), done=number - 1, total=total)
    except DvkError as fault:  # of the manifest, which is written at the end
        yield fault.finding


def _made(asked: Asked, take: Take, run: _Run) -> Iterator[Made | Finding]:
    try:
        yield from _make(asked, take, run)
    except DvkError as fault:
        yield fault.finding


def _unknown(opened: Opened, kinds: Sequence[str], only: Sequence[str]) -> Iterator[Finding]:
    """No kind at all, kinds that there are not, codes that nothing has of which papers are made, nor a paper's number."""
    known = paper_kinds()
    if not kinds:
        yield finding("VB-007", Place(tab=opened.path.name))
    codes = {code for sheet in CODED for code in opened.book.by_code(sheet)}
    codes |= opened.book.by_code("register", "number").keys()
    for key in kinds:
        if key not in known:
            yield finding("VB-001", Place(tab=opened.path.name), found=key, hint=hint(key, known))
    for code in only:
        if code not in codes:
            near = hint(code, codes)
            place = opened.book.sheets["models"].place()
            yield finding("VB-002", place, found=code, hint=near)


def _empty(
    opened: Opened, chosen: Sequence[PaperKind], only: Sequence[str], papers: Sequence[Paper]
) -> Iterator[Finding]:
    """Kinds for which the workbook has no row yet, or none of the codes in `only`."""
    for kind in chosen:
        if not any(paper.kind.key == kind.key for paper in papers):
            place = opened.book.sheets[kind.sheet].place()
            if only:
                yield finding("VB-019", place, paper=kind.title, codes=", ".join(only))
            elif kind.none:
                yield finding("VB-018", place, paper=kind.title, why=kind.none)
            else:
                yield finding("VB-003", place, paper=kind.title)


def _make(asked: Asked, take: Take, run: _Run) -> Iterator[Made | Finding]:
    """Makes one paper, with what somebody wrote in the one before; DvkError for an issued one that differs.

    One that waited for its number, and that nobody changed since, is no issued one: it gets the number. A file that is
    not as we made it is kept under another name, which is told (R-190); so is text with no field to go to.
    """
    paper = asked.paper
    target, place = run.out / paper.name, Place(tab=paper.name)
    content, told = run.spell(restyled(take(), paper.issue.profile)), ""
    if (before := standing(target)) is not None:
        earlier = Earlier(before, run.entries().get(paper.name, {}))
        content = carried(content, written(before))
        number, differs = earlier.issued(paper.issue.number), content != before
        if number and differs and not run.again:
            raise DvkError(finding(KEPT, place, paper=paper.kind.title, number=number))
        told = earlier.told(content)
    made = write_file(target, content, paper.kind.key, lasting=False)
    run.enter_one(made, asked.template, number=paper.issue.number)
    yield made
    if before is not None and told:
        kept = kept_at(target, before).name
        yield finding(told, place, paper=paper.kind.title, kept=kept)
