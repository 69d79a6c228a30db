"""Bringing back a copy in the open workbook: every typed cell as it was, typed formulas as formulas."""

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from dvk_office.core.findings import DvkError
from dvk_office.rules.layout import Layout
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.restoring import nothing_filled_down, write_entries
from dvk_office.shells.typed import cell
from dvk_office.workbook.kept_cells import KeptSheet, kept_cells
from tests.sheet_of_cells import CellSheet
from tests.workbook.carried import MODELS, worked_on

ROWS = [{"code": f"MH0{number}", "name": "Đường hoa"} for number in range(1, 5)]


def copied(tmp_path: Path, layout: Layout, cells: dict[str, Any]) -> KeptSheet:
    """The models of a copy in which these cells were typed, by the key of their column and the row; some with a format."""

    def change(book) -> None:
        for at, typed in cells.items():
            key, row = at.split()
            letter = layout.by_key["models"].letters[key]
            there = book[MODELS][f"{letter}{layout.first_row + int(row)}"]
            if isinstance(typed, tuple):
                there.value, there.number_format = typed
            else:
                there.value = typed

    path = worked_on(tmp_path / "so.xlsx", ROWS, change)
    return {one.plan.key: one for one in kept_cells(path, layout)}["models"]


def restored(kept: KeptSheet, layout: Layout) -> tuple[CellSheet, int]:
    sheet = CellSheet.of([list(kept.headers)], layout.header_row)
    return sheet, write_entries([(sheet, kept)], layout.header_row)


def test_formulas_that_follow_each_other_are_written_in_one_call(
    tmp_path: Path, layout: Layout
) -> None:
    typed = {f"figure {row}": f"=LEN(B{4 + row})" for row in range(3)}
    kept = copied(tmp_path, layout, typed)
    sheet, lost = restored(kept, layout)
    at = 1 + tuple(kept.plan.by_key).index("figure")
    first = layout.first_row
    found = [sheet.cells[first + row, at] for row in range(3)]
    assert (found, lost) == (list(typed.values()), 0)
    without = restored(copied(tmp_path, layout, {}), layout)[0]
    assert sheet.writes == without.writes + 1
    assert sheet.formats[(first, at), (first + 2, at)] == "General"


def test_a_formula_below_the_last_value_comes_back(tmp_path: Path, layout: Layout) -> None:
    """Calamine leaves out rows at the end that hold only formulas without a result."""
    sheet, _ = restored(copied(tmp_path, layout, {"figure 9": "=1+1"}), layout)
    assert "=1+1" in sheet.cells.values()


@pytest.mark.parametrize(
    ("key", "typed", "written"),
    [
        ("goal", (0.8, "0%"), 0.8),
        ("goal", (46058, "d-mmm-yy"), date(2026, 2, 5)),
        ("name", (12, "General"), 12.0),
        ("registered_on", (5, "General"), 5.0),
        ("figure", ("=1/4", "0.00%"), "=1/4"),
        ("registered_on", ("=DATE(2026,2,5)", "dd/mm/yyyy"), "=DATE(2026,2,5)"),
    ],
)
def test_a_number_comes_back_as_it_was_shown(
    tmp_path: Path, layout: Layout, key: str, typed: tuple[Any, str], written: Any
) -> None:
    """Excel makes a text of a number that is written into a cell of the format “text”."""
    kept = copied(tmp_path, layout, {f"{key} 0": typed})
    sheet, lost = restored(kept, layout)
    at = (layout.first_row, 1 + tuple(kept.plan.by_key).index(key))
    assert (sheet.cells[at], sheet.formats[at, at], lost) == (written, typed[1], 0)


def test_a_day_that_looks_as_the_pc_wants_comes_back_by_the_name_that_excel_has_for_that(
    tmp_path: Path, layout: Layout
) -> None:
    kept = copied(tmp_path, layout, {"goal 0": (46058, "mm-dd-yy")})
    assert list(kept.codes.values()) == ["m/d/yyyy"]


def test_an_error_value_comes_back(tmp_path: Path, layout: Layout) -> None:
    sheet, lost = restored(copied(tmp_path, layout, {"goal 1": "#N/A"}), layout)
    assert ("#N/A" in sheet.cells.values(), lost) == (True, 0)


def test_a_text_like_a_formula_comes_back_as_text(tmp_path: Path, layout: Layout) -> None:
    def text(book) -> None:
        sheet = book[MODELS]
        sheet["B4"] = "=không phải công thức"
        sheet["B4"].data_type = "s"

    path = worked_on(tmp_path / "so.xlsx", ROWS, text)
    kept = {one.plan.key: one for one in kept_cells(path, layout)}["models"]
    assert kept.formulas == {}
    assert kept.rows[0][1] == "=không phải công thức"


@pytest.mark.parametrize(
    "typed",
    [
        ArrayFormula("Q4", "=SUM(R4:R5*2)"),
        "=[1]Sheet1!A1",
        '=_xlfn.TEXTJOIN(",",TRUE,B4,B5)',
        "=dvk_models[[#This Row],[Mã]]",
    ],
    ids=["array", "other file", "newer function", "refused"],
)
def test_a_formula_that_cannot_be_written_is_counted_and_its_value_stays(
    tmp_path: Path, layout: Layout, typed: Any
) -> None:
    sheet, lost = restored(copied(tmp_path, layout, {"goal 0": typed}), layout)
    assert lost == 1
    assert not [one for one in sheet.cells.values() if str(one).startswith("=")]


def test_another_fault_than_a_refused_formula_is_not_hidden(
    tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise ConnectionError

    kept = copied(tmp_path, layout, {"figure 0": "=1+1"})
    monkeypatch.setattr("tests.sheet_of_cells.Area.formula", property(None, busy))
    with pytest.raises(ConnectionError):
        restored(kept, layout)


def test_hours_beyond_a_day_are_handed_over_as_days() -> None:
    assert cell(timedelta(hours=30)) == 1.25


def test_excel_fills_no_formula_down_meanwhile_and_does_so_again_afterwards() -> None:
    correct = SimpleNamespace(AutoFillFormulasInLists=True)

    def failing() -> None:
        with nothing_filled_down(SimpleNamespace(api=SimpleNamespace(AutoCorrect=correct))):
            assert correct.AutoFillFormulasInLists is False
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert correct.AutoFillFormulasInLists is True


def test_a_damaged_copy_takes_no_files_place(tmp_path: Path, layout: Layout) -> None:
    path = worked_on(tmp_path / "so.xlsx", ROWS, lambda _: None)
    before = path.read_bytes()
    copy = tmp_path / "ban-luu.xlsx"
    copy.write_bytes(before[:-30])
    port = FileBook(path, layout, lambda _: None, lambda *_: None)
    with pytest.raises(DvkError):
        port.restore(copy)
    assert path.read_bytes() == before
