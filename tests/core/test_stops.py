"""What keeps a paper from being made: the very cells are named."""

from datetime import date

import pytest

from dvk_office.core.findings import finding
from dvk_office.core.records import Book
from dvk_office.core.stops import Errors, Quoted, errors_by_cell, stops
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import SETTINGS, TEXT
from tests.tables import book

KIND = paper_kinds()["recognition_decision"]
SHEETS = ("hearings", "models", "registrants")


def cells(found: Book, layout: Layout, errors: Errors | None = None) -> list[tuple[str, str, int]]:
    quoted = Quoted({sheet: found[sheet] for sheet in SHEETS})
    stopped = stops(KIND, quoted, found, layout, errors or {})
    return [(one.code, one.place.column_key or "-", one.place.row) for one in stopped]


def row_of(layout: Layout, setting: str) -> int:
    return layout.first_row + [one.key for one in layout.settings].index(setting)


def test_a_complete_book_stops_nothing(rules: Rules, layout: Layout) -> None:
    assert cells(book(layout, rules, TEXT, **SETTINGS), layout) == []


@pytest.mark.req("R-005", "R-189", "T-26")
def test_the_guidance_without_number_and_day_stops_the_paper(rules: Rules, layout: Layout) -> None:
    found = book(
        layout, rules, TEXT, **{**SETTINGS, "guidance_number": None, "guidance_date": None}
    )
    assert cells(found, layout) == [
        ("VB-004", "value", row_of(layout, "guidance_number")),
        ("VB-004", "value", row_of(layout, "guidance_date")),
    ]


@pytest.mark.req("R-007", "R-189")
def test_a_missing_signer_is_asked_for_at_the_usual_signers_cell(
    rules: Rules, layout: Layout
) -> None:
    found = book(layout, rules, TEXT, **{**SETTINGS, "signer_name": None})
    assert cells(found, layout) == [("VB-004", "value", row_of(layout, "signer_name"))]


def test_a_signer_of_its_own_makes_the_usual_one_needless(rules: Rules, layout: Layout) -> None:
    own = {**SETTINGS, "signer_name": None, "recognition_signer_name": "Vũ Thị Hà"}
    assert cells(book(layout, rules, TEXT, **own), layout) == []


@pytest.mark.req("R-189")
def test_a_blank_compulsory_cell_of_a_row_is_named(rules: Rules, layout: Layout) -> None:
    text = TEXT.replace("| MH02 | Tổ tự quản an ninh   |", "| MH02 |  |")
    assert cells(book(layout, rules, text, **SETTINGS), layout) == [("VB-004", "name", 5)]


@pytest.mark.req("R-189")
def test_an_error_in_a_quoted_cell_stops_the_paper(rules: Rules, layout: Layout) -> None:
    found = book(layout, rules, TEXT, **SETTINGS)
    wrong = finding(
        "O-004", found["models"][0].place("registrant"), column="", found="", tab="", hint=""
    )
    assert cells(found, layout, errors_by_cell([wrong])) == [("VB-005", "registrant", 4)]


def test_an_error_in_a_cell_that_is_not_quoted_stops_nothing(rules: Rules, layout: Layout) -> None:
    found = book(layout, rules, TEXT, **SETTINGS)
    wrong = finding("O-011", found["models"][0].place("start_date"), column="", found="")
    assert cells(found, layout, errors_by_cell([wrong])) == []


def test_a_warning_stops_nothing(rules: Rules, layout: Layout, today: date) -> None:
    found = book(layout, rules, TEXT, **SETTINGS)
    place = found["models"][0].place("registered_on")
    late = finding("HAN-012", place, last=today, days=3)
    assert late.severity == "warning"
    assert errors_by_cell([late]) == {}
