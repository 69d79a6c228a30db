"""Which models a recognition decision holds, and in what order."""

from datetime import date

import pytest

from dvk_office.core.recognition import Decision, decisions, minutes_day
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

SUBJECTS = """
| registrants | code | kind    | name            |
|             | CT01 | Tập thể | Chi bộ thôn Hạ  |
|             | CT02 | Tập thể | Chi bộ thôn Thượng |
|             | CT03 | Cá nhân | Phạm Đạt        |
|             | CT04 | Cá nhân | Lê Văn Ân       |
|             | CT05 | Cá nhân | Nguyễn Văn An   |
| models | code | name | registrant | origin | dropped_on |
|        | MH01 | Một  | CT02       | Mới    |            |
|        | MH02 | Hai  | CT01       | Mới    |            |
|        | MH03 | Ba   | CT03       | Mới    |            |
|        | MH04 | Bốn  | CT04       | Mới    |            |
|        | MH05 | Năm  | CT05       | Mới    |            |
|        | MH06 | Sáu  | CT01       | Mới    | 01/9/2026  |
"""
HEARINGS = """
| hearings | model | conclusion | votes_for | decision_number | decision_date | notice_number | notice_date |
"""


def made(rules: Rules, layout: Layout, rows: str, **settings: object) -> Book:
    return book(layout, rules, SUBJECTS + HEARINGS + rows, **settings)


def codes(decision: Decision) -> list[str]:
    return [row.hearing.text("model") for row in decision.rows]


@pytest.mark.req("R-127", "R-177")
def test_only_models_that_passed_are_in(rules: Rules, layout: Layout, today: date) -> None:
    found = made(rules, layout, "| | MH01 | Đạt | | | | | |\n| | MH02 | Không đạt | | | | | |")
    assert [codes(one) for one in decisions(found, today)] == [["MH01"]]


@pytest.mark.req("R-177")
def test_a_model_without_a_conclusion_is_not_in(rules: Rules, layout: Layout, today: date) -> None:
    assert decisions(made(rules, layout, "| | MH01 | | | | | | |"), today) == ()


@pytest.mark.req("R-177", "T-41")
def test_a_dropped_model_is_not_in(rules: Rules, layout: Layout, today: date) -> None:
    found = made(rules, layout, "| | MH06 | Đạt | | | | | |\n| | MH01 | Đạt | | | | | |")
    assert [codes(one) for one in decisions(found, today)] == [["MH01"]]


def test_a_model_dropped_later_is_still_in(rules: Rules, layout: Layout) -> None:
    found = made(rules, layout, "| | MH06 | Đạt | | | | | |")
    assert [codes(one) for one in decisions(found, date(2026, 8, 31))] == [["MH06"]]


def test_a_row_whose_conclusion_cannot_be_read_is_kept_in_doubt(
    rules: Rules, layout: Layout, today: date
) -> None:
    assert [
        codes(one) for one in decisions(made(rules, layout, "| | MH01 | Đạp | | | | | |"), today)
    ] == [["MH01"]]


@pytest.mark.req("R-177")
def test_collectives_come_first_as_typed_then_persons_by_given_name(
    rules: Rules, layout: Layout, today: date
) -> None:
    rows = "\n".join(f"| | MH0{n} | Đạt | | | | | |" for n in (3, 4, 5, 2, 1))
    (decision,) = decisions(made(rules, layout, rows), today)
    assert codes(decision) == ["MH01", "MH02", "MH05", "MH04", "MH03"]


@pytest.mark.req("R-185")
@pytest.mark.parametrize(
    ("order", "expected"),
    [("typed", ["MH03", "MH04", "MH05"]), ("votes", ["MH04", "MH03", "MH05"])],
)
def test_persons_stand_in_the_order_that_the_settings_say(
    rules: Rules, layout: Layout, today: date, order: str, expected: list[str]
) -> None:
    rows = (
        "| | MH05 | Đạt | 3 | | | | |\n| | MH04 | Đạt | 7 | | | | |\n| | MH03 | Đạt | 5 | | | | |"
    )
    (decision,) = decisions(made(rules, layout, rows, people_order=order), today)
    assert codes(decision) == expected


def test_each_number_makes_one_paper_and_what_has_none_makes_the_last(
    rules: Rules, layout: Layout, today: date
) -> None:
    rows = """
| | MH05 | Đạt | | | | | |
| | MH01 | Đạt | | 12-QĐ/ĐU | 05/10/2026 | | |
| | MH02 | Đạt | | 15-QĐ/ĐU | 20/10/2026 | | |
| | MH03 | Đạt | | 12-QĐ/ĐU | 05/10/2026 | | |
"""
    found = decisions(made(rules, layout, rows), today)
    assert [(one.number, one.day, codes(one)) for one in found] == [
        ("12-QĐ/ĐU", date(2026, 10, 5), ["MH01", "MH03"]),
        ("15-QĐ/ĐU", date(2026, 10, 20), ["MH02"]),
        ("", None, ["MH05"]),
    ]


def test_two_days_for_one_number_are_seen(rules: Rules, layout: Layout, today: date) -> None:
    rows = "| | MH01 | Đạt | | 12-QĐ/ĐU | 05/10/2026 | | |\n| | MH02 | Đạt | | 12-QĐ/ĐU | 06/10/2026 | | |"
    (decision,) = decisions(made(rules, layout, rows), today)
    assert decision.other_day
    assert decision.other_day[0].text("model") == "MH02"


def test_only_the_models_asked_for_are_in(rules: Rules, layout: Layout, today: date) -> None:
    rows = "| | MH01 | Đạt | | | | | |\n| | MH02 | Đạt | | | | | |"
    (decision,) = decisions(made(rules, layout, rows), today, ("MH02",))
    assert codes(decision) == ["MH02"]


@pytest.mark.req("R-124")
def test_each_notice_is_named_once_by_its_day(rules: Rules, layout: Layout, today: date) -> None:
    rows = """
| | MH01 | Đạt | | | | 33-TB/ĐU | 30/9/2026 |
| | MH02 | Đạt | | | | 31-TB/ĐU | 25/9/2026 |
| | MH03 | Đạt | | | | 31-TB/ĐU | 25/9/2026 |
"""
    (decision,) = decisions(made(rules, layout, rows), today)
    assert [number for number, _ in decision.notices] == ["31-TB/ĐU", "33-TB/ĐU"]


@pytest.mark.req("R-128")
def test_the_last_meeting_on_recognition_before_the_decision_counts(
    rules: Rules, layout: Layout
) -> None:
    text = """
| meetings | code | kind                   | date       |
|          | CH01 | Họp bình xét công nhận | 15/9/2026  |
|          | CH02 | Họp bình xét công nhận | 02/10/2026 |
|          | CH03 | Phiên thẩm định        | 03/10/2026 |
|          | CH04 | Họp bình xét công nhận | 20/10/2026 |
"""
    assert minutes_day(book(layout, rules, text), date(2026, 10, 5)) == date(2026, 10, 2)
