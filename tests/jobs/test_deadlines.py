"""The answer of «Thời hạn» and its calendar file."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from dvk_office.core.findings import ERROR, DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.deadlines import deadlines
from dvk_office.jobs.opening import Opened
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
TEXT = """
| models | code | name | origin | registered_on | plan_received_on |
|        | MH01 | Một  | Mới    | 9/2/2026      | 12/2/2026        |
| hearings | model | date      | report_received |
|          | MH01  | 20/9/2026 | 18/9/2026       |
"""


@pytest.fixture
def opened(rules: Rules, layout: Layout) -> Opened:
    return Opened(Path("so.xlsx"), book(layout, rules, TEXT), rules, layout, ())


def test_the_answer_is_ready_for_json(opened: Opened) -> None:
    answer = json.loads(json.dumps(dict(deadlines(opened, TODAY).answer)))
    keys = [one["key"] for one in answer["deadlines"]]
    assert keys == [
        "registration", "registration_summary", "half_year_report", "city_nomination",
        "annual_report", "appraisal_report", "commendation",
    ]  # fmt: skip


@pytest.mark.req("R-165", "R-168")
def test_a_late_unit_is_listed_with_its_days(opened: Opened) -> None:
    registration = deadlines(opened, TODAY).answer["deadlines"][0]
    assert registration["state"] == "hoàn thành muộn (3 ngày)"
    assert registration["late"] == [
        {
            "sheet_key": "models",
            "row": 4,
            "code": "MH01",
            "name": "Một",
            "organisation": "",
            "done_on": "2026-02-12",
            "days_late": 3,
        }
    ]


@pytest.mark.req("R-121")
def test_a_hearings_deadline_names_model_and_day(opened: Opened) -> None:
    (report,) = (
        one
        for one in deadlines(opened, TODAY).answer["deadlines"]
        if one["key"] == "appraisal_report"
    )
    assert (report["model"], report["hearing_date"], report["last_day"], report["state_key"]) == (
        "MH01",
        "2026-09-20",
        "2026-09-17",
        "done_late",
    )


@pytest.mark.req("T-01")
def test_the_day_as_printed_and_as_read_are_both_told(opened: Opened) -> None:
    annual = deadlines(opened, TODAY).answer["deadlines"][4]
    assert (annual["as_written"], annual["last_day"], annual["safe_day"]) == (
        "trước ngày 31/11/2026",
        "2026-11-29",
        "2026-11-27",
    )
    assert annual["confirmed"] is False


def test_the_warnings_come_with_it_in_the_order_of_the_sheets(opened: Opened) -> None:
    codes = [one.code for one in deadlines(opened, TODAY).findings]
    assert codes == ["HAN-008", "HAN-002", "HAN-004", "HAN-012", "HAN-006", "HAN-006"]


def test_the_calendar_is_made_where_it_was_asked_for(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "lịch" / "thời hạn.ics"
    (made,) = deadlines(opened, TODAY, path).made
    content = path.read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert (made.path, made.kind, made.sha256) == (path, "calendar", sha256(content).hexdigest())


def test_a_place_that_cannot_be_written_is_one_finding(opened: Opened, tmp_path: Path) -> None:
    with pytest.raises(DvkError) as stop:
        deadlines(opened, TODAY, tmp_path)
    assert stop.value.finding.code == "TEP-092"


@pytest.mark.req("R-001", "T-04")
def test_errors_in_the_settings_by_which_the_days_are_read_are_told_beside_them(
    rules: Rules, layout: Layout
) -> None:
    made = book(layout, rules, TEXT, year=rules.year + 1)
    place = made.settings.place("strict_before")
    unread = (finding("O-018", place, column="", found="tùy"), finding("HAN-013", place, found="?"))
    other = finding("O-018", Place("models", "Mô hình", 4, "priority", "J"), column="", found="?")
    opened = Opened(Path("so.xlsx"), made, rules, layout, (*unread, other))
    told = [one.code for one in deadlines(opened, TODAY).findings if one.severity == ERROR]
    assert sorted(told) == ["O-018", "TT-001"]
