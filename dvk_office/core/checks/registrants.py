"""Who registers: the kinds that may, under which Party organisation, and what is told of each (R-006, R-052 to R-055)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.bodies import is_other, is_party
from dvk_office.core.checks.headers import headers
from dvk_office.core.findings import Finding, finding
from dvk_office.core.naming import other_commune
from dvk_office.core.records import Book
from dvk_office.core.text import fold
from dvk_office.core.values import shown
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "registrants"
_OF_A_PERSON = ("birth_year", "gender", "position")
_YOUNGEST, _OLDEST = 10, 100


def types_fit_kinds(book: Book, rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Collectives are of the types of III.1.a, individuals of those of III.1.b (R-024, R-052, R-053)."""
    kinds = {one.key: one.kind for one in rules.registrant_types}
    for one in book[_SHEET]:
        kind, wanted = one.text("kind"), kinds.get(one.text("type"), "")
        if kind and wanted and kind != wanted:
            labels = {
                "type": layout.label("registrant_types", one.text("type")),
                "kind": layout.label("subject_kind", kind),
                "wanted": layout.label("subject_kind", wanted),
            }
            yield finding("CT-001", one.place("type"), **labels)


def managed_by_the_party(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Everybody stands under a Party organisation of the commune; outside the Party, that of home or work (R-006, R-055, T-18)."""
    bodies = book.by_code("organisations")
    for one in book[_SHEET]:
        body, place = (
            bodies.get(one.text("managing_organisation")),
            one.place("managing_organisation"),
        )
        if body is None:
            continue
        if is_other(body):
            label = layout.label("organisation_kind", body.text("kind"))
            yield finding("CT-002", place, found=body.text("name"), kind=label)
        elif is_party(body) and body.ticked("direct") is False:
            yield finding("CT-003", place, found=body.text("name"))


def collectives_are_no_persons(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A collective has neither birth year nor gender, holds no post and is no leader (R-055)."""
    for one in book[_SHEET]:
        if one.text("kind") != "collective":
            continue
        keys = [key for key in _OF_A_PERSON if not one.blank(key)]
        keys += ["leader"] if one.yes("leader") else []
        if keys:
            yield finding("CT-004", one.place(keys[0]), columns=headers(layout, _SHEET, keys))


def told_where_and_how_to_reach(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of each it is told where it is, and how to reach it: by telephone or by mail (R-055)."""
    for one in book[_SHEET]:
        keys = ["unit"] if one.left_blank("unit") else []
        if one.blank("email") and one.left_blank("phone"):
            keys.append("phone")
        if keys:
            yield finding("CT-005", one.place(keys[0]), columns=headers(layout, _SHEET, keys))


def years_of_birth(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Of an individual the year of birth is told, and can be true (R-055)."""
    for one in book[_SHEET]:
        year, place = one.number("birth_year"), one.place("birth_year")
        if one.text("kind") != "individual":
            continue
        if one.left_blank("birth_year"):
            yield finding("CT-006", place, name=one.text("name"))
        elif year is not None and not _YOUNGEST <= rules.year - year <= _OLDEST:
            yield finding("CT-007", place, name=one.text("name"), found=int(year))


def leaders_have_a_post(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Who leads has a post; nobody else needs one, in the Party or out of it (R-054, R-110, T-16)."""
    for one in book[_SHEET]:
        if one.text("kind") == "individual" and one.yes("leader") and one.left_blank("position"):
            yield finding("CT-008", one.place("position"), name=one.text("name"))


def of_this_commune(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Everybody who registers belongs to the commune (R-006)."""
    commune = book.settings.text("commune")
    kinds = frozenset(fold(one.label) for one in layout.choices["commune_kind"])
    for one in book[_SHEET] if commune else ():
        keys = ("name", "unit") if one.text("kind") == "collective" else ("unit",)
        for key in keys:
            if other := other_commune(one.text(key), kinds, commune):
                facts = {"found": shown(one.text(key)), "other": other, "commune": commune}
                yield finding("CT-013", one.place(key), **facts)
                break


CHECKS = (
    types_fit_kinds,
    managed_by_the_party,
    collectives_are_no_persons,
    told_where_and_how_to_reach,
    years_of_birth,
    leaders_have_a_post,
    of_this_commune,
)
