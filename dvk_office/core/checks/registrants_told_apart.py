"""Each subject once: persons by name and birth year, collectives by name and place (R-022, R-056, T-10)."""

from collections.abc import Callable, Iterator
from datetime import date

from dvk_office.core.bodies import is_party
from dvk_office.core.findings import Finding, finding
from dvk_office.core.naming import body_key
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "registrants"


def persons_told_apart(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A person has one row, in whatever organisation; two of one name and of different years are two (R-022, R-056)."""
    for one, first in _twice(book, "individual", fold, _same_person):
        yield finding("CT-014", one.place("name"), name=one.text("name"), row=first.row)


def collectives_told_apart(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A collective has one row, whatever the number of its models and the spelling of its name (R-022, R-056, T-23)."""
    for one, first in _twice(book, "collective", body_key, _same_place):
        names = {"name": one.text("name"), "other": first.text("name")}
        yield finding("CT-015", one.place("name"), row=first.row, **names)


def _twice(
    book: Book, kind: str, key: Callable[[str], str], same: Callable[[Record, Record], bool]
) -> Iterator[tuple[Record, Record]]:
    """Each row of `kind` that is the same as an earlier one, with that one."""
    known: dict[str, list[Record]] = {}
    for one in book[_SHEET]:
        name = key(one.text("name"))
        if not name or one.text("kind") != kind:
            continue
        earlier = known.setdefault(name, [])
        first = next((other for other in earlier if same(one, other)), None)
        if first:
            yield one, first
        else:
            earlier.append(one)


def _same_person(one: Record, other: Record) -> bool:
    """By the year of birth; where one of them is not known, by the place."""
    years = (one.number("birth_year"), other.number("birth_year"))
    return years[0] == years[1] if None not in years else _same_place(one, other)


def _same_place(one: Record, other: Record) -> bool:
    """By the unit; where one of them is not told, by the organisation that manages it."""
    units = (one.text("unit"), other.text("unit"))
    if all(units):
        return fold(units[0]) == fold(units[1])
    return one.text("managing_organisation") == other.text("managing_organisation")


def party_organisations_manage_themselves(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The model of a Party organisation is counted for itself, and not for another one (R-016, R-019)."""
    own = {
        body_key(body.text("name")): body
        for body in book["organisations"]
        if is_party(body) and body.yes("direct") and body.text("code")
    }
    for one in book[_SHEET]:
        body = own.get(body_key(one.text("name"))) if one.text("kind") == "collective" else None
        managing = one.text("managing_organisation")
        if body and managing and managing != body.text("code"):
            facts = {"name": one.text("name"), "found": managing, "own": body.text("code")}
            yield finding("CT-016", one.place("managing_organisation"), **facts)


CHECKS = (persons_told_apart, collectives_told_apart, party_organisations_manage_themselves)
