"""Which models a recognition decision holds: appraised, passed, not dropped; one paper for each number (R-177)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from dvk_office.core.order import listing_key
from dvk_office.core.records import Book, Record, Unreadable


@dataclass(frozen=True)
class Recognised:
    """One model of a decision: its hearing, its own row, its subject's; a row is None where its code is unknown."""

    hearing: Record
    model: Record | None
    registrant: Record | None

    @property
    def kind(self) -> str:
        """Collective or individual; empty where that is not known."""
        return self.registrant.text("kind") if self.registrant else ""


@dataclass(frozen=True)
class Decision:
    """One paper: its `number` and `day` as the clerk gave them (empty and None while it waits), its rows in order."""

    number: str
    day: date | None
    rows: tuple[Recognised, ...]

    def of_kind(self, kind: str) -> tuple[Recognised, ...]:
        """The rows of collectives, or those of individuals."""
        return tuple(row for row in self.rows if row.kind == kind)

    @property
    def notices(self) -> tuple[tuple[str, date], ...]:
        """Number and day of every notice of results that the rows rest on, by day (R-124)."""
        hearings = [row.hearing for row in self.rows]
        found = {(one.text("notice_number"), one.day("notice_date")) for one in hearings}
        known = [(number, day) for number, day in found if number and day]
        return tuple(sorted(known, key=lambda one: (one[1], one[0])))

    @property
    def other_day(self) -> tuple[Record, date] | None:
        """The first row of this number that gives another day for it."""
        for row in self.rows:
            day = row.hearing.day("decision_date")
            if self.number and self.day and day and day != self.day:
                return row.hearing, day
        return None


def decisions(book: Book, today: date, only: Collection[str] = ()) -> tuple[Decision, ...]:
    """The decisions of `book`, those with a number first; all that passed and have none make one that waits for it.

    `only` keeps the models with these codes.
    """
    rows = [row for row in _passed(book, today) if not only or row.hearing.text("model") in only]
    numbers = dict.fromkeys(row.hearing.text("decision_number") for row in rows)
    ordered = sorted(numbers, key=lambda number: not number)
    return tuple(_decision(book, number, rows) for number in ordered)


def _passed(book: Book, today: date) -> Iterator[Recognised]:
    """Hearings with a model that passed (R-127); where the conclusion cannot be read the row is in doubt, so kept."""
    models, registrants = book.by_code("models"), book.by_code("registrants")
    for hearing in book["hearings"]:
        in_doubt = hearing.raw("conclusion") is Unreadable.CELL
        if hearing.text("conclusion") != "pass" and not in_doubt:
            continue
        model = models.get(hearing.text("model"))
        if model and _dropped(model, today):
            continue
        registrant = registrants.get(model.text("registrant")) if model else None
        yield Recognised(hearing, model, registrant)


def _dropped(model: Record, today: date) -> bool:
    day = model.day("dropped_on")
    return day is not None and day <= today


def _decision(book: Book, number: str, rows: list[Recognised]) -> Decision:
    held = [row for row in rows if row.hearing.text("decision_number") == number]
    days = [day for row in held if (day := row.hearing.day("decision_date"))]
    order = book.settings.text("people_order")
    held.sort(
        key=lambda row: listing_key(
            row.registrant,
            votes=row.hearing.number("votes_for"),
            typed=row.model.row if row.model else row.hearing.row,
            order=order,
        )
    )
    return Decision(number, days[0] if number and days else None, tuple(held))


def minutes_day(book: Book, until: date) -> date | None:
    """The day of the last meeting that considered recognition, not after `until` (R-128)."""
    days = [
        day
        for meeting in book["meetings"]
        if meeting.text("kind") == "recognition" and (day := meeting.day("date")) and day <= until
    ]
    return max(days, default=None)
