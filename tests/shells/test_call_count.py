"""Cells are read and written in blocks: the number of calls of xlwings does not grow with the rows."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

import pytest

from dvk_office import __version__
from dvk_office.core.edits import CellEdit, Edits, NewRow
from dvk_office.rules.layout import Layout
from dvk_office.shells import press
from dvk_office.shells.live import LiveBook
from dvk_office.shells.restoring import write_entries
from dvk_office.shells.writing import write_edits
from dvk_office.workbook.kept_cells import KeptSheet
from dvk_office.workbook.results import RESULTS, Line, Link, Results

ROOT = Path(__file__).resolve().parents[2]
EMPTY, FULL = ROOT / "workbooks" / "dvk-2026.xlsm", ROOT / "samples" / "so-mau-co-loi-2026.xlsx"
STATED = {"row": 4, "value": 3.0, "sheet_names": (), "refers_to": '="dvk_office"'}


class Counter:
    """Stands for any object of xlwings, and counts whatever is asked of it or of what it gives."""

    def __init__(self, tally: list[str], **stated: Any) -> None:
        vars(self).update(tally=tally, stated={**STATED, **stated})

    def __getattr__(self, name: str) -> Any:
        self.tally.append(name)
        return self.stated[name] if name in self.stated else Counter(self.tally, **self.stated)

    def __setattr__(self, name: str, value: Any) -> None:
        self.tally.append(f"{name} =")

    def __call__(self, *_arguments: Any, **_named: Any) -> "Counter":
        self.tally.append("()")
        return Counter(self.tally, **self.stated)

    def __getitem__(self, _key: Any) -> "Counter":
        self.tally.append("[]")
        return Counter(self.tally, **self.stated)

    def __contains__(self, _key: Any) -> bool:
        return True

    def __iter__(self) -> Iterator["Counter"]:
        self.tally.append("iter")
        yield Counter(self.tally, **self.stated)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        pass


def _calls_of_a_table(layout: Layout, key: str, length: int) -> list[str]:
    tally: list[str] = []
    tabs = tuple(sheet.tab for sheet in layout.sheets)
    lines = tuple(Line({"link": Link("đây", "Mô hình", f"D{n}")}) for n in range(length))
    LiveBook(Counter(tally, sheet_names=tabs), layout).write_table(Results(key, "", lines))
    return tally


@pytest.mark.parametrize("key", RESULTS)
def test_showing_results_costs_the_same_for_any_number_of_lines(layout: Layout, key: str) -> None:
    few, many = (_calls_of_a_table(layout, key, length) for length in (10, 5000))
    assert few == many
    assert 20 < len(few) < 80


def test_restoring_costs_the_same_for_any_number_of_rows(layout: Layout) -> None:
    assert _restored(layout, 10) == _restored(layout, 5000)


def _restored(layout: Layout, length: int) -> list[str]:
    plan = layout.by_key["models"]
    headers = [column.header for column in plan.columns]
    tally: list[str] = []
    row = [f"0{n}" for n in range(len(headers))]
    kept = KeptSheet(plan, headers, [row] * length)
    write_entries([(Counter(tally, value=headers), kept)], layout.header_row)
    return tally


def _calls_of_entries(layout: Layout, length: int) -> list[str]:
    """A number written into `length` rows that follow each other, and one new row of the register."""
    tally: list[str] = []
    plans = [layout.by_key[key] for key in ("exemplars", "register")]
    headers = [[column.header for column in plan.columns] for plan in plans]
    cells = [
        CellEdit("exemplars", 4 + n, key, value)
        for n in range(length)
        for key, value in (("commendation_number", "9/QĐ"), ("commendation_date", date(2026, 1, 2)))
    ]
    sheets = {
        plan.tab: Counter(tally, value=[header], row=3, column=len(header))
        for plan, header in zip(plans, headers, strict=True)
    }
    edits = Edits(tuple(cells), (NewRow("register", {"number": "9/QĐ"}),))
    write_edits(lambda plan: sheets[plan.tab], edits, layout)
    return tally


def test_writing_entries_costs_the_same_for_any_number_of_rows_that_follow_each_other(
    layout: Layout,
) -> None:
    assert _calls_of_entries(layout, 2) == _calls_of_entries(layout, 900)


class Marked(LiveBook):
    """A workbook with our marks, whose copy is the file `source`."""

    source = Path()

    def mark(self, name: str) -> str:
        return {"dvk_program": __version__, "dvk_year": "2026"}.get(name, "dvk_office")

    def snapshot(self, folder: Path) -> Path:
        super().snapshot(folder)
        return Path(shutil.copy(self.source, folder))


@pytest.mark.parametrize("key", ["check", "targets", "deadlines"])
def test_a_whole_click_costs_the_same_for_an_empty_workbook_and_for_a_full_one(
    layout: Layout, key: str
) -> None:
    tabs = tuple(sheet.tab for sheet in layout.sheets)

    def calls(source: Path) -> list[str]:
        tally: list[str] = []
        book = Counter(tally, sheet_names=tabs, fullname=str(source), refers_to="")
        port = Marked(book, layout)
        port.source = source
        press.press(key, port)
        return tally

    few, many = calls(EMPTY), calls(FULL)
    assert "autofit" in few
    assert few == many


ASKED = {
    "alert", "api", "app", "fullname", "name", "names", "properties", "refers_to", "selection",
    "sheet_names", "sheets", "status_bar =",
    "InputBox", "Protect", "SaveCopyAs", "Unprotect",
    "activate", "autofit", "clear_contents", "column", "formula =", "last_cell", "number_format =",
    "options", "range", "resize", "tables", "row", "rows", "select", "sheet", "used_range", "value", "value =",
}  # fmt: skip
"""All that our adapter asks of xlwings, and (third line) of Excel's own objects; “=” where it sets."""


