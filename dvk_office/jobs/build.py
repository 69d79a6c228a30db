"""Builds what we hand out: the empty master, the sample, the sample with mistakes planted in it, the Word templates."""

from hashlib import sha256
from pathlib import Path

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.documents.template_build import build_template
from dvk_office.jobs.build_source import edited, read_source, settings_rows
from dvk_office.jobs.output import write_file
from dvk_office.jobs.places import office_folder
from dvk_office.jobs.report import Made, Report
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook

SOURCE, FAULTS = "so-mau", "so-mau-co-loi"
MASTER, SAMPLE, FAULTY = "dvk", SOURCE, FAULTS


def build(out: Path | None = None) -> Report:
    """All three workbooks and the templates of papers, into the project's own folders or all into `out`."""
    rules = load_year(latest_year())
    samples = office_folder("samples")
    made = (
        build_master(rules, out or office_folder("workbooks")),
        *build_templates(out or office_folder("doc_templates")),
        *build_samples(rules, samples, out or samples),
    )
    return Report(made=made)


def build_master(rules: Rules, out: Path) -> Made:
    """The empty workbook of the year, with the defaults of its settings filled in."""
    layout = load_layout(rules)
    target = out / f"{MASTER}-{rules.year}.xlsx"
    build_workbook(layout, rules, {"settings": settings_rows(layout, [])}, target)
    return _made(target, "master")


def build_templates(out: Path) -> tuple[Made, ...]:
    """The Word template of every kind of paper; one that the office restyled is kept beside it."""
    return tuple(
        write_file(out / kind.template, build_template(kind), "template")
        for kind in paper_kinds().values()
    )


def build_samples(rules: Rules, source: Path, out: Path) -> tuple[Made, ...]:
    """The clean sample from `source`/so-mau/*.csv, the faulty one from it with `source`/so-mau-co-loi.toml."""
    if not (source / SOURCE).is_dir():
        raise DvkError(finding("TEP-091", Place(tab=SOURCE), folder=source / SOURCE))
    layout = load_layout(rules)
    clean = read_source(source / SOURCE, layout)
    faulty = edited(clean, source / f"{FAULTS}.toml", layout)
    made = []
    for name, content in ((SAMPLE, clean), (FAULTY, faulty)):
        target = out / f"{name}-{rules.year}.xlsx"
        build_workbook(layout, rules, content, target)
        made.append(_made(target, "sample"))
    return tuple(made)


def _made(path: Path, kind: str) -> Made:
    return Made(path, kind, sha256(path.read_bytes()).hexdigest())
