"""Activities: acts of the year that were, with numbers in the form of the body that issued them (R-146, R-187)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.checks.headers import header, headers
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.paper_numbers import PARTY, STATE, read_paper_number, same_number
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "activities"
_FAMILIES: Mapping[str, str] = MappingProxyType(
    {"party_committee": PARTY, "party_cell": PARTY, "government": STATE}
)
_FORMS: Mapping[str, str] = MappingProxyType({PARTY: "HD-003", STATE: "HD-004", "": "HD-005"})
_TELLING = ("title", "number")
_WHOSE = ("organisation", "model")
_PRAISED = ("praise", "replication")


def days_of_the_year(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """An act is of the year, and has been (R-146, R-157)."""
    for act in book[_SHEET]:
        day = act.day("date")
        if day and day > today:
            yield finding("HD-001", act.place("date"), found=short_date(day))
        elif day and day.year != rules.year:
            yield finding("HD-002", act.place("date"), found=short_date(day), year=rules.year)


def numbers_in_their_form(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Party bodies write 12-KH/DU, the government 05/KH-UBND, other bodies either (R-187, T-42)."""
    bodies = book.by_code("organisations")
    for act in book[_SHEET]:
        text, body = act.text("number"), bodies.get(act.text("organisation"))
        expected = _FAMILIES.get(body.text("kind"), "") if body else ""
        number = read_paper_number(text)
        if text and (number is None or (expected and number.family != expected)):
            name = body.text("name") if body else ""
            yield finding(_FORMS[expected], act.place("number"), found=text, name=name)


def papers_have_numbers(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A paper among the acts has a number, and without one is counted by its title only (R-155, R-187)."""
    for act in book[_SHEET]:
        if act.text("kind") == "document" and act.blank("number"):
            yield finding("HD-006", act.place("number"))


def acts_that_tell(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """An act says what was done, and by which body or for which model (R-146)."""
    for act in book[_SHEET]:
        for keys, code in ((_TELLING, "HD-007"), (_WHOSE, "HD-008")):
            if not act.blank("date") and all(act.blank(key) for key in keys):
                yield finding(code, act.place(keys[0]), columns=headers(layout, _SHEET, keys))


def quantities_count(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A quantity counts something: one at least (R-146)."""
    for act in book[_SHEET]:
        if act.number("quantity") == 0:
            column = header(layout, _SHEET, "quantity")
            yield finding("HD-009", act.place("quantity"), column=column)


def days_of_the_papers(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A paper named here has the day that the register, or its body's own plan, gives it (R-155, R-158)."""
    known = _registered(book)
    bodies = book.by_code("organisations")
    for act in book[_SHEET]:
        number, day = same_number(act.text("number")), act.day("date")
        body = bodies.get(act.text("organisation"))
        tab, days = layout.by_key["register"].tab, known.get(number, [])
        if body and number == same_number(body.text("own_plan_number")):
            tab, days = layout.by_key["organisations"].tab, [body.day("own_plan_date")]
        others = [other for other in days if other]
        if number and day and others and day not in others:
            facts = {"found": short_date(day), "other": short_date(others[0])}
            yield finding("HD-010", act.place("date"), **facts, number=act.text("number"), tab=tab)


def _registered(book: Book) -> Mapping[str, list[date | None]]:
    """The days of each number in the register."""
    found: dict[str, list[date | None]] = {}
    for row in book["register"]:
        if row.text("number") and row.text("state") != "cancelled":
            found.setdefault(same_number(row.text("number")), []).append(row.day("date"))
    return found


def acts_of_dropped_models(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model that was dropped is not replicated or praised afterwards (R-157, T-41)."""
    models = book.by_code("models")
    for act in book[_SHEET]:
        model, day = models.get(act.text("model")), act.day("date")
        dropped = model.day("dropped_on") if model else None
        if model and day and dropped and day > dropped and act.text("kind") in _PRAISED:
            facts = {"found": short_date(day), "day": short_date(dropped)}
            yield finding("HD-011", act.place("date"), name=model.text("name"), **facts)


CHECKS = (
    days_of_the_year,
    numbers_in_their_form,
    papers_have_numbers,
    acts_that_tell,
    quantities_count,
    days_of_the_papers,
    acts_of_dropped_models,
)
