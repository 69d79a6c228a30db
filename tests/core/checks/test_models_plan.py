"""The approval of a model, its plan, and who is in charge of it."""

from datetime import date

import pytest

from dvk_office.core.checks.models_plan import CHECKS
from dvk_office.core.checks.steps import CHECKS as STEP_CHECKS
from dvk_office.core.findings import WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

BEGINNING = date(2026, 2, 20)
TODAY = date(2026, 11, 23)
BASE = {
    "code": "MH01",
    "name": "Tuyến đường hoa",
    "origin": "Mới",
    "approval_date": "22/1/2026",
    "registered_on": "2/2/2026",
    "plan_number": "01/KH-TDV",
    "plan_date": "28/1/2026",
    "plan_received_on": "3/2/2026",
    "start_date": "6/3/2026",
    "end_date": "18/12/2026",
    "launch_planned": "6/3/2026",
    "launch_date": "",
    "person_in_charge": "Cao Thị Ngọc Thoa",
    "dropped_on": "",
}
NO_PLAN = {"plan_number": "", "plan_date": "", "plan_received_on": ""}


def found(
    layout: Layout, rules: Rules, checks: tuple = CHECKS, today: date = BEGINNING, **cells: str
) -> set[tuple[str, str]]:
    row = BASE | cells
    text = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |"
    made = book(layout, rules, text)
    findings = [one for check in checks for one in check(made, rules, layout, today)]
    assert {one.place.row for one in findings} <= {4}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-061", "R-063", "R-066", "R-068", "R-070")
def test_a_model_with_approval_and_plan_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-061")
def test_a_model_without_approval_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, approval_date="") == {("MH-050", "approval_date")}
    assert entry("MH-050").severity == WARNING


@pytest.mark.req("R-061", "R-063")
@pytest.mark.parametrize("cells", [{"dropped_on": "10/2/2026"}, {"origin": "Phát hiện"}])
def test_nothing_is_asked_of_a_model_given_up_or_found(
    layout: Layout, rules: Rules, cells: dict[str, str]
) -> None:
    blank = dict.fromkeys(("approval_date", "start_date", "end_date", "person_in_charge"), "")
    assert found(layout, rules, **(NO_PLAN | blank | cells)) == set()


@pytest.mark.req("R-063")
def test_a_model_without_a_plan_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, **NO_PLAN) == {("MH-051", "plan_received_on")}
    assert found(layout, rules, STEP_CHECKS, **NO_PLAN) == set()


@pytest.mark.req("R-063", "R-079")
def test_once_it_is_carried_out_the_missing_plan_is_told_as_a_jump_and_only_so(
    layout: Layout, rules: Rules
) -> None:
    cells = NO_PLAN | {"launch_date": "6/3/2026"}
    assert found(layout, rules, today=TODAY, **cells) == set()
    codes = found(layout, rules, STEP_CHECKS, TODAY, **cells)
    assert codes == {("BU-001", "plan_received_on")}


@pytest.mark.req("R-063", "R-165")
def test_a_plan_that_was_not_received_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, plan_received_on="") == {("MH-052", "plan_received_on")}


@pytest.mark.req("R-063")
def test_a_plan_needs_no_number_and_a_number_needs_a_day(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, plan_number="") == set()
    assert found(layout, rules, plan_date="") == {("MH-053", "plan_date")}


@pytest.mark.req("R-187")
@pytest.mark.parametrize(
    "number", ["01-KH/CB", "05/KH-TDV", "10/KH-MTTQ-BTT", "14-KH/ĐTN", "3/KH-UBND"]
)
def test_plans_are_numbered_like_papers_of_the_party_or_of_the_state(
    layout: Layout, rules: Rules, number: str
) -> None:
    assert found(layout, rules, plan_number=number) == set()


@pytest.mark.req("R-187")
@pytest.mark.parametrize("number", ["01", "KH 01", "số 05", "01-KH"])
def test_a_number_of_no_known_form_is_warned_of(layout: Layout, rules: Rules, number: str) -> None:
    assert found(layout, rules, plan_number=number) == {("MH-054", "plan_number")}


@pytest.mark.req("R-066", "R-070")
@pytest.mark.parametrize("key", ["start_date", "end_date", "person_in_charge"])
def test_a_plan_says_when_and_who(layout: Layout, rules: Rules, key: str) -> None:
    assert found(layout, rules, **{key: ""}) == {("MH-055", key)}


@pytest.mark.req("R-068")
@pytest.mark.parametrize(
    ("origin", "launch", "told"),
    [("Mới", "", True), ("Mới", "20/2/2026", False), ("Tiếp tục", "", False)],
)
def test_the_plan_of_a_new_model_says_when_it_is_launched(
    layout: Layout, rules: Rules, origin: str, launch: str, *, told: bool
) -> None:
    codes = found(layout, rules, origin=origin, launch_date=launch, launch_planned="")
    assert codes == ({("MH-055", "launch_planned")} if told else set())


@pytest.mark.req("R-066", "R-068", "R-070")
def test_all_that_the_plan_leaves_open_is_one_finding(layout: Layout, rules: Rules) -> None:
    blank = dict.fromkeys(("start_date", "end_date", "launch_planned", "person_in_charge"), "")
    made = book(layout, rules, "| models | code | origin |\n| | MH01 | Mới |")
    (one,) = CHECKS[-1](made, rules, layout, BEGINNING)
    assert found(layout, rules, **blank) == {("MH-055", "start_date")}
    assert "«Ngày bắt đầu», «Ngày kết thúc», «Dự kiến ra mắt», «Người phụ trách»" in one.message
