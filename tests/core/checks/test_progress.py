"""Results row by row: days, cumulative figures, resources as numbers, limits and replication."""

from datetime import date

import pytest

from dvk_office.core.checks.progress import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
MODELS = """
| models | code | name            | origin     | replicated_from | start_date | dropped_on |
|        | MH01 | Tuyến đường hoa | Tiếp tục   |                 | 16/3/2026  |            |
|        | MH02 | Tổ tự quản      | Tiếp tục   |                 | 16/3/2026  | 30/6/2026  |
|        | MH03 | Đường hoa mới   | Nhân rộng  | MH01            | 16/3/2026  |            |
"""
ROWS = """
| progress | model | as_of      | figure_reached | participants | beneficiaries | resources_money |
|          | MH01  | 20/6/2026  | 1,8            | 52           | 20            | 18.000.000      |
|          | MH01  | 15/11/2026 | 2,1            | 83           | 20            |                 |
"""


def found(
    layout: Layout, rules: Rules, text: str, today: date = TODAY
) -> set[tuple[str, str, str]]:
    made = book(layout, rules, text)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        for one in check(made, rules, layout, today)
    }


def row(cells: dict[str, str]) -> str:
    """The table of one row of results."""
    return f"\n| progress | {' | '.join(cells)} |\n| | {' | '.join(cells.values())} |\n"


@pytest.mark.req("R-074", "R-152")
def test_figures_that_grow_have_no_finding(layout: Layout, rules: Rules) -> None:
    text = MODELS.replace("| MH01            |", "|                 |") + ROWS
    assert found(layout, rules, text) == set()


def test_more_participants_than_beneficiaries_are_no_fault(layout: Layout, rules: Rules) -> None:
    cells = {"model": "MH02", "as_of": "20/6/2026", "participants": "90", "beneficiaries": "3"}
    assert found(layout, rules, MODELS + row(cells)) == set()


@pytest.mark.req("R-152")
@pytest.mark.parametrize("day", ["31/12/2025", "1/1/2027"])
def test_a_row_of_another_year_is_an_error(layout: Layout, rules: Rules, day: str) -> None:
    text = row({"model": "MH01", "as_of": day, "results": "Tốt"})
    assert found(layout, rules, text) == {("KQ-001", "progress", "as_of4")}


@pytest.mark.req("R-152")
def test_a_row_of_tomorrow_is_an_error_and_one_of_today_is_none(
    layout: Layout, rules: Rules
) -> None:
    text = row({"model": "MH01", "as_of": "23/11/2026", "results": "Tốt"})
    assert found(layout, rules, text) == set()
    assert found(layout, rules, text, date(2026, 11, 22)) == {("KQ-002", "progress", "as_of4")}


@pytest.mark.req("R-074", "R-152")
@pytest.mark.parametrize(
    "key",
    [
        "figure_reached",
        "participants",
        "beneficiaries",
        "resources_money",
        "resources_days",
        "resources_land",
    ],
)
def test_a_figure_that_falls_is_named_at_its_cell(layout: Layout, rules: Rules, key: str) -> None:
    rows = f"""
| progress | model | as_of      | {key} |
|          | MH01  | 15/11/2026 | 9     |
|          | MH02  | 31/8/2026  | 3     |
|          | MH01  | 31/8/2026  |       |
|          | MH01  | 20/6/2026  | 10    |
"""
    falls = {one for one in found(layout, rules, rows) if one[0] == "KQ-003"}
    assert falls == {("KQ-003", "progress", f"{key}4")}


def test_a_figure_that_stays_is_no_fall(layout: Layout, rules: Rules) -> None:
    rows = """
| progress | model | as_of      | participants |
|          | MH01  | 20/6/2026  | 10           |
|          | MH01  | 15/11/2026 | 10           |
"""
    assert found(layout, rules, rows) == set()


def test_one_wrong_figure_is_named_once(layout: Layout, rules: Rules) -> None:
    rows = """
| progress | model | as_of      | participants |
|          | MH01  | 20/6/2026  | 1000         |
|          | MH01  | 31/8/2026  | 120          |
|          | MH01  | 15/11/2026 | 130          |
"""
    assert found(layout, rules, rows) == {("KQ-003", "progress", "participants5")}


def test_two_rows_of_one_day_are_not_compared(layout: Layout, rules: Rules) -> None:
    rows = """
| progress | model | as_of     | participants |
|          | MH01  | 20/6/2026 | 10           |
|          | MH01  | 20/6/2026 | 9            |
"""
    assert found(layout, rules, rows) == set()


