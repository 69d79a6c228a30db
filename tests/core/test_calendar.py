"""Working days: weekends, holidays of the year, the office's own days off."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.calendar import days_before, days_off, is_working, safe_day, typed_days
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

DAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))
OFF = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40)


@pytest.mark.req("T-06")
def test_a_sunday_moves_to_the_friday_before() -> None:
    assert safe_day(date(2026, 11, 29), frozenset()) == date(2026, 11, 27)


@pytest.mark.req("T-06")
def test_a_holiday_moves_over_the_weekend_before_it(rules: Rules, layout: Layout) -> None:
    off = days_off(book(layout, rules), rules)
    assert safe_day(date(2026, 2, 20), off) == date(2026, 2, 13)


@pytest.mark.req("T-06")
def test_the_offices_own_days_off_are_added(rules: Rules, layout: Layout) -> None:
    off = days_off(book(layout, rules, holidays="24/11/2026; 25-11-2026\n26.11.2026"), rules)
    assert safe_day(date(2026, 11, 26), off) == date(2026, 11, 23)
    assert date(2026, 9, 2) in off


def test_a_day_that_cannot_be_read_is_told_apart() -> None:
    assert list(typed_days("24/11/2026; 31/11/2026")) == [
        ("24/11/2026", date(2026, 11, 24)),
        ("31/11/2026", None),
    ]


@pytest.mark.req("T-05")
def test_calendar_days_count_weekends() -> None:
    monday = date(2026, 9, 21)
    assert days_before(monday, 3, frozenset(), working=False) == date(2026, 9, 18)


@pytest.mark.req("T-05")
def test_working_days_do_not_count_weekends() -> None:
    monday = date(2026, 9, 21)
    assert days_before(monday, 3, frozenset(), working=True) == date(2026, 9, 16)


@given(DAYS, OFF)
def test_the_safe_day_is_the_last_working_day_not_after(day: date, off: frozenset[date]) -> None:
    safe = safe_day(day, off)
    between = [safe + timedelta(days=n + 1) for n in range((day - safe).days)]
    assert is_working(safe, off)
    assert not any(is_working(one, off) for one in between)


@given(DAYS, st.integers(1, 15), OFF)
def test_so_many_working_days_lie_between(day: date, count: int, off: frozenset[date]) -> None:
    start = days_before(day, count, off, working=True)
    between = [start + timedelta(days=n) for n in range((day - start).days)]
    assert sum(is_working(one, off) for one in between) == count
