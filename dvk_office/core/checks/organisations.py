"""The bodies: which of them count, each there once and led by somebody, old models reviewed (R-016, R-017, R-161)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.bodies import is_other, is_party
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.naming import body_key
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "organisations"


def direct_bodies_are_the_partys(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Directly under the committee, and so in the count of the 100 %, are Party organisations alone (R-016, R-017)."""
    for body in book[_SHEET]:
        name, place = body.text("name"), body.place("direct")
        if body.yes("direct") and is_other(body):
            label = layout.label("organisation_kind", body.text("kind"))
            yield finding("TC-001", place, name=name, kind=label)
        elif is_party(body) and body.left_blank("direct"):
            yield finding("TC-003", place, name=name)


def some_body_is_direct(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of no organisation at all nothing is 100 %: at least one is directly under the committee (R-017)."""
    sheet = book.sheets[_SHEET]
    if sheet.found and not any(body.yes("direct") for body in sheet.records):
        yield finding("TC-002", sheet.place())


def every_party_organisation_has_a_head(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A Party organisation has a head, who answers for its models (V.4 of the guidance)."""
    for body in book[_SHEET]:
        if is_party(body) and body.left_blank("head"):
            yield finding("TC-004", body.place("head"), name=body.text("name"))


def each_body_once(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """A body has one row, however its name is spelt: two would count twice (R-016, T-23)."""
    first: dict[str, Record] = {}
    for body in book[_SHEET]:
        if key := body_key(body.text("name")):
            other = first.setdefault(key, body)
            if other is not body:
                facts = {"name": body.text("name"), "other": other.text("name"), "row": other.row}
                yield finding("TC-005", body.place("name"), **facts)


def old_models_were_reviewed(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """Whoever manages models of former years has reviewed them, on a day that has been (R-161, R-164)."""
    old = _old_models(book)
    for body in book[_SHEET]:
        day, place = body.day("previous_models_reviewed"), body.place("previous_models_reviewed")
        count = old.get(body.text("code"), 0)
        if day and day > today:
            yield finding("TC-016", place, found=short_date(day))
        elif count and body.left_blank("previous_models_reviewed"):
            yield finding("TC-015", place, name=body.text("name"), count=count)


def _old_models(book: Book) -> dict[str, int]:
    """How many models of former years the subjects of each body have."""
    registrants = book.by_code("registrants")
    found: dict[str, int] = {}
    for model in book["models"]:
        subject = registrants.get(model.text("registrant"))
        if subject and model.text("origin") == "continued":
            body = subject.text("managing_organisation")
            found[body] = found.get(body, 0) + 1
    return found


CHECKS = (
    direct_bodies_are_the_partys,
    some_body_is_direct,
    every_party_organisation_has_a_head,
    each_body_once,
    old_models_were_reviewed,
)
