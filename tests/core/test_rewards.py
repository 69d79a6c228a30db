"""Who is rewarded, with how much, by which decision."""

from datetime import date

import pytest

from dvk_office.core.order import COLLECTIVE, INDIVIDUAL
from dvk_office.core.rewards import of_kind, reward_decisions, rewards, total
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| registrants | code | kind    | name           |
|             | CT01 | Cá nhân | Trần Văn Đức   |
|             | CT02 | Tập thể | Chi bộ thôn Hạ |
|             | CT03 | Cá nhân | Lê Văn Ân      |
|             | CT04 | Cá nhân | Hồ Thị Bé      |
| exemplars | registrant | model | votes_for | commend | reward_amount | commendation_number | commendation_date |
|           | CT01       | MH01  | 12        | Có      |               |                     |                   |
|           | CT04       | MH02  | 11        | Không   |               |                     |                   |
|           | CT03       | MH03  | 9         | Có      | 900000        |                     |                   |
|           | CT02       | MH04  | 8         | Có      |               |                     |                   |
|           | CT01       | MH05  | 7         | Có      |               |                     |                   |
"""
AMOUNTS = {"reward_collective": "1.500.000", "reward_individual": "800.000"}


def made(layout: Layout, rules: Rules, text: str = TEXT, **settings: object):
    return book(layout, rules, text, **{**AMOUNTS, **settings})


@pytest.mark.req("R-147")
def test_only_those_proposed_are_rewarded_each_once(layout: Layout, rules: Rules) -> None:
    held = rewards(made(layout, rules, people_order="votes"))
    assert [one.nominee.code for one in held] == ["CT02", "CT01", "CT03"]


@pytest.mark.req("R-147", "T-10")
def test_who_is_proposed_for_two_models_is_rewarded_by_the_first_row(
    layout: Layout, rules: Rules
) -> None:
    held = rewards(
        made(layout, rules, TEXT.replace("7         |", "20        |"), people_order="votes")
    )
    assert [(one.nominee.code, one.nominee.row.text("model")) for one in held] == [
        ("CT02", "MH04"),
        ("CT01", "MH01"),
        ("CT03", "MH03"),
    ]


@pytest.mark.req("R-141", "R-185")
@pytest.mark.parametrize(
    ("order", "expected"),
    [("name", ["CT02", "CT03", "CT01"]), ("typed", ["CT02", "CT01", "CT03"])],
)
def test_they_stand_in_the_order_of_all_lists(
    layout: Layout, rules: Rules, order: str, expected: list[str]
) -> None:
    held = rewards(made(layout, rules, people_order=order))
    assert [one.nominee.code for one in held] == expected


@pytest.mark.req("R-179")
def test_an_amount_is_that_of_the_row_or_of_the_kind(layout: Layout, rules: Rules) -> None:
    held = rewards(made(layout, rules, people_order="typed"))
    assert [one.amount for one in held] == [1_500_000, 800_000, 900_000]
    assert total(held) == 3_200_000
    assert (total(of_kind(held, COLLECTIVE)), total(of_kind(held, INDIVIDUAL))) == (
        1_500_000,
        1_700_000,
    )


def test_an_amount_that_nobody_set_is_none_not_nothing(layout: Layout, rules: Rules) -> None:
    held = rewards(made(layout, rules, reward_individual=None, people_order="typed"))
    assert [one.amount for one in held] == [1_500_000, None, 900_000]


@pytest.mark.req("R-179")
def test_each_number_is_a_decision_and_the_rest_wait_in_one(layout: Layout, rules: Rules) -> None:
    text = TEXT.replace(
        "900000        |                     |                   |",
        "900000 | 05/QĐ-UBND | 20/11/2026 |",
    )
    first, waiting = reward_decisions(made(layout, rules, text))
    assert (first.number, first.day) == ("05/QĐ-UBND", date(2026, 11, 20))
    assert [one.code for one in first.nominees] == ["CT03"]
    assert (waiting.number, waiting.day) == ("", None)
    assert [one.code for one in waiting.nominees] == ["CT02", "CT01"]


def test_a_number_with_two_days_tells_the_row_of_the_other(layout: Layout, rules: Rules) -> None:
    text = TEXT.replace(
        "900000        |                     |                   |",
        "900000 | 05/QĐ-UBND | 20/11/2026 |",
    ).replace(
        "| CT02       | MH04  | 8         | Có      |               |                     |                   |",
        "| CT02       | MH04  | 8         | Có      |               | 5/QĐ-UBND           | 21/11/2026        |",
    )
    first, _waiting = reward_decisions(made(layout, rules, text))
    assert first.other_day is not None
    row, day = first.other_day
    assert (row.text("registrant"), day) == ("CT03", date(2026, 11, 20))
    assert first.day == date(2026, 11, 21)


def test_nobody_proposed_makes_no_decision(layout: Layout, rules: Rules) -> None:
    assert reward_decisions(made(layout, rules, "")) == ()
