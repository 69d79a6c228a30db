"""A plain list of the models of earlier years, taken into the first year's workbook (R-161)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.text import clean, fold
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import cell_of
from dvk_office.workbook.entries import Entries, Row
from dvk_office.workbook.headings import header_word, spellings
from dvk_office.workbook.plain_list import Lines, readings

MODELS, SUBJECTS, SUBJECT_NAME = "models", "registrants", "registrant_name"
_NUMBERS = frozenset({"number", "integer", "money", "year", "date"})
_SEARCHED = 20  # lines in which the headers may stand, below a title


def with_old_models(
    entries: Entries, rules: Rules, path: Path
) -> tuple[Entries, tuple[Finding, ...]]:
    """`entries` with a continued model for every line of the list, and each of their subjects once.

    One of the first lines holds headers as in the sheet of models; the subject's name may stand under its own header.
    A line without the name of a model is named in a finding.
    """
    layout = load_layout(rules)
    keys, lines = _headed(path, layout.by_key[MODELS])
    rows = _Rows(layout)
    findings: list[Finding] = []
    for number, line in lines:
        typed = {key: _typed(cell) for key, cell in zip(keys, line, strict=False) if key}
        if typed.get("name"):
            rows.add(typed)
        elif any(_typed(cell) for cell in line):
            findings.append(finding("TEP-097", Place(tab=path.name), row=number))
    held = {**entries.rows, MODELS: rows.models(), SUBJECTS: list(rows.subjects.values())}
    return replace(entries, rows=held), tuple(findings)


def _headed(path: Path, sheet: SheetLayout) -> tuple[Sequence[str], Lines]:
    """The keys of the columns and the numbered lines below them, in the first reading that has the headers."""
    known, read = spellings(sheet), False
    for lines in readings(path):
        read = read or bool(lines)
        for place, (_, line) in enumerate(lines[:_SEARCHED]):
            keys = [known.get(header_word(str(cell)), "") for cell in line]
            if "name" in keys:
                return _each_once(keys), lines[place + 1 :]
    header = sheet.by_key["name"].header
    raise DvkError(finding("TEP-096" if read else "TEP-098", Place(tab=path.name), column=header))


def _each_once(keys: Sequence[str]) -> Sequence[str]:
    """The first column of each key, as the reader takes it."""
    return [key if key not in keys[:at] else "" for at, key in enumerate(keys)]


def _typed(cell: Any) -> Any:
    return clean(cell) if isinstance(cell, str) else cell


class _Rows:
    """The rows of models and of their subjects, as they are gathered."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._models: list[Row] = []
        self.subjects: dict[str, Row] = {}

    def add(self, typed: Mapping[str, Any]) -> None:
        """A model, with the code of its subject where the list gives the name."""
        named = str(typed.get(SUBJECT_NAME) or "")
        subject = {"registrant": self._subject(named)} if named else {}
        origin = self._layout.label("origin", "continued")
        self._models.append({**dict(self._cells(typed)), "origin": origin, **subject})

    def models(self) -> Sequence[Row]:
        """Every model, those without a code with one that no other has."""
        taken = {str(row.get("code", "")).casefold() for row in self._models}
        prefix = self._layout.by_key[MODELS].prefix
        free = (code for n in count(1) if (code := f"{prefix}{n:02}").casefold() not in taken)
        return [{"code": row.get("code") or next(free), **row} for row in self._models]

    def _cells(self, typed: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        columns = self._layout.by_key[MODELS].by_key
        for key, cell in typed.items():
            column = columns[key]
            if cell in (None, "") or column.kind == "computed":
                continue
            kept = not isinstance(cell, str) and column.kind in _NUMBERS
            text = str(cell)
            yield key, cell if kept else cell_of(column.kind, column.choices, text, self._layout)

    def _subject(self, name: str) -> str:
        """The code of the subject of this name; the same name in another spelling is the same subject."""
        key = fold(name)
        if key not in self.subjects:
            code = f"{self._layout.by_key[SUBJECTS].prefix}{len(self.subjects) + 1:02}"
            self.subjects[key] = {"code": code, "name": name}
        return str(self.subjects[key]["code"])
