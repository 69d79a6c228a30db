"""What the report on registration counts at its day: models by field, origin and kind, who was late, who is missing."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dvk_office.core.calendar import days_off
from dvk_office.core.deadlines import Item, standing
from dvk_office.core.naming import body_key
from dvk_office.core.records import Book, Record
from dvk_office.core.register_rows import of_this_year
from dvk_office.rules.year import Deadline, Rules

ORIGINS = ("new", "continued", "replicated", "discovered")
KINDS = ("collective", "individual")
ORGANISATIONS = "organisations"


class Tally(NamedTuple):
    """How many models there are, by origin and by kind of subject; a kind that is not known counts in neither."""

    total: int
    origins: Mapping[str, int]
    kinds: Mapping[str, int]


class Late(NamedTuple):
    """A model whose registration or plan came late: by how many days."""

    model: Record
    days: int


class Registration(NamedTuple):
    """The registration as it stood on `day`: the rows counted, in the order of the sheet, and what is said of them."""

    day: date
    models: tuple[Record, ...]
    tally: Tally
    by_field: Mapping[str, Tally]
    commune_task: int
    resolution: int
    pressing: int
    organisations_with: int
    organisations: int
    dropped: int
    deadline: Deadline | None
    on_time: int
    late: tuple[Late, ...]
    unplanned: tuple[Record, ...]
    silent: tuple[str, ...]


def register_row(book: Book, kind: str) -> Record | None:
    """The first row of the register for this year's paper of `kind` that was not cancelled."""
    return next(of_this_year(book, kind), None)


def registered_paper(book: Book, kind: str, subject: str) -> Record | None:
    """The row of the register for the paper of `kind` about `subject`; a paper about nothing else has no subject."""
    found = (row for row in of_this_year(book, kind) if row.text("subject") == subject)
    return next(found, None)


def figures_day(row: Record | None, today: date) -> date:
    """The day whose figures a paper gives (R-152): the cut-off of its `row` in the register, its date, else `today`."""
    return (row.day("cut_off") or row.day("date") if row else None) or today


def registered(book: Book, day: date) -> tuple[Record, ...]:
    """The models registered by `day` and not dropped by then: the rows of Appendix 01 and of its report (R-145).

    A registration of another year is none for this one: what goes on is registered again (R-029).
    """
    return tuple(
        model
        for model in book["models"]
        if _by(came := model.day("registered_on"), day)
        and not _by(model.day("dropped_on"), day)
        and not of_other_year(book, came)
    )


def of_other_year(book: Book, day: date | None) -> bool:
    """True for a day outside the book's year; never where either is not known."""
    year = book.settings.number("year")
    return day is not None and year is not None and day.year != year


def registration(book: Book, rules: Rules, day: date) -> Registration:
    """Everything that the report counts, on `day` (R-171); fields in the rules' order, none left out (R-051)."""
    models = registered(book, day)
    deadline = next((one for one in rules.deadlines if one.measure == "registrations"), None)
    items = _items(book, rules, deadline, day)
    of_models = {one.proof.place.row: one for one in items if one.proof.place.sheet_key == "models"}
    timed = [(model, of_models.get(model.row)) for model in models]
    direct = {one.row for one in book[ORGANISATIONS] if one.yes("direct")}
    fields = {
        one.key: tally(book, [m for m in models if m.text("field") == one.key])
        for one in rules.fields
    }
    return Registration(
        day=day,
        models=models,
        tally=tally(book, models),
        by_field=MappingProxyType(fields),
        commune_task=sum(model.yes("commune_task") for model in models),
        resolution=_linked(book, models, "resolution_target"),
        pressing=_linked(book, models, "pressing_issue"),
        organisations_with=len(direct & {_organisation(book, model) for model in models}),
        organisations=len(direct),
        dropped=sum(_by(model.day("dropped_on"), day) for model in book["models"]),
        deadline=deadline,
        on_time=sum(bool(one and one.proof.on and not one.days_late) for _, one in timed),
        late=tuple(
            Late(m, one.days_late) for m, one in timed if one and one.proof.on and one.days_late
        ),
        unplanned=tuple(model for model, one in timed if not one or not one.proof.on),
        silent=tuple(one.proof.name for one in items if one.proof.place.sheet_key == ORGANISATIONS),
    )


def tally(book: Book, models: Iterable[Record]) -> Tally:
    """How many `models` there are, of each origin and of each kind of subject."""
    held = tuple(models)
    subjects = book.by_code("registrants")
    found = [subjects.get(model.text("registrant")) for model in held]
    kinds = [one.text("kind") for one in found if one]
    origins = [model.text("origin") for model in held]
    return Tally(
        len(held),
        MappingProxyType({key: origins.count(key) for key in ORIGINS}),
        MappingProxyType({key: kinds.count(key) for key in KINDS}),
    )


def _items(book: Book, rules: Rules, deadline: Deadline | None, day: date) -> tuple[Item, ...]:
    if deadline is None:
        return ()
    results = standing(book, rules, deadline, days_off(book, rules), day)
    return tuple(item for result in results for item in result.items)


def _linked(book: Book, models: Iterable[Record], column: str) -> int:
    """How many of `models` say in `column` of their details what they serve (R-012)."""
    details = book.by_code("details", "model")
    found = (details.get(model.text("code")) for model in models)
    return sum(bool(one and one.text(column)) for one in found)


def _organisation(book: Book, model: Record) -> int:
    """The row of the body that `model` stands for: its subject's, or none where only a body's own count (R-020)."""
    subject = book.by_code("registrants").get(model.text("registrant"))
    code = subject.text("managing_organisation") if subject else ""
    body = book.by_code(ORGANISATIONS).get(code)
    if subject is None or body is None:
        return 0
    own = body_key(subject.text("name")) == body_key(body.text("name"))
    return body.row if own or book.settings.yes("managed_counts") else 0


def _by(done: date | None, day: date) -> bool:
    return done is not None and done <= day
