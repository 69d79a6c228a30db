"""What stays behind when a workbook is carried over, told sheet by sheet: the old file still has it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.workbook.carried_cells import LONGEST_TEXT, Formulas, Grid, formula_text
from dvk_office.workbook.carried_sheet import CarriedSheet
from dvk_office.workbook.container import DAMAGE, Container
from dvk_office.workbook.headings import COMPUTED
from dvk_office.workbook.tags import attributes
from dvk_office.workbook.vba_modules import typed_modules

MOST_NAMED = 5  # cells that one note names
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_ANCHOR = re.compile(rb"<(?:\w+:)?(?:twoCell|oneCell|absolute)Anchor[\s>]")
_PROJECT = "xl/vbaProject.bin"
MODULES = frozenset({"modDvk", "modHost", "xlwings"})


def named(names: Sequence[str]) -> str:
    """The first few names."""
    return ", ".join(names[:MOST_NAMED]) + (
        ", \N{HORIZONTAL ELLIPSIS}" if len(names) > MOST_NAMED else ""
    )


def sheet_notes(sheet: CarriedSheet, formulas: Formulas) -> Iterator[Finding]:
    """Of an entry sheet: formulas as values, error values, notes at cells, too long texts, typed over formulas."""
    key, grid = sheet.plan.key, sheet.grid
    lost = [cell for cell in sheet.entered if _turned(cell, formulas, in_place=sheet.in_place)]
    yield from _note("MANG-001", key, lost)
    yield from _note("MANG-002", key, [one for one in sheet.entered if one.data_type == "e"])
    yield from _note("MANG-003", key, _with_notes(grid.sheet))
    yield from _note("MANG-013", key, _too_long(grid, sheet.entered))
    yield from _note("MANG-015", key, list(_typed_over(sheet)))


def tab_notes(grid: Grid, title: str, formulas: Formulas) -> Iterator[Finding]:
    """Of a tab of the office: what of it is not carried; a name that had to be changed."""
    cells = grid.filled
    kept = [one for one in cells if one.data_type == "f" and not _turned(one, formulas)]
    yield from _note("MANG-001", "", [one for one in cells if _turned(one, formulas)])
    yield from _note("MANG-006", "", kept)
    yield from _note("MANG-002", "", [one for one in cells if one.data_type == "e"])
    yield from _note("MANG-003", "", _with_notes(grid.sheet))
    yield from _note("MANG-013", "", _too_long(grid, cells))
    place = Place("", grid.sheet.title)
    yield finding("MANG-005", place)
    if title != grid.sheet.title:
        yield finding("MANG-016", place, found=grid.sheet.title, title=title)


def drawing_notes(container: Container, member: str, place: Place) -> Iterator[Finding]:
    """Pictures, charts, shapes, controls and pivot tables of a sheet, which openpyxl does not show or keep."""
    drawn = 0
    for kind, target in _relations(container, member):
        if kind == "drawing" and container.has(target):
            with container.open(target) as stream:
                drawn += len(_ANCHOR.findall(stream.read()))
        drawn += kind in {"pivotTable", "oleObject", "slicer", "timeline"}
    if drawn:
        yield finding("MANG-004", place, count=drawn)


def macro_notes(container: Container, tabs: Mapping[str, str]) -> Iterator[Finding]:
    """Modules in which the office wrote macros; `tabs` are those of the sheets by their names in VBA."""
    if not container.has(_PROJECT):
        return
    try:
        with container.open(_PROJECT) as stream:
            typed = typed_modules(stream.read())
    except DAMAGE:
        typed = (_PROJECT,)
    own = [_module(one, tabs) for one in sorted(typed) if one not in MODULES]
    if own:
        yield finding("MANG-014", Place(tab=container.name), names=named(own))


def _module(name: str, tabs: Mapping[str, str]) -> str:
    """The name of a module, that of a sheet with its tab."""
    quotes = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}{}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    return f"{name} {quotes.format(tabs[name])}" if name in tabs else name


def _relations(container: Container, member: str) -> Iterator[tuple[str, str]]:
    """The kind and the member of each part that the sheet kept in `member` refers to."""
    folder, _, name = member.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    if not container.has(listed):
        return
    with container.open(listed) as stream:
        source = stream.read()
    for found in map(attributes, _RELATION.findall(source)):
        target = found.get("Target", "").removeprefix("/")
        there = f"xl/{target.removeprefix('../')}" if target.startswith("../") else target
        yield found.get("Type", "").rpartition("/")[2], there


def _turned(cell: Any, formulas: Formulas, *, in_place: bool = True) -> bool:
    """Whether a cell holds a formula that becomes its value."""
    return cell.data_type == "f" and not formulas.keeps(formula_text(cell), in_place=in_place)


def _with_notes(sheet: Any) -> Sequence[Any]:
    return [cell for line in sheet.iter_rows() for cell in line if cell.comment]


def _too_long(grid: Grid, cells: Sequence[Any]) -> Sequence[Any]:
    """Other programs write longer texts than Excel reads."""
    return [
        cell
        for cell in cells
        if isinstance(text := grid.value(cell.row - 1, cell.column - 1), str)
        and len(text) > LONGEST_TEXT
    ]


def _typed_over(sheet: CarriedSheet) -> Iterator[Any]:
    """Cells of computed columns that hold neither a formula nor our own words: the new workbook counts them again."""
    columns = sheet.plan.by_key
    computed = {at for at, key in sheet.keys.items() if columns[key].kind == COMPUTED}
    for cell in sheet.grid.filled:
        typed = cell.data_type != "f" and str(cell.value) not in sheet.words
        if typed and cell.column - 1 in computed and cell.row > sheet.found.row:
            yield cell


def _note(code: str, key: str, cells: Sequence[Any]) -> Iterator[Finding]:
    if cells:
        first = cells[0]
        place = Place(key, first.parent.title, first.row, "", first.column_letter)
        names = [cell.coordinate for cell in cells]
        yield finding(code, place, cells=named(names), count=len(cells))
