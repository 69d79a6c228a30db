"""The cells of the entry sheets of a copy, as they were: what is written back when a copy is restored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.carried_cells import Formulas, Grid, formula_text, grid_of, opened
from dvk_office.workbook.container import open_container
from dvk_office.workbook.headings import COMPUTED, header_word, spellings
from dvk_office.workbook.parts import read_parts
from dvk_office.workbook.tabs import find_tabs

_NEWER = "_xlfn."  # stands in the file before a function that Excel 2007 had not, and nowhere else


@dataclass(frozen=True)
class KeptSheet:
    """One entry sheet: its `plan`, the row of `headers`, and the `rows` below it, blank cells as empty text.

    `formulas` are those that can be written again, and error values, by row and column counted from nought; `lost`
    says how many cannot: those of arrays, those that look into other files or use newer functions.
    """

    plan: SheetLayout
    headers: Sequence[str]
    rows: Sequence[Sequence[Any]]
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    lost: int = 0


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
    found = dict(_formulas(plan, grid, headers, header_row, formulas))
    kept = {at: text for at, text in found.items() if text}
    rows = list(lines[header_row:])
    below = max((row for row, _ in kept), default=-1) + 1 - len(rows)
    rows += [[""] * len(headers)] * below
    return KeptSheet(plan, headers, rows, MappingProxyType(kept), len(found) - len(kept))


def _formulas(
    plan: SheetLayout, grid: Grid, headers: Sequence[str], header_row: int, formulas: Formulas
) -> Iterator[tuple[tuple[int, int], str]]:
    """The formula or error value of each cell of entries that has one; empty where it cannot be written again."""
    known = spellings(plan)
    keys = [known.get(header_word(header), "") for header in headers]
    computed = {at for at, key in enumerate(keys) if key and plan.by_key[key].kind == COMPUTED}
    for cell in grid.filled:
        at = (cell.row - header_row - 1, cell.column - 1)
        if at[0] < 0 or at[1] in computed or at[1] >= len(headers):
            continue
        if cell.data_type == "e":
            yield at, str(cell.value)
        elif cell.data_type == "f":
            text = formula_text(cell)
            plain = isinstance(cell.value, str) and _NEWER not in text
            yield at, text if plain and formulas.keeps(text, in_place=True) else ""
