"""Workbooks that an office worked on, and what becomes of them in a new one."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook

from dvk_office.core.findings import Finding
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.carried_looks import look_notes
from dvk_office.workbook.entries import Entries, carried_book, entries_of

MODELS = "Mô hình"
Change = Callable[[Any], None]


def worked_on(path: Path, rows: Any, change: Change, own: Sequence[str] = ()) -> Path:
    """A workbook with these models and own columns, after somebody worked on it in a spreadsheet program."""
    book = load_workbook(BytesIO(_built(tuple(tuple(row.items()) for row in rows), tuple(own))))
    change(book)
    book.save(path)
    return path


@cache
def _built(rows: tuple[tuple[tuple[str, Any], ...], ...], own: tuple[str, ...]) -> bytes:
    """The file before anybody worked on it: most tests begin with the same."""
    rules = load_year(latest_year())
    entries = Entries({"models": [dict(row) for row in rows]}, {"models": own}, (), ())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        build_workbook(entries.layout(load_layout(rules)), rules, entries.rows, path)
        return path.read_bytes()


def carried(path: Path, layout: Layout) -> tuple[Entries, Mapping[str, Finding], Path]:
    """What of the workbook is carried, what is told by its code, and the workbook built from it."""
    book = carried_book(path, layout)
    entries = entries_of(book)
    target = path.with_name("moi.xlsx")
    wide = entries.layout(layout)
    build_workbook(
        wide, load_year(latest_year()), entries.rows, target, tabs=entries.tabs, names=entries.names
    )
    looks = look_notes(tuple(book.sheets.values()), target.read_bytes(), layout)
    told = {one.code: one for one in (*entries.notes, *looks)}
    return entries, told, target
