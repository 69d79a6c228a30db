"""The engine has the calls that our adapter makes, and no others: what it does not know raises."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from dvk_office.shells.lo_engine import book, cells, engine

CALLS: Mapping[type, str] = {
    engine.Engine: "apps clean_value_data name prepare_xl_data_element type",
    engine.Apps: "",
    engine.App: "activate alert api book calculation end_if_idle engine pid screen_updating "
    "selection status_bar",
    engine.AppApi: "AutoCorrect InputBox",
    engine.AutoCorrect: "AutoFillFormulasInLists",
    book.Book: "activate api app fullname name names sheet_at sheets",
    book.BookApi: "SaveCopyAs",
    book.Names: "contains",
    book.Name: "refers_to",
    book.Sheets: "",
    book.Sheet: "activate api book name range tables used_range",
    book.Tables: "",
    book.Table: "range resize",
    book.SheetApi: "Protect Unprotect",
    cells.Range: "api autofit clear_contents column formula number_format raw_value row select "
    "shape sheet",
}


@pytest.mark.parametrize("kind", CALLS, ids=lambda kind: kind.__name__)
def test_the_calls_are_these(kind: type) -> None:
    public = {name for name in vars(kind) if not name.startswith("_")}
    assert public == set(CALLS[kind].split())


@pytest.fixture
def one_cell() -> cells.Range:
    return cells.Range(SimpleNamespace(), 1, 1, 1, 1)


@pytest.mark.parametrize("name", ["color", "wrap_text", "merge_area", "formula", "number_format"])
def test_reading_what_is_not_asked_for_raises(one_cell: cells.Range, name: str) -> None:
    with pytest.raises(NotImplementedError):
        getattr(one_cell, name)


def test_an_axis_that_is_not_asked_for_raises(one_cell: cells.Range) -> None:
    with pytest.raises(NotImplementedError):
        one_cell.autofit("c")


@pytest.mark.parametrize(
    "found", [engine.AppApi(None, None), book.BookApi(None), book.SheetApi(None)]
)
def test_excels_own_objects_have_nothing_else(found: Any) -> None:
    with pytest.raises(AttributeError):
        _ = found.Delete


def test_an_address_that_is_no_cell_raises() -> None:
    with pytest.raises(NotImplementedError):
        cells.corners("dvk_marks")
