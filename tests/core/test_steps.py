"""The step at which a model stands, from the days of its rows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.records import Book
from dvk_office.core.steps import STEPS, step_label, step_of, steps_taken
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

MODEL = """
| models | code | origin   | registered_on | plan_date | plan_received_on | start_date | launch_date | dropped_on |
|        | MH01 | Tiếp tục | 2/2/2026      | 3/2/2026  | 5/2/2026         | 6/3/2026   |             |            |
"""
YEAR = (
    MODEL
    + """
| inspections | model | date      | kind |
|             | MH01  | 5/8/2026  | self |
|             | MH01  | 20/5/2026 | board |
| hearings | model | date      | report_received | conclusion | notice_date | decision_date |
|          | MH01  | 15/9/2026 | 10/9/2026       | Đạt        | 18/9/2026   | 2/10/2026     |
| exemplars | registrant | model | submission_date | city_date  |
|           | CT01       | MH01  | 9/10/2026       | 20/11/2026 |
|           | CT02       | MH01  | 8/10/2026       |            |
"""
)
DAYS = (
    ("1/2", "not_yet"),
    ("2/2", "registered"),
    ("4/2", "registered"),
    ("5/2", "planned"),
    ("6/3", "carried_out"),
    ("20/5", "inspected"),
    ("10/9", "reported"),
    ("15/9", "appraised"),
    ("18/9", "notified"),
    ("2/10", "recognised"),
    ("8/10", "nominated"),
    ("19/11", "nominated"),
    ("20/11", "city_recognised"),
)


def day_of(text: str) -> date:
    day, month = text.split("/")
    return date(2026, int(month), int(day))


def step(made: Book, text: str = "23/11") -> str:
    return step_of(made, made["models"][0], day_of(text))


@pytest.mark.req("R-078", "R-079")
@pytest.mark.parametrize(("day", "expected"), DAYS)
def test_a_model_goes_through_ten_steps_day_by_day(
    layout: Layout, rules: Rules, day: str, expected: str
) -> None:
    assert step(book(layout, rules, YEAR), day) == expected


@pytest.mark.req("R-079")
def test_the_steps_have_the_names_and_the_order_of_the_flow() -> None:
    assert [step_label(one) for one in (*STEPS, "dropped", "failed")] == [
        "Đăng ký", "Có kế hoạch", "Triển khai, ra mắt", "Kiểm tra", "Gửi báo cáo", "Thẩm định",
        "Thông báo kết quả", "Công nhận", "Đề nghị thành phố", "Thành phố công nhận", "Loại bỏ",
        "Không đạt",
    ]  # fmt: skip
    assert step_label("not_yet") == "Chưa đăng ký"


@pytest.mark.req("R-032", "R-079")
def test_a_new_model_is_carried_out_from_its_launch_on(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, MODEL.replace("Tiếp tục", "Mới     "))
    assert step(made) == "planned"
    launched = MODEL.replace("|             |", "| 9/3/2026    |")
    made = book(layout, rules, launched.replace("Tiếp tục", "Mới     "))
    assert (step(made, "8/3"), step(made, "9/3")) == ("planned", "carried_out")


@pytest.mark.req("R-079", "T-41")
def test_a_model_given_up_stands_beside_the_steps_from_that_day_on(
    layout: Layout, rules: Rules
) -> None:
    head = MODEL.strip().removesuffix("|            |")
    made = book(layout, rules, f"{head}| 30/6/2026 |")
    assert (step(made, "29/6"), step(made, "30/6")) == ("carried_out", "dropped")


@pytest.mark.req("R-079")
def test_a_model_that_failed_stands_beside_the_steps(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, YEAR.replace("| Đạt  ", "| Không đạt"))
    assert (step(made, "14/9"), step(made, "15/9")) == ("reported", "failed")
    assert "recognised" not in steps_taken(made, made["models"][0], day_of("23/11"))


@pytest.mark.req("R-079", "R-114")
def test_a_find_is_recognised_without_a_conclusion(layout: Layout, rules: Rules) -> None:
    text = """
| models | code | origin    |
|        | MH01 | Phát hiện |
| hearings | model | decision_date |
|          | MH01  | 2/10/2026     |
"""
    assert step(book(layout, rules, text)) == "recognised"


@pytest.mark.req("R-079")
def test_a_hearing_has_the_day_of_its_meeting(layout: Layout, rules: Rules) -> None:
    text = """
| models | code | registered_on |
|        | MH01 | 2/2/2026      |
| meetings | code | date      |
|          | CH01 | 15/9/2026 |
| hearings | model | meeting |
|          | MH01  | CH01    |
"""
    made = book(layout, rules, text)
    assert (step(made, "14/9"), step(made, "15/9")) == ("registered", "appraised")


@pytest.mark.req("R-079")
def test_rows_without_a_code_belong_to_no_model(layout: Layout, rules: Rules) -> None:
    text = """
| models | name       | registered_on |
|        | Chưa có mã | 2/2/2026      |
| inspections | date      | kind |
|             | 5/8/2026  | self |
"""
    assert step(book(layout, rules, text)) == "registered"


@pytest.mark.req("R-079")
@given(first=st.dates(date(2026, 1, 1), date(2026, 12, 31)), later=st.integers(0, 300))
def test_no_step_is_ever_taken_back(layout: Layout, rules: Rules, first: date, later: int) -> None:
    made = book(layout, rules, YEAR)
    model, then = made["models"][0], date.fromordinal(first.toordinal() + later)
    order = ("not_yet", *STEPS)
    assert order.index(step_of(made, model, first)) <= order.index(step_of(made, model, then))
    taken = steps_taken(made, model, first)
    assert [one for one in STEPS if one in taken] == list(taken)
    assert all(day <= first for day in taken.values())
