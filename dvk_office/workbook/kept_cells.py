"""The cells of the entry sheets of a copy, as they were: what is written back when a copy is restored."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.container import open_container
from dvk_office.workbook.parts import read_parts
from dvk_office.workbook.tabs import find_tabs


@dataclass(frozen=True)
class KeptSheet:
    """One entry sheet: its `plan`, the row of `headers`, and the `rows` below it, blank cells as empty text."""

    plan: SheetLayout
    headers: Sequence[str]
    rows: Sequence[Sequence[Any]]


def kept_cells(path: Path, layout: Layout) -> tuple[KeptSheet, ...]:
    """Every entry sheet of the workbook at `path`; DvkError where it is no workbook."""
    from python_calamine import CalamineWorkbook

    tabs, _ = find_tabs(layout, read_parts(open_container(path)).tabs)
    kept = []
    with CalamineWorkbook.from_path(path) as workbook:
        for key, tab in tabs.items():
            grid = workbook.get_sheet_by_name(tab).to_python(skip_empty_area=False)
            at = layout.header_row
            headers = [str(one) for one in grid[at - 1]] if len(grid) >= at else []
            kept.append(KeptSheet(layout.by_key[key], headers, grid[at:]))
    return tuple(kept)
