"""How subjects are graded: level, year and state together, of a year that can be known."""

from datetime import date

import pytest

from dvk_office.core.checks.registrants_grading import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
ROW = """
| registrants | code | kind | name | grading | grading_year | grading_state |
|             | CT01 | {}   | Một  | {}      | {}           | {}            |
"""
CHOSEN = """
| exemplars | registrant | model | chosen |
|           | CT01       | MH01  | Có     |
"""


def found(
    layout: Layout,
    rules: Rules,
    *cells: str,
    today: date = TODAY,
    kind: str = "Tập thể",
    text: str = "",
) -> set[tuple[str, str]]:
    made = book(layout, rules, ROW.format(kind, *cells) + text)
    return {
        (one.code, f"{one.place.column_key}{one.place.row}")
        for check in CHECKS
        for one in check(made, rules, layout, today)
    }


@pytest.mark.req("R-111", "T-15")
@pytest.mark.parametrize(
    "cells", [("Tốt", "2025", "Chính thức"), ("Tốt", "2026", "Dự kiến"), ("", "", "")]
)
def test_gradings_in_order_have_no_finding(
    layout: Layout, rules: Rules, cells: tuple[str, str, str]
) -> None:
    assert found(layout, rules, *cells) == set()


@pytest.mark.req("R-111")
@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (("", "2025", "Chính thức"), "grading"),
        (("Tốt", "", "Chính thức"), "grading_year"),
        (("Tốt", "2025", ""), "grading_state"),
    ],
)
def test_a_grading_is_told_whole(
    layout: Layout, rules: Rules, cells: tuple[str, str, str], column: str
) -> None:
    assert found(layout, rules, *cells) == {("CT-009", f"{column}4")}


@pytest.mark.req("R-111", "T-15")
@pytest.mark.parametrize("year", ["2024", "2027"])
def test_a_grading_is_of_this_year_or_the_last(layout: Layout, rules: Rules, year: str) -> None:
    assert found(layout, rules, "Tốt", year, "Chính thức") == {("CT-010", "grading_year4")}


@pytest.mark.req("R-111", "T-15")
def test_no_grading_of_the_year_is_official_before_its_figures_are_closed(
    layout: Layout, rules: Rules
) -> None:
    this_year = ("Tốt", "2026", "Chính thức")
    early = {("CT-011", "grading_state4")}
    assert found(layout, rules, *this_year, today=date(2026, 11, 15)) == early
    assert found(layout, rules, *this_year, today=date(2026, 11, 16)) == set()


@pytest.mark.req("R-111", "T-15")
def test_a_provisional_grading_is_asked_for_again_once_its_year_is_over(
    layout: Layout, rules: Rules
) -> None:
    provisional = ("Tốt", "2026", "Dự kiến")
    again = {("CT-012", "grading_state4")}
    assert found(layout, rules, *provisional, today=date(2026, 12, 31)) == set()
    assert found(layout, rules, *provisional, today=date(2027, 1, 1)) == again
    assert found(layout, rules, "Tốt", "2025", "Dự kiến") == again


@pytest.mark.req("R-111")
def test_of_a_collective_chosen_as_exemplar_it_is_asked_there_alone(
    layout: Layout, rules: Rules
) -> None:
    cells, day = ("Tốt", "2026", "Dự kiến"), date(2027, 1, 1)
    assert found(layout, rules, *cells, today=day, text=CHOSEN) == set()
    person = found(layout, rules, *cells, today=day, text=CHOSEN, kind="Cá nhân")
    assert person == {("CT-012", "grading_state4")}
