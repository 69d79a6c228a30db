"""Another workbook as a whole: which of its tabs are our sheets, which the office's, and which formulas may be kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from io import BytesIO

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.rules.layout import Layout
from dvk_office.workbook.carried_cells import Formulas, Grid, grid_of, opened
from dvk_office.workbook.carried_notes import (
    drawing_notes,
    macro_notes,
    named,
    sheet_notes,
    tab_notes,
)
from dvk_office.workbook.carried_sheet import CarriedSheet
from dvk_office.workbook.carried_tabs import OwnTab, new_titles, own_tab
from dvk_office.workbook.container import Container
from dvk_office.workbook.parts import read_parts
from dvk_office.workbook.tabs import find_tabs

OURS = "dvk_"  # how our names and tables begin
_NAME = re.compile(r"(?![A-Za-z]{1,3}\d+$|[RrCc]\d*$|[Rr]\d+[Cc]\d+$)[^\W\d][\w.]{0,254}")
_BUILT_IN = "_xlnm."


class CarriedBook:
    """What is in the file, opened by openpyxl; calamine gives values as the reader has them."""

    def __init__(self, container: Container, layout: Layout) -> None:
        self._container, self._layout = container, layout
        self._book, self._parts = opened(container), read_parts(container)
        tabs, _ = find_tabs(layout, self._book.sheetnames)
        grids = dict(self._grids())
        sheets = {
            key: CarriedSheet(layout.by_key[key], grids[tab], layout) for key, tab in tabs.items()
        }
        self.sheets: Mapping[str, CarriedSheet] = {
            key: one for key, one in sheets.items() if one.found.row or not one.grid.filled
        }
        ours = {one.title for one in self.sheets.values()}
        ours |= {sheet.tab for sheet in layout.sheets if sheet.role != "entry"}
        self._others = {title: grid for title, grid in grids.items() if title not in ours}
        self._titles = new_titles(tuple(self._others), [sheet.tab for sheet in layout.sheets])

    def _grids(self) -> Iterator[tuple[str, Grid]]:
        """Every sheet of cells; a sheet that is a chart has none."""
        from python_calamine import CalamineWorkbook

        with CalamineWorkbook.from_filelike(BytesIO(self._container.content)) as values:
            for sheet in self._book.worksheets:
                yield sheet.title, grid_of(self._container, self._parts, sheet, values)

    @property
    def tabs(self) -> Sequence[OwnTab]:
        return tuple(
            own_tab(grid, self._titles[title], self.formulas)
            for title, grid in self._others.items()
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The office's names for areas and values that mean the same in the new workbook."""
        found = {}
        for name, text in self._own_names.items():
            plain = Formulas(self._steady, self._new_tabs, frozenset())
            if (
                _NAME.fullmatch(name)
                and "#REF!" not in text
                and plain.keeps(f"={text}", in_place=True)
            ):
                found[name] = f"={text}"
        return found

    @property
    def _own_names(self) -> Mapping[str, str]:
        return {
            name: str(one.attr_text)
            for name, one in self._book.defined_names.items()
            if not name.startswith((OURS, _BUILT_IN)) and not one.hidden
        }

    @cached_property
    def formulas(self) -> Formulas:
        """Which formulas may be kept."""
        tables = {name for sheet in self._book.worksheets for name in sheet.tables}
        lost = {one for one in tables if not one.startswith(OURS)}
        lost |= self._own_names.keys() - self.names.keys()
        folded = frozenset(one.casefold() for one in lost)
        return Formulas(self._steady, self._new_tabs, folded)

    @cached_property
    def _steady(self) -> bool:
        return all(one.in_place for one in self.sheets.values())

    @property
    def _new_tabs(self) -> frozenset[str]:
        """The tabs that are in the new workbook under the names that formulas of this one use."""
        ours = (sheet.tab for sheet in self._layout.sheets)
        same = (title for title, new in self._titles.items() if title == new)
        return frozenset(one.casefold() for one in (*ours, *same))

    def notes(self) -> Iterator[Finding]:
        """What stays behind or is changed, sheet by sheet."""
        parts = self._parts
        for sheet in self.sheets.values():
            yield from sheet_notes(sheet, self.formulas)
            place = Place(sheet.plan.key, sheet.title)
            yield from drawing_notes(self._container, parts.tabs[sheet.title], place)
        for title, grid in self._others.items():
            yield from tab_notes(grid, self._titles[title], self.formulas)
            yield from drawing_notes(self._container, parts.tabs[title], Place("", title))
        for chart in self._book.chartsheets:
            yield finding("MANG-009", Place("", chart.title))
        if lost := [one for one in self._own_names if one not in self.names]:
            yield finding("MANG-011", Place(tab=self._container.name), names=named(lost))
        names = {str(one.sheet_properties.codeName): one.title for one in self._book.worksheets}
        yield from macro_notes(self._container, names)
