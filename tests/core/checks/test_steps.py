"""Steps jumped over, steps in the wrong order, and the subject's own check before the appraisal."""

from datetime import date

import pytest

from dvk_office.core.checks.hearings_order import CHECKS as HEARING_CHECKS
from dvk_office.core.checks.steps import CHECKS
from dvk_office.core.findings import WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
MODEL = {
    "code": "MH01",
    "name": "Tuyến đường hoa",
    "origin": "Tiếp tục",
    "registered_on": "2/2/2026",
    "plan_date": "28/1/2026",
    "plan_received_on": "3/2/2026",
    "start_date": "6/3/2026",
    "launch_date": "",
    "dropped_on": "",
}
NO_PLAN = {"plan_date": "", "plan_received_on": ""}
CHECKED = "| inspections | model | date | kind |\n| | MH01 | {day} | {kind} |"
HEARING = """
| hearings | model | date      | report_received | conclusion | notice_date | decision_date |
|          | MH01  | 15/9/2026 | 10/9/2026       | Đạt        | 18/9/2026   | 2/10/2026     |
"""


def found(
    layout: Layout,
    rules: Rules,
    more: str,
    today: date = TODAY,
    checks: tuple = CHECKS,
    **cells: str,
) -> set[tuple[str, str]]:
    row = MODEL | cells
    text = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |\n{more}"
    made = book(layout, rules, text)
    return {
        (one.code, f"{one.place.sheet_key}.{one.place.column_key}{one.place.row}")
        for check in checks
        for one in check(made, rules, layout, today)
    }


def checked(day: str = "5/8/2026", kind: str = "Chủ thể tự kiểm tra") -> str:
    return CHECKED.format(day=day, kind=kind)


@pytest.mark.req("R-075", "R-079")
def test_a_model_that_took_every_step_in_order_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, checked() + HEARING) == set()


@pytest.mark.req("R-079")
@pytest.mark.parametrize("more", ["", checked(), checked() + HEARING])
def test_a_model_carried_out_without_a_plan_jumped_over_it(
    layout: Layout, rules: Rules, more: str
) -> None:
    codes = found(layout, rules, more, **NO_PLAN)
    assert codes == {("BU-001", "models.plan_received_on4")}
    assert entry("BU-001").severity == WARNING


@pytest.mark.req("R-079")
def test_before_its_first_day_nothing_is_jumped(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "", date(2026, 3, 5), **NO_PLAN) == set()
    assert found(layout, rules, "", date(2026, 3, 6), **NO_PLAN) == {
        ("BU-001", "models.plan_received_on4")
    }


@pytest.mark.req("R-079")
def test_a_plan_with_its_own_day_is_a_step_taken(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, checked(), plan_received_on="") == set()


@pytest.mark.req("R-079")
def test_a_model_checked_before_it_was_carried_out_jumped_over_that(
    layout: Layout, rules: Rules
) -> None:
    codes = found(layout, rules, checked(), start_date="")
    assert codes == {("BU-001", "models.start_date4")}
    progress = "\n| progress | model | as_of |\n| | MH01 | 20/6/2026 |"
    assert found(layout, rules, checked() + progress, start_date="") == set()


@pytest.mark.req("R-079")
@pytest.mark.parametrize("cells", [{"origin": "Mới"}, {"dropped_on": "1/6/2026"}])
def test_a_missing_launch_and_a_model_given_up_are_told_elsewhere(
    layout: Layout, rules: Rules, cells: dict[str, str]
) -> None:
    """MH-040 is for the launch, HN-005 for the appraisal of a model given up."""
    assert found(layout, rules, checked() + HEARING, start_date="", **cells) == set()


@pytest.mark.req("R-079", "R-126")
@pytest.mark.parametrize("key", ["conclusion", "notice_date"])
def test_a_jump_inside_the_appraisal_is_told_there_and_only_there(
    layout: Layout, rules: Rules, key: str
) -> None:
    blank = {"conclusion": ("Đạt  ", ""), "notice_date": ("18/9/2026  ", "")}[key]
    more = checked() + HEARING.replace(*blank)
    assert found(layout, rules, more) == set()
    told = {code for code, _ in found(layout, rules, more, checks=HEARING_CHECKS)}
    assert told & {"HN-032", "HN-033"}


@pytest.mark.req("R-075")
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", True),
        (checked("15/9/2026"), False),
        (checked("16/9/2026"), True),
        (checked(kind="Ban Xây dựng Đảng kiểm tra"), True),
        (checked("31/9/2026"), False),
    ],
)
def test_the_subject_checks_its_model_once_before_the_appraisal(
    layout: Layout, rules: Rules, more: str, *, told: bool
) -> None:
    codes = found(layout, rules, more + HEARING)
    assert codes == ({("BU-002", "hearings.model4")} if told else set())
    assert entry("BU-002").severity == WARNING


@pytest.mark.req("R-075")
def test_no_check_is_missed_before_the_day_of_the_appraisal(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, HEARING, date(2026, 9, 14)) == set()


@pytest.mark.req("R-075", "R-114")
def test_a_find_was_checked_by_whoever_found_it(layout: Layout, rules: Rules) -> None:
    more = checked(kind="Ban Xây dựng Đảng kiểm tra") + HEARING
    assert found(layout, rules, more, origin="Phát hiện") == set()
    codes = found(layout, rules, HEARING, origin="Phát hiện")
    assert codes == {("BU-002", "hearings.model4")}


@pytest.mark.req("R-079")
@pytest.mark.parametrize("key", ["registered_on", "plan_received_on"])
def test_registration_and_plan_come_before_report_and_appraisal(
    layout: Layout, rules: Rules, key: str
) -> None:
    more = checked() + HEARING
    assert found(layout, rules, more, **{key: "10/9/2026"}) == set()
    assert found(layout, rules, more, **{key: "11/9/2026"}) == {("BU-003", f"models.{key}4")}
    assert entry("BU-003").severity == WARNING
