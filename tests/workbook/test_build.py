"""A workbook that we build: the same bytes every time, and what Excel and the reader look for is in it."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from dvk_office import __version__
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.build_cells import Raw, cell_of

HOSTILE = ["=cmd()", "{{ x }}", "A & B < C", "]]>", "dòng 1\ndòng 2", "x" * 32767, "http://a.vn"]


def _content() -> dict[str, list[dict[str, object]]]:
    models: list[dict[str, object]] = [
        {"code": f"MH{n:02}", "name": text, "registrant": "CT01", "registered_on": date(2026, 2, 5)}
        for n, text in enumerate(HOSTILE, 1)
    ]
    models.append({})
    models.append({"code": "MH99", "name": "Sau dòng trống", "registered_on": Raw("31/11/2026")})
    registrants: list[dict[str, object]] = [
        {"code": "CT01", "name": "Chi bộ thôn Một", "phone": "0900000001"}
    ]
    return {"models": models, "registrants": registrants}


@pytest.fixture(scope="module")
def built(layout: Layout, rules: Rules, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sổ") / "sổ.xlsx"
    build_workbook(layout, rules, _content(), target)
    return target


def test_two_builds_are_equal_byte_by_byte(
    layout: Layout, rules: Rules, built: Path, tmp_path: Path
) -> None:
    build_workbook(layout, rules, _content(), tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == built.read_bytes()


def test_no_half_written_file_is_left(
    layout: Layout, rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sổ.xlsx"
    target.write_text("old")
    monkeypatch.setattr("dvk_office.workbook.build._fill", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_workbook(layout, rules, {}, target)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("sổ.xlsx", "old")]


def test_tabs_and_headers_stand_where_the_layout_says(layout: Layout, built: Path) -> None:
    book = openpyxl.load_workbook(built)
    assert book.sheetnames == [sheet.tab for sheet in layout.sheets]
    for sheet in layout.sheets:
        for column in sheet.columns:
            cell = book[sheet.tab][f"{sheet.letters[column.key]}{layout.header_row}"]
            assert cell.value == column.header


@pytest.mark.req("R-188")
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_any_text_comes_back_as_it_was(layout: Layout, built: Path, number: int) -> None:
    sheet = openpyxl.load_workbook(built)[layout.by_key["models"].tab]
    cell = sheet[f"{layout.by_key['models'].letters['name']}{layout.first_row + number}"]
    assert (cell.value, cell.data_type) == (HOSTILE[number], "s")
    assert cell.hyperlink is None


def test_a_blank_row_keeps_its_place(layout: Layout, built: Path) -> None:
    sheet = openpyxl.load_workbook(built)[layout.by_key["models"].tab]
    assert sheet.cell(layout.first_row + len(HOSTILE), 1).value is None
    assert sheet.cell(layout.first_row + len(HOSTILE) + 1, 1).value == "MH99"


def test_the_name_beside_a_code_has_a_cached_value(layout: Layout, built: Path) -> None:
    sheet = openpyxl.load_workbook(built, data_only=True)[layout.by_key["models"].tab]
    letter = layout.by_key["models"].letters["registrant_name"]
    assert sheet[f"{letter}{layout.first_row}"].value == "Chi bộ thôn Một"


def test_dates_are_dates_unless_typed_raw(layout: Layout, built: Path) -> None:
    sheet = openpyxl.load_workbook(built)[layout.by_key["models"].tab]
    letter = layout.by_key["models"].letters["registered_on"]
    cells = [sheet[f"{letter}{row}"] for row in (layout.first_row, layout.first_row + 8)]
    assert [(cell.is_date, cell.data_type) for cell in cells] == [(True, "d"), (False, "s")]
    assert cells[0].number_format == "dd/mm/yyyy"


def test_codes_and_phones_are_text_cells(layout: Layout, built: Path) -> None:
    sheet = openpyxl.load_workbook(built)[layout.by_key["registrants"].tab]
    phone = sheet[f"{layout.by_key['registrants'].letters['phone']}{layout.first_row}"]
    assert (phone.value, phone.number_format) == ("0900000001", "@")


def test_every_choice_column_has_its_drop_down(layout: Layout, built: Path) -> None:
    book = openpyxl.load_workbook(built)
    for sheet in layout.sheets:
        rules = book[sheet.tab].data_validations.dataValidation
        lists = {str(one.sqref).split(":")[0]: one.formula1 for one in rules if one.type == "list"}
        for column in (one for one in sheet.columns if one.kind == "choice"):
            first = f"{sheet.letters[column.key]}{layout.first_row}"
            assert lists[first] == f"dvk_list_{column.choices}"
            assert f"dvk_list_{column.choices}" in book.defined_names


def test_the_marks_that_the_reader_asks_for_are_there(
    layout: Layout, rules: Rules, built: Path
) -> None:
    book = openpyxl.load_workbook(built)
    assert book.defined_names["dvk_product"].value == f'"{layout.product}"'
    properties = {one.name: one.value for one in book.custom_doc_props}
    assert properties == {
        "dvk_product": layout.product,
        "dvk_layout_version": layout.version,
        "dvk_year": rules.year,
        "dvk_program": __version__,
    }


def test_pages_are_landscape_with_repeated_headers_and_numbers(layout: Layout, built: Path) -> None:
    sheet = openpyxl.load_workbook(built)[layout.by_key["models"].tab]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows.endswith(f"${layout.header_row}")
    assert sheet.oddFooter.right.text.endswith("&P/&N")


def test_lists_and_log_are_hidden(layout: Layout, built: Path) -> None:
    book = openpyxl.load_workbook(built)
    hidden = [sheet.title for sheet in book if sheet.sheet_state != "visible"]
    assert hidden == [sheet.tab for sheet in layout.sheets if sheet.role == "hidden"]


def test_every_entry_sheet_is_a_table_of_its_own(layout: Layout, built: Path) -> None:
    with ZipFile(built) as archive:
        tables = [name for name in archive.namelist() if name.startswith("xl/tables/")]
    assert len(tables) == len([one for one in layout.sheets if one.role == "entry"])


@pytest.mark.parametrize(
    ("kind", "typed", "cell"),
    [
        ("date", "5/2/2026", date(2026, 2, 5)),
        ("date", "31/11/2026", "31/11/2026"),
        ("money", "1.500.000", 1500000),
        ("phone", "0900000001", "0900000001"),
        ("text", "", None),
        ("tick", "yes", "Có"),
        ("tick", "x", "x"),
    ],
)
def test_typed_text_becomes_the_cell_that_excel_would_make(
    layout: Layout, kind: str, typed: str, cell: object
) -> None:
    assert cell_of(kind, "", typed, layout) == cell


def test_a_choice_key_becomes_its_label(layout: Layout) -> None:
    assert cell_of("choice", "origin", "new", layout) == "Mới"
