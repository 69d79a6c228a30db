"""Dirty workbooks by number: a few rows of the sample, spoiled by chance; each knows what it spoiled and what must be found."""

import random
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from dvk_office.jobs.build_source import read_source
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from dvk_office.workbook.addresses import column_letter
from tests.workbook.spoiling import CELLS, WHOLE, Expected, Tab
from tests.workbook.spoils import HARMLESS_TEXTS, JUNK
from tests.workbook.written import CLOCK, Content, Styled, parts, sheet, table

SOURCE = Path(__file__).resolve().parents[2] / "samples" / "so-mau"
ROWS = 6  # of each sheet that are taken


@dataclass(frozen=True)
class Dirty:
    """The members of a dirty workbook, and what must be found in it; nothing new where it is `harmless`."""

    members: Mapping[str, str | bytes]
    expected: tuple[Expected, ...]
    harmless: bool


def dirty(number: int, layout: Layout) -> Dirty:
    """The dirty workbook of this number; every fifth one is spoiled only in ways that change nothing."""
    chance = random.Random(number)  # noqa: S311 - the same book each time
    tabs = _clean(layout)
    harmless = number % 5 == 0
    expected = [] if harmless else list(_spoiled(chance, layout, tabs))
    _made_odd(chance, layout, tabs)
    return Dirty(_members(chance, layout, tabs, odd=True), tuple(expected), harmless)


def clean(layout: Layout) -> Mapping[str, str | bytes]:
    """The workbook that the dirty ones are made from."""
    return _members(random.Random(0), layout, _clean(layout), odd=False)  # noqa: S311


@cache
def _source() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    return read_source(SOURCE, load_layout(load_year(latest_year())))


def _clean(layout: Layout) -> dict[str, Tab]:
    typed = _source()
    tabs = {}
    for plan in layout.sheets:
        if plan.role != "entry":
            continue
        rows = typed.get(plan.key, ())
        rows = rows if plan.key == "settings" else rows[:ROWS]
        kept = [{key: _content(one) for key, one in row.items() if one is not None} for row in rows]
        columns = [(column.key, column.header) for column in plan.columns]
        tabs[plan.key] = Tab(plan, plan.tab, columns, kept)
    return tabs


def _content(value: Any) -> Content:
    if isinstance(value, time):
        return Styled((value.hour * 60 + value.minute) / 1440, CLOCK)
    assert isinstance(value, str | int | float | bool | date)
    return value


def _spoiled(chance: random.Random, layout: Layout, tabs: dict[str, Tab]) -> Iterator[Expected]:
    """Spoils one or two whole sheets and several cells of the others, each row at most once."""
    keys = [key for key in tabs if key != "settings"]
    chance.shuffle(keys)
    whole, others = keys[: chance.randint(0, 2)], keys[2:]
    for key in whole:
        yield from chance.choice(WHOLE)(chance, tabs, key)
    rows = [(key, n) for key in others for n in range(len(tabs[key].rows))]
    chance.shuffle(rows)
    for key, n in rows[: chance.randint(2, 9)]:
        yield from chance.choice(CELLS)(chance, layout, tabs[key], n)
    for key, n in rows[9 : 9 + chance.randint(0, 4)]:
        column = chance.choice([one.key for one in tabs[key].plan.columns])
        tabs[key].rows[n][column] = chance.choice(JUNK)


def _made_odd(chance: random.Random, layout: Layout, tabs: dict[str, Tab]) -> None:
    """Changes that nobody may notice: other order, other forms of the same text, columns of the office, blank rows."""
    for tab in tabs.values():
        if chance.random() < 0.5 and not tab.after:
            chance.shuffle(tab.columns)
        if chance.random() < 0.3 and not tab.after:
            tab.columns.insert(chance.randrange(3), ("", "Riêng của cơ quan"))
        if chance.random() < 0.5:
            change = chance.choice(HARMLESS_TEXTS)
            for row in tab.rows:
                row.update({key: change(one) for key, one in row.items() if isinstance(one, str)})
        if chance.random() < 0.3:
            tab.columns = [
                (key, unicodedata.normalize("NFD", head.upper())) for key, head in tab.columns
            ]
        if chance.random() < 0.3:
            first = layout.by_key[tab.plan.key].columns[0].key
            tab.rows += [{first: " \u00a0\u200b"}, {}, {first: "\n"}]


def _members(
    chance: random.Random, layout: Layout, tabs: Mapping[str, Tab], *, odd: bool
) -> Mapping[str, str | bytes]:
    made = {tab.name: _sheet(chance, layout, tab) for tab in tabs.values()}
    if odd:
        own = {f"{column_letter(n)}{n}": chance.choice(JUNK) for n in range(1, 40)}
        made["Nháp & tính thử"] = sheet(own)
    return parts(made)


def _sheet(chance: random.Random, layout: Layout, tab: Tab) -> str:
    rows = [
        [row.get(key) if key else chance.choice(JUNK) for key, _ in tab.columns] for row in tab.rows
    ]
    heads = [header or None for _, header in tab.columns]
    cells = table(layout.header_row, [heads, *rows])
    assert layout.header_row + 1 == layout.first_row
    return sheet(cells, rows=tab.attributes, after=tab.after)
