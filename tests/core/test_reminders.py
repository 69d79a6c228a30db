"""Whom the board has to urge, for what, and how late it is."""

from datetime import date

import pytest

from dvk_office.core.reminders import reminder_of, reminders
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

LATE = date(2026, 2, 12)
TEXT = """
| organisations | code | name | kind | must_register |
|               | TC01 | Chi bộ thôn Hạ      | Chi bộ | Có |
|               | TC02 | Chi bộ thôn Trung   | Chi bộ | Có |
|               | TC03 | Chi bộ Trạm Y tế    | Chi bộ | Có |
|               | TC04 | Chi bộ thôn Thượng  | Chi bộ | Có |
| registrants | code | kind    | name              | managing_organisation |
|             | CT01 | Tập thể | Chi bộ thôn Hạ    | TC01 |
|             | CT02 | Tập thể | Chi bộ thôn Trung | TC02 |
|             | CT04 | Tập thể | Chi bộ thôn Thượng | TC04 |
| models | code | name       | registrant | origin | registered_on | plan_received_on |
|        | MH01 | Đường hoa  | CT01       | Mới    |               |            |
|        | MH02 | Tổ tự quản | CT01       | Mới    | 05/02/2026    |            |
|        | MH03 | Chợ sạch   | CT02       | Mới    | 05/02/2026    | 06/02/2026 |
|        | MH04 | Bếp ăn     | CT04       | Mới    |               | 09/02/2026 |
"""
HEARD = """
| hearings | model | date | report_received |
|          | MH03  | 20/9/2026 | |
"""


def owed(layout: Layout, rules: Rules, text: str, today: date, **settings: object):
    made = book(layout, rules, text, **settings)
    return {
        one.organisation.text("code"): [
            (debt.what, debt.model.text("code") if debt.model else "", debt.item.days_late)
            for debt in one.debts
        ]
        for one in reminders(made, rules, today)
    }


@pytest.mark.req("R-146", "R-165")
def test_each_late_unit_is_urged_once_for_all_that_it_owes(layout: Layout, rules: Rules) -> None:
    assert owed(layout, rules, TEXT, LATE) == {
        "TC01": [("both", "MH01", 3), ("plan", "MH02", 3)],
        "TC03": [("silent", "", 3)],
        "TC04": [("registration", "MH04", 3)],
    }


@pytest.mark.req("R-146")
@pytest.mark.parametrize(
    ("day", "urged"), [(1, set()), (2, {"TC03"}), (9, {"TC03"}), (10, {"TC03"})]
)
def test_a_unit_is_urged_from_the_days_of_warning_on(
    layout: Layout, rules: Rules, day: int, urged: set[str]
) -> None:
    found = owed(layout, rules, TEXT, date(2026, 2, day))
    assert found.keys() & {"TC03"} == urged
    assert all(days == 0 for debts in found.values() for _what, _model, days in debts)


@pytest.mark.req("R-146", "T-04")
def test_days_late_run_from_the_day_named_where_that_is_the_last_one(
    layout: Layout, rules: Rules
) -> None:
    late = owed(layout, rules, TEXT, date(2026, 2, 11), strict_before=False)
    assert late["TC03"] == [("silent", "", 1)]


@pytest.mark.req("R-121", "R-146")
@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 9, 9), {}),
        (date(2026, 9, 15), {"TC02": [("report", "MH03", 0)]}),
        (date(2026, 9, 19), {"TC02": [("report", "MH03", 2)]}),
        (date(2026, 9, 21), {}),
    ],
)
def test_the_report_of_a_model_is_urged_until_its_hearing_is_over(
    layout: Layout, rules: Rules, day: date, found: object
) -> None:
    everything = owed(layout, rules, TEXT + HEARD, day)
    assert {key: debts for key, debts in everything.items() if key == "TC02"} == found


@pytest.mark.req("R-146", "R-186")
def test_nobody_is_urged_for_a_day_that_cannot_be_read(layout: Layout, rules: Rules) -> None:
    text = TEXT.replace(
        "| MH02 | Tổ tự quản | CT01       | Mới    | 05/02/2026    |            |",
        "| MH02 | Tổ tự quản | CT01       | Mới    | 05/02/2026    | 31/02/2026 |",
    )
    assert owed(layout, rules, text, LATE)["TC01"] == [("both", "MH01", 3)]


@pytest.mark.req("R-146")
def test_a_unit_that_owes_nothing_has_no_reminder(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    assert reminder_of(made, rules, made["organisations"][1], LATE) is None
