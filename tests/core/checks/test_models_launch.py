"""Launches: demanded of new models, asked of replicated ones, not needed by old ones."""

from datetime import date

import pytest

from dvk_office.core.checks.models_launch import CHECKS
from dvk_office.core.findings import ERROR, NOTE, WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BASE = {
    "code": "MH01",
    "name": "Tuyến đường hoa",
    "origin": "Mới",
    "registered_on": "2/2/2026",
    "launch_planned": "6/3/2026",
    "launch_date": "6/3/2026",
    "dropped_on": "",
}


def found(
    layout: Layout, rules: Rules, today: date = TODAY, needed: str = "Không", **cells: str
) -> set[str]:
    """The codes of the findings on one model; each stands at the day of its launch."""
    row = BASE | cells
    text = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |"
    made = book(layout, rules, text, launch_replicated=needed)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {str(one.place) for one in findings} <= {"Mô hình!AC4"}
    return {one.code for one in findings}


@pytest.mark.req("R-032", "R-035", "R-071")
@pytest.mark.parametrize("origin", ["Mới", "Nhân rộng"])
def test_a_launch_held_this_year_after_the_registration_has_no_finding(
    layout: Layout, rules: Rules, origin: str
) -> None:
    assert found(layout, rules, origin=origin) == set()


@pytest.mark.req("R-032", "R-071", "T-13")
@pytest.mark.parametrize("planned", ["", "22/11/2026"])
def test_a_new_model_without_a_launch_is_warned_of(
    layout: Layout, rules: Rules, planned: str
) -> None:
    assert found(layout, rules, launch_date="", launch_planned=planned) == {"MH-040"}
    assert entry("MH-040").severity == WARNING
    assert entry("MH-040").message.startswith("Thiếu ra mắt")


@pytest.mark.req("R-032", "R-068", "T-13")
@pytest.mark.parametrize("planned", ["23/11/2026", "11/12/2026"])
def test_a_launch_that_is_still_to_come_is_noted(
    layout: Layout, rules: Rules, planned: str
) -> None:
    assert found(layout, rules, launch_date="", launch_planned=planned) == {"MH-041"}
    assert entry("MH-041").severity == NOTE


@pytest.mark.req("R-032")
def test_a_new_model_given_up_needs_no_launch(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, launch_date="", dropped_on="1/6/2026") == set()


@pytest.mark.req("R-033", "T-12")
def test_a_replicated_model_is_asked_for_its_launch_and_by_setting_must_hold_one(
    layout: Layout, rules: Rules
) -> None:
    cells = {"origin": "Nhân rộng", "launch_date": ""}
    assert found(layout, rules, **cells) == {"MH-042"}
    assert found(layout, rules, needed="Có", **cells) == {"MH-040"}
    assert entry("MH-042").severity == WARNING


@pytest.mark.req("R-033")
def test_a_replicated_model_that_plans_its_launch_is_not_asked(
    layout: Layout, rules: Rules
) -> None:
    cells = {"origin": "Nhân rộng", "launch_date": "", "launch_planned": "1/12/2026"}
    assert found(layout, rules, **cells) == set()
    assert found(layout, rules, needed="Có", **cells) == {"MH-041"}


@pytest.mark.req("R-032", "R-034")
@pytest.mark.parametrize("origin", ["Tiếp tục", "Phát hiện"])
def test_old_models_and_finds_need_no_launch(layout: Layout, rules: Rules, origin: str) -> None:
    assert found(layout, rules, origin=origin, launch_date="") == set()


@pytest.mark.req("R-034")
def test_a_launch_of_a_continued_model_raises_a_question(layout: Layout, rules: Rules) -> None:
    for day in ("6/3/2026", "20/5/2024"):
        assert found(layout, rules, origin="Tiếp tục", launch_date=day) == {"MH-046"}
    assert entry("MH-046").severity == NOTE


@pytest.mark.req("R-032", "R-071")
@pytest.mark.parametrize("origin", ["Mới", "Tiếp tục", "Nhân rộng", "Phát hiện"])
def test_a_launch_after_today_is_an_error(layout: Layout, rules: Rules, origin: str) -> None:
    assert found(layout, rules, origin=origin, launch_date="24/11/2026") == {"MH-043"}
    assert "MH-043" not in found(layout, rules, origin=origin, launch_date="23/11/2026")
    assert entry("MH-043").severity == ERROR


@pytest.mark.req("R-035")
@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("31/12/2025", {"MH-044"}),
        ("1/1/2026", {"MH-045"}),
        ("1/2/2026", {"MH-045"}),
        ("2/2/2026", set()),
    ],
)
def test_a_launch_is_in_the_year_and_not_before_the_registration(
    layout: Layout, rules: Rules, day: str, codes: set[str]
) -> None:
    assert found(layout, rules, launch_date=day) == codes
    assert found(layout, rules, launch_date=day, origin="Nhân rộng") == codes
    assert {entry(code).severity for code in ("MH-044", "MH-045")} == {WARNING}


@pytest.mark.req("R-035")
def test_a_launch_of_the_year_after_is_warned_of(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, date(2027, 2, 1), launch_date="4/1/2027")
    assert codes == {"MH-044"}
