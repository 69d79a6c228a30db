"""An appendix as Excel opens it: its paper, its texts as text, its rows as high as their text."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dvk_office.workbook.appendix import appendix_workbook
from dvk_office.workbook.appendix_page import Page, PageColumn, PageGroup
from dvk_office.workbook.appendix_table import CELL_LIMIT, parts

HIGHEST = 409.0  # points; Excel draws no higher row
NASTY = (
    "=cmd()",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1)",
    "{{ x }}",
    "A & B < C > \"D\" 'E'",
    "]]>",
    "_x0041_",
    "http://vi.du/x",
    "0012",
    "Một\nHai\n\nBa",
    "  đầu và cuối  ",
    "Tổ dân vận 🌾",
)
PAGE = Page(
    tab="Phụ lục 01",
    name="Phụ lục 01 - Biểu tổng hợp",
    year=2026,
    left=(("superior", "ĐẢNG BỘ THÀNH PHỐ HẢI VÂN"), ("issuer", "ĐẢNG ỦY XÃ AN PHÚ")),
    right=(("motto", "ĐẢNG CỘNG SẢN VIỆT NAM"),),
    titles=(
        ("title", "PHỤ LỤC 01"),
        ("title", "BIỂU TỔNG HỢP"),
        ("attached", "(Kèm theo Báo cáo)"),
    ),
    columns=(
        PageColumn("TT", 4, "center"),
        PageColumn("Tên mô hình", 20, "left"),
        PageColumn("Loại", 10, "center"),
    ),
    groups=(
        PageGroup("I. KINH TẾ", ((1, "Đường hoa", "Mới"), (2, "Chợ sạch", "")), "Cộng I: 02"),
        PageGroup("II. VĂN HÓA", (), "Cộng II: 0"),
    ),
    closing="Tổng số: 02 mô hình.",
    maker="NGƯỜI LẬP BIỂU",
    signer=(("authority", "T/M BAN THƯỜNG VỤ\n"), ("post", "BÍ THƯ\n\n\n"), ("name", "Lê Tâm")),
    footer="Trang &P/&N",
)


def opened(page: Page = PAGE) -> Worksheet:
    sheet = load_workbook(BytesIO(appendix_workbook(page)), rich_text=False).active
    assert isinstance(sheet, Worksheet)
    return sheet


def with_texts(*texts: str) -> Page:
    rows = tuple((n, text, "") for n, text in enumerate(texts, 1))
    return replace(PAGE, groups=(PageGroup("I. KINH TẾ", rows, "Cộng I"),))


def first_column(sheet: Worksheet) -> list[object]:
    return [row[0].value for row in sheet.iter_rows() if row[0].value is not None]


def rows_of(sheet: Worksheet) -> list[tuple[object, ...]]:
    """The rows that begin with a number, without it."""
    rows = (tuple(cell.value for cell in row) for row in sheet.iter_rows())
    return [row[1:] for row in rows if isinstance(row[0], int)]


def height(sheet: Worksheet, number: int) -> float:
    """The room of the row that begins with `number`, all its sheet rows together."""
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == number)
    area = next((one for one in sheet.merged_cells.ranges if one.min_row == row), None)
    last = area.max_row if area else row
    return sum(sheet.row_dimensions[one].height for one in range(row, last + 1))


@pytest.mark.req("R-170")
def test_the_paper_is_a4_landscape_one_page_wide_with_its_header_on_every_page() -> None:
    sheet = opened()
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize), setup.fitToWidth or 1) == ("landscape", 9, 1)
    assert int(setup.fitToHeight) == 0
    header = next(row[0].row for row in sheet.iter_rows() if row[0].value == "TT")
    assert sheet.print_title_rows == f"${header}:${header}"
    assert "&P/&N" in sheet.oddFooter.center.text


@pytest.mark.req("R-051", "R-170")
def test_groups_stand_with_heading_rows_and_subtotal_before_the_closing_line() -> None:
    shown = first_column(opened())
    start = shown.index("TT")
    assert shown[start:] == [
        "TT", "I. KINH TẾ", 1, 2, "Cộng I: 02", "II. VĂN HÓA", "Cộng II: 0",
        "Tổng số: 02 mô hình.", "NGƯỜI LẬP BIỂU",
    ]  # fmt: skip


def test_heads_and_titles_stand_above_the_table() -> None:
    shown = first_column(opened())
    assert shown[:5] == [
        "ĐẢNG BỘ THÀNH PHỐ HẢI VÂN", "ĐẢNG ỦY XÃ AN PHÚ", "PHỤ LỤC 01", "BIỂU TỔNG HỢP",
        "(Kèm theo Báo cáo)",
    ]  # fmt: skip


def test_both_signatures_stand_in_one_row() -> None:
    sheet = opened()
    last = [cell.value for cell in sheet[sheet.max_row] if cell.value]
    assert last == ["NGƯỜI LẬP BIỂU", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n\nLê Tâm"]


def test_every_letter_is_times_new_roman() -> None:
    names = {cell.font.name for row in opened().iter_rows() for cell in row if cell.value}
    assert names == {"Times New Roman"}


def test_two_runs_give_the_same_bytes() -> None:
    assert appendix_workbook(PAGE) == appendix_workbook(PAGE)


@pytest.mark.req("R-188")
@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_value_stands_as_it_is_typed_and_as_text(text: str) -> None:
    sheet = opened(with_texts(text))
    assert rows_of(sheet) == [(text, None)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s", "n"}


@pytest.mark.req("R-188")
def test_no_formula_and_no_link_is_in_the_file() -> None:
    with ZipFile(BytesIO(appendix_workbook(with_texts(*NASTY)))) as package:
        part = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in part
    assert "hyperlink" not in part


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_text_stands_as_it_is(text: str) -> None:
    assert rows_of(opened(with_texts(text))) == [(text, None)]


@pytest.mark.req("R-188")
def test_the_longest_cell_stands_whole_in_rows_that_a_page_can_hold() -> None:
    text = ("Tuyến đường hoa & cây xanh. " * 1200)[:CELL_LIMIT]
    sheet = opened(with_texts(text))
    assert rows_of(sheet) == [(text, None)]
    assert all((one.height or 0) < HIGHEST for one in sheet.row_dimensions.values())


@pytest.mark.req("R-188")
def test_what_no_cell_can_hold_goes_on_in_the_row_below() -> None:
    text = "a" * CELL_LIMIT + "b"
    sheet = opened(with_texts(text))
    column = [row[1].value for row in sheet.iter_rows() if row[1].value]
    assert column[1:] == ["a" * CELL_LIMIT, "b"]


@given(st.text("ab \n🌾", min_size=CELL_LIMIT // 200, max_size=CELL_LIMIT // 100))
def test_the_parts_of_a_text_are_the_text_and_each_fits(text: str) -> None:
    long = text * 250
    found = list(parts(long))
    assert all(len(one.encode("utf-16-le")) <= CELL_LIMIT * 2 for one in found)
    assert "".join(found).replace("\n", "") == long.replace("\n", "")


def test_a_text_is_parted_at_a_line_break_where_there_is_one() -> None:
    first, second = "a" * (CELL_LIMIT - 10), "b" * 20
    assert list(parts(f"{first}\n{second}")) == [first, second]


@pytest.mark.req("R-188")
def test_a_row_is_as_high_as_its_longest_text() -> None:
    short, long = "Đường hoa", "Đường hoa và cây xanh do Nhân dân tự quản. " * 12
    sheet = opened(with_texts(short, long, "Một\nHai\nBa"))
    line = 11 * 1.149  # points: the height of a line of this font in these letters
    assert height(sheet, 1) >= line
    assert height(sheet, 2) >= len(long) * 0.36 * 11 / (20 * 7 * 0.75) * line
    assert height(sheet, 3) >= 3 * line
    assert height(sheet, 1) < height(sheet, 3) < height(sheet, 2)
