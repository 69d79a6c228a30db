"""The step at which a model stands: computed from the days that rows tell, never typed (R-079)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.appraisal import is_discovered, must_launch
from dvk_office.core.duties import hearing_day
from dvk_office.core.records import Book, Record
from dvk_office.rules.messages import word

STEPS = (
    "registered", "planned", "carried_out", "inspected", "reported", "appraised", "notified",
    "recognised", "nominated", "city_recognised",
)  # fmt: skip
NOT_YET, DROPPED, FAILED = "not_yet", "dropped", "failed"


def step_of(book: Book, model: Record, today: date) -> str:
    """The last step that `model` took by `today`; beside the steps: not yet registered, dropped, failed."""
    dropped = model.day("dropped_on")
    if dropped and dropped <= today:
        return DROPPED
    if _failed(book, model, today):
        return FAILED
    return next(reversed(tuple(steps_taken(book, model, today))), NOT_YET)


def step_label(step: str) -> str:
    """The name of a step, or of a state beside the steps, in Vietnamese."""
    return word(f"step_{step}")


def steps_taken(book: Book, model: Record, today: date) -> Mapping[str, date]:
    """The steps taken by `today`, in the order of `STEPS`, each with the first day that tells so."""
    days = dict(_days(book, model))
    taken = {step: day for step in STEPS if (day := days.get(step)) and day <= today}
    return MappingProxyType(taken)


def rows_of(book: Book, sheet_key: str, model: Record) -> tuple[Record, ...]:
    """The rows of `sheet_key` that belong to `model`; none for a model without a code."""
    code = model.text("code")
    return book.grouped(sheet_key, "model").get(code, ()) if code else ()


def hearing_of(book: Book, model: Record) -> Record | None:
    """The row of the appraisal of `model`."""
    return next(iter(rows_of(book, "hearings", model)), None)


def _days(book: Book, model: Record) -> Iterator[tuple[str, date | None]]:
    yield "registered", model.day("registered_on")
    yield "planned", model.day("plan_received_on") or model.day("plan_date")
    yield "carried_out", _carried_out_on(book, model)
    yield "inspected", _first(book, "inspections", model, "date")
    if hearing := hearing_of(book, model):
        yield "reported", hearing.day("report_received")
        yield "appraised", hearing_day(book, hearing)
        yield "notified", hearing.day("notice_date")
        if hearing.text("conclusion") == "pass" or is_discovered(model):
            yield "recognised", hearing.day("decision_date")
    yield "nominated", _first(book, "exemplars", model, "submission_date")
    yield "city_recognised", _first(book, "exemplars", model, "city_date")


def _carried_out_on(book: Book, model: Record) -> date | None:
    """The launch of a model that must hold one; the start or the first results of any other."""
    if launch := model.day("launch_date"):
        return launch
    if must_launch(book, model):
        return None
    return model.day("start_date") or _first(book, "progress", model, "as_of")


def _first(book: Book, sheet_key: str, model: Record, column: str) -> date | None:
    days = (row.day(column) for row in rows_of(book, sheet_key, model))
    return min(filter(None, days), default=None)


def _failed(book: Book, model: Record, today: date) -> bool:
    """True where the appraisal was held and concluded that the model is not up to the criteria."""
    hearing = hearing_of(book, model)
    day = hearing_day(book, hearing) if hearing else None
    return bool(hearing and day and day <= today and hearing.text("conclusion") == "fail")
