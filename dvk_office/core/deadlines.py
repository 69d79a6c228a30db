"""Each deadline's last day, safe day and state; lateness is recorded row by row and blocks nothing (R-168)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dvk_office.core.calendar import days_before, days_off, safe_day
from dvk_office.core.duties import MEASURES, Duty, Proof
from dvk_office.core.records import Book
from dvk_office.rules.messages import word
from dvk_office.rules.year import Deadline, Rules

OPEN, SOON, DUE, OVERDUE, DONE, DONE_LATE = (
    "open", "soon", "due", "overdue", "done", "done_late",
)  # fmt: skip


class Days(NamedTuple):
    """The days of one deadline: the `last` one in time, the `safe` one, and the `limit` after which it is overdue."""

    last: date
    safe: date
    limit: date


class Item(NamedTuple):
    """One thing that a deadline asks for, with its own state."""

    proof: Proof
    state: str
    days_late: int


class DeadlineResult(NamedTuple):
    """Where one deadline stands. `state` is a key; `days_left` is None where no day is known or all is done."""

    deadline: Deadline
    days: Days | None
    state: str
    days_left: int | None
    days_late: int
    done_on: date | None
    items: tuple[Item, ...]
    model: str = ""
    hearing_date: date | None = None

    @property
    def key(self) -> str:
        return self.deadline.key

    @property
    def last_day(self) -> date | None:
        return self.days.last if self.days else None

    @property
    def safe_day(self) -> date | None:
        return self.days.safe if self.days else None

    @property
    def label(self) -> str:
        """The state in Vietnamese, with the days late."""
        return word(f"deadline_{self.state}", days=self.days_late)

    @property
    def late(self) -> tuple[Item, ...]:
        """The items that are late or were."""
        return tuple(one for one in self.items if one.days_late)


def deadlines(book: Book, rules: Rules, today: date) -> tuple[DeadlineResult, ...]:
    """Every deadline of the year in its order; the appraisal report once for each hearing."""
    off = days_off(book, rules)
    return tuple(
        result for one in rules.deadlines for result in standing(book, rules, one, off, today)
    )


def standing(
    book: Book, rules: Rules, deadline: Deadline, off: frozenset[date], today: date
) -> Iterator[DeadlineResult]:
    """Where one deadline stands; one result, or one for each hearing."""
    for duty in MEASURES[deadline.measure](book, rules, deadline, today):
        yield _result(book, deadline, duty, off, today)


def days_of(
    book: Book, deadline: Deadline, off: frozenset[date], hearing: date | None = None
) -> Days | None:
    """The days of `deadline` as the settings read it; None where nothing says when (T-04, T-05, T-06)."""
    last = limit = None
    if deadline.before:
        limit = deadline.before
        last = limit - timedelta(days=book.settings.yes("strict_before"))
    elif deadline.days_before and hearing:
        working = book.settings.text("appraisal_days") == "working"
        last = limit = days_before(hearing, deadline.days_before, off, working=working)
    elif deadline.setting:
        last = limit = book.settings.day(deadline.setting)
    return Days(last, safe_day(last, off), limit) if last and limit else None


def _result(
    book: Book, deadline: Deadline, duty: Duty, off: frozenset[date], today: date
) -> DeadlineResult:
    days = days_of(book, deadline, off, duty.day)
    warn = int(book.settings.number("warn_days") or 0)
    items = tuple(_items(duty.proofs, days, today, warn))
    done_on = _done_on(duty.proofs)
    state = _state(done_on, days, today, warn)
    whole = _days_late(state, done_on or today, days)
    late = max((whole, *(one.days_late for one in items)))
    left = max((days.last - today).days, 0) if days and not done_on else None
    return DeadlineResult(deadline, days, state, left, late, done_on, items, duty.model, duty.day)


def _items(proofs: tuple[Proof, ...], days: Days | None, today: date, warn: int) -> Iterator[Item]:
    for proof in proofs:
        state = _state(proof.on, days, today, warn)
        yield Item(proof, state, _days_late(state, proof.on or today, days))


def _days_late(state: str, day: date, days: Days | None) -> int:
    return (day - days.last).days if days and state in {OVERDUE, DONE_LATE} else 0


def _done_on(proofs: tuple[Proof, ...]) -> date | None:
    """The day of the last proof once there is every one."""
    found = [one.on for one in proofs if one.on]
    return max(found) if found and len(found) == len(proofs) else None


def _state(done_on: date | None, days: Days | None, today: date, warn: int) -> str:
    """Before, on and after the last day; on the very day “before” which it was due, not yet overdue (T-04)."""
    if done_on:
        return DONE_LATE if days and done_on > days.last else DONE
    if not days or (days.safe - today).days > warn:
        return OPEN
    if today < days.last:
        return SOON
    return DUE if today <= days.limit else OVERDUE