def test_the_adapter_asks_nothing_of_xlwings_but_these(layout: Layout, tmp_path: Path) -> None:
    """The engine for LibreOffice has the same: tests/shells/lo_engine/test_calls.py."""
    tabs = tuple(sheet.tab for sheet in layout.sheets)
    tally: list[str] = []
    stated = {"sheet_names": tabs, "fullname": str(tmp_path / "sổ.xlsm"), "column": 3, "value": 5.0}
    port = LiveBook(Counter(tally, **stated, InputBox=lambda *_: False), layout)
    port.mark("dvk_product")
    port.snapshot(tmp_path)
    port.selected()
    port.status("")
    port.ask("?", ["một"])
    port.ask_text("?", "")
    port.tell("")
    port.backup(datetime(2026, 1, 2))  # noqa: DTZ001 - the office's own clock
    for key in RESULTS:
        port.write_table(Results(key, "", (Line({}),)))
    tally += _calls_of_entries(layout, 2)
    tally += _restored(layout, 2)
    assert set(tally) - {"()", "[]", "iter"} == ASKED


def test_a_copy_with_other_columns_is_not_written_at_all(layout: Layout) -> None:
    from dvk_office.core.findings import DvkError

    plan, tally = layout.by_key["models"], list[str]()
    kept = KeptSheet(plan, ["Mã", "Cột khác"], [["MH01", "x"]])
    with pytest.raises(DvkError) as stopped:
        write_entries([(Counter(tally, value=["Mã", "Tên mô hình"]), kept)], layout.header_row)
    assert stopped.value.finding.code == "NUT-030"
    assert not [name for name in tally if name.endswith("=")]


def test_what_is_longer_than_a_formula_may_hold_is_shown_as_text(layout: Layout) -> None:
    book = LiveBook(Counter([]), layout)
    assert book.link(Link("x" * 300, "Mô hình", "D9")).startswith("x")
    assert book.link(Link('"đây"', "O'Neil", "D9")) == ('=HYPERLINK("#\'O\'\'Neil\'!D9","""đây""")')


def test_the_path_is_that_of_the_workbook(layout: Layout) -> None:
    found = LiveBook(Counter([], fullname="/sổ/dvk.xlsm"), layout).path
    assert found == Path("/sổ/dvk.xlsm")
