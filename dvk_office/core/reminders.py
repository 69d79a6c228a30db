"""What units still owe by the deadlines of the year, unit by unit: whom the board has to urge (R-146)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dvk_office.core.appraisal import is_over
from dvk_office.core.deadlines import DUE, OVERDUE, SOON, DeadlineResult, Item, deadlines
from dvk_office.core.records import Book, Record
from dvk_office.core.review import manager
from dvk_office.core.steps import hearing_of
from dvk_office.rules.year import Rules

URGED = (SOON, DUE, OVERDUE)
BY_UNITS = ("registrations", "hearings")
REGISTRATION, PLAN, BOTH, SILENT, REPORT = "registration", "plan", "both", "silent", "report"
_OWED = (("registered_on", REGISTRATION), ("plan_received_on", PLAN))


@dataclass(frozen=True)
class Debt:
    """One thing owed: `what` it is, by which deadline, about which model (None where a unit has none)."""

    what: str
    result: DeadlineResult
    item: Item
    model: Record | None

    @property
    def late(self) -> bool:
        return self.item.state == OVERDUE


@dataclass(frozen=True)
class Reminder:
    """Everything that one organisation owes, by deadline and in the order of the sheets."""

    organisation: Record
    debts: tuple[Debt, ...]


def reminders(book: Book, rules: Rules, today: date) -> tuple[Reminder, ...]:
    """The organisations to be urged on `today`, in the order of their sheet: what is late or soon due (R-146, R-168)."""
    debts = tuple(_debts(book, rules, today))
    found = []
    for body in book["organisations"]:
        own = tuple(one for code, one in debts if code and code == body.text("code"))
        if own:
            found.append(Reminder(body, own))
    return tuple(found)


def reminder_of(book: Book, rules: Rules, organisation: Record, today: date) -> Reminder | None:
    """What `organisation` owes on `today`; None where it owes nothing."""
    found = (
        one for one in reminders(book, rules, today) if one.organisation.row == organisation.row
    )
    return next(found, None)


def _debts(book: Book, rules: Rules, today: date) -> Iterator[tuple[str, Debt]]:
    """Each thing that is owed, with the code of the organisation answerable for it."""
    for result in deadlines(book, rules, today):
        if result.deadline.measure not in BY_UNITS:
            continue
        for item in result.items:
            model = _model(book, item)
            if item.state not in URGED or _out_of_time(book, result, model, today):
                continue
            if what := _what(result, model, today):
                debt = Debt(what, result, item, model)
                yield item.proof.organisation or _manager(book, model), debt


def _model(book: Book, item: Item) -> Record | None:
    """The model that an item is about: the row itself, or the one that its hearing names."""
    place = item.proof.place
    if place.sheet_key == "models":
        return next((model for model in book["models"] if model.row == place.row), None)
    return book.by_code("models").get(item.proof.code)


def _what(result: DeadlineResult, model: Record | None, today: date) -> str:
    """What is missing; nothing where a day stands that cannot be read, so that nobody is urged by mistake."""
    if result.deadline.measure == "hearings":
        return REPORT
    if model is None:
        return SILENT
    missing = [what for key, what in _OWED if _missing(model, key, today)]
    return BOTH if len(missing) > 1 else "".join(missing)


def _missing(model: Record, key: str, today: date) -> bool:
    day = model.day(key)
    return model.blank(key) or (day is not None and day > today)


def _manager(book: Book, model: Record | None) -> str:
    return manager(book, model) if model else ""


def _out_of_time(book: Book, result: DeadlineResult, model: Record | None, today: date) -> bool:
    """True for the report of a model that was heard already or given up: nobody is urged for it any more."""
    if result.deadline.measure != "hearings":
        return False
    hearing = hearing_of(book, model) if model else None
    dropped = model.day("dropped_on") if model else None
    return hearing is None or is_over(book, hearing, today) or bool(dropped and dropped <= today)
