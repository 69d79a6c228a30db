"""The days of a model: registered, past, of this year, in order."""

from datetime import date

import pytest

from dvk_office.core.checks.models_days import CHECKS
from dvk_office.core.findings import ERROR, WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BASE = {
    "code": "MH01",
    "name": "Tuyến đường hoa",
    "origin": "Mới",
    "approval_date": "22/1/2026",
    "registered_on": "2/2/2026",
    "plan_date": "28/1/2026",
    "plan_received_on": "3/2/2026",
    "start_date": "6/3/2026",
    "end_date": "18/12/2026",
    "launch_planned": "6/3/2026",
    "launch_date": "6/3/2026",
    "dropped_on": "",
}


def found(layout: Layout, rules: Rules, today: date = TODAY, **cells: str) -> set[tuple[str, str]]:
    row = BASE | cells
    text = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |"
    made = book(layout, rules, text)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {one.place.row for one in findings} <= {4}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-029", "R-031", "R-061", "R-062", "R-063")
def test_a_model_of_this_year_in_its_order_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-062")
@pytest.mark.parametrize("origin", ["Mới", "Tiếp tục", "Nhân rộng"])
def test_a_model_that_was_not_registered_is_an_error(
    layout: Layout, rules: Rules, origin: str
) -> None:
    codes = found(layout, rules, origin=origin, registered_on="")
    assert codes == {("MH-030", "registered_on")}
    assert entry("MH-030").severity == ERROR


@pytest.mark.req("R-062", "T-14")
def test_a_find_is_not_registered(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, origin="Phát hiện", registered_on="") == set()


def test_a_day_that_cannot_be_read_is_not_called_missing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, registered_on="31/2/2026") == set()


@pytest.mark.req("R-061", "R-062", "R-063")
@pytest.mark.parametrize(
    "key", ["approval_date", "registered_on", "plan_date", "plan_received_on", "dropped_on"]
)
def test_what_is_done_was_done_by_today(layout: Layout, rules: Rules, key: str) -> None:
    assert ("MH-031", key) not in found(layout, rules, **{key: "23/11/2026"})
    assert ("MH-031", key) in found(layout, rules, **{key: "24/11/2026"})
    assert entry("MH-031").severity == ERROR


def test_a_day_to_come_in_the_next_year_is_told_once(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, registered_on="4/1/2027") == {("MH-031", "registered_on")}


@pytest.mark.req("R-029")
def test_a_registration_of_last_year_does_not_register_this_year(
    layout: Layout, rules: Rules
) -> None:
    cells = {"origin": "Tiếp tục", "approval_date": ""}
    codes = found(layout, rules, registered_on="31/12/2025", **cells)
    assert codes == {("MH-032", "registered_on")}
    assert found(layout, rules, registered_on="1/1/2026", **cells) == set()
    assert entry("MH-032").severity == WARNING


@pytest.mark.req("R-026", "R-061", "R-063", "R-068")
@pytest.mark.parametrize(
    "key", ["approval_date", "plan_date", "plan_received_on", "launch_planned"]
)
def test_a_day_of_another_year_is_warned_of(layout: Layout, rules: Rules, key: str) -> None:
    assert ("MH-032", key) in found(layout, rules, **{key: "28/1/2025"})
    assert ("MH-032", key) not in found(layout, rules, **{key: "28/1/2026"})


@pytest.mark.req("R-026")
def test_a_model_that_ended_before_this_year_is_warned_of_and_a_longer_one_is_not(
    layout: Layout, rules: Rules
) -> None:
    cells = {"origin": "Tiếp tục", "start_date": "1/6/2024", "launch_date": ""}
    assert found(layout, rules, end_date="31/12/2025", **cells) == {("MH-032", "end_date")}
    assert found(layout, rules, end_date="30/6/2027", **cells) == set()


@pytest.mark.req("R-026", "R-031")
@pytest.mark.parametrize(
    ("origin", "day", "told"),
    [
        ("Tiếp tục", "1/6/2024", False),
        ("Tiếp tục", "4/1/2027", True),
        ("Nhân rộng", "1/12/2025", True),
        ("Nhân rộng", "4/1/2026", False),
        ("Phát hiện", "1/6/2024", False),
        ("Mới", "1/12/2025", False),
    ],
)
def test_only_old_models_started_in_earlier_years(
    layout: Layout, rules: Rules, origin: str, day: str, *, told: bool
) -> None:
    """A new model that starts in another year is an error of its own (MH-008)."""
    cells = {"origin": origin, "end_date": "", "launch_date": ""}
    codes = found(layout, rules, start_date=day, **cells)
    assert codes == ({("MH-032", "start_date")} if told else set())


@pytest.mark.req("R-061", "R-062", "R-066")
@pytest.mark.parametrize(
    ("cells", "code", "key"),
    [
        ({"plan_date": "4/2/2026"}, "MH-033", "plan_received_on"),
        ({"end_date": "5/3/2026", "launch_date": ""}, "MH-033", "end_date"),
        ({"dropped_on": "1/2/2026", "launch_date": ""}, "MH-033", "dropped_on"),
        ({"dropped_on": "5/3/2026"}, "MH-033", "dropped_on"),
        ({"approval_date": "3/2/2026"}, "MH-034", "registered_on"),
        ({"launch_date": "19/12/2026"}, "MH-034", "end_date"),
    ],
)
def test_a_day_before_the_one_that_it_follows_is_told_at_its_cell(
    layout: Layout, rules: Rules, cells: dict[str, str], code: str, key: str
) -> None:
    assert found(layout, rules, **cells) == {(code, key)}
    assert (entry("MH-033").severity, entry("MH-034").severity) == (ERROR, WARNING)


@pytest.mark.req("R-061", "R-062")
def test_all_on_one_day_is_in_order(layout: Layout, rules: Rules) -> None:
    days = dict.fromkeys([key for key in BASE if BASE[key].endswith("2026")], "2/2/2026")
    assert found(layout, rules, **days, dropped_on="2/2/2026") == set()
