"""Carrying over, cell by cell: nothing typed is lost or becomes something else; what cannot stay is told."""

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

from dvk_office.rules.layout import Layout
from dvk_office.workbook.build_cells import Raw, Shown
from dvk_office.workbook.carried_cells import LONGEST_TEXT, Formulas
from tests.workbook.breaking import Good
from tests.workbook.carried import MODELS, carried, worked_on

ROWS = [{"code": "MH01", "name": "Đường hoa"}, {"code": "MH02", "name": "Nhà sạch"}]


@pytest.fixture
def office(tmp_path: Path):
    """The workbook of an office after `change`."""
    return lambda change, own=(): worked_on(tmp_path / "cu.xlsx", ROWS, change, own)


def at(layout: Layout, key: str, row: int = 0) -> str:
    return f"{layout.by_key['models'].letters[key]}{layout.first_row + row}"


def beside(layout: Layout, column: int = 0) -> int:
    """The number of a column beside ours."""
    return len(layout.by_key["models"].columns) + 1 + column


def test_more_hours_than_a_day_has_stay_hours(office, layout: Layout) -> None:
    def change(book) -> None:
        cell = book[MODELS].cell(layout.first_row, beside(layout), timedelta(hours=30))
        cell.number_format = "[h]:mm"

    entries, _, new = carried(office(change), layout)
    assert entries.rows["models"][0]["own_0"] == Shown(timedelta(hours=30), "[h]:mm")
    written = load_workbook(new)[MODELS].cell(layout.first_row, beside(layout))
    assert (written.value, written.data_type) == (timedelta(hours=30), "d")


def test_a_text_longer_than_a_cell_holds_is_told_and_begins_as_it_did(
    office, layout: Layout
) -> None:
    """32,767 characters: Microsoft, "Excel specifications and limits"."""
    path = office(lambda book: book[MODELS].__setitem__(at(layout, "goal"), "QQQ"))
    good, long = Good(path.read_bytes(), ""), b"a" * (LONGEST_TEXT + 5)
    member = next(one for one, held in good.members.items() if b"QQQ" in held)
    path.write_bytes(good.edited(member, b"QQQ", long))
    entries, told, _ = carried(path, layout)
    assert entries.rows["models"][0]["goal"] == "a" * LONGEST_TEXT
    assert told["MANG-013"].place.cell == at(layout, "goal")


def test_a_number_that_no_cell_holds_becomes_a_text(office, layout: Layout) -> None:
    path = office(lambda book: book[MODELS].__setitem__(at(layout, "figure"), 987654321))
    good = Good(path.read_bytes(), "")
    member = next(one for one, held in good.members.items() if b"<v>987654321</v>" in held)
    path.write_bytes(good.edited(member, b"<v>987654321</v>", b"<v>1e999</v>"))
    assert carried(path, layout)[0].rows["models"][0]["figure"] == "inf"


def test_a_number_shown_as_a_day_that_no_calendar_holds_stays_a_number(
    office, layout: Layout
) -> None:
    def change(book) -> None:
        book[MODELS][at(layout, "goal")] = 99999999
        book[MODELS][at(layout, "goal")].number_format = "dd/mm/yyyy"

    kept = carried(office(change), layout)[0].rows["models"][0]["goal"]
    assert kept == Shown(99999999, "dd/mm/yyyy")


@pytest.mark.parametrize("last", ["#REF!", "=1+1"])
def test_a_last_row_without_any_value_is_carried(office, layout: Layout, last: str) -> None:
    """Calamine leaves out rows at the end that hold only errors or formulas without a result."""
    path = office(lambda book: book[MODELS].__setitem__(at(layout, "goal", 5), last))
    rows = carried(path, layout)[0].rows["models"]
    assert len(rows) == 6
    assert rows[5]["goal"].text == last


def test_an_own_column_of_formulas_alone_is_carried(office, layout: Layout) -> None:
    def change(book) -> None:
        book[MODELS].cell(layout.first_row, beside(layout), "=LEN(B4)")

    entries, told, _ = carried(office(change), layout)
    assert entries.rows["models"][0]["own_0"] == Raw("=LEN(B4)", formula=True)
    assert told == {}


def test_formulas_become_values_where_an_own_column_moves_up(office, layout: Layout) -> None:
    def change(book) -> None:
        book[MODELS].cell(layout.first_row, beside(layout, 2), "=LEN(B4)")

    entries, told, _ = carried(office(change), layout)
    assert entries.rows["models"][0]["own_0"] == Raw("=LEN(B4)")
    assert set(told) == {"MANG-001"}


