"""«Soát văn bản»: Word templates before papers are made from them, and papers before they are signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.documents.annotate import annotated
from dvk_office.documents.judged import Fault, Office
from dvk_office.documents.lint_head import dated
from dvk_office.documents.lint_paper import paper_faults, template_form_faults
from dvk_office.documents.lint_template import holds_tags, template_faults
from dvk_office.documents.package import DAMAGED
from dvk_office.documents.template_file import checked
from dvk_office.documents.word_file import Line, WordFile, read_word_file
from dvk_office.jobs.names_given import names_given
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.places import office_folder
from dvk_office.jobs.report import Made, Report
from dvk_office.rules.documents import bodies, paper_kinds
from dvk_office.rules.messages import word

_YEAR = re.compile("-[0-9]")  # comes next in the name of a paper, never in that of a template
KIND, ENDING = "annotated", ".docx"


@dataclass(frozen=True)
class _Read:
    """A file of the office as it was read, and what is wrong with it."""

    path: Path
    file: WordFile
    faults: tuple[Fault, ...]


def lint(
    paths: Sequence[Path], today: date, *, annotate: bool = False, opened: Opened | None = None
) -> Report:
    """What is wrong with each Word file of `paths`, in folders too; papers by the form of their own day.

    With `opened`, by what that workbook settles. `annotate` writes it as comments into a copy beside each file.
    """
    office = _office(opened)
    findings: list[Finding] = []
    made: list[Made] = []
    for one in _files(paths):
        seen = one if isinstance(one, Finding) else _linted(one, today, office)
        if isinstance(seen, Finding):
            findings.append(seen)
            continue
        findings += (fault.finding for fault in seen.faults)
        if annotate and seen.faults:
            made.append(_annotated(seen, today))
    return Report(tuple(findings), tuple(made))


def _office(opened: Opened | None) -> Office:
    if opened is None:
        return Office()
    settings = opened.book.settings
    spelt = (settings.text(key) for key in bodies())
    return Office(settings.values, settings.text("spelling_style"), tuple(filter(None, spelt)))


def _files(paths: Sequence[Path]) -> Iterator[Path | Finding]:
    """The files named, and those of the folders named; our own annotated copies and Word's locks are left out."""
    for path in paths:
        if path.is_dir():
            found = [one for one in sorted(path.glob(f"*{ENDING}")) if not _is_ours(one)]
            yield from found
            if not found:
                yield finding("LB-004", Place(tab=path.name), path=path)
        elif path.is_file():
            yield path
        else:
            yield finding("LB-002", Place(tab=path.name), path=path)


def _is_ours(path: Path) -> bool:
    return path.name.startswith(("~$", ".")) or path.stem.endswith(f".{word('lint_copy')}")


def _linted(path: Path, today: date, office: Office) -> _Read | Finding:
    """The faults of one file, or why it cannot be read."""
    try:
        file = read_word_file(path.name, path.read_bytes())
        template = _template_of(file)
        if template is not None:
            checked(path)
    except (OSError, StopIteration, *DAMAGED):
        return finding("LB-001", Place(tab=path.name))
    except DvkError as fault:
        return fault.finding
    if template is None:
        found = paper_faults(file, today, office)
    else:
        found = (*_of_template(file, template), *template_form_faults(file, today, office))
    return _Read(path, file, _in_order(file, found))


def _in_order(file: WordFile, found: Sequence[Fault]) -> tuple[Fault, ...]:
    """Faults as their paragraphs follow one another; those of the whole file at the end."""
    order: dict[Line | None, int] = {line: number for number, line in enumerate(file.lines)}
    return tuple(sorted(found, key=lambda one: order.get(one.line, len(order))))


def _template_of(file: WordFile) -> str | None:
    """The name of our template that a file with tags stands for, empty where it is none of ours; None for a paper."""
    if not any("{{" in one.text or "{%" in one.text for one in file.lines):
        return None
    stem = file.name.removesuffix(ENDING)
    names = {kind.template.removesuffix(ENDING) for kind in paper_kinds().values()}
    begun = (one for one in names if stem.startswith(one) and not _YEAR.match(stem, len(one)))
    if near := max(begun, key=len, default=""):
        return f"{near}{ENDING}"
    return "" if holds_tags(file.lines) and dated(file) is None else None


def _of_template(file: WordFile, name: str) -> tuple[Fault, ...]:
    """The faults of its tags, beside our own template of that name where we have one."""
    path = office_folder("doc_templates") / name
    ours = read_word_file(name, path.read_bytes()) if name and path.is_file() else None
    found = template_faults(file, names_given(name), ours)
    if ours:
        return found
    example = next(iter(paper_kinds().values())).template
    return (*found, Fault(finding("LB-024", file.place(), example=example)))


def _annotated(seen: _Read, today: date) -> Made:
    copy = seen.path.with_name(f"{seen.path.stem}.{word('lint_copy')}{ENDING}")
    return write_file(copy, annotated(seen.file, seen.faults, today), KIND)
