"""The sittings in which the team hears models: when, where, which models, and by when their reports are due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from dvk_office.core.appraisal import meeting_of
from dvk_office.core.calendar import days_off
from dvk_office.core.deadlines import days_of
from dvk_office.core.duties import hearing_day
from dvk_office.core.heard import Heard, goes_unheard, heard
from dvk_office.core.records import Book, Record, Value
from dvk_office.rules.year import Rules

MEASURE = "hearings"


@dataclass(frozen=True)
class Sitting:
    """One sitting: its row among the meetings (None where a hearing stands alone) and the hearings in their turn."""

    meeting: Record | None
    rows: tuple[Heard, ...]
    day: date | None

    @property
    def source(self) -> Record:
        """The row that says when and where: the meeting's, or that of the lone hearing."""
        return self.meeting or self.rows[0].hearing

    @property
    def code(self) -> str:
        """The meeting's code, or that of the lone hearing's model."""
        return self.meeting.text("code") if self.meeting else self.rows[0].code

    @property
    def at(self) -> time | None:
        return clock_of(self.source.value("time"))

    @property
    def place(self) -> str:
        return self.source.text("place")


def sittings(book: Book, today: date) -> tuple[Sitting, ...]:
    """Every sitting by day and hour (R-115); what has no day yet comes last."""
    groups: dict[tuple[str, str], list[Heard]] = {}
    for row in heard(book, today):
        if goes_unheard(book, row):
            continue
        meeting = meeting_of(book, row.hearing)
        key = ("meeting", meeting.text("code")) if meeting else ("hearing", str(row.hearing.row))
        groups.setdefault(key, []).append(row)
    found = [_sitting(book, rows) for rows in groups.values()]
    return tuple(sorted(found, key=_when))


def turn_of(row: Heard) -> time | None:
    """The hour that one hearing has for itself; None where it has that of its sitting (R-119)."""
    return clock_of(row.hearing.value("time"))


def report_due(book: Book, rules: Rules, day: date | None) -> date | None:
    """The last day on which the report of a model heard on `day` is in time (R-121, T-05)."""
    deadline = next((one for one in rules.deadlines if one.measure == MEASURE), None)
    days = days_of(book, deadline, days_off(book, rules), day) if deadline and day else None
    return days.last if days else None


def clock_of(value: Value) -> time | None:
    """The time of day in a cell."""
    return value if isinstance(value, time) else None


def _sitting(book: Book, rows: list[Heard]) -> Sitting:
    meeting = meeting_of(book, rows[0].hearing)
    day = (meeting.day("date") if meeting else None) or hearing_day(book, rows[0].hearing)
    begin = clock_of(meeting.value("time")) if meeting else None
    return Sitting(meeting, tuple(_in_turn(rows, begin)), day)


def _in_turn(rows: Sequence[Heard], begin: time | None) -> Iterator[Heard]:
    """The hearings by their hours; one that has none follows the one that was typed before it."""
    hours: list[time] = []
    for row in rows:
        hours.append(turn_of(row) or (hours[-1] if hours else begin or time.min))
    timed = zip(hours, rows, strict=True)
    return (row for _hour, row in sorted(timed, key=lambda one: one[0]))


def _when(sitting: Sitting) -> tuple[date, time, int]:
    day = sitting.day or date.max
    return day, sitting.at or time.max, sitting.rows[0].hearing.row
