"""The points of a model, by which its subject may stand in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.model_points import model_points
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

COUNT = 8
HEAD = "| scores | model | appraiser | recused | c2 | " + " | ".join(
    f"p{n}" for n in range(1, COUNT + 1)
)


def sheet(
    *points: float | str, appraiser: str = "A", recused: str = "", second: str = "Đạt"
) -> str:
    cells = " | ".join(str(one).replace(".", ",") for one in points)
    return f"|        | MH01  | {appraiser} | {recused} | {second} | {cells} |"


def points(layout: Layout, rules: Rules, *rows: str) -> float | None:
    return model_points(book(layout, rules, "\n".join((f"{HEAD} |", *rows))), "MH01")


@pytest.mark.req("R-094")
def test_they_are_the_mean_of_all_sheets(layout: Layout, rules: Rules) -> None:
    rows = (sheet(*[5] * COUNT), sheet(*[10] * COUNT, appraiser="B"))
    assert points(layout, rules, *rows) == 60


@pytest.mark.req("R-094")
def test_who_stood_aside_gave_none(layout: Layout, rules: Rules) -> None:
    rows = (sheet(*[5] * COUNT), sheet(*[10] * COUNT, appraiser="B", recused="Có"))
    assert points(layout, rules, *rows) == 40


@pytest.mark.req("R-094")
def test_a_sheet_that_lacks_points_is_not_counted_as_nought(layout: Layout, rules: Rules) -> None:
    lacking = ("", *[10] * (COUNT - 1))
    assert points(layout, rules, sheet(*lacking)) is None
    assert points(layout, rules, sheet(*lacking), sheet(*[5] * COUNT, appraiser="B")) == 40


@pytest.mark.req("R-094")
def test_a_criterion_that_does_not_apply_needs_no_points(layout: Layout, rules: Rules) -> None:
    row = sheet(5, "", *[5] * (COUNT - 2), second="Không áp dụng")
    assert points(layout, rules, row) == 5 * (COUNT - 1)


def test_a_model_without_a_sheet_has_none(layout: Layout, rules: Rules) -> None:
    assert points(layout, rules) is None


@pytest.mark.req("R-094", "R-185")
def test_the_same_points_are_the_same_mean_whichever_criteria_have_them(
    layout: Layout, rules: Rules
) -> None:
    some = [9.1, 9.2, 9.3, 14.1, 14, 18.7, 14, 4.9]
    others = [9.1, 9.2, 9.3, 14, 14, 4.9, 18.7, 14.1]
    assert points(layout, rules, sheet(*some)) == points(layout, rules, sheet(*others))


@given(st.lists(st.integers(0, 20), min_size=COUNT, max_size=COUNT))
def test_one_sheet_is_its_own_mean(layout: Layout, rules: Rules, given_points: list[int]) -> None:
    assert points(layout, rules, sheet(*given_points)) == sum(given_points)
