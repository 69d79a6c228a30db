"""Tabs are found by their names; a nearly right one is named, a missing one is missed, an added one left alone."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError, Finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import headers, pack, parts, sheet, table

KEYS = ("name", "role")
TAB = "Đoàn thẩm định"


def read(path: Path, layout: Layout, tabs: Sequence[str]) -> tuple[Book, list[Finding]]:
    """A book with a list of the team in each of `tabs`, the name saying in which; what was found in that sheet."""
    head = headers(layout, "team", *KEYS)
    made = {
        tab: sheet(table(3, [head, [f"Nguyễn Văn {n}", "Thành viên"]]))
        for n, tab in enumerate(tabs)
    }
    book, findings = read_book(pack(path, parts(made)), layout)
    return book, [one for one in findings if one.place.sheet_key == "team"]


def names(book: Book) -> list[str]:
    return [member.text("name") for member in book["team"]]


def facts(findings: Sequence[Finding]) -> list[tuple[str, dict[str, str]]]:
    """Code and facts of what was found of the tab itself."""
    return [(one.code, dict(one.facts)) for one in findings if one.code.startswith("TEP-")]


@pytest.mark.parametrize(
    "tab",
    ["Đoàn thẩm định", "ĐOÀN THẨM ĐỊNH", " Đoàn thẩm  định ", unicodedata.normalize("NFD", TAB)],
)
@pytest.mark.req("R-183")
def test_a_tab_is_known_whatever_its_case_spaces_and_unicode_form(
    tmp_path: Path, layout: Layout, tab: str
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, ["Của cơ quan", tab])
    assert names(book) == ["Nguyễn Văn 1"]
    assert facts(findings) == []


def test_a_tab_may_have_a_name_that_xml_must_escape(tmp_path: Path, layout: Layout) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, ['A & B < C "d"', TAB])
    assert (names(book), facts(findings)) == (["Nguyễn Văn 1"], [])


def test_a_tab_that_is_nearly_right_is_named_and_not_read(tmp_path: Path, layout: Layout) -> None:
    tabs = [layout.by_key["models"].tab, "Doan tham dinh"]
    book, findings = read(tmp_path / "so.xlsx", layout, tabs)
    assert names(book) == []
    assert facts(findings) == [("TEP-025", {"found": "Doan tham dinh", "tab": TAB})]
    assert "Có phải ý là «Đoàn thẩm định»?" in findings[0].message


def test_a_missing_tab_is_one_error_of_the_sheet(tmp_path: Path, layout: Layout) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [layout.by_key["models"].tab])
    assert not book.sheets["team"].found
    assert [(one.place.tab, one.code) for one in findings] == [(TAB, "TEP-024")]


def test_of_two_tabs_for_one_sheet_the_first_is_read_and_the_second_named(
    tmp_path: Path, layout: Layout
) -> None:
    book, findings = read(tmp_path / "so.xlsx", layout, [TAB, "đoàn thẩm định "])
    assert names(book) == ["Nguyễn Văn 0"]
    named = {"tab": TAB, "first": TAB, "second": "đoàn thẩm định "}
    assert facts(findings) == [("TEP-026", named)]


def test_a_book_without_any_of_our_tabs_is_not_ours(tmp_path: Path, layout: Layout) -> None:
    with pytest.raises(DvkError) as stop:
        read(tmp_path / "so.xlsx", layout, ["Sheet1", "Tổng quan"])
    assert stop.value.finding.code == "TEP-023"
