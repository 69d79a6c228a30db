"""How far the checks on each model have come: the log from which the next ones are planned (R-075, R-146, R-156)."""

from dataclasses import dataclass
from datetime import date

from dvk_office.core.records import Book, Record
from dvk_office.core.registration import registered
from dvk_office.core.steps import rows_of

UNCHECKED, UNRESOLVED, CHECKED = "unchecked", "unresolved", "checked"
STATES = (UNCHECKED, UNRESOLVED, CHECKED)


@dataclass(frozen=True)
class Followed:
    """One model that is carried out: its last check, and the last one whose difficulty is still to be resolved."""

    model: Record
    last: Record | None
    unresolved: Record | None

    @property
    def state(self) -> str:
        if self.last is None:
            return UNCHECKED
        return UNRESOLVED if self.unresolved else CHECKED


def followed(book: Book, today: date) -> tuple[Followed, ...]:
    """Every model registered by `today` and not given up, in the order of the sheet."""
    return tuple(_followed(book, model, today) for model in registered(book, today))


def checks_of(book: Book, model: Record, until: date) -> tuple[Record, ...]:
    """The checks on `model` up to the day `until`, the oldest first (R-075)."""
    dated = [(day, row) for row in rows_of(book, "inspections", model) if (day := row.day("date"))]
    return tuple(row for day, row in sorted(dated, key=lambda one: one[0]) if day <= until)


def _followed(book: Book, model: Record, today: date) -> Followed:
    checks = checks_of(book, model, today)
    open_ones = [row for row in checks if _is_open(row, today)]
    return Followed(model, checks[-1] if checks else None, open_ones[-1] if open_ones else None)


def _is_open(check: Record, today: date) -> bool:
    """True where a difficulty was met and is not resolved by `today`."""
    resolved = check.day("resolved_on")
    return not check.blank("difficulties") and not (resolved and resolved <= today)
