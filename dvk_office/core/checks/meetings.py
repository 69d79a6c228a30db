"""Meetings: what is written of them can have been so, and what the minutes need is there."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.checks.headers import header, headers
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "meetings"
_COUNTS = ("summoned", "present", "ballots_issued", "ballots_returned", "ballots_valid")
_RESULTS = (*_COUNTS[1:], "absent_reason", "conclusion")
_PEOPLE = ("chair", "secretary")
_VOTE_BY_BALLOT = ("present", "ballots_valid")
_YEARS_LATER: Mapping[str, int] = MappingProxyType({"closing": 1})


def results_of_what_was_not_held(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """A meeting still to come has no results (R-113)."""
    for meeting in book[_SHEET]:
        day = meeting.day("date")
        filled = [key for key in _RESULTS if not meeting.blank(key)]
        if day and day > today and filled:
            columns = headers(layout, _SHEET, filled)
            yield finding("CH-001", meeting.place("date"), found=short_date(day), columns=columns)


def counts_that_cannot_be(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Nobody votes who was not there: valid, returned, issued ballots, present, summoned (R-113, R-133)."""
    for meeting in book[_SHEET]:
        before = ""
        for key in _COUNTS:
            count, most = meeting.number(key), meeting.number(before) if before else None
            if count is not None and most is not None and count > most:
                yield finding(
                    "CH-002",
                    meeting.place(key),
                    column=header(layout, _SHEET, key),
                    found=typed_number(count),
                    other=header(layout, _SHEET, before),
                    most=typed_number(most),
                )
            before = before if count is None else key


def quorum(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Enough of those summoned are present where something is voted on (R-113)."""
    percent = book.settings.number("quorum_percent")
    for meeting in book[_SHEET]:
        summoned, present = meeting.number("summoned"), meeting.number("present")
        if meeting.text("kind") == "closing" or not summoned or present is None or not percent:
            continue
        if is_short(present, summoned, percent):
            counts = {"present": typed_number(present), "summoned": typed_number(summoned)}
            percent_shown = typed_number(percent)
            yield finding("CH-003", meeting.place("present"), percent=percent_shown, **counts)


def is_short(present: float, of: float, percent: float) -> bool:
    """True where fewer are present than `percent` of all, the share rounded to a whole percent (two thirds are 67)."""
    return present * 100 / of + 0.5 < percent


def held_twice(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """No two meetings of one kind are at the same hour in the same place."""
    first: dict[tuple[str, ...], str] = {}
    for meeting in book[_SHEET]:
        words = (meeting.text("kind"), fold(meeting.text("place")))
        times = (meeting.value("date"), meeting.value("time"))
        if not all(words) or None in times:
            continue
        key = (*words, *map(str, times))
        if key in first:
            yield finding("CH-004", meeting.place("code"), other=first[key])
        first.setdefault(key, meeting.text("code"))


def one_recognition_a_day(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model belongs to a meeting on recognition by its day alone: of two on one day the first has them all (R-128)."""
    first: dict[date, str] = {}
    for meeting in book[_SHEET]:
        day = meeting.day("date")
        if day and meeting.text("kind") == "recognition":
            if day in first:
                yield finding("CH-010", meeting.place("date"), other=first[day])
            first.setdefault(day, meeting.text("code"))


def chair_and_secretary(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """Of a meeting that was held it is known who chaired it and who kept the minutes (R-122, R-133)."""
    for meeting in book[_SHEET]:
        day = meeting.day("date")
        missing = [key for key in _PEOPLE if meeting.blank(key)]
        if day and day < today and missing:
            columns = headers(layout, _SHEET, missing)
            yield finding("CH-005", meeting.place(missing[0]), columns=columns)


def day_of_the_year(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Meetings are held in the year of the movement; the closing conference may be early in the next."""
    for meeting in book[_SHEET]:
        day, later = meeting.day("date"), _YEARS_LATER.get(meeting.text("kind"), 0)
        if day and not rules.year <= day.year <= rules.year + later:
            found = short_date(day)
            yield finding("CH-006", meeting.place("date"), found=found, year=rules.year)


def closing_day(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The closing conference is on the day that the settings name (R-131, R-148)."""
    set_day = book.settings.day("closing_conference_date")
    for meeting in book[_SHEET]:
        day = meeting.day("date")
        if meeting.text("kind") == "closing" and day and set_day and day != set_day:
            days = {"found": short_date(day), "other": short_date(set_day)}
            yield finding("CH-007", meeting.place("date"), **days)


def sessions_without_models(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A session of the team that was held appraised some model (R-122)."""
    used = {hearing.text("meeting") for hearing in book["hearings"]}
    for meeting in book[_SHEET]:
        day, code = meeting.day("date"), meeting.text("code")
        if meeting.text("kind") == "appraisal" and day and day < today and code not in used:
            yield finding("CH-008", meeting.place("code"), found=code)


def ballots_are_recorded(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """Of the meeting that chose exemplars the votes are on record (R-113, R-133)."""
    for meeting in book[_SHEET]:
        missing = [key for key in _VOTE_BY_BALLOT if meeting.blank(key)]
        if meeting.text("kind") == "exemplar" and _is_over(meeting, today) and missing:
            columns = headers(layout, _SHEET, missing)
            yield finding("CH-009", meeting.place(missing[0]), columns=columns)


def _is_over(meeting: Record, today: date) -> bool:
    day = meeting.day("date")
    return bool(day and day < today)


CHECKS = (
    results_of_what_was_not_held,
    counts_that_cannot_be,
    quorum,
    held_twice,
    one_recognition_a_day,
    chair_and_secretary,
    day_of_the_year,
    closing_day,
    sessions_without_models,
    ballots_are_recorded,
)
