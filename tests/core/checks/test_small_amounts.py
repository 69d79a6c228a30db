"""Amounts of money that were typed in thousands or millions where the cell wants đồng."""

from datetime import date

import pytest

from dvk_office.core.checks.small_amounts import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| progress | model | as_of     | resources_money |
|          | MH01  | 20/6/2026 | {}              |
| exemplars | registrant | model | reward_amount |
|           | CT01       | MH01  | {}            |
"""


def found(
    layout: Layout, rules: Rules, resources: str, reward: str, **settings: object
) -> set[tuple[str, str]]:
    made = book(layout, rules, TEXT.format(resources, reward), **settings)
    findings = [one for check in CHECKS for one in check(made, rules, layout, date(2026, 11, 23))]
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-074", "R-147")
def test_an_amount_below_a_thousand_is_named_wherever_it_stands(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "78,5", "500", reward_collective=1.2) == {
        ("KQ-014", "resources_money"), ("DH-045", "reward_amount"), ("TT-028", "value"),
    }  # fmt: skip


@pytest.mark.req("R-074", "R-147")
def test_whole_amounts_nought_and_blanks_are_left_alone(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "78500000", "", reward_individual=750_000) == set()
    assert found(layout, rules, "0", "1000") == set()
