"""Which models a recognition decision holds, and in what order."""

from datetime import date

import pytest

from dvk_office.core.heard import HearingPaper, goes_unheard
from dvk_office.core.recognition import (
    considered,
    considered_in,
    decisions,
    discovered,
    notices,
    submission_of,
)
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


def codes(decision: HearingPaper) -> list[str]:
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


@pytest.mark.req("R-127", "R-177", "T-41")
@pytest.mark.parametrize(
    ("decided", "codes_in"), [("20/8/2026", ["MH06"]), ("01/9/2026", []), ("02/9/2026", [])]
)
def test_a_model_stands_for_ever_in_a_decision_that_was_made_before_it_was_dropped(
    rules: Rules, layout: Layout, today: date, decided: str, codes_in: list[str]
) -> None:
    row = f"| | MH06 | Đạt | | 45-QĐ/ĐU | {decided} | 31-TB/ĐU | {decided} |"
    found = made(rules, layout, row)
    for papers in (decisions(found, today), notices(found, today)):
        assert [code for one in papers for code in codes(one)] == codes_in


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


@pytest.mark.req("R-124")
def test_a_notice_typed_in_two_ways_is_named_once(
    rules: Rules, layout: Layout, today: date
) -> None:
    rows = """
| | MH01 | Đạt | | | | 31-TB/ĐU | 25/9/2026 |
| | MH02 | Đạt | | | | 031-tb/đu | 25/9/2026 |
"""
    (decision,) = decisions(made(rules, layout, rows), today)
    assert decision.notices == (("31-TB/ĐU", date(2026, 9, 25)),)


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
    met = considered_in(book(layout, rules, text), date(2026, 10, 5))
    assert met is not None
    assert met.text("code") == "CH02"


FOUND = """
| models | code | name | registrant | origin    | dropped_on |
|        | MH01 | Một  | CT01       | Mới       |            |
|        | MH07 | Bảy  | CT02       | Phát hiện |            |
| meetings | code | kind            | date      |
|          | CH01 | Phiên thẩm định | 10/9/2026 |
"""


@pytest.mark.req("R-114", "T-14")
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("|      |       |             |           |", ["MH07"]),
        ("|      |       | 12-QĐ/ĐU    | 05/10/2026 |", ["MH07"]),
        ("| CH01 |       | 12-QĐ/ĐU    | 05/10/2026 |", ["MH07"]),
        ("| CH01 |       |             |           |", []),
        ("|      | Không đạt | 12-QĐ/ĐU | 05/10/2026 |", []),
    ],
    ids=["no hearing set", "decided", "decided after a hearing", "hearing to come", "failed"],
)
def test_a_discovered_model_is_proposed_without_a_hearing(
    rules: Rules, layout: Layout, today: date, row: str, expected: list[str]
) -> None:
    rows = (
        "| hearings | model | meeting | conclusion | decision_number | decision_date |\n| | MH07 "
    )
    found = book(layout, rules, FOUND + rows + row)
    assert [one.code for paper in decisions(found, today) for one in paper.rows] == expected


@pytest.mark.req("R-114")
def test_a_discovered_model_needs_a_notice_only_where_it_was_heard(
    rules: Rules, layout: Layout, today: date
) -> None:
    rows = """
| hearings | model | meeting | conclusion |
|          | MH07  |         |            |
|          | MH01  |         | Đạt        |
"""
    found = book(layout, rules, FOUND + rows)
    (decision,) = decisions(found, today)
    assert [row.code for row in discovered(decision)] == ["MH07"]
    assert [row.code for row in decision.rows if not goes_unheard(found, row)] == ["MH01"]


