"""Each deadline's last day, safe day and state, and what shows that it was kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.deadlines import DeadlineResult, deadlines
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import load_year
from dvk_office.rules.year import Rules
from tests.tables import book

SUBJECTS = """
| organisations | code | name        | direct | must_register |
|               | TC01 | Chi bộ An   | x      | x             |
|               | TC02 | Chi bộ Bình | x      | x             |
| registrants | code | name             | kind    | managing_organisation |
|             | CT01 | Tổ dân vận An    | Tập thể | TC01                  |
|             | CT02 | Tổ dân vận Bình  | Tập thể | TC02                  |
"""
ON_TIME = """
| models | code | name | registrant | origin | registered_on | plan_received_on | dropped_on |
|        | MH01 | Một  | CT01       | Mới    | 5/2/2026      | 9/2/2026         |            |
|        | MH02 | Hai  | CT02       | Mới    | 9/2/2026      | 1/2/2026         |            |
"""


def one(
    layout: Layout, rules: Rules, key: str, day: date, text: str = "", **typed: object
) -> DeadlineResult:
    """The only result of the deadline `key` on `day`."""
    (found,) = every(layout, rules, key, day, text, **typed)
    return found


def every(
    layout: Layout, rules: Rules, key: str, day: date, text: str = "", **typed: object
) -> list[DeadlineResult]:
    results = deadlines(book(layout, rules, text, **typed), rules, day)
    return [result for result in results if result.key == key]


# --- The days ---


@pytest.mark.req("R-145", "R-149", "R-150", "R-165", "T-04")
def test_the_last_day_is_the_one_before_the_day_named(layout: Layout, rules: Rules) -> None:
    results = deadlines(book(layout, rules), rules, date(2026, 1, 5))
    assert [(found.key, found.last_day, found.safe_day) for found in results] == [
        ("registration", date(2026, 2, 9), date(2026, 2, 9)),
        ("registration_summary", date(2026, 3, 9), date(2026, 3, 9)),
        ("half_year_report", date(2026, 6, 29), date(2026, 6, 29)),
        ("city_nomination", date(2026, 10, 14), date(2026, 10, 14)),
        ("annual_report", date(2026, 11, 29), date(2026, 11, 27)),
        ("commendation", None, None),
    ]


@pytest.mark.req("R-151", "T-01")
@pytest.mark.parametrize("strict", [True, False])
def test_the_thirty_first_of_november_never_becomes_december(
    layout: Layout, rules: Rules, *, strict: bool
) -> None:
    found = one(layout, rules, "annual_report", date(2026, 11, 23), strict_before=strict)
    assert found.last_day == date(2026, 11, 29 if strict else 30)
    assert (found.deadline.as_written, found.deadline.confirmed) == ("trước ngày 31/11/2026", False)


@pytest.mark.req("T-04", "R-165")
def test_the_switch_makes_the_day_named_the_last_one(layout: Layout, rules: Rules) -> None:
    found = one(layout, rules, "registration", date(2026, 1, 5), strict_before=False)
    assert found.last_day == date(2026, 2, 10)


@pytest.mark.req("T-06")
def test_an_own_day_off_moves_only_the_safe_day(layout: Layout, rules: Rules) -> None:
    found = one(layout, rules, "registration", date(2026, 1, 5), holidays="9/2/2026")
    assert (found.last_day, found.safe_day) == (date(2026, 2, 9), date(2026, 2, 6))


@pytest.mark.req("R-148")
def test_the_reward_is_due_at_the_closing_conference(layout: Layout, rules: Rules) -> None:
    day = date(2026, 12, 18)
    found = one(layout, rules, "commendation", day, closing_conference_date="18/12/2026")
    assert (found.last_day, found.state) == (day, "due")


# --- The states ---


@pytest.mark.req("T-04", "R-145")
@pytest.mark.parametrize(
    ("day", "state", "left"),
    [
        (date(2026, 3, 1), "open", 8),
        (date(2026, 3, 2), "soon", 7),
        (date(2026, 3, 8), "soon", 1),
        (date(2026, 3, 9), "due", 0),
        (date(2026, 3, 10), "due", 0),
        (date(2026, 3, 11), "overdue", 0),
    ],
)
def test_a_paper_not_sent_goes_from_open_to_overdue(
    layout: Layout, rules: Rules, day: date, state: str, left: int
) -> None:
    found = one(layout, rules, "registration_summary", day)
    assert (found.state, found.days_left) == (state, left)


@pytest.mark.req("T-04")
def test_read_inclusively_the_day_named_is_the_last_of_the_due_days(
    layout: Layout, rules: Rules
) -> None:
    states = [
        one(layout, rules, "registration_summary", date(2026, 3, day), strict_before=False).state
        for day in (9, 10, 11)
    ]
    assert states == ["soon", "due", "overdue"]


def test_the_office_says_how_early_it_is_warned(layout: Layout, rules: Rules) -> None:
    day = date(2026, 3, 2)
    assert one(layout, rules, "registration_summary", day, warn_days=3).state == "open"
    assert one(layout, rules, "registration_summary", day, warn_days=10**9).state == "soon"


def test_the_states_have_vietnamese_labels(layout: Layout, rules: Rules) -> None:
    days = (date(2026, 1, 5), date(2026, 3, 5), date(2026, 3, 10), date(2026, 3, 20))
    labels = [one(layout, rules, "registration_summary", day).label for day in days]
    assert labels == ["còn hạn", "sắp đến hạn", "đến hạn", "quá hạn"]


REPORT = """
| register | issuer | kind                    | state         | cut_off   | sent_on   |
|          | ĐU     | Báo cáo tổng hợp đăng ký | Đã ban hành   |           | {day}     |
"""


@pytest.mark.req("R-145", "R-168")
@pytest.mark.parametrize(
    ("sent", "label", "late"),
    [
        ("9/3/2026", "đã hoàn thành", 0),
        ("10/3/2026", "hoàn thành muộn (1 ngày)", 1),
        ("20/3/2026", "hoàn thành muộn (11 ngày)", 11),
    ],
)
def test_a_paper_is_done_when_it_is_sent(
    layout: Layout, rules: Rules, sent: str, label: str, late: int
) -> None:
    text = REPORT.format(day=sent)
    found = one(layout, rules, "registration_summary", date(2026, 11, 23), text)
    assert (found.label, found.days_late) == (label, late)


@pytest.mark.req("R-150", "R-151")
@pytest.mark.parametrize(
    ("key", "kind"),
    [("half_year_report", "Báo cáo 6 tháng"), ("annual_report", "Báo cáo năm")],
)
def test_each_report_has_its_own_kind_of_paper(
    layout: Layout, rules: Rules, key: str, kind: str
) -> None:
    text = REPORT.format(day="1/6/2026").replace("Báo cáo tổng hợp đăng ký", kind)
    results = deadlines(book(layout, rules, text), rules, date(2026, 11, 23))
    assert [found.key for found in results if found.state == "done"] == [key]


def test_the_first_sending_counts(layout: Layout, rules: Rules) -> None:
    text = REPORT.format(day="20/3/2026") + "| | MTTQ | registration_report | | | 5/3/2026 |"
    found = one(layout, rules, "registration_summary", date(2026, 11, 23), text)
    assert found.done_on == date(2026, 3, 5)


def test_a_cancelled_paper_is_not_sent(layout: Layout, rules: Rules) -> None:
    text = REPORT.format(day="5/3/2026").replace("Đã ban hành", "Hủy")
    found = one(layout, rules, "registration_summary", date(2026, 11, 23), text)
    assert found.state == "overdue"


def test_a_sending_still_to_come_is_none(layout: Layout, rules: Rules) -> None:
    text = REPORT.format(day="8/3/2026")
    assert one(layout, rules, "registration_summary", date(2026, 3, 7), text).state == "soon"


@pytest.mark.req("R-152")
def test_the_report_of_the_year_before_does_not_count(layout: Layout, rules: Rules) -> None:
    text = """
