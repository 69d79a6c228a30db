"""What the bodies owe the movement: a registration, a plan of their own (R-154 to R-158, R-163)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.bodies import is_party
from dvk_office.core.calendar import days_off
from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.deadlines import Days, days_of
from dvk_office.core.duties import silent_bodies
from dvk_office.core.findings import Finding, finding
from dvk_office.core.paper_numbers import PARTY, STATE, read_paper_number
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "organisations"
_GOVERNMENT = "government"
_PLANNING = (_GOVERNMENT, "front", "political_social")
_PLAN = ("own_plan_number", "own_plan_date")


def bodies_that_plan_are_there(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """The government, the Front and the political-social organisations stand in the sheet (R-155, R-158)."""
    kinds = {body.text("kind") for body in book[_SHEET]}
    for kind in _PLANNING if kinds else ():
        if kind not in kinds:
            label = layout.label("organisation_kind", kind)
            yield finding("TC-020", book.sheets[_SHEET].place(), kind=label)


def who_owes_what(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Organisations under the committee and political-social ones register; government, Front and these plan.

    (R-016, R-155, R-158, R-163)
    """
    for body in book[_SHEET]:
        kind = body.text("kind")
        label = layout.label("organisation_kind", kind)
        facts = {"name": body.text("name"), "kind": label}
        registers = (is_party(body) and body.yes("direct")) or kind == _PLANNING[-1]
        for owed, key, code in (
            (registers, "must_register", "TC-021"),
            (kind in _PLANNING, "must_plan", "TC-022"),
        ):
            if owed and not body.yes(key) and key in body.heading.letters:
                yield finding(code, body.place(key), **facts)


def bodies_that_must_register_did(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A body that must register has a model once the day of registration is past (R-163, R-165, R-168)."""
    days = _registration(book, rules)
    if days and today > days.limit:
        facts = {"last": short_date(days.last), "days": (today - days.last).days}
        for body in silent_bodies(book):
            yield finding("TC-023", body.place("must_register"), name=body.text("name"), **facts)


def _registration(book: Book, rules: Rules) -> Days | None:
    off = days_off(book, rules)
    found = (days_of(book, one, off) for one in rules.deadlines if one.measure == "registrations")
    return next(found, None)


def bodies_that_must_plan_did(
    book: Book, rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """A body that must plan has a plan of its own, number and day, once the guidance is there (R-155, R-158)."""
    due = _plans_are_due(book, rules, today)
    for body in book[_SHEET]:
        missing = [key for key in _PLAN if body.left_blank(key)]
        name = body.text("name")
        if len(missing) == len(_PLAN) and body.yes("must_plan") and due:
            yield finding("TC-024", body.place(_PLAN[0]), name=name)
        elif len(missing) == 1 and not all(body.blank(key) for key in _PLAN):
            other = next(key for key in _PLAN if key not in missing)
            facts = {
                "column": header(layout, _SHEET, missing[0]),
                "other": header(layout, _SHEET, other),
            }
            yield finding("TC-025", body.place(missing[0]), **facts)


def _plans_are_due(book: Book, rules: Rules, today: date) -> bool:
    """Plans rest on the commune's guidance; where its day is not known, they are due when registration is."""
    issued, days = book.settings.day("guidance_date"), _registration(book, rules)
    if issued:
        return issued <= today
    return days is not None and today > days.limit


def days_of_own_plans(book: Book, _rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """A plan of a body follows the guidance on which it rests, and its day has been (R-155, R-158)."""
    issued = book.settings.day("guidance_date")
    for body in book[_SHEET]:
        day, place = body.day("own_plan_date"), body.place("own_plan_date")
        if day and day > today:
            yield finding("TC-026", place, found=short_date(day))
        elif day and issued and day < issued:
            yield finding("TC-027", place, found=short_date(day), day=short_date(issued))


def numbers_of_own_plans(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The government numbers its plan as the State does, a Party organisation as the Party; others either way (R-187)."""
    for body in book[_SHEET]:
        text, place = body.text("own_plan_number"), body.place("own_plan_number")
        number, wanted = read_paper_number(text), _family(body)
        if text and (number is None or (wanted and number.family != wanted)):
            yield finding("TC-028" if wanted == STATE else "TC-029", place, found=text)


def _family(body: Record) -> str:
    """The family whose form the numbers of a body have; empty where either may be."""
    if body.text("kind") == _GOVERNMENT:
        return STATE
    return PARTY if is_party(body) else ""


CHECKS = (
    bodies_that_plan_are_there,
    who_owes_what,
    bodies_that_must_register_did,
    bodies_that_must_plan_did,
    days_of_own_plans,
    numbers_of_own_plans,
)
