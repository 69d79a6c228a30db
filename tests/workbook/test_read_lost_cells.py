"""What calamine gives as blank though it is not: error values and formulas without a result, told at their cells."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError, Finding
from dvk_office.core.records import Record, Unreadable
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import ERROR, UNCACHED, Content, Xml, headers, pack, parts, sheet, table

KEYS = ("code", "name", "registrant_name", "field")
"""Columns A to D; the third one is grey: computed by us, never read."""


def read(
    path: Path, layout: Layout, cells: Mapping[str, Content]
) -> tuple[tuple[Record, ...], dict[str, Finding]]:
    """The models of a sheet with these cells, and what was found at a cell."""
    head = table(3, [[*headers(layout, "models", *KEYS), "Ghi của cơ quan"]])
    made = parts({layout.by_key["models"].tab: sheet({**head, **cells})})
    book, findings = read_book(pack(path, made), layout)
    return book["models"], {one.place.cell: one for one in findings if one.place.row}


def codes(found: Mapping[str, Finding]) -> dict[str, str]:
    return {cell: one.code for cell, one in found.items()}


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!"])
@pytest.mark.parametrize("formula", ["", "<f>VLOOKUP(A4,B:C,2)</f>", '<f t="shared" si="0"/>'])
def test_an_error_value_is_named_with_its_value_and_is_no_blank(
    tmp_path: Path, layout: Layout, value: str, formula: str
) -> None:
    wrong = Xml(f'<c r="@" s="1" t="e">{formula}<v>{value}</v></c>')
    (model,), found = read(tmp_path / "so.xlsx", layout, {"A4": "MH01", "B4": wrong})
    assert model.raw("name") is Unreadable.CELL
    assert codes(found) == {"B4": "O-025"}
    assert dict(found["B4"].facts) == {"column": "Tên mô hình", "found": value}


@pytest.mark.parametrize(
    "formula",
    [
        '<c r="@"><f>1+1</f></c>',
        '<c r="@" s="1"><f>1+1</f><v></v></c>',
        '<c r="@"><f>1+1</f><v/></c>',
        '<c r="@"><f t="shared" ref="B4:B5" si="0">A4&gt;1</f></c>',
        '<c r="@"><f t="shared" si="0"/></c>',
        '<c r="@"><f t="array" ref="B4">SUM(A:A)</f><v></v></c>',
        '<c r="@" t="str"><f>A1</f></c>',
    ],
)
def test_a_formula_without_a_stored_result_is_named_and_is_no_blank(
    tmp_path: Path, layout: Layout, formula: str
) -> None:
    (model,), found = read(tmp_path / "so.xlsx", layout, {"A4": "MH01", "B4": Xml(formula)})
    assert model.raw("name") is Unreadable.CELL
    assert codes(found) == {"B4": "O-026"}


def test_a_formula_whose_stored_result_is_an_empty_text_is_blank(
    tmp_path: Path, layout: Layout
) -> None:
    empty = Xml('<c r="@" t="str"><f>IF(A4="","",A4)</f><v></v></c>')
    (model,), found = read(tmp_path / "so.xlsx", layout, {"A4": "MH01", "B4": empty})
    assert model.blank("name")
    assert found == {}


def test_a_formula_with_a_stored_result_gives_that_result(tmp_path: Path, layout: Layout) -> None:
    cells: dict[str, Content] = {
        "A4": "MH01",
        "B4": Xml('<c r="@" t="str"><f>A1&amp;" hoa"</f><v>Tuyến đường hoa</v></c>'),
    }
    (model,), found = read(tmp_path / "so.xlsx", layout, cells)
    assert (model.text("name"), found) == ("Tuyến đường hoa", {})


@pytest.mark.parametrize("lost", [ERROR, UNCACHED])
def test_lost_cells_in_grey_columns_and_in_the_offices_own_are_not_read_and_not_named(
    tmp_path: Path, layout: Layout, lost: Xml
) -> None:
    cells: dict[str, Content] = {"A4": "MH01", "C4": lost, "E4": lost, "C5": lost, "E9": lost}
    models, found = read(tmp_path / "so.xlsx", layout, cells)
    assert ([model.row for model in models], found) == ([4], {})


@pytest.mark.parametrize(("lost", "code"), [(ERROR, "O-025"), (UNCACHED, "O-026")])
def test_a_row_of_nothing_but_lost_cells_is_a_row_also_at_the_end(
    tmp_path: Path, layout: Layout, lost: Xml, code: str
) -> None:
    cells: dict[str, Content] = {"A4": lost, "A5": "MH01", "B7": lost, "D90": lost}
    models, found = read(tmp_path / "so.xlsx", layout, cells)
    assert [model.row for model in models] == [4, 5, 7, 90]
    assert codes(found) == {"A4": code, "B7": code, "D90": code}


def test_an_error_without_a_value_is_not_told_with_that_of_its_neighbour(
    tmp_path: Path, layout: Layout
) -> None:
    cells: dict[str, Content] = {"A4": Xml('<c r="@" t="e"/>'), "B4": 5}
    _, found = read(tmp_path / "so.xlsx", layout, cells)
    assert dict(found["A4"].facts)["found"] == ""


@pytest.mark.parametrize("value", ["#SPILL!", "#GETTING_DATA", "#ERROR!", "Err:502"])
@pytest.mark.parametrize("column", ["B", "C"])
def test_an_error_value_that_calamine_gives_up_at_is_named_with_its_cell(
    tmp_path: Path, layout: Layout, value: str, column: str
) -> None:
    wrong = Xml(f'<c r="@" t="e"><f>A1</f><v>{value}</v></c>')
    with pytest.raises(DvkError) as stop:
        read(tmp_path / "so.xlsx", layout, {"A4": "MH01", f"{column}7": wrong})
    one = stop.value.finding
    assert (one.code, str(one.place), dict(one.facts)["found"]) == (
        "TEP-030",
        f"Mô hình!{column}7",
        value,
    )


def test_lost_cells_are_found_however_long_the_sheet_is(tmp_path: Path, layout: Layout) -> None:
    cells: dict[str, Content] = {f"A{row}": f"MH{row} {'dài ' * 200}" for row in range(4, 4000)}
    lost = {"B9": ERROR, "B1999": UNCACHED, "B3999": ERROR}
    _, found = read(tmp_path / "so.xlsx", layout, {**cells, **lost})
    assert codes(found) == {"B9": "O-025", "B1999": "O-026", "B3999": "O-025"}
