"""«Lập sổ»: sets up an office's folder, empty, from an older workbook, or for the next year."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import forbidden_signs
from dvk_office.jobs.next_year import opening
from dvk_office.jobs.old_models import with_old_models
from dvk_office.jobs.opening import open_book, rules_of
from dvk_office.jobs.output import kept_at, write_file
from dvk_office.jobs.places import TEMPLATES, office_folder
from dvk_office.jobs.rebuild import Change, build_master, rebuilt
from dvk_office.jobs.report import Made, Report
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.load import latest_year
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules
from dvk_office.workbook.entries import Entries

RESULTS, READ_ME = "ket-qua", "doc-truoc.txt"


def new(
    folder: Path,
    *,
    source: Path | None = None,
    year: int | None = None,
    old_models: Path | None = None,
    interpreter: str = sys.executable,
) -> Report:
    """Makes `folder` with the workbook, the Word templates, a folder for results and a short “Đọc trước”.

    `source` is an older workbook whose entries are carried over; with `year` that year is opened from it. `old_models`
    is a plain list of the models of earlier years. Nothing that stands in the folder is lost.
    """
    if source and old_models:
        raise DvkError(finding("TEP-099", Place(tab=old_models.name), source=source.name))
    try:
        return _made(folder, source, year, old_models, interpreter)
    except OSError as fault:
        place = Place(tab=folder.name)
        raise DvkError(finding("TEP-092", place, path=fault.filename or folder)) from fault


def _made(
    folder: Path, source: Path | None, year: int | None, old_models: Path | None, interpreter: str
) -> Report:
    before = {path: path.read_bytes() for path in folder.glob("dvk-*.xlsm")}
    if source is None:
        rules = rules_of(year or latest_year())
        made, findings = _empty(folder, rules, old_models, interpreter)
    else:
        made, findings = _carried(folder, source, year, interpreter)
    findings = (
        *findings,
        *_stood_there(made.path, before.get(made.path)),
        *_unpressable(made.path),
    )
    folder.joinpath(RESULTS).mkdir(parents=True, exist_ok=True)
    return Report(findings, (made, *_templates(folder), _read_me(folder, made)))


def _empty(
    folder: Path, rules: Rules, old_models: Path | None, interpreter: str
) -> tuple[Made, tuple[Finding, ...]]:
    nothing = Entries({}, {}, (), ())
    entries, findings = with_old_models(nothing, rules, old_models) if old_models else (nothing, ())
    return build_master(entries, rules, _target(folder, rules), interpreter), findings


def _carried(
    folder: Path, source: Path, year: int | None, interpreter: str
) -> tuple[Made, tuple[Finding, ...]]:
    """The workbook in a newer version of the program, or opened for the next year."""
    opened = open_book(source)
    rules = rules_of(year) if year else opened.rules
    if rules.year < opened.rules.year:
        facts = {"found": rules.year, "year": opened.rules.year}
        raise DvkError(finding("TEP-095", Place(tab=source.name), **facts))
    if rules.year == opened.rules.year:
        change: Change = _as_they_are
    else:
        change = partial(opening, layout=opened.layout, before=opened.rules, after=rules)
    target = _target(folder, rules)
    return rebuilt(source, opened.layout, rules, target, change=change, interpreter=interpreter)


def _as_they_are(entries: Entries) -> Entries:
    return entries


def _stood_there(path: Path, before: bytes | None) -> Iterator[Finding]:
    """The workbook that stood there before, and where it is now."""
    if before is not None and before != path.read_bytes():
        kept = kept_at(path, before)
        yield finding("TEP-100", Place(tab=path.name), kept=kept.name)


def _unpressable(path: Path) -> Iterator[Finding]:
    """A path with which the buttons of Excel would not work."""
    if held := forbidden_signs(path):
        yield finding("MAY-006", Place(tab=path.name), found=held)


def _target(folder: Path, rules: Rules) -> Path:
    return folder / f"dvk-{rules.year}.xlsm"


def _templates(folder: Path) -> Iterator[Made]:
    """The templates that the office may restyle; one that it did restyle stays as it is."""
    for name in sorted({kind.template for kind in paper_kinds().values()}):
        target = folder / TEMPLATES / name
        if not target.exists():
            content = (office_folder("doc_templates") / name).read_bytes()
            yield write_file(target, content, "template")


def _read_me(folder: Path, made: Made) -> Made:
    text = word("new_read_me", workbook=made.path.name, templates=TEMPLATES, results=RESULTS)
    content = text.replace("\n", "\r\n").encode("utf-8-sig")
    return write_file(folder / READ_ME, content, "guide")
