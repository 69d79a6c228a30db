"""Builds what we hand out: the empty master with its macros, the samples, the Word templates."""

from hashlib import sha256
from pathlib import Path

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.documents.template_build import build_template
from dvk_office.jobs.build_macros import PROJECT, build_macros, can_build_macros, read_macros
from dvk_office.jobs.build_source import edited, read_source, retitled, settings_rows
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
    """The macros, all three workbooks and the templates, into the project's own folders or all into `out`.

    Without the builder of macros the workbook gets those that were built before, and the report says so.
    """
    rules = load_year(latest_year())
    samples, macros = office_folder("samples"), out or office_folder("macros")
    building = can_build_macros()
    made = (
        *(build_macros(load_layout(rules), macros) if building else ()),
        build_master(rules, out or office_folder("workbooks"), macros if building else None),
        *build_templates(out or office_folder("doc_templates")),
        *build_samples(rules, samples, out or samples),
    )
    findings = () if building else (finding("TEP-093", Place(tab=PROJECT)),)
    return Report(findings, made)


def build_master(rules: Rules, out: Path, macros: Path | None = None) -> Made:
    """The empty workbook of the year, with its buttons, and with the defaults of its settings filled in.

    `macros` is the folder of the built macros; the program's own if it is not given.
    """
    layout = load_layout(rules)
    target = out / f"{MASTER}-{rules.year}.xlsm"
    content = {"settings": settings_rows(layout, [])}
    build_workbook(layout, rules, content, target, read_macros(macros))
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
    edits = source / f"{FAULTS}.toml"
    faulty = (retitled(layout, edits), edited(clean, edits, layout))
    made = []
    for name, (headed, content) in ((SAMPLE, (layout, clean)), (FAULTY, faulty)):
        target = out / f"{name}-{rules.year}.xlsx"
        build_workbook(headed, rules, content, target)
        made.append(_made(target, "sample"))
    return tuple(made)


def _made(path: Path, kind: str) -> Made:
    return Made(path, kind, sha256(path.read_bytes()).hexdigest())
