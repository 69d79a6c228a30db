"""The ways in which a dirty workbook is spoiled: one cell, or a whole sheet; each yields what must be found for it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dvk_office.rules.layout import Column, Layout, SheetLayout
from tests.workbook.spoils import BY_KIND, EVERYWHERE
from tests.workbook.written import Content


@dataclass(frozen=True)
class Expected:
    """What must be found: one of `codes` at a row (0: the sheet) and column (empty: any) of a sheet."""

    sheet_key: str
    codes: tuple[str, ...]
    row: int = 0
    column_key: str = ""


@dataclass
class Tab:
    """One sheet in the making: its columns as (key, header), own ones without a key; rows by column key."""

    plan: SheetLayout
    name: str
    columns: list[tuple[str, str]]
    rows: list[dict[str, Content]]
    attributes: dict[int, str] = field(default_factory=dict)
    after: str = ""


def _kind_spoiled(chance: random.Random, layout: Layout, tab: Tab, n: int) -> Iterator[Expected]:
    """A cell of the wrong kind."""
    column = chance.choice([one for one in tab.plan.columns if one.kind in BY_KIND])
    content, code = chance.choice(BY_KIND[column.kind])
    tab.rows[n][column.key] = content
    codes = (code, "MH-003") if column.kind == "choice" else (code,)
    yield Expected(tab.plan.key, codes, layout.first_row + n, column.key)


def _cell_spoiled(chance: random.Random, layout: Layout, tab: Tab, n: int) -> Iterator[Expected]:
    """A cell that no column can hold."""
    column = chance.choice([one for one in tab.plan.columns if one.kind != "computed"])
    content, code = chance.choice(EVERYWHERE)
    tab.rows[n][column.key] = content
    yield Expected(tab.plan.key, (code,), layout.first_row + n, column.key)


def _required_blank(chance: random.Random, layout: Layout, tab: Tab, n: int) -> Iterator[Expected]:
    column = chance.choice(_required(tab))
    if len(tab.rows[n]) > 1 and tab.rows[n].pop(column.key, None) is not None:
        yield Expected(tab.plan.key, ("O-001",), layout.first_row + n, column.key)


def _reference_broken(
    chance: random.Random, layout: Layout, tab: Tab, n: int
) -> Iterator[Expected]:
    pointing = [one for one in tab.plan.columns if one.refers and one.kind == "code"]
    if pointing:
        column = chance.choice(pointing)
        tab.rows[n][column.key] = "ZZ99"
        yield Expected(tab.plan.key, ("O-004",), layout.first_row + n, column.key)


def _required(tab: Tab) -> list[Column]:
    return [one for one in tab.plan.columns if one.required]


def _column_dropped(chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    column = chance.choice(_required(tabs[key]))
    tabs[key].columns.remove((column.key, column.header))
    yield Expected(key, ("O-040",))


def _column_doubled(chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    column = chance.choice(_required(tabs[key]))
    tabs[key].columns.append(("", column.header))
    yield Expected(key, ("O-042",), -1, column.key)


def _header_misspelt(chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    column = chance.choice(_required(tabs[key]))
    at = tabs[key].columns.index((column.key, column.header))
    tabs[key].columns[at] = (column.key, f"{column.header}{column.header[-1]}x")
    yield Expected(key, ("O-041",), -1, column.key)


def _headers_gone(_chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    tabs[key].columns = [(one, "") for one, _ in tabs[key].columns]
    yield Expected(key, ("O-043",))


def _tab_dropped(_chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    del tabs[key]
    yield Expected(key, ("TEP-024",))


def _tab_misspelt(_chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    tabs[key].name = f"{tabs[key].plan.tab}x"
    yield Expected(key, ("TEP-025",))


def _merged(_chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    tabs[key].after = '<mergeCells><mergeCell ref="A4:C4"/></mergeCells>'
    yield Expected(key, ("O-027",), 4)


def _hidden(_chance: random.Random, tabs: dict[str, Tab], key: str) -> Iterator[Expected]:
    tabs[key].attributes = {4: 'hidden="1"'}
    yield Expected(key, ("O-031",))


Whole = Callable[[random.Random, dict[str, Tab], str], Iterator[Expected]]
Cells = Callable[[random.Random, Layout, Tab, int], Iterator[Expected]]
WHOLE: tuple[Whole, ...] = (
    _column_dropped,
    _column_doubled,
    _header_misspelt,
    _headers_gone,
    _tab_dropped,
    _tab_misspelt,
    _merged,
    _hidden,
)
CELLS: tuple[Cells, ...] = (
    _kind_spoiled,
    _kind_spoiled,
    _cell_spoiled,
    _required_blank,
    _reference_broken,
)
