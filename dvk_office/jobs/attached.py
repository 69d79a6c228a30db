"""The files that a letter carries: those of the manifest, each as it was made; made now where there is none of today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dvk_office.core.findings import finding
from dvk_office.core.records import Place
from dvk_office.jobs.appendix import appendix, appendix_path
from dvk_office.jobs.documents import documents
from dvk_office.jobs.manifest import by_path, current, digest
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import file_name
from dvk_office.jobs.places import office_folder
from dvk_office.jobs.report import Made, Report, silent
from dvk_office.rules.appendix import appendix_forms
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.letters import LetterKind


@dataclass(frozen=True)
class Wanted:
    """A file to be attached: its `kind`, where it stands, its template if it has one, the job that makes it."""

    kind: str
    path: Path
    template: Path | None
    make: Callable[[], Report]


def attached(opened: Opened, kind: LetterKind, out: Path, today: date) -> tuple[Report, ...]:
    """For each file of the letter the report of its making; one that is there already is `made` as it stands."""
    return tuple(_attached(opened, one, out, today) for one in _wanted(opened, kind, out, today))


def _wanted(opened: Opened, kind: LetterKind, out: Path, today: date) -> tuple[Wanted, Wanted]:
    paper, form = paper_kinds()[kind.paper], appendix_forms()[kind.appendix]
    return (
        Wanted(
            paper.key,
            out / file_name(opened, paper, ""),
            office_folder("doc_templates") / paper.template,
            lambda: documents(opened, (paper.key,), (), out, today, silent),
        ),
        Wanted(
            form.paper.key,
            appendix_path(opened, form, out),
            None,
            lambda: appendix(opened, form.number, out, today),
        ),
    )


def _attached(opened: Opened, wanted: Wanted, out: Path, today: date) -> Report:
    """What somebody changed after it was made is neither sent nor written over."""
    path = wanted.path
    entry = by_path(out).get(path.relative_to(out).as_posix())
    if entry is None or not path.is_file():
        return wanted.make()
    if digest(path) != entry["sha256"]:
        return Report((finding("GT-002", Place(tab=path.name), file=path.name),))
    if current(entry, opened, wanted.template, today):
        return Report(made=(Made(path, wanted.kind, str(entry["sha256"])),))
    return wanted.make()
