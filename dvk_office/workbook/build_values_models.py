"""The values of the computed columns of the models, from the functions that the program itself counts by."""

from collections.abc import Callable

from dvk_office.core.appraisal import must_launch
from dvk_office.core.counts import Count
from dvk_office.core.duties import must_be_registered
from dvk_office.core.records import Record
from dvk_office.core.steps import step_label
from dvk_office.core.targets import MEASURES
from dvk_office.workbook.build_computed import BODIES
from dvk_office.workbook.build_formulas import choice_number
from dvk_office.workbook.build_lists import reason_label
from dvk_office.workbook.build_tally import Tally

Value = str | int
Of = Callable[[Record], Value]
Prepared = Callable[[Tally], Of]  # what is counted once for a column, then asked of each row
_SAME_CODE, _AGAIN = "same_code", ("surplus", "same_subject")


def holding(count: Count) -> frozenset[int]:
    """The rows that hold by themselves, also those in whose stead another row is counted."""
    again = (one.record.row for one in count.excluded if one.reason in _AGAIN)
    return frozenset((*(one.row for one in count.counted), *again))


def counts(measure: str) -> Prepared:
    """1 for a model that counts, or the place of the body that it counts for."""

    def prepared(tally: Tally) -> Of:
        rows, place = holding(MEASURES[measure](tally.basis)), body(tally)
        return lambda one: (place(one) if measure == BODIES else 1) if one.row in rows else 0

    return prepared


def why_not(tally: Tally) -> Of:
    reasons = {one.case.model.row: one.reason for one in tally.basis.models}
    told = {row: reason for row, reason in reasons.items() if reason not in ("", _SAME_CODE)}
    return lambda one: reason_label(told[one.row], tally.rules) if one.row in told else ""


def step(tally: Tally) -> Of:
    return lambda one: step_label(tally.steps[one.row])


def body(tally: Tally) -> Callable[[Record], int]:
    """The place of the body that manages the subject of a model, 0 for none, -1 where there is no subject."""
    subjects = tally.book.by_code("registrants")
    bodies = tally.book.by_code("organisations")

    def of(model: Record) -> int:
        subject = subjects.get(model.text("registrant"))
        return tally.place(bodies.get(subject.text("managing_organisation"))) if subject else -1

    return of


def twin(tally: Tally) -> Of:
    """The place of the first row with the same code, 0 for that row itself."""
    first = tally.book.by_code("models")
    return lambda one: (
        0 if (kept := first.get(one.text("code"), one)).row == one.row else tally.place(kept)
    )


def owes(tally: Tally) -> Of:
    """1 where registration or plan is missing, 0 where both are there; nothing where they are not asked for."""
    return lambda one: int(("models", one.row) in tally.owed) if must_be_registered(one) else ""


def asked(_tally: Tally) -> Of:
    return lambda one: int(must_be_registered(one))


def waits(tally: Tally) -> Of:
    return lambda one: int(must_launch(tally.book, one) and not tally.past(one.day("launch_date")))


def number(choices: str, key: str) -> Prepared:
    """The number of the choice in a column, 0 for none."""

    def prepared(tally: Tally) -> Of:
        layout = tally.layout
        return lambda one: choice_number(layout, choices, one.text(key)) if one.text(key) else 0

    return prepared
