"""Figures at the cut-offs: who has none, and who has none since the last report."""

from datetime import date

import pytest

from dvk_office.core.checks.progress_cut_offs import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

HALF_YEAR, YEAR = date(2026, 6, 20), date(2026, 11, 15)
AFTER_HALF_YEAR, AFTER_YEAR = date(2026, 6, 21), date(2026, 11, 16)
MODELS = """
| models | code | name            | origin    | registered_on | approval_date | start_date | dropped_on |
|        | MH01 | Tuyến đường hoa | Tiếp tục  | 2/2/2026      | 26/1/2026     | 16/3/2026  |            |
|        | MH02 | Tổ tự quản      | Mới       | 2/2/2026      | 26/1/2026     | 16/3/2026  |            |
"""
OTHER = "\n| progress | model | as_of     |\n| | MH02 | 20/6/2026 |\n"


def found(layout: Layout, rules: Rules, text: str, today: date) -> set[tuple[str, str, int, str]]:
    made = book(layout, rules, text)
    return {
        (one.code, one.place.sheet_key, one.place.row, dict(one.facts)["day"])
        for check in CHECKS
        for one in check(made, rules, layout, today)
    }


@pytest.mark.req("R-150", "R-152")
def test_a_model_without_figures_is_named_once_the_cut_off_is_past(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, MODELS + OTHER, HALF_YEAR) == set()
    named = found(layout, rules, MODELS + OTHER, AFTER_HALF_YEAR)
    assert named == {("KQ-010", "models", 4, "20/06/2026")}


@pytest.mark.req("R-151", "R-152")
def test_without_any_figures_the_latest_cut_off_is_named_alone(
    layout: Layout, rules: Rules
) -> None:
    text = MODELS + OTHER.replace("20/6/2026 |\n", "20/6/2026 |\n| | MH02 | 14/11/2026 |\n")
    named = found(layout, rules, text, AFTER_YEAR)
    assert named == {("KQ-010", "models", 4, "15/11/2026")}


@pytest.mark.req("R-152")
def test_a_row_after_the_cut_off_is_no_figure_of_it(layout: Layout, rules: Rules) -> None:
    late = OTHER + "| | MH01 | 21/6/2026 |\n"
    assert found(layout, rules, MODELS + late, AFTER_HALF_YEAR) == {
        ("KQ-010", "models", 4, "20/06/2026")
    }
    assert (
        found(layout, rules, MODELS + OTHER + "| | MH01 | 20/6/2026 |\n", AFTER_HALF_YEAR) == set()
    )


@pytest.mark.req("R-161")
@pytest.mark.parametrize(
    "cells",
    [
        "| Tiếp tục  | 2/2/2026      | 26/1/2026     | 16/3/2026  | 30/6/2026  |",
        "| Mới       | 2/2/2026      | 26/1/2026     | 21/6/2026  |            |",
        "| Phát hiện |               | 21/8/2026     | 12/1/2026  |            |",
        "| Phát hiện |               |               | 12/1/2026  |            |",
    ],
    ids=["dropped", "starts later", "found later", "not approved yet"],
)
def test_a_model_that_does_not_run_yet_or_any_more_owes_none(
    layout: Layout, rules: Rules, cells: str
) -> None:
    line = f"| models | code | origin | registered_on | approval_date | start_date | dropped_on |\n| | MH09 {cells}\n"
    assert found(layout, rules, line + OTHER, AFTER_HALF_YEAR) == set()


@pytest.mark.req("R-152")
def test_a_model_that_starts_on_the_cut_off_owes_figures(layout: Layout, rules: Rules) -> None:
    text = MODELS.replace("26/1/2026     | 16/3/2026", "26/1/2026     | 20/6/2026") + OTHER
    assert found(layout, rules, text, AFTER_HALF_YEAR) == {("KQ-010", "models", 4, "20/06/2026")}


def test_a_day_that_could_not_be_read_is_not_missed_twice(layout: Layout, rules: Rules) -> None:
    text = MODELS + OTHER + "| | MH01 | 31/6/2026 |\n"
    assert found(layout, rules, text, AFTER_HALF_YEAR) == set()


@pytest.mark.req("R-152")
def test_an_empty_sheet_is_one_finding(layout: Layout, rules: Rules) -> None:
    named = found(layout, rules, MODELS, AFTER_HALF_YEAR)
    assert named == {("KQ-011", "progress", 0, "20/06/2026")}


@pytest.mark.req("R-152")
def test_the_office_sets_its_own_cut_off(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, MODELS + OTHER, half_year_cut_off="25/6/2026")
    assert [one for check in CHECKS for one in check(made, rules, layout, date(2026, 6, 25))] == []


@pytest.mark.req("R-151", "R-152")
def test_old_figures_are_noted_for_the_report_of_the_year(layout: Layout, rules: Rules) -> None:
    rows = OTHER + "| | MH01 | 20/6/2026 |\n| | MH01 | 21/6/2026 |\n"
    assert found(layout, rules, MODELS + rows, YEAR) == set()
    rows += "| | MH02 | 30/4/2026 |\n"
    named = found(layout, rules, MODELS + rows, AFTER_YEAR)
    assert named == {("KQ-012", "models", 5, "15/11/2026")}
    made = book(layout, rules, MODELS + rows)
    notes = [one for check in CHECKS for one in check(made, rules, layout, AFTER_YEAR)]
    assert [dict(one.facts)["found"] for one in notes] == ["20/06/2026"]
