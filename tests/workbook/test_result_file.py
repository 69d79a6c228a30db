"""Results beside a file on disk: a workbook that both validators accept, with links into the one that it speaks of."""

from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.rules.layout import Layout
from dvk_office.workbook.result_file import link_target, result_file
from dvk_office.workbook.results import ERROR, RESULTS, FileLink, Line, Link, Results
from tests.openxml import NEWEST, OLDEST, audit_faults, sdk_faults

BOOK = Path("/văn phòng/sổ (2) #1 100%41.xlsm")
MADE = BOOK.parent / "kết quả" / "quyết định [1].docx"
TEXTS = ("=1+1", "0123", "A & B < C", "dòng 1\ndòng 2", "x" * 3000, "http://a.vn")


def _results(layout: Layout, key: str) -> Results:
    plan = layout.by_key[key]
    texts = [column.key for column in plan.columns if column.kind == "long_text"]
    days = {column.key: date(2026, 11, 23) for column in plan.columns if column.kind == "date"}
    lines = [Line({**dict.fromkeys(texts, text), **days}, ERROR) for text in TEXTS]
    lines.append(Line({"link": Link("Mô hình!E4", "Mô hình", "E4")}))
    lines.append(Line({"link": FileLink(MADE)}))
    return Results(key, "Soát lỗi: 6 lỗi", tuple(lines))


@pytest.fixture(params=RESULTS)
def made(request: pytest.FixtureRequest, layout: Layout, tmp_path: Path) -> tuple[str, Path]:
    path = tmp_path / "kết quả.xlsx"
    path.write_bytes(result_file(layout, _results(layout, request.param), BOOK))
    return request.param, path


def test_both_validators_find_nothing(made: tuple[str, Path]) -> None:
    _, path = made
    assert [sdk_faults(path, version) for version in (OLDEST, NEWEST)] == [[], []]
    assert audit_faults(path) == []


def _links(key: str, path: Path, layout: Layout) -> list[Any]:
    """The two links below the texts: to a cell, to a file."""
    letter, row = layout.by_key[key].letters["link"], layout.first_row + len(TEXTS)
    sheet = openpyxl.load_workbook(path).active
    return [sheet[f"{letter}{number}"].hyperlink for number in (row, row + 1)]


@pytest.mark.req("R-188")
def test_any_text_comes_back_as_it_was(made: tuple[str, Path], layout: Layout) -> None:
    key, path = made
    plan = layout.by_key[key]
    column = next(one.key for one in plan.columns if one.kind == "long_text")
    sheet = openpyxl.load_workbook(path).active
    cells = [sheet[f"{plan.letters[column]}{layout.first_row + n}"] for n in range(len(TEXTS))]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in TEXTS]


def test_a_link_leads_to_the_cell_in_the_workbook_beside_it(
    made: tuple[str, Path], layout: Layout
) -> None:
    """Excel escapes a space and reads “sổ” as it is: see `_ESCAPED`."""
    link = _links(*made, layout)[0]
    assert link.target == "sổ%20(2)%20%231%20100%2541.xlsm"
    assert unquote(link.target) == BOOK.name
    assert link.location == "'Mô hình'!E4"


def test_a_link_leads_to_a_file_in_the_same_folder_by_its_way_from_there(
    made: tuple[str, Path], layout: Layout
) -> None:
    r"""With the “\” of Windows, as Excel itself writes it into a workbook."""
    target = unquote(_links(*made, layout)[1].target)
    assert target == "kết quả\\quyết định [1].docx"


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=2))
def test_the_address_of_any_file_name_can_be_turned_back(name: str) -> None:
    address, _, cell = link_target(name, Link("", "O'Neil", "D9")).partition("#")
    assert unquote(address) == f"external:{name}"
    assert cell == "'O''Neil'!D9"
    assert " " not in address


def test_nobody_types_into_results(made: tuple[str, Path]) -> None:
    assert openpyxl.load_workbook(made[1]).active.protection.sheet
