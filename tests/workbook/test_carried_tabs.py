"""Carrying over, tab by tab: those of the office come back; what of a sheet stays behind is told."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from pyopenvba import ExcelFile

from dvk_office.core.findings import DvkError
from dvk_office.rules.layout import Layout
from dvk_office.workbook.addresses import column_letter
from dvk_office.workbook.carried_book import CarriedBook
from dvk_office.workbook.carried_tabs import new_titles
from dvk_office.workbook.container import open_container
from dvk_office.workbook.entries import carried_book
from tests.workbook.breaking import Good
from tests.workbook.carried import MODELS, carried, worked_on

MASTER = Path(__file__).resolve().parents[2] / "workbooks" / "dvk-2026.xlsm"
ROWS = [{"code": "MH01", "name": "Đường hoa"}, {"code": "MH02", "name": "Nhà sạch"}]


@pytest.fixture
def office(tmp_path: Path):
    return lambda change, own=(): worked_on(tmp_path / "cu.xlsx", ROWS, change, own)


def test_an_own_tab_keeps_numbers_as_shown_merged_cells_and_whether_it_is_hidden(
    office, layout: Layout
) -> None:
    def change(book) -> None:
        tab = book.create_sheet("Việc riêng")
        tab["A1"], tab["B2"] = 0.25, "gộp"
        tab["A1"].number_format = "0.0%"
        tab.merge_cells("B2:C3")
        tab.column_dimensions["A"].width = 33
        tab.row_dimensions[2].height = 45
        tab.sheet_state = "hidden"

    new = load_workbook(carried(office(change), layout)[2])["Việc riêng"]
    assert (new["A1"].value, new["A1"].number_format) == (0.25, "0.0%")
    assert (new["B2"].value, str(*new.merged_cells.ranges)) == ("gộp", "B2:C3")
    assert abs(new.column_dimensions["A"].width - 33) < 0.05
    assert (new.row_dimensions[2].height, new.sheet_state) == (45, "hidden")


def test_what_an_own_tab_hides_stays_hidden(office, layout: Layout) -> None:
    def change(book) -> None:
        tab = book.create_sheet("Việc riêng")
        tab["A1"], tab["C3"] = "hiện", "ẩn"
        tab.column_dimensions["C"].hidden = True
        tab.row_dimensions[3].hidden = True

    new = load_workbook(carried(office(change), layout)[2])["Việc riêng"]
    assert (new.column_dimensions["C"].hidden, new.row_dimensions[3].hidden) == (True, True)
    assert not new.column_dimensions["A"].hidden
    assert not new.row_dimensions[1].hidden


def test_an_own_column_keeps_its_width_and_whether_it_is_hidden(office, layout: Layout) -> None:
    first = len(layout.by_key["models"].columns) + 1
    letters = [column_letter(first + number) for number in range(3)]

    def change(book) -> None:
        for number, letter in enumerate(letters):
            book[MODELS][f"{letter}{layout.first_row}"] = number
        book[MODELS].column_dimensions[letters[0]].width = 40
        book[MODELS].column_dimensions[letters[1]].hidden = True

    _, told, path = carried(office(change), layout)
    wide, hidden, usual = (load_workbook(path)[MODELS].column_dimensions[one] for one in letters)
    assert (round(wide.width), hidden.hidden, round(usual.width)) == (40, True, 17)
    assert told == {}


def test_a_column_of_ours_that_somebody_hid_is_told(office, layout: Layout) -> None:
    def change(book) -> None:
        book[MODELS].column_dimensions["B"].hidden = True

    told = carried(office(change), layout)[1]
    assert "1 cột đang ẩn (B)" in told["MANG-008"].message


def test_a_sheet_that_is_a_chart_is_told(office, layout: Layout) -> None:
    def change(book) -> None:
        book.create_chartsheet("Biểu đồ").add_chart(BarChart())

    entries, told, _ = carried(office(change), layout)
    assert entries.tabs == ()
    assert told["MANG-009"].place.tab == "Biểu đồ"


def test_a_second_tab_of_the_same_sheet_is_kept_as_the_offices(office, layout: Layout) -> None:
    def change(book) -> None:
        book[MODELS].title = layout.by_key["models"].also[0]
        book.create_sheet(MODELS)["A1"] = "bản chép"

    entries, told, _ = carried(office(change), layout)
    assert entries.rows["models"] == ROWS
    assert [(tab.title, tab.cells) for tab in entries.tabs] == [
        ("Mô hình (2)", {(0, 0): "bản chép"})
    ]
    assert told["MANG-016"].place.tab == MODELS


def test_a_sheet_that_lost_its_headers_loses_nothing_else(office, layout: Layout) -> None:
    entries, told, new = carried(
        office(lambda book: book[MODELS].delete_rows(layout.header_row)), layout
    )
    assert "models" not in entries.rows
    assert load_workbook(new)["Mô hình (2)"].cell(layout.header_row, 2).value == "Đường hoa"
    assert "MANG-016" in told


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Việc riêng"], ["Việc riêng"]),
        (["MÔ HÌNH", "mô hình (2)"], ["MÔ HÌNH (2)", "mô hình (2) (2)"]),
        (["a" * 40, "a" * 41], ["a" * 31, f"{'a' * 27} (2)"]),
        (["'a/b'"], ["a b"]),
    ],
)
def test_a_tab_gets_a_name_that_excel_takes(titles: list[str], expected: list[str]) -> None:
    """31 letters, none of []:*?/ and backslash, no apostrophe at an end: Microsoft, "Rename a worksheet"."""
    assert list(new_titles(titles, [MODELS]).values()) == expected


def test_what_the_office_formatted_itself_is_told_sort_by_sort(office, layout: Layout) -> None:
    def change(book) -> None:
        sheet = book[MODELS]
        sheet["B4"].font, sheet["C5"].number_format = Font(bold=True, color="FF0000"), "0.000"
        sheet["B60"].fill = PatternFill("solid", fgColor="FFFF00")
        sheet["B5"] = CellRichText("Nhà ", TextBlock(InlineFont(b=True), "sạch"))
        sheet["Q4"], sheet["Q4"].hyperlink = "xem", "https://example.org"
        sheet.merge_cells("B8:C8")
        sheet.column_dimensions["B"].width = 77
        sheet.row_dimensions[5].height = 77
        sheet.row_dimensions[9].hidden = True
        red = CellIsRule(operator="equal", formula=['"x"'], fill=PatternFill(bgColor="FF00FF"))
        sheet.conditional_formatting.add("B4:B50", red)
        rule = DataValidation(type="list", formula1='"a,b"', sqref="AG4")
        sheet.add_data_validation(rule)

    told = carried(office(change), layout)[1]
    assert set(told) == {"MANG-008"}
    assert told["MANG-008"].place.tab == MODELS
    message = told["MANG-008"].message
    assert "của 3 ô (B4, C5, B60)" in message
    for part in (
        "cột (B)", "dòng (5)", "(B8:C8)", "(9)", "(Q4)", "(B5)", "(B4:B50)", "(AG4)",
    ):  # fmt: skip
        assert part in message


def test_a_workbook_as_it_was_built_has_no_formatting_of_the_offices(
    office, layout: Layout
) -> None:
    assert carried(office(lambda _: None, own=("Riêng",)), layout)[1] == {}


def test_words_above_the_headers_and_over_formulas_are_told(office, layout: Layout) -> None:
    def change(book) -> None:
        sheet = book[MODELS]
        sheet["H1"], sheet["D4"] = "In lần 2", "gõ tay"

    told = carried(office(change), layout)[1]
    assert {code: one.message.partition("(")[2][:2] for code, one in told.items()} == {
        "MANG-012": "H1",
        "MANG-015": "D4",
    }


def test_pictures_and_charts_are_counted(office, layout: Layout) -> None:
    def change(book) -> None:
        for anchor in ("A20", "A40"):
            chart = BarChart()
            chart.add_data(Reference(book[MODELS], min_col=1, min_row=4, max_row=5))
            book[MODELS].add_chart(chart, anchor)

    told = carried(office(change), layout)[1]["MANG-004"]
    assert told.message.startswith("2 hình")


def macros_of(path: Path, layout: Layout) -> list[str]:
    told = CarriedBook(open_container(path), layout).notes()
    return [one.message for one in told if one.code == "MANG-014"]


def test_our_own_macros_are_no_macros_of_the_office(layout: Layout) -> None:
    assert macros_of(MASTER, layout) == []


@pytest.mark.parametrize(
    ("module", "named"),
    [
        ("SheetModels", "SheetModels «Mô hình»"),
        ("ThisWorkbook", "ThisWorkbook"),
        ("Module1", "Module1"),
    ],
)
def test_a_macro_of_the_office_is_told_with_its_module(
    tmp_path: Path, layout: Layout, module: str, named: str
) -> None:
    path = tmp_path / "so.xlsm"
    with ExcelFile(MASTER) as file:
        source = "Public Sub Rieng()\r\nEnd Sub\r\n"
        if module == "Module1":
            file.vba_project().add_module(module, source)
        else:
            file.set_module(module, source)
        file.save(path)
    (told,) = macros_of(path, layout)
    assert f"({named})" in told


def test_macros_that_cannot_be_read_are_told(tmp_path: Path, layout: Layout) -> None:
    good = Good(MASTER.read_bytes(), "")
    path = tmp_path / "so.xlsm"
    path.write_bytes(good.packed({"xl/vbaProject.bin": b"x" * 4000}))
    (told,) = macros_of(path, layout)
    assert "xl/vbaProject.bin" in told


def test_a_workbook_that_openpyxl_cannot_read_is_one_finding(office, layout: Layout) -> None:
    path = office(lambda _: None)
    good = Good(path.read_bytes(), "")
    path.write_bytes(good.edited("xl/styles.xml", b"<fills", b'<fills bogus="1"><fill><x/></fill'))
    with pytest.raises(DvkError) as told:
        carried_book(path, layout)
    assert told.value.finding.code == "MANG-010"
