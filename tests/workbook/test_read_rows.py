"""Rows keep Excel's numbers: blank ones, gaps, hidden, filtered and merged ones, and rows that are not entries."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from tests.workbook import written
from tests.workbook.written import BLANK, Content, headers, sheet, table

KEYS = ("code", "name", "registrant", "field", "origin")


def read(
    path: Path,
    layout: Layout,
    cells: Mapping[str, Content],
    rows: Mapping[int, str] | None = None,
    after: str = "",
) -> tuple[Book, list[tuple[str, str]]]:
    """A sheet of models, headers in row 3, with these cells; what was found there but missing columns."""
    head = table(3, [headers(layout, "models", *KEYS)])
    source = sheet({**head, **cells}, rows=rows, after=after)
    book, found = written.read(path, layout, "models", source)
    return book, [one for one in found if one[1] != "O-044"]


def codes(book: Book) -> list[tuple[int, str]]:
    return [(model.row, model.text("code")) for model in book["models"]]


def test_blank_rows_keep_their_place_and_rows_below_a_gap_are_read(
    tmp_path: Path, layout: Layout
) -> None:
    cells: dict[str, Content] = {"A4": "MH01", "A6": "MH02", "A907": "MH03"}
    book, found = read(tmp_path / "so.xlsx", layout, cells)
    assert codes(book) == [(4, "MH01"), (6, "MH02"), (907, "MH03")]
    assert found == []


@pytest.mark.parametrize("nothing", ["", "   ", "\u00a0", "\u200b\n "])
@pytest.mark.req("R-183")
def test_a_row_of_what_cannot_be_seen_is_blank(
    tmp_path: Path, layout: Layout, nothing: str
) -> None:
    book, found = read(tmp_path / "so.xlsx", layout, {"A4": "MH01", "A5": nothing, "B5": nothing})
    assert (codes(book), found) == ([(4, "MH01")], [])


def test_nought_and_a_false_tick_are_no_blanks(tmp_path: Path, layout: Layout) -> None:
    head = {"F3": "Con số năm nay", "G3": "Vấn đề ưu tiên"}
    book, _ = read(tmp_path / "so.xlsx", layout, {**head, "F4": 0, "G5": False})
    assert [(model.row, model.number("figure")) for model in book["models"]] == [(4, 0), (5, None)]
    assert book["models"][1].ticked("priority") is False


def test_a_row_that_holds_only_the_offices_own_columns_is_no_entry(
    tmp_path: Path, layout: Layout
) -> None:
    own: dict[str, Content] = {"F3": "Ghi của cơ quan", "F4": "x", "F5": "y", "A5": "MH01"}
    book, found = read(tmp_path / "so.xlsx", layout, own)
    assert (codes(book), found) == ([(5, "MH01")], [])


def test_cells_that_are_only_formatted_are_blank_wherever_they_are(
    tmp_path: Path, layout: Layout
) -> None:
    cells: dict[str, Content] = {"A4": "MH01", "A5": BLANK, "XFD1048576": BLANK}
    book, found = read(tmp_path / "so.xlsx", layout, cells)
    assert (codes(book), found) == ([(4, "MH01")], [])


@pytest.mark.parametrize(
    "hidden", ['hidden="1"', 'hidden="true"', 'ht="15" hidden="1" outlineLevel="1"']
)
def test_hidden_and_filtered_rows_are_read_and_counted_in_one_note(
    tmp_path: Path, layout: Layout, hidden: str
) -> None:
    cells: dict[str, Content] = {"A4": "MH01", "A5": "MH02", "A6": "MH03", "A7": "MH04"}
    rows = {5: hidden, 7: hidden, 9: hidden}
    book, found = read(tmp_path / "so.xlsx", layout, cells, rows)
    assert [number for number, _ in codes(book)] == [4, 5, 6, 7]
    assert found == [("Mô hình", "O-031")]


def test_rows_that_are_shown_are_not_hidden(tmp_path: Path, layout: Layout) -> None:
    rows = {4: 'hidden="false"', 5: 'hidden="0"'}
    _, found = read(tmp_path / "so.xlsx", layout, {"A4": "MH01", "A5": "MH02"}, rows)
    assert found == []


def merged(*areas: str) -> str:
    return f"<mergeCells>{''.join(f'<mergeCell ref={area!r}/>' for area in areas)}</mergeCells>"


@pytest.mark.parametrize(
    ("area", "at"), [("A4:A6", "A4"), ("B5:C5", "B5"), ("A4:E5", "A4"), ("D6:D20", "D6")]
)
def test_merged_cells_among_the_entries_are_named(
    tmp_path: Path, layout: Layout, area: str, at: str
) -> None:
    cells: dict[str, Content] = {"A4": "MH01", "B5": "Hoa", "A6": "MH03"}
    _, found = read(tmp_path / "so.xlsx", layout, cells, after=merged(area))
    assert found == [(at, "O-027")]


@pytest.mark.parametrize("area", ["A1:E1", "A2:E3", "F4:H5", "A7:E7", "B4:B4"])
def test_merged_cells_elsewhere_are_nobodys_business(
    tmp_path: Path, layout: Layout, area: str
) -> None:
    cells: dict[str, Content] = {"A4": "MH01", "A5": "MH02", "A6": "MH03"}
    _, found = read(tmp_path / "so.xlsx", layout, cells, after=merged(area))
    assert found == []


def test_rows_may_come_in_any_order_and_without_their_addresses(
    tmp_path: Path, layout: Layout
) -> None:
    head = "".join(
        f'<c t="inlineStr"><is><t>{one}</t></is></c>' for one in headers(layout, "models", *KEYS)
    )
    one, two = (f'<c t="inlineStr"><is><t>MH0{n}</t></is></c>' for n in (1, 2))
    lines = f'<row r="6">{two}</row><row r="3">{head}</row><row>{one}</row>'
    source = sheet({}).replace("<sheetData>", f"<sheetData>{lines}")
    book, _ = written.read(tmp_path / "so.xlsx", layout, "models", source)
    assert codes(book) == [(4, "MH01"), (6, "MH02")]
