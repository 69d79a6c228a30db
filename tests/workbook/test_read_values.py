"""Cells in a file become values of their column's kind: numbers, telephones, ticks, choices, texts of any content."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.findings import Finding
from dvk_office.core.records import Record, Unreadable, Value
from dvk_office.core.text import as_typed, clean
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import (
    CLOCK,
    DAY,
    FAMILIES,
    MONEY,
    SPAN,
    Content,
    Styled,
    headers,
    pack,
    parts,
    sheet,
    table,
)


def read(
    path: Path, layout: Layout, sheet_key: str, row: Mapping[str, Content]
) -> tuple[Record, dict[str, Finding]]:
    """One row of a sheet with these cells by column key, and what was found in it by column key."""
    cells = table(3, [headers(layout, sheet_key, *row), list(row.values())])
    made = parts({layout.by_key[sheet_key].tab: sheet(cells)})
    book, findings = read_book(pack(path, made), layout)
    found = {one.place.column_key: one for one in findings if one.place.row == 4}
    return book[sheet_key][0], found


def one_cell(
    path: Path, layout: Layout, column: tuple[str, str], content: Content
) -> tuple[Value, str]:
    """What a cell is read as, and the code of what was found there."""
    sheet_key, key = column
    first = layout.by_key[sheet_key].columns[0].key
    record, found = read(path, layout, sheet_key, {first: "x1", key: content})
    return record.raw(key), found[key].code if key in found else ""


@pytest.mark.parametrize(
    ("column", "content", "value"),
    [
        (("models", "figure"), 150.0, 150),
        (("models", "figure"), 92.5, 92.5),
        (("models", "figure"), "1.250,5", 1250.5),
        (("models", "figure"), "1250", 1250),
        (("models", "figure"), Styled(1500000, MONEY), 1500000),
        (("models", "figure"), Styled(12, FAMILIES), 12),
        (("progress", "participants"), 30.0, 30),
        (("progress", "resources_money"), 25000000.0, 25000000),
        (("registrants", "birth_year"), 1980.0, 1980),
        (("registrants", "birth_year"), "1980", 1980),
        (("models", "plan_number"), 15.0, "15"),
        (("models", "name"), 2026.0, "2026"),
        (("organisations", "phone"), "0912 345 678", "0912 345 678"),
    ],
)
def test_numbers_and_text_that_is_a_number_lose_nothing(
    tmp_path: Path, layout: Layout, column: tuple[str, str], content: Content, value: Value
) -> None:
    found, code = one_cell(tmp_path / "so.xlsx", layout, column, content)
    assert (found, type(found), code) == (value, type(value), "")


@pytest.mark.parametrize(
    ("column", "content", "code"),
    [
        (("models", "figure"), "1,250", "O-009"),
        (("models", "figure"), "150 hộ", "O-006"),
        (("models", "figure"), True, "O-006"),
        (("models", "figure"), -1, "O-008"),
        (("models", "figure"), 1e300, "O-010"),
        (("models", "figure"), Styled(45000, DAY), "O-024"),
        (("progress", "participants"), 30.5, "O-007"),
        (("registrants", "birth_year"), 80, "O-019"),
        (("models", "plan_number"), Styled(46058, DAY), "O-023"),
        (("models", "priority"), "có lẽ", "O-018"),
        (("models", "field"), "Kinh tê", "MH-003"),
        (("models", "origin"), "Xây mới", "O-003"),
        (("meetings", "time"), "tám giờ", "O-017"),
        (("meetings", "time"), Styled(2, SPAN), "O-017"),
    ],
)
def test_what_a_column_cannot_hold_has_no_value_and_is_named(
    tmp_path: Path, layout: Layout, column: tuple[str, str], content: Content, code: str
) -> None:
    found = one_cell(tmp_path / "so.xlsx", layout, column, content)
    assert found == (Unreadable.CELL, code)


def test_a_telephone_that_lost_its_nought_is_kept_and_named(tmp_path: Path, layout: Layout) -> None:
    row: dict[str, Content] = {"code": "TC01", "phone": 912345678.0}
    record, found = read(tmp_path / "so.xlsx", layout, "organisations", row)
    assert record.text("phone") == "912345678"
    assert (found["phone"].code, dict(found["phone"].facts)["meant"]) == ("O-020", "0912345678")


@pytest.mark.parametrize("tick", ["x", "X", "Có", "CÓ", " có ", True, 1, "✓"])
def test_all_accepted_ticks_are_a_yes(tmp_path: Path, layout: Layout, tick: Content) -> None:
    assert one_cell(tmp_path / "so.xlsx", layout, ("models", "priority"), tick) == (True, "")


@pytest.mark.parametrize("tick", ["Không", False, 0])
def test_a_no_is_a_no(tmp_path: Path, layout: Layout, tick: Content) -> None:
    assert one_cell(tmp_path / "so.xlsx", layout, ("models", "priority"), tick) == (False, "")


@pytest.mark.parametrize(
    "content", [Styled(0.3333333333, CLOCK), Styled("0.33333333333333331", SPAN), "8:00", "8h"]
)
def test_a_time_of_day_may_be_real_or_text(
    tmp_path: Path, layout: Layout, content: Content
) -> None:
    found, code = one_cell(tmp_path / "so.xlsx", layout, ("meetings", "time"), content)
    assert (str(found), code) == ("08:00:00", "")


LITERAL = (
    "=cmd()",
    '=HYPERLINK("http://x","y")',
    "{{ x }}",
    "{% for x in y %}",
    "A & B < C > D",
    "&amp;&lt;&#65;",
    "a]]>b",
    "<script>alert(1)</script>",
    "dòng một\ndòng hai",
    "'012",
    "-1+1",
    "@SUM(A1)",
    "%s %d {0} {name}",
    "x" * 32_767,
    "Ầ" * 32_767,
    "“Dân vận khéo” 😀 𠮷",
)


@pytest.mark.req("R-188")
@pytest.mark.parametrize("text", LITERAL, ids=lambda text: text[:12])
def test_text_that_means_something_elsewhere_is_text_here(
    tmp_path: Path, layout: Layout, text: str
) -> None:
    for key in ("name", "goal"):
        found = one_cell(tmp_path / "so.xlsx", layout, ("models", key), text)
        assert found == (text, "")


@pytest.mark.req("R-188")
def test_a_line_break_from_windows_is_a_line_break(tmp_path: Path, layout: Layout) -> None:
    found, _ = one_cell(tmp_path / "so.xlsx", layout, ("models", "goal"), "một_x000D_\nhai")
    assert found == "một\nhai"


WRITABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff_"), max_size=60
)


@settings(max_examples=60, deadline=None)
@given(text=WRITABLE)
@pytest.mark.req("R-183", "R-188")
def test_any_text_comes_out_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, layout: Layout, text: str
) -> None:
    path = tmp_path_factory.mktemp("so") / "so.xlsx"
    found, code = one_cell(path, layout, ("models", "goal"), text)
    assert code in {"", "O-028", "O-030", "O-032"}
    assert (
        found is Unreadable.CELL
        if code == "O-028"
        else found == (as_typed(text) if clean(text) else None)
    )