@pytest.mark.req("R-161")
def test_a_dropped_model_has_no_later_results(layout: Layout, rules: Rules) -> None:
    rows = """
| progress | model | as_of     | participants |
|          | MH02  | 30/6/2026 | 10           |
|          | MH02  | 1/7/2026  | 10           |
"""
    assert found(layout, rules, MODELS + rows) == {("KQ-004", "progress", "as_of5")}


@pytest.mark.req("R-152")
def test_figures_before_the_start_are_odd_but_words_are_not(layout: Layout, rules: Rules) -> None:
    rows = """
| progress | model | as_of     | participants | results    |
|          | MH02  | 14/3/2026 |              | Chuẩn bị   |
|          | MH02  | 15/3/2026 | 10           |            |
|          | MH02  | 16/3/2026 | 10           |            |
"""
    assert found(layout, rules, MODELS + rows) == {("KQ-005", "progress", "as_of5")}


@pytest.mark.req("R-152")
def test_a_row_without_anything_is_not_zero_but_a_typed_zero_is(
    layout: Layout, rules: Rules
) -> None:
    rows = """
| progress | model | as_of     | participants |
|          | MH01  | 20/6/2026 |              |
|          | MH01  | 31/8/2026 | 0            |
"""
    assert found(layout, rules, rows) == {("KQ-006", "progress", "as_of4")}


@pytest.mark.req("R-074")
@pytest.mark.parametrize(
    "words",
    [
        "30 bao xi măng, 20 triệu đồng",
        "500.000đ tiền vật liệu",
        "TRÊN 1,2 TỶ ĐỒNG",
        "120 ngày công",
        "450 m² đất vườn",
        "450m2 đất",
    ],
)
def test_a_resource_in_words_belongs_in_its_column(
    layout: Layout, rules: Rules, words: str
) -> None:
    text = row({"model": "MH01", "as_of": "20/6/2026", "resources_other": words})
    assert found(layout, rules, text) == {("KQ-007", "progress", "resources_other4")}


@pytest.mark.req("R-074")
@pytest.mark.parametrize(
    "words",
    ["32 tấn xi măng", "4.500 cây giống", "15 con bê giống cho mượn", "60 thùng hai ngăn", "đồng"],
)
def test_other_resources_stay_in_words(layout: Layout, rules: Rules, words: str) -> None:
    text = row({"model": "MH01", "as_of": "20/6/2026", "resources_other": words})
    assert found(layout, rules, text) == set()


@pytest.mark.req("R-074")
def test_words_beside_the_number_are_no_fault(layout: Layout, rules: Rules) -> None:
    cells = {"resources_money": "20000000", "resources_other": "20 triệu đồng do 12 hộ góp"}
    text = row({"model": "MH01", "as_of": "20/6/2026"} | cells)
    assert found(layout, rules, text) == set()


@pytest.mark.req("R-076")
def test_a_limit_without_a_remedy_is_noted_at_the_last_row(layout: Layout, rules: Rules) -> None:
    rows = """
| progress | model | as_of      | limits          | remedies         |
|          | MH01  | 15/11/2026 | Cây chết nhiều  |                  |
|          | MH01  | 20/6/2026  | Cây chết nhiều  |                  |
|          | MH02  | 20/6/2026  | Còn hai hộ      |                  |
|          | MH02  | 15/11/2026 | Còn hai hộ      | Đối thoại từng hộ |
|          | MH03  | 20/6/2026  | Làm chưa đều    |                  |
|          | MH03  | 15/11/2026 |                 |                  |
"""
    notes = {one for one in found(layout, rules, rows) if one[0] == "KQ-008"}
    assert notes == {("KQ-008", "progress", "remedies4")}


@pytest.mark.req("R-076")
def test_the_source_of_a_replicated_model_says_where_to(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, MODELS + ROWS) == {("KQ-009", "progress", "replicated_to5")}
    told = MODELS + row({"model": "MH01", "as_of": "20/6/2026", "replicated_to": "Thôn An Thọ"})
    assert found(layout, rules, told) == set()
    assert found(layout, rules, told + "| | MH01 | 15/11/2026 | |\n") == {
        ("KQ-006", "progress", "as_of5")
    }


@pytest.mark.req("R-076")
def test_a_dropped_copy_asks_its_source_nothing(layout: Layout, rules: Rules) -> None:
    text = MODELS.replace("| 16/3/2026  |            |\n", "| 16/3/2026  | 30/6/2026  |\n")
    assert "KQ-009" not in {code for code, *_ in found(layout, rules, text + ROWS)}
