"""Approval and plan of a model: asked for, written, numbered, received, put into somebody's hands (R-061 to R-070)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import is_discovered, must_launch
from dvk_office.core.checks.headers import headers
from dvk_office.core.findings import Finding, finding
from dvk_office.core.paper_numbers import read_paper_number
from dvk_office.core.records import Book, Record
from dvk_office.core.steps import steps_taken
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "models"
_PLAN = ("plan_number", "plan_date", "plan_received_on")
_SAYS = ("start_date", "end_date", "launch_planned", "person_in_charge")


def has_plan(model: Record) -> bool:
    """True where anything of a plan is entered: its number, its day or the day it came."""
    return not all(model.blank(key) for key in _PLAN)


def carried_on(book: Book) -> Iterator[Record]:
    """The models that are registered to be carried out: neither given up nor found while checking."""
    for model in book[_SHEET]:
        if model.blank("dropped_on") and not is_discovered(model):
            yield model


def approval_was_asked(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The committee or the head of the unit agreed to the model (R-061)."""
    for model in carried_on(book):
        if model.left_blank("approval_date"):
            yield finding("MH-050", model.place("approval_date"), name=model.text("name"))


def every_model_has_a_plan(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """Each model has a plan; once later steps were taken, that is told as a jump over this one (R-063)."""
    for model in carried_on(book):
        if has_plan(model) or not model.left_blank("plan_received_on"):
            continue
        if not steps_taken(book, model, today).keys() - {"registered"}:
            yield finding("MH-051", model.place("plan_received_on"), name=model.text("name"))


def plans_are_received(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A plan reaches the office and has its day (R-063, R-165)."""
    for model in carried_on(book):
        name = model.text("name")
        if has_plan(model) and model.left_blank("plan_received_on"):
            yield finding("MH-052", model.place("plan_received_on"), name=name)
        if not model.blank("plan_number") and model.left_blank("plan_date"):
            number = model.text("plan_number")
            yield finding("MH-053", model.place("plan_date"), found=number)


def plan_numbers_in_their_form(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The number of a plan has the form of the Party or of the State (R-187)."""
    for model in book[_SHEET]:
        number = model.text("plan_number")
        if number and read_paper_number(number) is None:
            yield finding("MH-054", model.place("plan_number"), found=number)


def plans_say_when_and_who(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """It is known when a model starts and ends, when a new one is launched, and who is in charge (R-066, R-068, R-070)."""
    for model in carried_on(book):
        launch = must_launch(book, model) and model.blank("launch_date")
        asked = [key for key in _SAYS if launch or key != "launch_planned"]
        if missing := [key for key in asked if model.left_blank(key)]:
            columns = headers(layout, _SHEET, missing)
            yield finding("MH-055", model.place(missing[0]), columns=columns)


CHECKS = (
    approval_was_asked,
    every_model_has_a_plan,
    plans_are_received,
    plan_numbers_in_their_form,
    plans_say_when_and_who,
)
