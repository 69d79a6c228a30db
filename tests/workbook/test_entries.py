"""Entries in, entries out: what was typed in a workbook stands in the one that is built from it."""

from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.comments import Comment

from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.build_cells import Raw
from dvk_office.workbook.entries import Entries, OwnTab, read_entries
from dvk_office.workbook.reader import read_book

MODELS = [
    {"code": "MH01", "name": "Đường hoa", "registrant": "CT01", "figure": 12.5},
    {},
    {"code": "MH02", "name": "=cmd()", "registered_on": date(2026, 2, 5)},
]
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1
)
WORDS = TEXT.filter(lambda text: text.strip() == text and "_x" not in text)
CELL = st.one_of(
    WORDS,
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.sampled_from([time(7, 30), time(13, 0), time(16, 45), timedelta(hours=30)]),
)


@pytest.fixture
def made(layout: Layout, rules: Rules, tmp_path: Path):
    """The file built from rows of models, its own columns among them."""

    def build(rows, own=(), tabs=(), name="so.xlsx") -> Path:
        entries = Entries({"models": rows}, {"models": own}, tabs, ())
        path = tmp_path / name
        build_workbook(entries.layout(layout), rules, entries.rows, path, tabs=tabs)
        return path

    return build


def opened(path: Path, change) -> Path:
    """The same file after somebody changed it in a spreadsheet program."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_cells_and_blank_rows_come_back_as_they_were(made, layout: Layout) -> None:
    assert read_entries(made(MODELS), layout).rows["models"] == MODELS


def test_a_text_like_a_formula_stays_a_text(made, layout: Layout) -> None:
    assert read_entries(made(MODELS), layout).rows["models"][2]["name"] == "=cmd()"


def test_the_offices_own_column_comes_after_ours_with_its_header(made, layout: Layout) -> None:
    rows = [{**MODELS[0], "own_0": "ghi riêng"}]
    path = made(rows, own=("Cột riêng",))
    found = read_entries(path, layout)
    assert (found.own["models"], found.rows["models"]) == (("Cột riêng",), rows)
    again = read_entries(made(found.rows["models"], found.own["models"], name="moi.xlsx"), layout)
    assert (again.own["models"], again.rows["models"]) == (("Cột riêng",), rows)


def test_a_second_column_under_one_of_our_headers_is_kept_as_their_own(
    made, layout: Layout
) -> None:
    def add(book) -> None:
        sheet = book["Mô hình"]
        at = sheet.max_column + 1
        sheet.cell(layout.header_row, at, "Tên mô hình")
        sheet.cell(layout.first_row, at, "tên khác")

    found = read_entries(opened(made(MODELS), add), layout)
    assert found.own["models"] == ("Tên mô hình*",)
    assert found.rows["models"][0]["own_0"] == "tên khác"


def test_an_own_column_without_a_header_is_kept_under_its_letter(made, layout: Layout) -> None:
    def add(book) -> None:
        sheet = book["Mô hình"]
        sheet.cell(layout.first_row, sheet.max_column + 1, "chữ lẻ")

    found = read_entries(opened(made(MODELS), add), layout)
    assert len(found.own["models"]) == 1
    assert found.rows["models"][0]["own_0"] == "chữ lẻ"


def test_the_offices_own_tab_comes_back_cell_by_cell(made, layout: Layout) -> None:
    def add(book) -> None:
        sheet = book.create_sheet("Việc riêng")
        sheet["B2"], sheet["C5"] = "mua sắm", 15

    (tab,) = read_entries(opened(made(MODELS), add), layout).tabs
    assert (tab.title, tab.cells) == ("Việc riêng", {(1, 1): "mua sắm", (4, 2): 15})
    (again,) = read_entries(made(MODELS, tabs=(tab,), name="moi.xlsx"), layout).tabs
    assert (again.title, again.cells) == (tab.title, tab.cells)


def test_a_formula_stays_a_formula_where_columns_stand_in_their_places(
    made, layout: Layout
) -> None:
    def add(book) -> None:
        letter = layout.by_key["models"].letters["figure"]
        book["Mô hình"][f"{letter}{layout.first_row}"] = "=6*2"

    found = read_entries(opened(made(MODELS), add), layout).rows["models"][0]["figure"]
    assert found == Raw("=6*2", formula=True, value=None)


def test_a_formula_in_a_moved_column_becomes_its_value_and_is_told(made, layout: Layout) -> None:
    def add(book) -> None:
        letter = layout.by_key["models"].letters["figure"]
        sheet = book["Mô hình"]
        sheet[f"{letter}{layout.first_row}"] = "=6*2"
        sheet.insert_rows(1)

    found = read_entries(opened(made(MODELS), add), layout)
    assert found.rows["models"][0]["figure"] == Raw("=6*2")
    assert [note.code for note in found.notes] == ["MANG-001"]


def test_an_error_value_becomes_a_text_and_is_told(made, layout: Layout) -> None:
    def add(book) -> None:
        letter = layout.by_key["models"].letters["goal"]
        book["Mô hình"][f"{letter}{layout.first_row}"] = "#REF!"

    found = read_entries(opened(made(MODELS), add), layout)
    assert found.rows["models"][0]["goal"] == Raw("#REF!")
    assert [note.code for note in found.notes] == ["MANG-002"]


def test_a_note_at_a_cell_is_told_with_its_cell(made, layout: Layout) -> None:
    def add(book) -> None:
        book["Mô hình"]["B4"].comment = Comment("hỏi lại", "cán bộ")

    (note,) = read_entries(opened(made(MODELS), add), layout).notes
    assert (note.code, note.place.cell) == ("MANG-003", "B4")


def test_a_missing_tab_has_no_rows(made, layout: Layout) -> None:
    path = opened(made(MODELS), lambda book: book.remove(book["Đoàn thẩm định"]))
    assert "team" not in read_entries(path, layout).rows


PLACES = st.tuples(st.integers(0, 9), st.integers(0, 6))
LINE = st.lists(st.none() | CELL, min_size=5, max_size=5)


@settings(max_examples=8, deadline=None)  # a book takes its time, what is typed in it takes none
@given(
    st.integers(0, 30).flatmap(lambda size: st.lists(LINE, min_size=size, max_size=size)),
    st.integers(1, 40).flatmap(
        lambda size: st.dictionaries(PLACES, CELL, min_size=size, max_size=size)
    ),
)
def test_whatever_is_typed_comes_back(lines, cells) -> None:
    rules = load_year(latest_year())
    layout = load_layout(rules)
    keys = ("name", "goal", "drop_reason", "own_0", "own_1")
    rows = [
        {key: value for key, value in zip(keys, line, strict=True) if value is not None}
        for line in lines
    ]
    rows.append({"own_1": "cuối"})
    own, tab = ("Riêng", "Riêng hai"), OwnTab("Việc riêng", cells, {})
    entries = Entries({"models": [{"own_0": 1}, *rows]}, {"models": own}, (tab,), ())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        build_workbook(entries.layout(layout), rules, entries.rows, path, tabs=entries.tabs)
        found = read_entries(path, layout)
    assert (found.rows["models"], found.own["models"]) == (entries.rows["models"], own)
    assert [(one.title, one.cells) for one in found.tabs] == [("Việc riêng", cells)]
    assert {one.code for one in found.notes} == {"MANG-005"}


def test_the_records_of_a_book_built_again_are_the_same(
    layout: Layout, rules: Rules, tmp_path: Path
) -> None:
    sample = Path(__file__).resolve().parents[2] / "samples" / f"so-mau-{rules.year}.xlsx"
    entries = read_entries(sample, layout)
    build_workbook(entries.layout(layout), rules, entries.rows, tmp_path / "moi.xlsx")
    (old, _), (new, _) = read_book(sample, layout), read_book(tmp_path / "moi.xlsx", layout)
    for key in (
        sheet.key for sheet in layout.sheets if sheet.role == "entry" and sheet.key != "settings"
    ):
        assert [(one.row, one.values) for one in new[key]] == [
            (one.row, one.values) for one in old[key]
        ]
