"""When and where models are heard, and by when their reports are due."""

from datetime import date, time

import pytest

from dvk_office.core.records import Book
from dvk_office.core.sittings import report_due, sittings, turn_of
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| models | code | name | origin    | dropped_on |
|        | MH01 | Một  | Mới       |            |
|        | MH02 | Hai  | Mới       |            |
|        | MH03 | Ba   | Mới       |            |
|        | MH04 | Bốn  | Mới       | 01/8/2026  |
|        | MH05 | Năm  | Mới       |            |
|        | MH06 | Sáu  | Phát hiện |            |
| meetings | code | kind            | date      | time  | place     |
|          | CH01 | Phiên thẩm định | 20/9/2026 | 7h30  | Hội trường |
|          | CH02 | Phiên thẩm định | 18/9/2026 | 13h30 | Trạm Y tế  |
| hearings | model | meeting | date      | time | place    |
|          | MH03  |         | 19/9/2026 | 8h00 | Nhà văn hóa |
|          | MH05  |         |           |      |          |
|          | MH01  | CH01    |           | 9h00 |          |
|          | MH02  | CH02    |           |      |          |
|          | MH04  | CH02    |           |      |          |
|          | MH06  |         |           |      |          |
"""


@pytest.fixture
def held(rules: Rules, layout: Layout) -> Book:
    return book(layout, rules, TEXT)


@pytest.mark.req("R-115", "R-119")
def test_sittings_stand_by_day_and_what_has_none_comes_last(held: Book, today: date) -> None:
    found = sittings(held, today)
    assert [one.code for one in found] == ["CH02", "MH03", "CH01", "MH05"]
    assert [one.day and one.day.day for one in found] == [18, 19, 20, None]


@pytest.mark.req("R-119")
def test_a_hearing_without_a_meeting_says_itself_when_and_where(held: Book, today: date) -> None:
    lone = sittings(held, today)[1]
    assert (lone.meeting, lone.at, lone.place) == (None, time(8), "Nhà văn hóa")


@pytest.mark.req("R-119")
def test_a_hearing_that_begins_later_than_its_sitting_keeps_its_own_hour(
    held: Book, today: date
) -> None:
    whole = sittings(held, today)[2]
    assert (whole.at, turn_of(whole.rows[0])) == (time(7, 30), time(9))


@pytest.mark.req("R-119")
@pytest.mark.parametrize(
    ("hours", "order"),
    [
        (("10h00", "9h00"), ["MH05", "MH01"]),
        (("", "9h00"), ["MH01", "MH05"]),
        (("9h00", ""), ["MH01", "MH05"]),
    ],
)
def test_models_stand_in_the_turn_of_their_hours_and_without_one_as_typed(
    rules: Rules, layout: Layout, today: date, hours: tuple[str, str], order: list[str]
) -> None:
    text = TEXT.replace("| MH05  |         |           |      |", "| MH06 |  |  |  |")
    first, second = hours
    text = text.replace("| CH01    |           | 9h00 |", f"| CH01 | | {first} |")
    text += f"|          | MH05  | CH01 | | {second} | |\n"
    whole = sittings(book(layout, rules, text), today)[-1]
    assert [row.code for row in whole.rows] == order


@pytest.mark.req("R-114", "T-14")
def test_a_discovered_model_is_heard_only_where_a_hearing_is_set(
    held: Book, rules: Rules, layout: Layout, today: date
) -> None:
    assert "MH06" not in [one.code for one in sittings(held, today)]
    heard = book(layout, rules, TEXT.replace("| MH06  |        ", "| MH06  | CH01   "))
    assert [row.code for row in sittings(heard, today)[2].rows] == ["MH01", "MH06"]


@pytest.mark.req("T-41")
def test_a_dropped_model_is_not_heard(held: Book, today: date) -> None:
    assert [row.code for row in sittings(held, today)[0].rows] == ["MH02"]


@pytest.mark.req("R-121", "T-05")
@pytest.mark.parametrize(
    ("way", "last"), [("calendar", date(2026, 9, 17)), ("working", date(2026, 9, 16))]
)
def test_a_report_is_due_three_days_before_the_hearing(
    rules: Rules, layout: Layout, way: str, last: date
) -> None:
    assert report_due(book(layout, rules, appraisal_days=way), rules, date(2026, 9, 20)) == last


def test_no_report_is_due_where_no_day_is_known(held: Book, rules: Rules) -> None:
    assert report_due(held, rules, None) is None
