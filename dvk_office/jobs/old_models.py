"""A plain list of the models of earlier years, taken into the first year's workbook (R-161)."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.text import clean, fold
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import cell_of
from dvk_office.workbook.entries import Entries, Row
from dvk_office.workbook.headings import header_word, spellings

MODELS, SUBJECTS, SUBJECT_NAME = "models", "registrants", "registrant_name"
SEPARATORS = "\t;,"


def with_old_models(
    entries: Entries, rules: Rules, path: Path
) -> tuple[Entries, tuple[Finding, ...]]:
    """`entries` with a continued model for every line of the list, and each of their subjects once.

    The first line holds headers as in the sheet of models; the subject's name may stand under its own header. A line
    without the name of a model is named in a finding. Text in UTF-8, columns parted by tabs, semicolons or commas.
    """
    layout = load_layout(rules)
    head, *lines = _lines(path)
    keys = _keys(layout.by_key[MODELS], head)
    if "name" not in keys:
        header = layout.by_key[MODELS].by_key["name"].header
        raise DvkError(finding("TEP-096", Place(tab=path.name), column=header))
    subjects: dict[str, Row] = {}
    models: list[Row] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines, 2):
        typed = {key: clean(text) for key, text in zip(keys, line, strict=False) if key}
        if not typed.get("name"):
            findings.append(finding("TEP-097", Place(tab=path.name), row=number))
            continue
        models.append(_model(typed, layout, len(models) + 1, subjects))
    rows = {**entries.rows, MODELS: models, SUBJECTS: list(subjects.values())}
    return replace(entries, rows=rows), tuple(findings)


def _lines(path: Path) -> Sequence[Sequence[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise DvkError(finding("TEP-098", Place(tab=path.name))) from None
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    lines = [line for line in csv.reader(text.splitlines(), delimiter=separator) if any(line)]
    if not lines:
        raise DvkError(finding("TEP-098", Place(tab=path.name)))
    return lines


def _keys(sheet: SheetLayout, head: Sequence[str]) -> Sequence[str]:
    known = spellings(sheet)
    return [known.get(header_word(text), "") for text in head]


def _model(typed: Mapping[str, str], layout: Layout, number: int, subjects: dict[str, Row]) -> Row:
    columns = layout.by_key[MODELS].by_key
    cells = {
        key: cell_of(columns[key].kind, columns[key].choices, text, layout)
        for key, text in typed.items()
        if text and columns[key].kind != "computed"
    }
    code = f"{layout.by_key[MODELS].prefix}{number:02}"
    origin = layout.label("origin", "continued")
    named = typed.get(SUBJECT_NAME, "")
    subject = {"registrant": _subject(named, layout, subjects)} if named else {}
    return {"code": code, **cells, "origin": origin, **subject}


def _subject(name: str, layout: Layout, subjects: dict[str, Row]) -> str:
    """The code of the subject of this name; the same name in another spelling is the same subject."""
    key = fold(name)
    if key not in subjects:
        code = f"{layout.by_key[SUBJECTS].prefix}{len(subjects) + 1:02}"
        subjects[key] = {"code": code, "name": name}
    return str(subjects[key]["code"])
