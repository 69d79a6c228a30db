"""Columns are found by their headers, wherever and however those stand; nothing is read from a guess."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from dvk_office.core.findings import Finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import Content, headers, pack, parts, sheet, table

KEYS = ("code", "name", "registrant", "field", "origin")
ROW = ("MH01", "Tuyến đường hoa", "CT01", "Kinh tế", "Xây dựng mới")


def read(
    path: Path,
    layout: Layout,
    rows: Sequence[Sequence[Content | None]],
    top: int = 3,
    left: str = "A",
) -> tuple[Book, list[Finding]]:
    """A sheet of models with these rows, the first one its headers; what was found in that sheet."""
    tabs = {layout.by_key["models"].tab: sheet(table(top, rows, left))}
    book, findings = read_book(pack(path, parts(tabs)), layout)
    return book, [one for one in findings if one.place.sheet_key == "models"]


def heads(layout: Layout, **other: str) -> list[str]:
    """The headers of KEYS, some of them spelt otherwise."""
    usual = dict(zip(KEYS, headers(layout, "models", *KEYS), strict=True))
    return list({**usual, **other}.values())


def serious(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Cell and code of everything that is more than a note on columns that are not there."""
    return [(one.place.cell, one.code) for one in findings if one.code != "O-044"]


def test_columns_may_stand_in_any_order_among_columns_of_the_office(
    tmp_path: Path, layout: Layout
) -> None:
    head = ["Ghi của cơ quan", *reversed(heads(layout)), "Người nhập"]
    row = ["riêng", *reversed(ROW), "Nguyễn Văn A"]
    book, findings = read(tmp_path / "so.xlsx", layout, [head, row])
    model = book["models"][0]
    assert [model.text(key) for key in KEYS] == ["MH01", ROW[1], "CT01", "KT", "new"]
    assert model.place("name").cell == "E4"
    assert serious(findings) == []


@pytest.mark.parametrize(
    "header",
    [
        "TÊN MÔ HÌNH",
        " tên   mô hình ",
        "Tên mô hình *",
        "Tên mô hình:",
        "Tên\nmô hình",
        "Tên gọi mô hình",
        unicodedata.normalize("NFD", "Tên mô hình"),
    ],
)
@pytest.mark.req("R-183")
def test_a_header_may_be_spelt_in_another_accepted_way(
    tmp_path: Path, layout: Layout, header: str
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [heads(layout, name=header), ROW])
    assert book["models"][0].text("name") == ROW[1]
    assert serious(findings) == []


def test_a_header_that_is_nearly_right_is_named_with_what_it_means_and_not_read(
    tmp_path: Path, layout: Layout
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [heads(layout, name="Tên mo hinh"), ROW])
    assert book["models"][0].blank("name")
    (one,) = [one for one in findings if one.code == "O-041"]
    assert (one.place.cell, one.place.column_key) == ("B3", "name")
    assert (
        one.message == "Tiêu đề cột “Tên mo hinh” không có trong mẫu. Có phải ý là «Tên mô hình»?"
    )


def test_a_column_of_the_office_is_not_taken_for_one_that_is_there(
    tmp_path: Path, layout: Layout
) -> None:
    _, findings = read(
        tmp_path / "so.xlsx", layout, [[*heads(layout), "Tên mô hình 2"], [*ROW, "x"]]
    )
    assert serious(findings) == []


def test_two_columns_of_one_header_are_named_and_the_first_is_read(
    tmp_path: Path, layout: Layout
) -> None:
    rows = [[*heads(layout), "Tên mô hình"], [*ROW, "Tên khác"]]
    book, findings = read(tmp_path / "so.xlsx", layout, rows)
    assert book["models"][0].text("name") == ROW[1]
    assert serious(findings) == [("F3", "O-042")]
    (one,) = [one for one in findings if one.code == "O-042"]
    assert dict(one.facts) == {"column": "Tên mô hình", "first": "B", "second": "F"}


def test_a_second_accepted_spelling_of_a_column_that_is_there_is_a_double_too(
    tmp_path: Path, layout: Layout
) -> None:
    rows = [[*heads(layout), "Tên gọi mô hình"], [*ROW, "Tên khác"]]
    _, findings = read(tmp_path / "so.xlsx", layout, rows)
    assert serious(findings) == [("F3", "O-042")]


def test_a_missing_required_column_is_an_error_and_missing_others_are_one_note(
    tmp_path: Path, layout: Layout
) -> None:
    rows = [heads(layout)[:-1], ROW[:-1]]
    _, findings = read(tmp_path / "so.xlsx", layout, rows)
    found = [(one.place.tab, one.place.cell, one.code) for one in findings]
    assert found == [("Mô hình", "", "O-040"), ("Mô hình", "", "O-044")]
    assert dict(findings[0].facts) == {"column": "Loại đăng ký"}


def test_a_grey_column_beside_a_code_is_neither_read_nor_missed(
    tmp_path: Path, layout: Layout
) -> None:
    rows = [[*heads(layout), "Chủ thể"], [*ROW, "Tổ dân vận"]]
    book, findings = read(tmp_path / "so.xlsx", layout, rows)
    assert book["models"][0].blank("registrant_name")
    assert not any("Chủ thể" in dict(one.facts).get("columns", "").split("; ") for one in findings)


def test_two_grey_columns_of_one_header_are_nobodys_business(
    tmp_path: Path, layout: Layout
) -> None:
    rows = [[*heads(layout), "Chủ thể", "Chủ thể"], [*ROW, "a", "b"]]
    _, findings = read(tmp_path / "so.xlsx", layout, rows)
    assert serious(findings) == []


@pytest.mark.parametrize("top", [1, 2, 9, 20])
def test_the_headers_may_stand_in_another_row_and_column(
    tmp_path: Path, layout: Layout, top: int
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [heads(layout), ROW], top, "D")
    model = book["models"][0]
    assert (model.row, model.place("name").cell) == (top + 1, f"E{top + 1}")
    assert serious(findings) == []


def test_headers_that_stand_nowhere_near_the_top_are_an_error_of_the_sheet(
    tmp_path: Path, layout: Layout
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [heads(layout), ROW], 21)
    assert book["models"] == ()
    assert [(one.place.cell, one.code) for one in findings] == [("", "O-043")]
    assert findings[0].mend == "Chép lại dòng tiêu đề từ sổ mẫu vào dòng 3 của trang này."


def test_a_tab_without_any_cell_has_no_headers(tmp_path: Path, layout: Layout) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [])
    assert (book["models"], [one.code for one in findings]) == ((), ["O-043"])


def test_headers_that_are_numbers_or_days_are_columns_of_the_office(
    tmp_path: Path, layout: Layout
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [[2026, *heads(layout)], ["a", *ROW]])
    assert book["models"][0].text("code") == "MH01"
    assert serious(findings) == []
