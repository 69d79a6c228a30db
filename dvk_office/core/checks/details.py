"""The texts of registration and plan, model by model: what is still missing (R-059, R-060, R-064 to R-073)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import headers
from dvk_office.core.checks.models_plan import carried_on, has_plan
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.steps import rows_of, steps_taken
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "details"
_REGISTRATION = frozenset(
    (
        "model_form", "situation", "advantages", "difficulties", "tasks", "methods", "area",
        "audience", "sustainability", "committee_confirmed",
    )
)  # fmt: skip
_PLAN = frozenset(
    (
        "success_criteria", "expected_results", "leader_in_charge", "members_assigned", "partners",
        "resources_planned", "milestones", "check_schedule",
    )
)  # fmt: skip
_BUILT_ANEW = ("new", "replicated")


def models_have_texts(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Each registered model has its row of texts (R-059, R-060)."""
    models = [one for one in carried_on(book) if one.text("code") and one.day("registered_on")]
    if models and not book[_SHEET]:
        yield finding("ND-002", book.sheets[_SHEET].place(), count=len(models))
        return
    for model in models:
        if not rows_of(book, _SHEET, model):
            yield finding("ND-001", model.place("code"), found=model.text("code"))


def texts_are_complete(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """The registration tells of situation, tasks and ways, the plan of forces, results, time and means (R-059 to R-070)."""
    for model, row in _rows(book):
        asked = _REGISTRATION | (_PLAN if has_plan(model) else frozenset())
        yield from _missing(layout, "ND-003", row, asked)


def carrying_out_is_told(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """Once a model is carried out: where it was launched, who pledged, how it was made known (R-071, R-072, R-073)."""
    for model, row in _rows(book):
        if "carried_out" in steps_taken(book, model, today):
            launched = model.text("origin") in _BUILT_ANEW and model.day("launch_date")
            asked = {"commitments", "propaganda", *(("launch_place",) if launched else ())}
            yield from _missing(layout, "ND-004", row, asked)


def priorities_are_named(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model that is marked as urgent says which issue it solves (R-012, R-058)."""
    for model, row in _rows(book):
        if model.yes("priority") and row.left_blank("pressing_issue"):
            yield finding("ND-005", row.place("pressing_issue"), name=model.text("name"))


def _rows(book: Book) -> Iterator[tuple[Record, Record]]:
    """Each model that is carried on, with its row of texts."""
    for model in carried_on(book):
        for row in rows_of(book, _SHEET, model)[:1]:
            yield model, row


def _missing(
    layout: Layout, code: str, row: Record, asked: frozenset[str] | set[str]
) -> Iterator[Finding]:
    """One finding that names the blank columns of `asked`, in the order of the sheet."""
    keys = [key for key in layout.by_key[_SHEET].by_key if key in asked and row.left_blank(key)]
    if keys:
        yield finding(code, row.place(keys[0]), columns=headers(layout, _SHEET, keys))


CHECKS = (models_have_texts, texts_are_complete, carrying_out_is_told, priorities_are_named)
