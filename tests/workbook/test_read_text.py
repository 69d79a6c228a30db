"""Text in a file: composed, else kept as typed, since papers print it; never taken from an old encoding."""

import unicodedata
from pathlib import Path

import pytest
import xlsxwriter

from dvk_office.core.findings import Finding
from dvk_office.core.records import Book, Unreadable
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book

NAME = "Tổ tự quản  “Đảng uỷ”\u200b"


def read(
    path: Path, layout: Layout, name: str, font: str = "Times New Roman"
) -> tuple[Book, dict[str, Finding]]:
    """A book of one model with `name` in `font`; what was found in its row, by cell."""
    sheet = layout.by_key["models"]
    with xlsxwriter.Workbook(path) as book:
        tab = book.add_worksheet(sheet.tab)
        for n, key in enumerate(("code", "name", "registrant", "field", "origin")):
            tab.write(layout.header_row - 1, n, sheet.by_key[key].header)
        row = layout.first_row - 1
        tab.write(row, 0, "MH01")
        tab.write_string(row, 1, name, book.add_format({"font_name": font}))
    made, findings = read_book(path, layout)
    return made, {one.place.cell: one for one in findings if one.place.row == row + 1}


@pytest.mark.req("R-183")
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_text_is_composed_and_else_kept_as_typed(tmp_path: Path, layout: Layout, form: str) -> None:
    typed = unicodedata.normalize(form, NAME)
    made, found = read(tmp_path / "so.xlsx", layout, typed)
    assert made["models"][0].text("name") == NAME.rstrip("\u200b")
    assert found == {}


@pytest.mark.req("R-184")
def test_a_space_that_does_not_break_is_no_letter_of_an_old_font(
    tmp_path: Path, layout: Layout
) -> None:
    _, found = read(tmp_path / "so.xlsx", layout, "To tu\u00a0quan", ".VnTime")
    assert found == {}


@pytest.mark.req("R-184")
@pytest.mark.parametrize(
    ("name", "encoding"), [("Tæ tù qu¶n nh©n d©n", "TCVN3 (ABC)"), ("Toå nhaân daân", "VNI")]
)
def test_old_text_is_named_with_its_cell_and_has_no_value(
    tmp_path: Path, layout: Layout, name: str, encoding: str
) -> None:
    made, found = read(tmp_path / "so.xlsx", layout, name)
    assert made["models"][0].raw("name") is Unreadable.CELL
    one = found[f"B{layout.first_row}"]
    assert (one.code, dict(one.facts)["encoding"]) == ("O-028", encoding)


@pytest.mark.req("R-184")
@pytest.mark.parametrize("font", [".VnTime", ".VnArialH", "VNI-Times"])
def test_an_old_font_is_named_where_the_letters_alone_do_not_tell(
    tmp_path: Path, layout: Layout, font: str
) -> None:
    _, found = read(tmp_path / "so.xlsx", layout, "bé", font)
    one = found[f"B{layout.first_row}"]
    assert (one.code, dict(one.facts)["font"]) == ("O-029", font)


@pytest.mark.req("R-184")
def test_old_text_in_an_old_font_is_told_once(tmp_path: Path, layout: Layout) -> None:
    _, found = read(tmp_path / "so.xlsx", layout, "Tæ tù qu¶n nh©n d©n", ".VnTime")
    assert found[f"B{layout.first_row}"].code == "O-028"


@pytest.mark.req("R-183", "R-184")
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_old_text_is_known_in_either_form_of_unicode(
    tmp_path: Path, layout: Layout, form: str
) -> None:
    typed = unicodedata.normalize(form, "Toå nhaân daân")
    _, found = read(tmp_path / "so.xlsx", layout, typed)
    assert found[f"B{layout.first_row}"].code == "O-028"


@pytest.mark.req("R-184")
@pytest.mark.parametrize("name", ["Tuyến đường", "To tu quan"])
def test_an_old_font_on_text_that_is_surely_unicode_says_nothing(
    tmp_path: Path, layout: Layout, name: str
) -> None:
    _, found = read(tmp_path / "so.xlsx", layout, name, ".VnTime")
    assert found == {}


@pytest.mark.req("R-184")
@pytest.mark.parametrize(
    ("name", "code"), [("Tổ dân vận xóm Ðông", "O-030"), ("T ổ d â n v ậ n", "O-032")]
)
def test_text_that_only_looks_right_is_kept_and_named(
    tmp_path: Path, layout: Layout, name: str, code: str
) -> None:
    made, found = read(tmp_path / "so.xlsx", layout, name)
    assert made["models"][0].text("name") == name
    assert {cell: one.code for cell, one in found.items()} == {f"B{layout.first_row}": code}
