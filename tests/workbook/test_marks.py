"""The name of a cell in the list of findings: by identity and header, by number only where there is no other way."""

from datetime import date, datetime

import pytest

from dvk_office.core.findings import finding
from dvk_office.core.records import Book, Place
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.marks import CellNames, cell_names
from dvk_office.workbook.reader import read_book

CONTENT = {
    "models": [
        {"code": "MH01", "name": "Một"},
        {"code": "MH02", "name": "Hai"},
        {"code": "mh02", "name": "Hai nữa"},
        {"name": "Chưa có mã"},
    ],
    "progress": [{"model": "MH01", "as_of": date(2026, 6, 20)}],
}


@pytest.fixture(scope="module")
def read(
    layout: Layout, rules: Rules, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CellNames, Book]:
    path = tmp_path_factory.mktemp("dấu") / "sổ.xlsx"
    build_workbook(layout, rules, CONTENT, path)
    book, _ = read_book(path, layout)
    return cell_names(path, book, layout, ["models", "progress"]), book


def _mark(read: tuple[CellNames, Book], sheet: str, row: int, letter: str) -> str:
    names, book = read
    place = Place(sheet, book.sheets[sheet].heading.tab, row, "", letter)
    return names.mark(finding("O-001", place, column="x"))


def test_a_cell_is_named_by_its_row_s_identity_and_its_header(
    read: tuple[CellNames, Book],
) -> None:
    assert _mark(read, "models", 4, "B") == "models|MH01|Tên mô hình"


@pytest.mark.parametrize(("row", "name"), [(5, "MH02|#5"), (6, "mh02|#6"), (7, "|#7")])
def test_the_number_of_the_row_stands_where_the_identity_is_empty_or_double(
    read: tuple[CellNames, Book], row: int, name: str
) -> None:
    assert _mark(read, "models", row, "B") == f"models|{name}|Tên mô hình"


def test_a_day_is_named_by_its_number_as_excel_joins_it(read: tuple[CellNames, Book]) -> None:
    serial = (datetime(2026, 6, 20) - datetime(1899, 12, 30)).days  # noqa: DTZ001
    assert _mark(read, "progress", 4, "A").split("|")[:3] == ["progress", "MH01", str(serial)]


@pytest.mark.parametrize(("row", "letter"), [(0, ""), (999, "B"), (4, "ZZ")])
def test_what_is_no_cell_of_the_sheet_has_no_mark(
    read: tuple[CellNames, Book], row: int, letter: str
) -> None:
    assert _mark(read, "models", row, letter) == ""