| register | issuer | kind        | cut_off    | sent_on   |
|          | ĐU     | Báo cáo năm | 15/11/2025 | 5/1/2026  |
|          | ĐU     | Báo cáo năm |            | 5/12/2025 |
"""
    assert one(layout, rules, "annual_report", date(2026, 11, 23), text).done_on is None


# --- Registration ---


@pytest.mark.req("R-165", "T-29")
def test_registration_is_done_when_all_registrations_and_plans_are_there(
    layout: Layout, rules: Rules
) -> None:
    found = one(layout, rules, "registration", date(2026, 11, 23), SUBJECTS + ON_TIME)
    assert (found.state, found.done_on) == ("done", date(2026, 2, 9))


@pytest.mark.req("R-165", "R-168", "T-38")
@pytest.mark.parametrize("strict", [True, False])
def test_the_tenth_of_february_is_late_only_when_read_strictly(
    layout: Layout, rules: Rules, *, strict: bool
) -> None:
    text = SUBJECTS + ON_TIME.replace("1/2/2026", "10/2/2026")
    found = one(layout, rules, "registration", date(2026, 11, 23), text, strict_before=strict)
    late = [(item.proof.code, item.proof.organisation, item.days_late) for item in found.late]
    assert late == ([("MH02", "TC02", 1)] if strict else [])


@pytest.mark.req("T-29")
def test_a_registration_without_a_plan_is_not_done(layout: Layout, rules: Rules) -> None:
    text = SUBJECTS + ON_TIME.replace("1/2/2026", "")
    found = one(layout, rules, "registration", date(2026, 2, 15), text)
    assert found.state == "overdue"
    assert [(item.proof.code, item.days_late) for item in found.late] == [("MH02", 6)]


@pytest.mark.req("R-163", "R-165")
def test_a_body_that_must_register_and_has_no_model_is_named(layout: Layout, rules: Rules) -> None:
    text = SUBJECTS + "\n".join(ON_TIME.splitlines()[:-1])
    found = one(layout, rules, "registration", date(2026, 2, 15), text)
    (item,) = found.late
    assert (item.proof.organisation, item.proof.place.sheet_key) == ("TC02", "organisations")


def test_a_body_that_is_itself_the_subject_has_registered(layout: Layout, rules: Rules) -> None:
    text = (
        (SUBJECTS + ON_TIME)
        .replace("Tổ dân vận Bình ", "Chi bộ bình")
        .replace("Tập thể | TC02", "Tập thể | TC01")
    )
    assert one(layout, rules, "registration", date(2026, 11, 23), text).state == "done"


@pytest.mark.req("T-14", "T-41")
@pytest.mark.parametrize(("origin", "dropped"), [("Phát hiện", ""), ("Tiếp tục", "1/2/2026")])
def test_what_need_not_be_registered_is_not_waited_for(
    layout: Layout, rules: Rules, origin: str, dropped: str
) -> None:
    row = f"|        | MH03 | Ba   | CT01       | {origin} |               |      | {dropped} |\n"
    found = one(layout, rules, "registration", date(2026, 11, 23), SUBJECTS + ON_TIME + row)
    assert found.state == "done"


def test_nothing_registered_at_all_is_late_as_a_whole(layout: Layout, rules: Rules) -> None:
    found = one(layout, rules, "registration", date(2026, 2, 15))
    assert (found.state, found.days_late, found.items) == ("overdue", 6, ())


# --- Appraisal and the city ---

HEARINGS = """
| meetings | code | kind            | date      |
|          | CH01 | Phiên thẩm định | 20/9/2026 |
| hearings | model | meeting | date      | report_received | conclusion | decision_date |
|          | MH01  | CH01    |           | 17/9/2026       | Đạt        | 30/9/2026     |
|          | MH02  |         | 20/9/2026 | 18/9/2026       | Không đạt  |               |
|          | MH03  | CH01    | 28/9/2026 |                 | Đạt        | 30/9/2026     |
"""
NOMINEES = """
| exemplars | registrant | chosen | submission_date |
|           | CT01       | x      | 1/10/2026       |
|           | CT02       | x      | {day}           |
|           | CT03       |        |                 |
"""


@pytest.mark.req("R-121", "T-05")
def test_each_hearing_has_its_own_day_for_the_report(layout: Layout, rules: Rules) -> None:
    found = every(layout, rules, "appraisal_report", date(2026, 11, 23), HEARINGS)
    assert [(r.model, r.hearing_date, r.last_day, r.state, r.days_late) for r in found] == [
        ("MH01", date(2026, 9, 20), date(2026, 9, 17), "done", 0),
        ("MH02", date(2026, 9, 20), date(2026, 9, 17), "done_late", 1),
        ("MH03", date(2026, 9, 28), date(2026, 9, 25), "overdue", 59),
    ]


@pytest.mark.req("T-05")
def test_three_working_days_before_a_sunday_are_a_wednesday(layout: Layout, rules: Rules) -> None:
    found = every(
        layout, rules, "appraisal_report", date(2026, 11, 23), HEARINGS, appraisal_days="working"
    )
    assert found[0].last_day == date(2026, 9, 16)


def test_a_hearing_without_a_day_has_no_last_day(layout: Layout, rules: Rules) -> None:
    text = "| hearings | model |\n| | MH01 |"
    found = one(layout, rules, "appraisal_report", date(2026, 11, 23), text)
    assert (found.last_day, found.state) == (None, "open")


@pytest.mark.req("R-149")
@pytest.mark.parametrize(
    ("day", "state"), [("14/10/2026", "done"), ("15/10/2026", "done_late"), ("", "overdue")]
)
def test_the_nomination_is_done_when_every_chosen_one_is_sent(
    layout: Layout, rules: Rules, day: str, state: str
) -> None:
    text = HEARINGS + NOMINEES.format(day=day)
    assert one(layout, rules, "city_nomination", date(2026, 11, 23), text).state == state


@pytest.mark.req("R-149")
@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("30/9/2026     |", "16/10/2026    |", "done_late"),
        ("30/9/2026     |", "              |", "overdue"),
        ("| 28/9/2026 |", "| 20/12/2026 |", "done"),
    ],
)
def test_the_nomination_covers_appraisal_and_decision(
    layout: Layout, rules: Rules, old: str, new: str, state: str
) -> None:
    text = HEARINGS.replace(old, new, 1) + NOMINEES.format(day="1/10/2026")
    assert one(layout, rules, "city_nomination", date(2026, 11, 23), text).state == state


def test_nobody_chosen_is_not_done(layout: Layout, rules: Rules) -> None:
    assert one(layout, rules, "city_nomination", date(2026, 11, 23), HEARINGS).state == "overdue"


@pytest.mark.req("R-147", "R-148")
def test_the_reward_is_done_when_each_proposed_one_has_it(layout: Layout, rules: Rules) -> None:
    text = """
| exemplars | registrant | commend | commendation_date |
|           | CT01       | x       | 16/12/2026        |
|           | CT02       | x       | 20/12/2026        |
"""
    typed = {"closing_conference_date": "18/12/2026"}
    found = one(layout, rules, "commendation", date(2026, 12, 31), text, **typed)
    assert (found.state, found.days_late) == ("done_late", 2)


# --- What always holds ---


@settings(max_examples=60, deadline=None)
@given(
    day=st.dates(date(2025, 12, 1), date(2027, 3, 1)),
    warn=st.integers(0, 30),
    strict=st.booleans(),
)
@pytest.mark.req("T-38")
def test_states_only_go_forward_while_nothing_is_sent(
    day: date, warn: int, *, strict: bool
) -> None:
    rules = load_year(2026)
    made = book(load_layout(rules), rules, warn_days=warn, strict_before=strict)
    order = ["open", "soon", "due", "overdue"]
    today, tomorrow = (deadlines(made, rules, d) for d in (day, day + timedelta(days=1)))
    for before, after in zip(today, tomorrow, strict=True):
        assert order.index(before.state) <= order.index(after.state)