@pytest.mark.req("R-123", "R-176")
def test_a_notice_holds_what_passed_and_what_failed_and_nothing_without_a_conclusion(
    rules: Rules, layout: Layout, today: date
) -> None:
    rows = """
| | MH05 | Không đạt | | | | 31-TB/ĐU | 25/9/2026 |
| | MH01 | Đạt | | | | 31-TB/ĐU | 25/9/2026 |
| | MH02 | Đạt | | | | | |
| | MH03 | | | | | | |
"""
    found = notices(made(rules, layout, rows), today)
    assert [(one.number, codes(one)) for one in found] == [
        ("31-TB/ĐU", ["MH01", "MH05"]),
        ("", ["MH02"]),
    ]


@pytest.mark.req("R-123")
def test_two_days_for_one_notice_are_seen(rules: Rules, layout: Layout, today: date) -> None:
    rows = "| | MH01 | Đạt | | | | 31-TB/ĐU | 25/9/2026 |\n| | MH02 | Đạt | | | | 31-TB/ĐU | 26/9/2026 |"
    (notice,) = notices(made(rules, layout, rows), today)
    assert notice.other_day
    assert notice.other_day[0].text("model") == "MH02"


DECIDED_TWICE = """
| | MH01 | Đạt | | 12-QĐ/ĐU | 05/10/2026 | | |
| | MH02 | Đạt | | 15-QĐ/ĐU | 20/10/2026 | | |
| | MH03 | Đạt | | | | | |
| meetings | code | kind                   | date       |
|          | CH01 | Họp bình xét công nhận | 02/10/2026 |
|          | CH02 | Họp bình xét công nhận | 19/10/2026 |
|          | CH03 | Họp bình xét công nhận | 01/11/2026 |
| register | issuer | kind | number | date | state |
|  | Ban Xây dựng Đảng | Tờ trình đề nghị công nhận mô hình | 03-TTr/BXDĐ | 01/10/2026 | Đã ban hành |
|  | Ban Xây dựng Đảng | Tờ trình đề nghị công nhận mô hình | 04-TTr/BXDĐ | 04/10/2026 | Hủy |
|  | Ban Xây dựng Đảng | Tờ trình đề nghị công nhận mô hình | 05-TTr/BXDĐ | 15/10/2026 | Đã ban hành |
|  | Ban Xây dựng Đảng | Tờ trình đề nghị công nhận mô hình | | | Chờ số |
"""


@pytest.mark.req("R-124")
def test_a_decision_rests_on_the_last_proposal_since_the_decision_before(
    rules: Rules, layout: Layout, today: date
) -> None:
    found = made(rules, layout, DECIDED_TWICE)
    rows = [submission_of(found, one, today) for one in decisions(found, today)]
    assert [row.text("number") if row else "" for row in rows] == ["03-TTr/BXDĐ", "05-TTr/BXDĐ", ""]


@pytest.mark.req("R-124")
def test_a_proposal_of_another_year_is_not_what_a_decision_rests_on(
    rules: Rules, layout: Layout, today: date
) -> None:
    found = made(rules, layout, DECIDED_TWICE.replace("01/10/2026 |", "01/10/2025 |"))
    assert submission_of(found, decisions(found, today)[0], today) is None


@pytest.mark.req("R-128")
def test_each_meeting_has_the_decisions_that_came_out_of_it(
    rules: Rules, layout: Layout, today: date
) -> None:
    found = made(rules, layout, DECIDED_TWICE)
    per_meeting = [[one.number for one in considered(found, m, today)] for m in found["meetings"]]
    assert per_meeting == [["12-QĐ/ĐU"], ["15-QĐ/ĐU"], [""]]


@pytest.mark.req("R-128")
def test_what_waits_for_a_decision_is_considered_in_the_next_meeting_where_none_was_held(
    rules: Rules, layout: Layout
) -> None:
    rows = """
| | MH01 | Đạt | | | | | |
| meetings | code | kind                   | date       |
|          | CH02 | Họp bình xét công nhận | 30/11/2026 |
|          | CH01 | Họp bình xét công nhận | 25/11/2026 |
"""
    found = made(rules, layout, rows)
    held = [len(considered(found, one, date(2026, 11, 23))) for one in found["meetings"]]
    assert held == [0, 1]
