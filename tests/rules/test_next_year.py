"""A new year is a new file: lists, deadlines and findings change with no code changed (R-001)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.checks.deadlines import CHECKS
from dvk_office.core.deadlines import deadlines
from dvk_office.core.records import Unreadable
from dvk_office.core.targets import targets
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import read_rules
from dvk_office.rules.year import Rules
from tests.tables import book

MODEL = """
| models | code | name       | field      | origin | registered_on | plan_received_on |
|        | MH01 | Giảm nhựa  | Môi trường | Mới    | 20/2/{year}   | 20/2/{year}      |
"""
HEARING = "| hearings | model | date | report_received |\n| | MH01 | 20/9/{year} | 17/9/{year} |"


@pytest.fixture(scope="module")
def next_rules() -> Rules:
    text = Path(__file__).with_name("next_year.toml").read_text(encoding="utf-8")
    found = read_rules(text)
    assert isinstance(found, Rules)
    return found


@pytest.fixture(scope="module")
def next_layout(next_rules: Rules) -> Layout:
    return load_layout(next_rules)


def late(rules: Rules, layout: Layout) -> set[tuple[str, str]]:
    """Code and column of every finding about lateness in the same entries of the year of `rules`."""
    made = book(layout, rules, (MODEL + HEARING).format(year=rules.year))
    found = (
        one for check in CHECKS for one in check(made, rules, layout, date(rules.year, 12, 31))
    )
    return {(one.code, one.place.column_key) for one in found if one.place.sheet_key == "models"}


@pytest.mark.req("R-001", "R-037")
def test_a_fifth_field_is_a_choice_next_year_only(
    rules: Rules, layout: Layout, next_rules: Rules, next_layout: Layout
) -> None:
    (now,) = book(layout, rules, MODEL)["models"]
    (then,) = book(next_layout, next_rules, MODEL)["models"]
    assert now.raw("field") is Unreadable.CELL
    assert then.text("field") == "MT"


@pytest.mark.req("R-001", "R-038")
def test_the_lists_follow_the_year(layout: Layout, next_layout: Layout) -> None:
    added = {
        name: {one.key for one in next_layout.choices[name]}
        - {one.key for one in layout.choices[name]}
        for name in ("fields", "topics", "registrant_types")
    }
    assert added == {"fields": {"MT"}, "topics": {"MT1"}, "registrant_types": set()}


@pytest.mark.req("R-001")
def test_the_settings_follow_the_year(next_layout: Layout) -> None:
    assert next_layout.setting_by_key["year"].default == "2027"
    assert next_layout.setting_by_key["year_cut_off"].default == "15/11/2027"


@pytest.mark.req("R-001", "R-094")
def test_the_points_follow_the_year(next_rules: Rules) -> None:
    first, second, *others = next_rules.criteria
    changed = (first._replace(points=15), second._replace(points=5), *others)
    found = load_layout(replace(next_rules, criteria=changed)).setting_by_key
    assert [found[f"points_c{n}"].default for n in (1, 2, 3)] == ["15", "5", "10"]


@pytest.mark.req("R-001", "R-165")
def test_a_later_deadline_takes_a_warning_away(
    rules: Rules, layout: Layout, next_rules: Rules, next_layout: Layout
) -> None:
    assert late(rules, layout) == {
        ("HAN-001", "registered_on"),
        ("HAN-002", "plan_received_on"),
    }
    assert late(next_rules, next_layout) == set()


@pytest.mark.req("R-001", "R-151")
def test_the_days_are_the_new_years_and_there_is_one_more(
    next_rules: Rules, next_layout: Layout
) -> None:
    results = deadlines(book(next_layout, next_rules), next_rules, date(2027, 1, 4))
    assert {one.key: one.last_day for one in results} == {
        "registration": date(2027, 2, 28),
        "registration_summary": date(2027, 3, 9),
        "half_year_report": date(2027, 6, 29),
        "city_nomination": date(2027, 10, 14),
        "annual_report": date(2027, 12, 4),
        "plan": date(2027, 1, 19),
        "commendation": None,
    }


@pytest.mark.req("R-001", "R-121")
def test_more_days_before_a_hearing_make_the_same_report_late(
    next_rules: Rules, next_layout: Layout
) -> None:
    made = book(next_layout, next_rules, HEARING.format(year=2027))
    (report,) = (
        one
        for one in deadlines(made, next_rules, date(2027, 12, 31))
        if one.key == "appraisal_report"
    )
    assert (report.last_day, report.days_late) == (date(2027, 9, 15), 2)


@pytest.mark.req("R-001")
def test_a_paper_for_the_new_deadline_keeps_it(next_rules: Rules, next_layout: Layout) -> None:
    made = book(
        next_layout, next_rules, "| register | kind | sent_on |\n| | Kế hoạch | 10/1/2027 |"
    )
    states = {one.key: one.state for one in deadlines(made, next_rules, date(2027, 2, 1))}
    assert states["plan"] == "done"


@pytest.mark.req("R-001", "R-013", "R-014", "R-016", "R-021")
def test_the_targets_ask_for_the_new_years_numbers(next_rules: Rules, next_layout: Layout) -> None:
    bodies = "".join(f"| | TC{n} | x |\n" for n in range(36))
    made = book(next_layout, next_rules, f"| organisations | code | direct |\n{bodies}")
    results = targets(made, next_rules, date(2027, 12, 31))
    assert [one.required for one in results] == [8, 2, 33, 9]


@pytest.mark.req("R-001", "R-031")
def test_a_model_of_this_year_does_not_count_in_the_next(
    rules: Rules, layout: Layout, next_rules: Rules, next_layout: Layout
) -> None:
    text = """
| registrants | code |
|             | CT01 |
| models | code | registrant | origin | commune_task | registered_on | start_date | launch_date |
|        | MH01 | CT01       | Mới    | x            | 5/2/2026      | 1/3/2026   | 8/3/2026    |
"""
    (now, *_) = targets(book(layout, rules, text), rules, date(2026, 12, 31))
    (then, *_) = targets(book(next_layout, next_rules, text), next_rules, date(2027, 12, 31))
    assert (now.actual, then.actual) == (1, 0)
