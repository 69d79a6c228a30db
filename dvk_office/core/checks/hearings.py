"""A hearing and its meeting: which one, when, where, and of what (R-119, R-120, R-122)."""

from collections.abc import Iterator
from datetime import date, time

from dvk_office.core.appraisal import is_over, meeting_of, members_present, must_launch, recusals
from dvk_office.core.checks.headers import header, headers
from dvk_office.core.checks.meetings import is_short
from dvk_office.core.dates import short_date
from dvk_office.core.duties import hearing_day
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.records import Book
from dvk_office.core.text import fold
from dvk_office.core.values import shown
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "hearings"
_RESULTS = ("members_present", "votes_for", "votes_against", "conclusion")
_PREPARED = ("time", "place")


def sessions_of_the_team(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model is appraised in a session of the team, in no other meeting (R-122)."""
    for hearing in book[_SHEET]:
        meeting = meeting_of(book, hearing)
        kind = meeting.text("kind") if meeting else ""
        if kind and kind != "appraisal":
            label, code = layout.label("meeting_kind", kind), hearing.text("meeting")
            yield finding("HN-001", hearing.place("meeting"), found=code, kind=label)


def on_the_day_of_the_meeting(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A hearing is on the day of its meeting (R-119)."""
    for hearing in book[_SHEET]:
        meeting, day = meeting_of(book, hearing), hearing.day("date")
        whole = meeting.day("date") if meeting else None
        if day and whole and day != whole:
            days = {"found": short_date(day), "other": short_date(whole)}
            yield finding("HN-002", hearing.place("date"), **days)


def at_the_place_of_the_meeting(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A hearing is where its meeting is, and not before it begins; its turn may come later (R-119)."""
    for hearing in book[_SHEET]:
        if (meeting := meeting_of(book, hearing)) is None:
            continue
        places = (hearing.text("place"), meeting.text("place"))
        if all(places) and fold(places[0]) != fold(places[1]):
            facts = {"column": header(layout, _SHEET, "place"), "found": places[0]}
            yield finding("HN-003", hearing.place("place"), other=places[1], **facts)
        own, begin = hearing.value("time"), meeting.value("time")
        if isinstance(own, time) and isinstance(begin, time) and own < begin:
            facts = {"column": header(layout, _SHEET, "time"), "found": shown(own)}
            yield finding("HN-003", hearing.place("time"), other=shown(begin), **facts)


def members_as_the_meeting_had(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The members at a hearing are those at its meeting, but for who stood back; none is no member (R-117, R-122)."""
    stood_back, team = recusals(book), len(book["team"])
    for hearing in book[_SHEET]:
        meeting, own = meeting_of(book, hearing), hearing.number("members_present")
        place = hearing.place("members_present")
        if own is None:
            continue
        if team and own > team:
            yield finding("HN-010", place, found=typed_number(own), team=team)
        elif meeting and (all_there := meeting.number("present")) is not None:
            least = all_there - stood_back.get(hearing.text("model"), 0)
            if not least <= own <= all_there:
                counts = {"found": typed_number(own), "other": typed_number(all_there)}
                yield finding("HN-011", place, **counts)


def enough_members(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Enough members of the team are present at a hearing (R-113, R-117)."""
    percent, team = book.settings.number("quorum_percent"), len(book["team"])
    for hearing in book[_SHEET] if percent and team else ():
        meeting, present = meeting_of(book, hearing), members_present(book, hearing)
        counted = meeting and meeting.number("summoned") and not meeting.blank("present")
        if present is not None and percent and not counted and is_short(present, team, percent):
            facts = {"present": typed_number(present), "percent": typed_number(percent)}
            yield finding("HN-021", hearing.place("members_present"), team=team, **facts)


def a_day_for_results(book: Book, _rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """Results belong to a hearing that has its day, and that day has come (R-122)."""
    for hearing in book[_SHEET]:
        filled = [key for key in _RESULTS if not hearing.blank(key)]
        day, place = hearing_day(book, hearing), hearing.place("date")
        if filled and day and day > today:
            columns = headers(layout, _SHEET, filled)
            yield finding("HN-015", place, found=short_date(day), columns=columns)
        elif filled and day is None and hearing.blank("date"):
            yield finding("HN-004", place, columns=headers(layout, _SHEET, filled))


def prepared_by_the_subject(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """Time, place, participants and evidence of a hearing are prepared by the subject (R-119, R-120)."""
    for hearing in book[_SHEET]:
        if not is_over(book, hearing, today):
            continue
        meeting = meeting_of(book, hearing)
        missing = [
            key
            for key in _PREPARED
            if hearing.blank(key) and (meeting is None or meeting.blank(key))
        ]
        if missing:
            columns = headers(layout, _SHEET, missing)
            yield finding("HN-006", hearing.place(missing[0]), columns=columns)
        if hearing.blank("participants"):
            yield finding("HN-007", hearing.place("participants"))
        if hearing.text("conclusion") == "pass" and not hearing.yes("evidence_attached"):
            yield finding("HN-008", hearing.place("evidence_attached"))


def models_that_can_be_heard(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """No dropped model is heard; none that must be launched passes before its launch (R-085, R-112, T-13, T-41)."""
    models = book.by_code("models")
    for hearing in book[_SHEET]:
        model = models.get(hearing.text("model"))
        if model is None:
            continue
        day, name = hearing_day(book, hearing), model.text("name")
        dropped, launch = model.day("dropped_on"), model.day("launch_date")
        if dropped and (day is None or day >= dropped):
            facts = {"name": name, "found": short_date(dropped)}
            yield finding("HN-005", hearing.place("model"), **facts)
        if hearing.text("conclusion") != "pass" or not must_launch(book, model):
            continue
        if model.blank("launch_date") or (launch and day and launch > day):
            yield finding("HN-022", hearing.place("conclusion"), name=name)


CHECKS = (
    sessions_of_the_team,
    on_the_day_of_the_meeting,
    at_the_place_of_the_meeting,
    members_as_the_meeting_had,
    enough_members,
    a_day_for_results,
    prepared_by_the_subject,
    models_that_can_be_heard,
)
