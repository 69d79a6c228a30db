"""The calendar file: read back by an independent parser, folded as RFC 5545 asks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from dvk_office.core.calendar_file import calendar_text, escaped, folded
from dvk_office.core.deadlines import deadlines
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

JANUARY = date(2026, 1, 5)
TEXT = """
| hearings | model    | date      |
|          | MH 01;Đ  | 20/9/2026 |
| register | kind                | sent_on  |
|          | registration_report | 4/1/2026 |
"""


def made(layout: Layout, rules: Rules, day: date = JANUARY) -> str:
    return calendar_text(deadlines(book(layout, rules, TEXT), rules, day), rules, day, 7)


def events(text: str) -> dict[str, object]:
    return {str(one["UID"]): one for one in Calendar.from_ical(text).walk("VEVENT")}


def test_each_last_day_is_an_all_day_event(layout: Layout, rules: Rules) -> None:
    found = {uid: one.decoded("DTSTART") for uid, one in events(made(layout, rules)).items()}
    last = {uid: day for uid, day in found.items() if "appraisal" not in uid and "safe" not in uid}
    assert last == {
        "2026-registration@dvk-office": date(2026, 2, 9),
        "2026-registration_summary@dvk-office": date(2026, 3, 9),
        "2026-half_year_report@dvk-office": date(2026, 6, 29),
        "2026-city_nomination@dvk-office": date(2026, 10, 14),
        "2026-annual_report@dvk-office": date(2026, 11, 29),
    }


@pytest.mark.req("T-06")
def test_a_safe_day_before_a_weekend_is_an_event_too(layout: Layout, rules: Rules) -> None:
    safe = events(made(layout, rules))["2026-annual_report-safe@dvk-office"]
    assert safe.decoded("DTSTART") == date(2026, 11, 27)


def test_an_event_ends_on_the_next_day_as_all_day_events_do(layout: Layout, rules: Rules) -> None:
    for one in events(made(layout, rules)).values():
        assert one.decoded("DTEND") - one.decoded("DTSTART") == timedelta(days=1)


def test_a_warning_earlier_than_any_calendar_is_no_alarm(layout: Layout, rules: Rules) -> None:
    found = deadlines(book(layout, rules, TEXT), rules, JANUARY)
    text = calendar_text(found, rules, JANUARY, 10**9)
    assert text.count("BEGIN:VALARM") == len(
        [one for one in found if one.safe_day and not one.done_on]
    )


def test_the_same_deadline_keeps_its_uid(layout: Layout, rules: Rules) -> None:
    later = date(2026, 9, 1)
    assert events(made(layout, rules)).keys() == events(made(layout, rules, later)).keys()


def test_the_same_day_gives_the_same_text(layout: Layout, rules: Rules) -> None:
    assert made(layout, rules) == made(layout, rules)


def test_an_open_deadline_reminds_a_week_before_and_on_its_safe_day(
    layout: Layout, rules: Rules
) -> None:
    alarms = events(made(layout, rules))["2026-annual_report@dvk-office"].walk("VALARM")
    mornings = [-timedelta(days=9) + timedelta(hours=8), -timedelta(days=2) + timedelta(hours=8)]
    assert [one.decoded("TRIGGER") for one in alarms] == mornings


def test_what_is_done_reminds_nobody(layout: Layout, rules: Rules) -> None:
    assert not events(made(layout, rules))["2026-registration_summary@dvk-office"].walk("VALARM")


def test_the_calendar_has_a_vietnamese_name(layout: Layout, rules: Rules) -> None:
    found = Calendar.from_ical(made(layout, rules))
    assert found["X-WR-CALNAME"] == "Thời hạn “Dân vận khéo” 2026"


@pytest.mark.req("T-01")
def test_the_misprint_is_told_in_the_event(layout: Layout, rules: Rules) -> None:
    text = str(events(made(layout, rules))["2026-annual_report@dvk-office"]["DESCRIPTION"])
    assert "trước ngày 31/11/2026 (Mục V.1)" in text
    assert "“trước ngày 30/11/2026”" in text


def test_the_file_ends_every_line_as_the_standard_says(layout: Layout, rules: Rules) -> None:
    text = made(layout, rules)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@given(st.text(max_size=400))
def test_folding_is_undone_by_unfolding(text: str) -> None:
    line = "SUMMARY:" + escaped(text)
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), min_size=1))
def test_an_independent_reader_finds_the_words_again(text: str) -> None:
    lines = ("BEGIN:VEVENT", folded(f"SUMMARY:{escaped(text)}"), "END:VEVENT", "")
    (event,) = Calendar.from_ical("\r\n".join(lines), multiple=True)
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or c.isprintable())
    assert str(event["SUMMARY"]) == kept
