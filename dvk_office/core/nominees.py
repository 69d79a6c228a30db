"""Who is put forward to the city: the chosen exemplars with what the workbook says of each, in one order (R-141)."""

from collections.abc import Collection
from typing import Any, NamedTuple

from dvk_office.core.model_points import model_points
from dvk_office.core.order import COLLECTIVE, INDIVIDUAL, listing_key
from dvk_office.core.records import Book, Record

LEADER = "leader"


class Nominee(NamedTuple):
    """One nominee: the row of the sheet, the subject, the model and its hearing; None where a code is unknown.

    `others` are the same subject's rows for further models, where each subject stands once (T-10).
    """

    row: Record
    registrant: Record | None
    model: Record | None
    hearing: Record | None
    others: tuple["Nominee", ...] = ()

    @property
    def every(self) -> tuple["Nominee", ...]:
        """The subject's rows, one for each of its models."""
        return self, *self.others

    @property
    def code(self) -> str:
        return self.row.text("registrant")

    @property
    def kind(self) -> str:
        """Collective or individual; empty where that is not known."""
        return self.registrant.text("kind") if self.registrant else ""

    @property
    def form(self) -> str:
        """Which report of achievements is written: collective, individual, or leader (R-110)."""
        leads = bool(self.registrant and self.registrant.yes("leader"))
        return LEADER if self.kind == INDIVIDUAL and leads else self.kind


def considered(book: Book, only: Collection[str] = (), *, order: str = "") -> tuple[Nominee, ...]:
    """Everybody who was considered, in the order of the lists; `only` keeps the subjects with these codes.

    `order` is given only where another one than that of the settings is meant.
    """
    order = order or book.settings.text("people_order")
    every = book.once((considered, order), lambda: _in_order(book, order))
    return tuple(one for one in every if not only or one.code in only)


def _in_order(book: Book, order: str) -> tuple[Nominee, ...]:
    found = [_nominee(book, row) for row in book["exemplars"]]

    def key(one: Nominee) -> tuple[Any, ...]:
        votes, points = one.row.number("votes_for"), model_points(book, one.row.text("model"))
        return listing_key(
            one.registrant, votes=votes, points=points, typed=one.row.row, order=order
        )

    return tuple(sorted(found, key=key))


def nominees(book: Book, only: Collection[str] = ()) -> tuple[Nominee, ...]:
    """Those of them who were chosen (R-129), each once (R-141)."""
    return each_subject(chosen(book, only))


def chosen(book: Book, only: Collection[str] = ()) -> tuple[Nominee, ...]:
    """The rows of those who were chosen; who was so for two models has two."""
    return tuple(one for one in considered(book, only) if one.row.yes("chosen"))


def each_subject(held: Collection[Nominee]) -> tuple[Nominee, ...]:
    """Each subject once, where its first row of the sheet stands; the rows for further models go with it (T-10)."""
    rows: dict[str | int, list[Nominee]] = {}
    for one in sorted(held, key=lambda one: one.row.row):
        rows.setdefault(one.code or one.row.row, []).append(one)
    others = {first.row.row: tuple(rest) for first, *rest in rows.values()}
    return tuple(one._replace(others=others[one.row.row]) for one in held if one.row.row in others)


def of_kind(held: Collection[Nominee], kind: str) -> tuple[Nominee, ...]:
    """The collectives, or the individuals, of `held`."""
    return tuple(one for one in held if one.kind == kind)


def totals(held: Collection[Nominee]) -> tuple[int, int]:
    """How many collectives and how many individuals there are."""
    return len(of_kind(held, COLLECTIVE)), len(of_kind(held, INDIVIDUAL))


def past_awards(book: Book, nominee: Nominee) -> tuple[Record, ...]:
    """What a nominee was given in earlier years, by year, in the order of the sheet (R-135)."""
    rows = book.grouped("awards", "registrant").get(nominee.code, ()) if nominee.code else ()
    return tuple(sorted(rows, key=lambda row: (row.number("year") or 0, row.row)))


def _nominee(book: Book, row: Record) -> Nominee:
    model = book.by_code("models").get(row.text("model"))
    return Nominee(
        row,
        book.by_code("registrants").get(row.text("registrant")),
        model,
        book.by_code("hearings", "model").get(row.text("model")),
    )
