"""A stray cell far from the entries is found before calamine asks for the whole rectangle up to it, and dies.

What would take the process down with it is checked in a process of its own whose memory is limited.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.workbook import extent
from dvk_office.workbook.extent import LAST_COLUMN, LAST_ROW, MOST_CELLS
from dvk_office.workbook.reader import read_book
from tests.workbook.written import ERROR, UNCACHED, Content, Xml, headers, pack, parts, sheet, table

KEYS = ("code", "name", "registrant")
MEMORY = 900 * 1024**2
STRAY = "XFD1048576"


def book(path: Path, layout: Layout, cells: Mapping[str, Content], *more: tuple[str, str]) -> Path:
    """A book with a sheet of models with one row and these cells, its XML changed by `more`."""
    entries = table(3, [headers(layout, "models", *KEYS), ["MH01", "Hoa", "CT01"]])
    source = sheet({**entries, **cells})
    for old, new in more:
        assert old in source
        source = source.replace(old, new)
    return pack(path, parts({layout.by_key["models"].tab: source}))


def checked(path: Path) -> tuple[int, dict[str, Any]]:
    """Exit code and answer of `dvk check` in a process that may not take more than MEMORY; stderr is empty."""
    done = subprocess.run(
        [sys.executable, "-m", "dvk_office.shells", "check", str(path), "--json"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


def stopped(path: Path, layout: Layout) -> tuple[str, str]:
    """Code and place of the finding that stops the reading."""
    with pytest.raises(DvkError) as stop:
        read_book(path, layout)
    return stop.value.finding.code, str(stop.value.finding.place)


def models(found: Book) -> list[int]:
    return [model.row for model in found["models"]]


def test_a_stray_cell_is_one_finding_that_names_it_and_says_how_to_be_rid_of_it(
    tmp_path: Path, layout: Layout
) -> None:
    code, answer = checked(book(tmp_path / "so.xlsx", layout, {STRAY: "x"}))
    (one,) = answer["findings"]
    assert code == 1
    assert (one["code"], one["sheet_key"], one["cell"]) == ("TEP-015", "models", STRAY)
    assert one["mend"].startswith(f"Xóa ô {STRAY}")


@pytest.mark.parametrize(
    "change",
    [
        (f'<c r="{STRAY}"', f"<c r='{STRAY}'"),
        (f'<c r="{STRAY}"', f'<c\n\tr = "{STRAY}"'),
        (f'<c r="{STRAY}"', '<c r="AAAAAAAAAAAA1"'),
        (f'<c r="{STRAY}"', '<c r="A4000000000"'),
        (f'<c r="{STRAY}"', '<c r="XFE4"'),
        ('<row r="1048576"', '<row r="4000000000"'),
        (f'<c r="{STRAY}"', '<c s="1"/>' * (LAST_COLUMN - 1) + "<c"),
        ("<worksheet", "<!-- <x:worksheet --><worksheet"),
        (f'<c r="{STRAY}" t="inlineStr">', f'<c r="{STRAY}" t="str"><f>A1</f>'),
    ],
    ids=["quotes", "spaces", "letters", "digits", "beyond", "row", "unnamed", "comment", "formula"],
)
def test_however_a_stray_cell_is_written_it_takes_nothing_down(
    tmp_path: Path, layout: Layout, change: tuple[str, str]
) -> None:
    code, answer = checked(book(tmp_path / "so.xlsx", layout, {STRAY: "x"}, change))
    (one,) = answer["findings"]
    assert (code, one["sheet"]) == (1, "Mô hình")
    assert one["code"] in {"TEP-015", "TEP-017"}


@pytest.mark.parametrize("content", ["x", 0, False, ERROR, Xml('<c r="@"><f>1</f><v>1</v></c>')])
def test_every_kind_of_filled_cell_may_be_stray(
    tmp_path: Path, layout: Layout, content: Content
) -> None:
    path = book(tmp_path / "so.xlsx", layout, {STRAY: content})
    assert stopped(path, layout) == ("TEP-015", f"Mô hình!{STRAY}")


@pytest.mark.parametrize(
    ("cells", "stray"),
    [
        ({"D1048576": "x"}, ""),
        ({"XFD4": "x"}, ""),
        ({"F1048576": "x"}, "F1048576"),
        ({"XFD400": "x"}, "XFD400"),
        ({"AZ100000": "x"}, ""),
        ({"AZ100001": "x"}, "AZ100001"),
        ({"XFD5": "x", "A1048576": "x"}, "A1048576"),
        ({STRAY: Xml('<c r="@" s="1"></c>')}, ""),
        ({STRAY: UNCACHED}, STRAY),
    ],
)
def test_only_a_rectangle_too_large_to_be_read_is_refused(
    tmp_path: Path, layout: Layout, cells: Mapping[str, Content], stray: str
) -> None:
    path = book(tmp_path / "so.xlsx", layout, cells)
    if stray:
        assert stopped(path, layout) == ("TEP-015", f"Mô hình!{stray}")
    else:
        assert models(read_book(path, layout)[0]) == [4]


def test_the_largest_rectangle_that_is_read_needs_no_more_memory_than_there_is(
    tmp_path: Path, layout: Layout
) -> None:
    assert 52 * 100_000 == MOST_CELLS < LAST_ROW * LAST_COLUMN
    code, answer = checked(book(tmp_path / "so.xlsx", layout, {"AZ100000": "x"}))
    assert code == 1
    assert not any(one["code"].startswith("TEP-01") for one in answer["findings"])


def test_a_stray_cell_in_a_tab_of_the_offices_own_is_nobodys_business(
    tmp_path: Path, layout: Layout
) -> None:
    entries = sheet(table(3, [headers(layout, "models", *KEYS), ["MH01", "Hoa", "CT01"]]))
    tabs = {"Nháp": sheet({STRAY: "x"}), layout.by_key["models"].tab: entries}
    found, _ = read_book(pack(tmp_path / "so.xlsx", parts(tabs)), layout)
    assert models(found) == [4]


def test_too_many_cells_are_told_as_such_and_no_cell_is_blamed(
    tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extent, "MOST_CELLS", 400)
    filled: dict[str, Content] = {f"A{row}": "x" for row in range(5, 90)}
    path = book(
        tmp_path / "so.xlsx",
        layout,
        {**filled, **{f"B{row}": 1 for row in range(5, 90)}, "ZZ99": 1},
    )
    assert stopped(path, layout) == ("TEP-016", "Mô hình")
