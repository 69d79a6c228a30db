"""Dates as people type them: our own parser, no locale, no guess."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.dates import (
    checked_date,
    clock_time,
    hours,
    plain_date,
    read_date,
    serial_date,
    short_date,
)
from dvk_office.documents.wording import long_day, short_day

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize(
    "text",
    [
        "5/2/2026",
        "05/02/2026",
        "5/02/2026",
        "05-02-2026",
        "5.2.2026",
        "5–2–2026",
        "5 / 2 / 2026",
        "2026-02-05",
        "2026-02-05T00:00:00",
        "2026-02-05T00:00:00Z",
        "2026-02-05 08:30",
        "05/02/2026 08:30",
        "05/02/2026 8:30:00",
        "ngày 05 tháng 02 năm 2026",
        "Ngày 5 tháng 2 năm 2026",
        "5 tháng 2 năm 2026",
    ],
)
def test_day_month_and_year_are_read_in_this_order(text: str) -> None:
    assert read_date(text) == date(2026, 2, 5)


@pytest.mark.req("R-186", "T-40")
def test_the_deadlines_that_other_settings_turn_round_are_not_turned_round() -> None:
    assert read_date("10/02/2026") == date(2026, 2, 10)
    assert read_date("10/3/2026") == date(2026, 3, 10)


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("31/11/2026", "O-013", {"month": "11", "year": "2026", "days": "30"}),
        ("30/02/2026", "O-013", {"month": "2", "year": "2026", "days": "28"}),
        ("29/2/2026", "O-013", {"month": "2", "year": "2026", "days": "28"}),
        ("30/2/2028", "O-013", {"month": "2", "year": "2028", "days": "29"}),
        ("0/5/2026", "O-013", {"month": "5", "year": "2026", "days": "31"}),
        ("ngày 31 tháng 11 năm 2026", "O-013", {"month": "11", "year": "2026", "days": "30"}),
        ("2026-11-31", "O-013", {"month": "11", "year": "2026", "days": "30"}),
        ("5/13/2026", "O-014", {"month": "13"}),
        ("10/25/2026", "O-014", {"month": "25"}),
        ("5/0/2026", "O-014", {"month": "0"}),
        ("5/2/26", "O-012", {}),
        ("31/11/26", "O-012", {}),
        ("5-2-6", "O-012", {}),
        ("ngày 5 tháng 2 năm 26", "O-012", {}),
        ("5/2/0026", "O-015", {"year": "26"}),
        ("5/2/20226", "O-015", {"year": "20226"}),
        ("31/12/1899", "O-015", {"year": "1899"}),
        ("1/1/2101", "O-015", {"year": "2101"}),
    ],
)
def test_an_impossible_date_is_told_by_what_is_impossible_in_it(
    text: str, code: str, facts: dict[str, str]
) -> None:
    assert read_date(text) == (code, facts)


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "5/2",
        "tháng 2/2026",
        "02/2026",
        "5/2-2026",
        "5,2,2026",
        "5 2 2026",
        "2026/02/05",
        "Feb 5, 2026",
        "5/2/2026 25:00",
        "5/2/2026?",
        "khoảng 5/2/2026",
        "٥/٢/٢٠٢٦",
        "5/2/2026\n6/2/2026",
        "1" * 5000,
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert read_date(text) == ("O-011", {})


@pytest.mark.req("R-186")
def test_every_day_of_two_centuries_is_read_back_as_printed() -> None:
    first, last = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
    all_days = map(date.fromordinal, range(first, last + 1))
    assert not [day for day in all_days if read_date(short_date(day)) != day]


@pytest.mark.req("R-186")
@given(days)
def test_a_day_is_read_back_however_it_is_separated(day: date) -> None:
    assert read_date(short_date(day).replace("/", "-")) == day
    assert read_date(short_date(day).replace("/", ".")) == day
    assert read_date(f"{day.day}/{day.month}/{day.year}") == day
    assert read_date(day.isoformat()) == day


@pytest.mark.req("R-186", "T-40")
@given(days)
def test_a_day_on_a_paper_is_read_back_as_itself(day: date) -> None:
    assert read_date(short_day(day)) == day
    assert read_date(long_day(day, day.year)) == day


@pytest.mark.req("R-186")
@given(st.integers(0, 40), st.integers(0, 20), st.integers(1890, 2110))
def test_three_numbers_are_a_date_only_where_the_calendar_has_it(
    day: int, month: int, year: int
) -> None:
    found = checked_date(year, month, day)
    try:
        expected = date(year, month, day)
    except ValueError:
        expected = None
    if expected and 1900 <= year <= 2100:
        assert found == expected
    else:
        assert isinstance(found, tuple)


@pytest.mark.req("R-186", "T-40")
@given(st.text(alphabet="0123456789/-. ngàythángnăm:T", max_size=20))
def test_no_text_is_more_than_a_date_or_a_fault(text: str) -> None:
    found = read_date(text)
    if isinstance(found, date):
        assert str(found.year) in text
        assert 1900 <= found.year <= 2100
    else:
        assert found[0] in {"O-011", "O-012", "O-013", "O-014", "O-015"}


@pytest.mark.req("R-186")
@pytest.mark.parametrize(
    ("number", "day"),
    [
        (46063, date(2026, 2, 10)),
        (46063.0, date(2026, 2, 10)),
        (46063.5, date(2026, 2, 10)),
        (20000, date(1954, 10, 3)),
        (19999, None),
        (73050, date(2099, 12, 31)),
        (73051, None),
        (-1, None),
        (10022026, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        (None, None),
        ("46063", None),
    ],
)
def test_a_bare_number_is_the_day_that_excel_counts(number: object, day: date | None) -> None:
    assert serial_date(number) == day


def test_a_date_loses_its_time_of_day() -> None:
    assert plain_date(datetime(2026, 2, 5, 23, 59)) == date(2026, 2, 5)  # noqa: DTZ001
    assert type(plain_date(datetime(2026, 2, 5))) is date  # noqa: DTZ001
    assert plain_date(date(2026, 2, 5)) == date(2026, 2, 5)


@pytest.mark.parametrize(
    ("span", "at"),
    [
        (timedelta(), time()),
        (timedelta(hours=8, minutes=30, seconds=5), time(8, 30, 5)),
        (timedelta(hours=23, minutes=59, seconds=59), time(23, 59, 59)),
        (timedelta(hours=24), None),
        (timedelta(hours=-1), None),
    ],
)
def test_a_span_of_less_than_a_day_is_a_time_of_day(span: timedelta, at: time | None) -> None:
    assert clock_time(span) == at


@pytest.mark.parametrize(
    ("span", "seen"),
    [
        (timedelta(hours=60), "60:00"),
        (timedelta(minutes=90, seconds=59), "1:30"),
        (timedelta(minutes=-90), "-1:30"),
        (timedelta(), "0:00"),
    ],
)
def test_a_span_of_time_is_shown_in_hours(span: timedelta, seen: str) -> None:
    assert hours(span) == seen
