"""How far the checks on each model have come."""

from datetime import date

import pytest

from dvk_office.core.followed import checks_of, followed
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

DAY = date(2026, 6, 30)
TEXT = """
| models | code | origin | registered_on | dropped_on |
|        | MH01 | Mới    | 05/02/2026    | |
|        | MH02 | Mới    | 05/02/2026    | |
|        | MH03 | Mới    | 05/02/2026    | |
|        | MH04 | Mới    | 05/02/2026    | 01/5/2026 |
|        | MH05 | Mới    | 05/02/2026    | |
| inspections | model | date | kind | difficulties | resolved_on |
|             | MH01  | 20/5/2026 | Chủ thể tự kiểm tra | Thiếu nước tưới | 30/6/2026 |
|             | MH02  | 10/6/2026 | UBND kiểm tra       | | |
|             | MH02  | 12/5/2026 | Chủ thể tự kiểm tra | Thiếu vốn | 01/7/2026 |
|             | MH03  | 01/7/2026 | Chủ thể tự kiểm tra | | |
|             | MH05  | 02/6/2026 | Chủ thể tự kiểm tra | Thiếu người | |
"""


def states(layout: Layout, rules: Rules, day: date) -> dict[str, str]:
    return {one.model.text("code"): one.state for one in followed(book(layout, rules, TEXT), day)}


@pytest.mark.req("R-075", "R-146", "R-156")
def test_a_model_is_unchecked_unresolved_or_checked_and_a_dropped_one_is_none(
    layout: Layout, rules: Rules
) -> None:
    assert states(layout, rules, DAY) == {
        "MH01": "checked",
        "MH02": "unresolved",
        "MH03": "unchecked",
        "MH05": "unresolved",
    }


@pytest.mark.req("R-156")
def test_a_difficulty_is_resolved_from_its_day_on(layout: Layout, rules: Rules) -> None:
    found = states(layout, rules, date(2026, 7, 1))
    assert (found["MH02"], found["MH03"]) == ("checked", "checked")


@pytest.mark.req("R-075")
def test_checks_stand_by_their_day(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    days = [row.day("date") for row in checks_of(made, made["models"][1], DAY)]
    assert days == [date(2026, 5, 12), date(2026, 6, 10)]
