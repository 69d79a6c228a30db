"""Every formula of the workbook is one that Excel 2010 understands and can hold, and none waits to be calculated.

Functions: Microsoft's page “Excel functions (alphabetical)” marks those that came after Excel 2007 with the version; none
of `KNOWN` is marked. Lengths and depths: Microsoft's page “Excel specifications and limits”. Newer functions stand in a
file with the prefix `_xlfn.` ([MS-XLSX] 2.2.2, future functions); Excel 2010 shows #NAME? for them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dvk_office.workbook.build_cells import ask_of_functions_once
from tests.macros.built import MASTER

KNOWN = frozenset(
    {
        "AND", "CHAR", "CHOOSE", "CODE", "COLUMN", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "DATEVALUE",
        "FIND", "HYPERLINK", "IF", "IFERROR", "INDEX", "INT", "ISNA", "ISNUMBER", "LARGE", "LEFT", "LEN",
        "LOOKUP", "MATCH", "MAX", "MID", "MIN", "MOD", "NOT", "OFFSET", "OR", "REPT", "RIGHT", "ROW", "ROWS",
        "SMALL", "SUBSTITUTE", "SUM", "SUMIFS", "SUMPRODUCT", "TEXT", "TODAY", "TRIM", "VALUE", "WORKDAY",
        "YEAR",
    }
)  # fmt: skip
LONGEST, DEEPEST = 8192, 64
_ELEMENT = re.compile(
    r"<(f|formula|formula1|formula2|calculatedColumnFormula|definedName)(?: [^>]*)?>([^<]*)</\1>"
)
_TEXT, _CALL = re.compile(r'"[^"]*"|\'[^\']*\''), re.compile(r"([A-Za-z_][\w.]*)\(")
_FORMULA_CELL = re.compile(r"<c [^>]*>(<f[ >].*?)</c>")


@cache
def parts() -> tuple[tuple[str, str], ...]:
    with ZipFile(MASTER) as archive:
        names = [one for one in archive.namelist() if one.endswith(".xml")]
        return tuple((name, archive.read(name).decode()) for name in names)


def formulas() -> Iterator[str]:
    """Every formula of cells, marks, lists, tables and names, without the texts in it."""
    for _, content in parts():
        for _, formula in _ELEMENT.findall(content):
            yield unescape(formula)


def called(formula: str) -> set[str]:
    return set(_CALL.findall(_TEXT.sub("", formula)))


def test_no_formula_calls_what_excel_2010_does_not_know() -> None:
    newer = "_xlfn.UNICODE"  # has another formula behind it, see the next test
    found = {name for formula in formulas() for name in called(formula)}
    assert found - KNOWN == {newer}


def test_where_the_digest_of_entries_would_count_better_in_newer_excels_an_older_formula_waits() -> (
    None
):
    """IFERROR takes the second formula where the first is #NAME? (Microsoft's page on IFERROR)."""
    newer = [one for one in formulas() if "_xlfn." in one]
    assert newer
    for formula in newer:
        first, second = formula.split(",IFERROR(", maxsplit=1)
        assert first.startswith("IFERROR(")
        assert called(second) <= KNOWN


def test_no_formula_is_longer_or_deeper_than_excel_allows() -> None:
    for formula in formulas():
        assert len(formula) <= LONGEST
        assert deepest(formula) <= DEEPEST


def deepest(formula: str) -> int:
    depth = most = 0
    for letter in _TEXT.sub("", formula):
        depth += (letter == "(") - (letter == ")")
        most = max(most, depth)
    return most


@pytest.mark.parametrize("formula", ["=XLOOKUP(A1,B:B,C:C)", '=IF(A1="SUM(",TEXTJOIN(1,2),0)'])
def test_a_newer_function_would_be_noticed(formula: str) -> None:
    assert called(formula) - KNOWN


def test_every_formula_has_a_value_before_anything_calculates_it() -> None:
    """Protected View calculates nothing (Microsoft's page “What is Protected View?”)."""
    cells = [cell for _, content in parts() for cell in _FORMULA_CELL.findall(content)]
    assert cells
    assert [one for one in cells if "<v>" not in one] == []


@pytest.mark.parametrize(
    "formula",
    ["=SUM(A1)", "=B1", "{=SUM(A1:A2*2)}", "=STDEV.S(A1:A2)", "=SORT(A1:A2)", "=_xlfn.UNICODE(A1)"],
)
def test_looking_at_names_of_functions_alone_changes_no_formula(formula: str) -> None:
    """The office's own formulas may call newer functions, which XlsxWriter gives their prefix."""
    assert written(formula, ask_of_functions_once) == written(formula, len)


def written(formula: str, before: Callable[[list[Worksheet]], object]) -> bytes:
    """The sheet with the formula in a cell and in a mark, where something was done to it `before`."""
    made = BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet()
        before([sheet])
        sheet.write_formula("A3", formula)
        sheet.conditional_format("A3", {"type": "formula", "criteria": formula})
    return ZipFile(made).read("xl/worksheets/sheet1.xml")
