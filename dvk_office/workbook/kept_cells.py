"""The cells of the entry sheets of a copy, as they were: what is written back when a copy is restored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.build_cells import Shown
from dvk_office.workbook.carried_cells import Formulas, Grid, formula_text, grid_of, opened
from dvk_office.workbook.carried_codes import as_shown, shown_code
from dvk_office.workbook.carried_sheet import ANY
from dvk_office.workbook.container import open_container
from dvk_office.workbook.headings import COMPUTED, header_word, spellings
from dvk_office.workbook.number_codes import TEXT, usual_code
from dvk_office.workbook.parts import read_parts
from dvk_office.workbook.tabs import find_tabs

At = tuple[int, int]
_NEWER = "_xlfn."  # stands in the file before a function that Excel 2007 had not, and nowhere else


@dataclass(frozen=True)
class KeptSheet:
    """One entry sheet: its `plan`, the row of `headers`, and the `rows` below it, blank cells as empty text.

    `formulas` are those that can be written again, and error values, by row and column counted from nought; `lost`
    says how many cannot: those of arrays, those that look into other files or use newer functions. `codes` say how
    formulas are shown, and numbers that need more than the format of their column.
    """

    plan: SheetLayout
    headers: Sequence[str]
    rows: Sequence[Sequence[Any]]
    formulas: Mapping[At, str] = field(default_factory=dict)
    lost: int = 0
    codes: Mapping[At, str] = field(default_factory=dict)


def kept_cells(path: Path, layout: Layout) -> tuple[KeptSheet, ...]:
    """Every entry sheet of the workbook at `path`; DvkError where it is no workbook."""
    from python_calamine import CalamineWorkbook

    container = open_container(path)
    parts = read_parts(container)
    tabs, _ = find_tabs(layout, parts.tabs)
    book = opened(container)
    names = frozenset(one.casefold() for one in book.sheetnames)
    formulas = Formulas(steady=True, tabs=names, lost=frozenset())
    with CalamineWorkbook.from_filelike(BytesIO(container.content)) as workbook:
        return tuple(
            _sheet(
                layout.by_key[key],
                grid_of(container, parts, book[tab], workbook),
                layout.header_row,
                formulas,
            )
            for key, tab in tabs.items()
        )


def _sheet(plan: SheetLayout, grid: Grid, header_row: int, formulas: Formulas) -> KeptSheet:
    lines = grid.values
    headers = [str(one) for one in lines[header_row - 1]] if len(lines) >= header_row else []
    typed = list(_typed(plan, grid, headers, header_row))
    found = dict(_formulas(typed, formulas))
    kept = {at: text for at, text in found.items() if text}
    rows = list(lines[header_row:])
    below = max((row for row, _ in kept), default=-1) + 1 - len(rows)
    rows += [[""] * len(headers)] * below
    codes = dict(_codes(typed, kept, rows))
    lost = len(found) - len(kept)
    return KeptSheet(plan, headers, rows, MappingProxyType(kept), lost, MappingProxyType(codes))


def _typed(
    plan: SheetLayout, grid: Grid, headers: Sequence[str], header_row: int
) -> Iterator[tuple[At, Any, str]]:
    """Every cell of entries that holds something: its place, the cell, the kind of its column."""
    known = spellings(plan)
    keys = [known.get(header_word(header), "") for header in headers]
    kinds = [plan.by_key[key].kind if key else ANY for key in keys]
    for cell in grid.filled:
        row, column = cell.row - header_row - 1, cell.column - 1
        if row >= 0 and column < len(kinds) and kinds[column] != COMPUTED:
            yield (row, column), cell, kinds[column]


def _formulas(typed: Sequence[tuple[At, Any, str]], formulas: Formulas) -> Iterator[tuple[At, str]]:
    """The formula or error value of each cell that has one; empty where it cannot be written again."""
    for at, cell, _ in typed:
        if cell.data_type == "e":
            yield at, str(cell.value)
        elif cell.data_type == "f":
            text = formula_text(cell)
            plain = isinstance(cell.value, str) and _NEWER not in text
            yield at, text if plain and formulas.keeps(text, in_place=True) else ""


def _codes(
    typed: Sequence[tuple[At, Any, str]], kept: Mapping[At, str], rows: Sequence[Sequence[Any]]
) -> Iterator[tuple[At, str]]:
    """How formulas are shown, and numbers that are not shown as their column shows them, or that would become texts."""
    for (row, column), cell, kind in typed:
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        number = not isinstance(value, str | bool)
        unlike = usual_code(kind, value) == TEXT or isinstance(as_shown(cell, value, kind), Shown)
        if (row, column) in kept or (number and unlike):
            yield (row, column), shown_code(cell)
