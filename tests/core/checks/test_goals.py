"""Goals: this year's higher than last year's, written, measured."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.checks.goals import CHECKS
from dvk_office.core.findings import NOTE, WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BASE = {
    "code": "MH01",
    "name": "Tuyến đường hoa",
    "origin": "Tiếp tục",
    "previous_goal": "50 hộ chăm sóc",
    "previous_figure": "50",
    "goal": "55 hộ chăm sóc, mỗi tháng 02 buổi",
    "figure": "55",
    "figure_unit": "hộ",
    "goal_higher_confirmed": "",
    "dropped_on": "",
}
IN_WORDS = {
    "previous_goal": "Giao ban ba tháng một lần",
    "previous_figure": "",
    "goal": "Giao ban hằng tháng",
    "figure": "",
    "figure_unit": "",
}


def found(layout: Layout, rules: Rules, **cells: str) -> set[tuple[str, str]]:
    row = BASE | cells
    text = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |"
    made = book(layout, rules, text)
    return {
        (one.code, one.place.column_key)
        for check in CHECKS
        for one in check(made, rules, layout, TODAY)
    }


@pytest.mark.req("R-030", "R-060")
def test_a_higher_figure_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-030")
def test_an_equal_figure_is_not_higher(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, figure="50", goal="50 hộ") == {("MH-101", "figure")}
    assert entry("MH-101").severity == WARNING


@pytest.mark.req("R-030")
def test_a_lower_figure_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, figure="49,5", goal="49,5 hộ") == {("MH-102", "figure")}


@pytest.mark.req("R-030")
@given(previous=st.integers(0, 10**9), figure=st.integers(0, 10**9))
def test_only_a_strictly_higher_figure_is_higher(
    layout: Layout, rules: Rules, previous: int, figure: int
) -> None:
    cells = {"previous_figure": str(previous), "figure": str(figure), "goal": "Chăm sóc hoa"}
    codes = {code for code, _ in found(layout, rules, previous_goal="Chăm sóc hoa", **cells)}
    assert bool(codes & {"MH-101", "MH-102"}) == (figure <= previous)
    assert ("MH-101" in codes) == (figure == previous)


@pytest.mark.req("R-030")
@pytest.mark.parametrize("figure", ["50", "40"])
def test_a_confirmation_against_the_figures_is_told_at_the_confirmation(
    layout: Layout, rules: Rules, figure: str
) -> None:
    codes = found(layout, rules, figure=figure, goal="Chăm sóc hoa", goal_higher_confirmed="Có")
    assert codes == {("MH-106", "goal_higher_confirmed")}


@pytest.mark.req("R-030")
@pytest.mark.parametrize("cells", [{"dropped_on": "1/6/2026"}, {"origin": "Phát hiện"}])
def test_goals_of_models_given_up_or_found_are_not_compared(
    layout: Layout, rules: Rules, cells: dict[str, str]
) -> None:
    assert found(layout, rules, figure="40", **cells) == set()


@pytest.mark.req("R-030", "T-11")
def test_goals_in_words_need_a_confirmation(layout: Layout, rules: Rules) -> None:
    place = "goal_higher_confirmed"
    assert found(layout, rules, **IN_WORDS) == {("MH-104", place)}
    assert found(layout, rules, **IN_WORDS, goal_higher_confirmed="Không") == {("MH-105", place)}
    assert found(layout, rules, **IN_WORDS, goal_higher_confirmed="Có") == set()


@pytest.mark.req("R-030", "T-11")
def test_a_figure_of_one_year_alone_needs_a_confirmation_too(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, previous_figure="") == {("MH-104", "goal_higher_confirmed")}
    assert found(layout, rules, previous_figure="", goal_higher_confirmed="x") == set()


@pytest.mark.req("R-030")
def test_a_figure_that_cannot_be_read_is_not_called_missing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, previous_figure="năm mươi") == set()


@pytest.mark.req("R-030")
@pytest.mark.parametrize("confirmed", ["", "Có"])
def test_a_continued_model_without_last_years_goal_is_warned_of(
    layout: Layout, rules: Rules, confirmed: str
) -> None:
    blank = {"previous_goal": "", "previous_figure": "", "goal_higher_confirmed": confirmed}
    assert found(layout, rules, **blank) == {("MH-103", "previous_goal")}


@pytest.mark.req("R-030", "R-031")
def test_a_new_model_has_no_goal_of_last_year(layout: Layout, rules: Rules) -> None:
    none = {"previous_goal": "", "previous_figure": ""}
    assert found(layout, rules, origin="Mới", **none) == set()
    assert found(layout, rules, origin="Mới") == {("MH-109", "previous_goal")}
    only_figure = {"previous_goal": "", "origin": "Mới"}
    assert found(layout, rules, **only_figure) == {("MH-109", "previous_figure")}


@pytest.mark.req("R-060", "R-065")
def test_a_model_has_a_goal_in_words(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, goal="") == {("MH-108", "goal")}


@pytest.mark.req("R-030", "R-065")
def test_a_figure_has_a_unit(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, figure_unit="") == {("MH-107", "figure_unit")}


@pytest.mark.req("R-030")
@pytest.mark.parametrize(
    ("goal", "figure", "unit"),
    [
        ("Vận động 60 hộ chăm sóc", "55", "hộ"),
        ("Vận động 60hộ chăm sóc", "55", "hộ"),
        ("Nuôi 12.500 con gà", "12000", "con"),
        ("Kéo dài lên 2,5 km", "55", "km"),
        ("Hòa giải thành từ 90% số vụ việc", "92", "% số vụ việc"),
    ],
)
def test_another_number_of_the_same_unit_in_the_words_is_asked_about(
    layout: Layout, rules: Rules, goal: str, figure: str, unit: str
) -> None:
    cells = {"previous_goal": "Năm trước", "goal": goal, "figure": figure, "figure_unit": unit}
    assert found(layout, rules, **cells) == {("MH-110", "figure")}
    assert entry("MH-110").severity == NOTE


@pytest.mark.req("R-030")
@pytest.mark.parametrize(
    ("goal", "figure", "unit"),
    [
        ("Vận động 60 hộ, trong đó 55 hộ nghèo", "55", "hộ"),
        ("Vận động 60 người chăm sóc", "55", "hộ"),
        ("Vận động 60 hội viên chăm sóc", "55", "hộ"),
        ("Nuôi 12.000 con gà", "12000", "con"),
        ("Kéo dài lên 3.5 km", "55", "km"),
        ("Giao ban hằng tháng", "55", "hộ"),
    ],
)
def test_words_that_may_agree_with_the_figure_are_left_alone(
    layout: Layout, rules: Rules, goal: str, figure: str, unit: str
) -> None:
    cells = {"previous_goal": "Năm trước", "goal": goal, "figure": figure, "figure_unit": unit}
    assert found(layout, rules, **cells) == set()


@pytest.mark.req("R-030")
def test_the_words_of_last_year_are_asked_about_too(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, previous_goal="45 hộ") == {("MH-110", "previous_figure")}
