"""Score sheets cell by cell."""

from datetime import date

import pytest

from dvk_office.core.checks.verdicts import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
MODELS = """
| models | code | origin     |
|        | MH01 | Mới        |
|        | MH02 | Tiếp tục   |
|        | MH03 | Nhân rộng  |
| hearings | model | date      |
|          | MH01  | 15/9/2026 |
"""
KEYS = [f"{letter}{n}" for n in range(1, 9) for letter in "cpn"]


def found(
    layout: Layout, rules: Rules, model: str, today: date = TODAY, **cells: str
) -> set[tuple[str, str]]:
    """Code and cell of the findings on one score sheet, all met but for `cells`."""
    typed = {key: "Đạt" for key in KEYS if key.startswith("c")} | cells
    settings = {key: typed.pop(key) for key in typed.keys() & layout.setting_by_key.keys()}
    head = f"| scores | model | {' | '.join(typed)} |"
    row = f"| | {model} | {' | '.join(typed.values())} |"
    made = book(layout, rules, f"{MODELS}\n{head}\n{row}", **settings)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("scores", 4)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-093", "R-094", "R-095")
def test_a_whole_sheet_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "MH01", p1="10", p8="5", n3="Loa", date="15/9/2026") == set()


@pytest.mark.req("R-085")
def test_the_launch_does_not_apply_to_what_was_not_built_new(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "MH02", c2="Không áp dụng") == set()
    assert found(layout, rules, "MH01", c2="Không áp dụng") == {("PD-020", "c2")}


@pytest.mark.req("R-085", "T-12")
def test_a_replicated_model_launches_where_the_office_asks_for_it(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "MH03", c2="KAD") == set()
    assert found(layout, rules, "MH03", c2="KAD", launch_replicated="Có") == {("PD-020", "c2")}


@pytest.mark.req("R-093")
@pytest.mark.parametrize("key", ["c1", "c3", "c4", "c5", "c6", "c7", "c8"])
def test_every_other_criterion_applies_to_every_model(
    layout: Layout, rules: Rules, key: str
) -> None:
    assert found(layout, rules, "MH02", **{key: "Không áp dụng"}) == {("PD-020", key)}


@pytest.mark.req("R-095")
def test_an_unmet_criterion_says_why(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "MH01", c5="Không đạt") == {("PD-021", "n5")}
    assert found(layout, rules, "MH01", c5="Không đạt", n5="Chưa rõ cách làm") == set()


@pytest.mark.req("R-094")
def test_points_stay_within_their_criterion(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "MH01", p6="20", p8="5,5") == {("PD-022", "p8")}


@pytest.mark.req("R-094", "T-33")
def test_the_office_may_choose_its_own_maxima(layout: Layout, rules: Rules) -> None:
    own = {"points_c6": "15", "points_c8": "10"}
    assert found(layout, rules, "MH01", p6="16", p8="10", **own) == {("PD-022", "p6")}
    assert found(layout, rules, "MH01", p6="15", p8="10,5", **own) == {("PD-022", "p8")}


@pytest.mark.req("R-093", "R-095")
def test_missing_verdicts_are_one_warning_once_the_model_was_heard(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "MH01", c4="", c7="") == {("PD-023", "c4")}
    assert found(layout, rules, "MH01", date(2026, 9, 15), c4="", c7="") == set()


@pytest.mark.req("R-095")
def test_nothing_is_asked_of_who_stands_back(layout: Layout, rules: Rules) -> None:
    empty = dict.fromkeys(KEYS, "")
    assert found(layout, rules, "MH01", recused="x", **empty) == set()


def test_a_cell_that_cannot_be_read_is_not_missing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "MH01", c4="đạt vừa", p4="mười") == set()


@pytest.mark.req("R-122")
def test_a_sheet_dated_ahead_is_an_error_and_one_after_the_hearing_a_warning(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "MH01", date="24/11/2026") == {("PD-024", "date")}
    assert found(layout, rules, "MH01", date="16/9/2026") == {("PD-025", "date")}
