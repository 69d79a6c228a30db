"""Shares in hundredths that Excel made small numbers of."""

from datetime import date

import pytest

from dvk_office.core.checks.percentages import CHECKS
from dvk_office.core.findings import Finding
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| models | code | name          | previous_figure | figure | figure_unit |
|        | MH01 | Bảo hiểm y tế | {}              | {}     | {}          |
| progress | model | as_of     | figure_reached |
|          | MH01  | 20/6/2026 | {}             |
"""


def findings(layout: Layout, rules: Rules, *cells: str) -> list[Finding]:
    made = book(layout, rules, TEXT.format(*cells))
    return [one for check in CHECKS for one in check(made, rules, layout, date(2026, 11, 23))]


def found(layout: Layout, rules: Rules, *cells: str) -> set[tuple[str, str]]:
    return {(one.code, one.place.column_key) for one in findings(layout, rules, *cells)}


@pytest.mark.req("R-030", "R-152")
def test_a_share_that_excel_made_a_small_number_of_is_named_wherever_it_stands(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, "0,8", "0,85", "% hộ", "1") == {
        ("MH-111", "previous_figure"), ("MH-111", "figure"), ("KQ-013", "figure_reached"),
    }  # fmt: skip


@pytest.mark.req("R-030")
@pytest.mark.parametrize(
    "cells",
    [
        ("80", "85", "%", "82,5"),
        ("0,8", "0,9", "ha", "0,85"),
        ("0", "1,5", "%", ""),
        ("", "", "%", "0"),
    ],
)
def test_whole_hundredths_other_units_and_nought_are_left_alone(
    layout: Layout, rules: Rules, cells: tuple[str, ...]
) -> None:
    assert found(layout, rules, *cells) == set()


def test_what_was_meant_is_said(layout: Layout, rules: Rules) -> None:
    (one,) = findings(layout, rules, "", "0,855", "%", "")
    assert "có lẽ muốn ghi 85,5" in one.message
