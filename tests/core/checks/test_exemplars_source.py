"""Where a nominee comes from."""

from datetime import date

import pytest

from dvk_office.core.checks.exemplars_source import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
NOMINEES = """
| registrants | code | name             |
|             | CT01 | Chi bộ thôn Đoài |
|             | CT02 | Lê Văn Bình      |
| exemplars | registrant | model | introduced_by               |
|           | CT01       | MH01  | Ủy ban MTTQ Việt Nam xã     |
|           | CT02       | MH02  |                             |
|           | CT99       | MH03  |                             |
"""


@pytest.mark.req("R-160")
def test_a_nominee_whom_nobody_introduced_is_named(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, NOMINEES)
    found = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert [(one.code, one.place.row, one.place.column_key) for one in found] == [
        ("DH-050", 5, "introduced_by")
    ]
