"""Hearings with the models and subjects that they are about, in the order of lists; the papers that one number makes."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.duties import hearing_day
from dvk_office.core.model_points import model_points
from dvk_office.core.order import listing_key
from dvk_office.core.paper_numbers import cited_once, same_number
from dvk_office.core.records import Book, Record

NOTICE, DECISION = "notice", "decision"


class Heard(NamedTuple):
    """One hearing, its model's own row, its subject's; a row is None where its code is unknown."""

    hearing: Record
    model: Record | None
    registrant: Record | None

    @property
    def code(self) -> str:
        return self.hearing.text("model")

    @property
    def kind(self) -> str:
        """Collective or individual; empty where that is not known."""
        return self.registrant.text("kind") if self.registrant else ""


class HearingPaper(NamedTuple):
    """One notice or decision: its `number` and `day` as the clerk gave them (empty and None while it waits), its rows."""

    about: str
    number: str
    day: date | None
    rows: tuple[Heard, ...]

    def of_kind(self, kind: str) -> tuple[Heard, ...]:
        """The rows of collectives, or those of individuals."""
        return tuple(row for row in self.rows if row.kind == kind)

    @property
    def notices(self) -> tuple[tuple[str, date], ...]:
        """Number and day of every notice of results that the rows rest on, by day (R-124)."""
        hearings = [row.hearing for row in self.rows]
        found = [(one.text("notice_number"), one.day("notice_date")) for one in hearings]
        return cited_once((number, day) for number, day in found if number and day)

    @property
    def other_day(self) -> tuple[Record, date] | None:
        """The first row of this number that gives another day for it."""
        for row in self.rows:
            day = row.hearing.day(f"{self.about}_date")
            if self.number and self.day and day and day != self.day:
                return row.hearing, day
        return None


def heard(book: Book, today: date, only: Collection[str] = (), about: str = "") -> Iterator[Heard]:
    """Every hearing of a model that is not dropped by `today` (T-41); `only` keeps the models with these codes.

    Where the paper `about` it was issued, its own day is asked: what is dropped later stands in it for ever.
    """
    models, registrants = book.by_code("models"), book.by_code("registrants")
    for hearing in book["hearings"]:
        model = models.get(hearing.text("model"))
        until = min(today, hearing.day(f"{about}_date") or today) if about else today
        if (only and hearing.text("model") not in only) or (model and _dropped(model, until)):
            continue
        yield Heard(hearing, model, registrants.get(model.text("registrant")) if model else None)


def goes_unheard(book: Book, row: Heard) -> bool:
    """True for a model found while checking for which no hearing is set: it is proposed as it is (R-114, T-14)."""
    return is_discovered(row.model) and hearing_day(book, row.hearing) is None


def listed(book: Book, rows: Iterable[Heard]) -> tuple[Heard, ...]:
    """`rows` in the order that every list of models has (R-141, R-185)."""
    order = book.settings.text("people_order")
    return tuple(
        sorted(
            rows,
            key=lambda row: listing_key(
                row.registrant,
                votes=row.hearing.number("votes_for"),
                points=model_points(book, row.code),
                typed=row.model.row if row.model else row.hearing.row,
                order=order,
            ),
        )
    )


def papers_of(book: Book, rows: Iterable[Heard], about: str) -> tuple[HearingPaper, ...]:
    """One paper for each number that `rows` give, and a last one of those that have none and wait for it."""
    held = tuple(rows)
    numbers = dict.fromkeys(_number(row, about) for row in held)
    return tuple(
        _paper(book, about, number, held)
        for number in sorted(numbers, key=lambda number: not number)
    )


def _paper(book: Book, about: str, number: str, rows: tuple[Heard, ...]) -> HearingPaper:
    own = [row for row in rows if _number(row, about) == number]
    typed = own[0].hearing.text(f"{about}_number")
    days = [day for row in own if (day := row.hearing.day(f"{about}_date"))]
    return HearingPaper(about, typed, days[0] if number and days else None, listed(book, own))


def _number(row: Heard, about: str) -> str:
    return same_number(row.hearing.text(f"{about}_number"))


def _dropped(model: Record, until: date) -> bool:
    day = model.day("dropped_on")
    return day is not None and day <= until