def test_a_formula_that_looks_at_a_sheet_whose_columns_moved_becomes_its_value(
    office, layout: Layout
) -> None:
    def change(book) -> None:
        book["Chủ thể"].insert_cols(2)
        book[MODELS][at(layout, "goal")] = "='Chủ thể'!B4"
        book[MODELS][at(layout, "goal", 1)] = '="Chủ thể!"&B4'

    entries, told, _ = carried(office(change), layout)
    first, second = (row["goal"] for row in entries.rows["models"])
    assert (first.formula, second.formula) == (False, True)
    assert told["MANG-001"].place.cell == at(layout, "goal")


@pytest.mark.parametrize(
    "formula", ["=[1]Sheet1!A1", "='[1]Trang khác'!A1", "=RIENG", "=SUM(BangRieng[Số])"]
)
def test_a_formula_on_what_is_not_in_the_new_workbook_becomes_its_value(
    office, layout: Layout, formula: str
) -> None:
    """Excel offers to repair a file whose formulas name a file, a table or an area that it has not."""
    from openpyxl.workbook.defined_name import DefinedName

    def change(book) -> None:
        tab = book.create_sheet("Việc riêng")
        tab["A1"], tab["A2"], tab["C1"] = "Số", 5, formula
        tab.add_table(Table(displayName="BangRieng", ref="A1:A2"))
        book.defined_names["RIENG"] = DefinedName("RIENG", attr_text="[1]Sheet1!$A$1")

    entries, told, _ = carried(office(change), layout)
    assert entries.tabs[0].cells[0, 2] == Raw(formula)
    assert {"MANG-001", "MANG-011"} <= set(told)


def test_a_name_of_the_office_goes_with_the_formulas_that_use_it(office, layout: Layout) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    def change(book) -> None:
        book.create_sheet("Việc riêng")["A1"] = 5
        book.defined_names["so_rieng"] = DefinedName("so_rieng", attr_text="'Việc riêng'!$A$1")
        book[MODELS][at(layout, "figure")] = "=so_rieng*2"

    entries, told, new = carried(office(change), layout)
    assert entries.rows["models"][0]["figure"] == Raw("=so_rieng*2", formula=True)
    assert load_workbook(new).defined_names["so_rieng"].attr_text == "'Việc riêng'!$A$1"
    assert "MANG-011" not in told


def test_a_formula_of_an_array_stays_one(office, layout: Layout) -> None:
    def change(book) -> None:
        tab = book.create_sheet("Việc riêng")
        tab["A1"], tab["A2"] = 2, 3
        tab["C1"] = ArrayFormula("C1:C2", "=A1:A2*2")
        tab["C2"] = 6

    new = load_workbook(carried(office(change), layout)[2])["Việc riêng"]
    assert (new["C1"].value.ref, new["C1"].value.text) == ("C1:C2", "=A1:A2*2")
    assert new["C2"].value == 6


def test_headers_that_differ_by_case_alone_are_told_apart(office, layout: Layout) -> None:
    """The columns of a table have names that ignore case (Microsoft, "Overview of Excel tables")."""

    def change(book) -> None:
        for number, header in enumerate(("Ghi riêng", "GHI RIÊNG", "tên mô hình", 2025)):
            book[MODELS].cell(layout.header_row, beside(layout, number), header)
            book[MODELS].cell(layout.first_row, beside(layout, number), number)

    entries, _, new = carried(office(change), layout)
    headers = ("Ghi riêng", "GHI RIÊNG*", "tên mô hình*", "2025")
    assert entries.own["models"] == headers
    table = load_workbook(new)[MODELS].tables["dvk_models"]
    assert tuple(one.name for one in table.tableColumns)[-4:] == headers


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=SUM(A1:B2)", True),
        ("=dvk_models[[#This Row],[Mã]]", True),
        ("=Bang[[#This Row],[2025]]&Nay!A1", True),
        ("='Trang khác'!A1", False),
        ('="[1]Trang!"&A1', True),
        ("=[12]!ten", False),
        ("=cu+1", False),
        ("không", False),
    ],
)
def test_what_a_formula_names_decides_whether_it_is_kept(text: str, *, kept: bool) -> None:
    formulas = Formulas(steady=True, tabs=frozenset({"nay"}), lost=frozenset({"cu"}))
    assert formulas.keeps(text, in_place=True) is kept
