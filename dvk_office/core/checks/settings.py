"""The settings: the year, the guidance that everything rests on, days and numbers that fit (R-001 to R-005)."""

import re
from collections.abc import Iterator
from datetime import date

from dvk_office.core.criteria import most_points
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.paper_numbers import PARTY, read_paper_number, same_number
from dvk_office.core.records import Book
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_GUIDANCES = ("guidance", "city_guidance")
_KIND = "hd"
_IN_ORDER = (
    ("half_year_cut_off", "year_cut_off"),
    ("year_cut_off", "closing_conference_date"),
)
_TERM = re.compile(r"([0-9]{4}) ?- ?([0-9]{4})")
_ALL = 100


def _label(layout: Layout, key: str) -> str:
    return layout.setting_by_key[key].label


def year_of_the_rules(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The book is of the year whose rules it is judged by (R-001)."""
    year = book.settings.number("year")
    if year is not None and year != rules.year:
        yield finding("TT-001", book.settings.place("year"), found=int(year), year=rules.year)


def guidance_is_named(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """The commune's guidance has its number and its day, which papers cite; the city's has both or none (R-005, T-26)."""
    settings = book.settings
    for name in _GUIDANCES:
        keys = (f"{name}_number", f"{name}_date")
        missing = [key for key in keys if settings.values[key] is None]
        for key in missing:
            if name == "guidance":
                yield finding("TT-002", settings.place(key), name=_label(layout, key))
            elif len(missing) == 1:
                other = next(one for one in keys if one != key)
                facts = {"name": _label(layout, key), "other": _label(layout, other)}
                yield finding("TT-003", settings.place(key), **facts)


def guidance_in_its_time(
    book: Book, rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """The commune's guidance follows the city's and comes before the day by which it asks for registration (T-26)."""
    settings = book.settings
    day, city = settings.day("guidance_date"), settings.day("city_guidance_date")
    place = settings.place("guidance_date")
    for name in _GUIDANCES:
        issued = settings.day(f"{name}_date")
        if issued and issued > today:
            yield finding("TT-006", settings.place(f"{name}_date"), found=short_date(issued))
    if day and city and day < city:
        yield finding("TT-004", place, found=short_date(day), city=short_date(city))
    for one in rules.deadlines:
        if one.measure == "registrations" and day and one.before and day >= one.before:
            yield finding("TT-005", place, found=short_date(day), last=short_date(one.before))


def numbers_in_their_form(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Both guidances are papers of the Party: 12-HD/ĐU, ours with the committee's own symbol (R-005, R-187)."""
    settings = book.settings
    for name in _GUIDANCES:
        key = f"{name}_number"
        text, place = settings.text(key), settings.place(key)
        if not text:
            continue
        number = read_paper_number(text)
        if number is None or number.family != PARTY:
            yield finding("TT-007", place, name=_label(layout, key), found=text)
            continue
        kind, _, body = number.symbol.partition("/")
        own = fold(settings.text("symbol_committee"))
        if not kind.endswith(f"-{_KIND}") or (name == "guidance" and own and body != own):
            symbol = settings.text("symbol_committee") if name == "guidance" else ""
            code = "TT-008" if symbol else "TT-009"
            yield finding(code, place, name=_label(layout, key), found=text, symbol=symbol)


def guidance_as_registered(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The register gives the commune's guidance the same day (R-005)."""
    settings = book.settings
    number, day = same_number(settings.text("guidance_number")), settings.day("guidance_date")
    for row in book["register"]:
        other = row.day("date")
        same = bool(number) and same_number(row.text("number")) == number
        if same and day and other and other != day:
            facts = {"found": short_date(day), "other": short_date(other), "row": row.row}
            yield finding("TT-010", settings.place("guidance_date"), **facts)


def days_in_order(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Half-year figures end before the year's, and these before the closing conference (R-131, R-152)."""
    settings = book.settings
    for first, then in _IN_ORDER:
        before, day = settings.day(first), settings.day(then)
        if before and day and day <= before:
            facts = {"name": _label(layout, then), "found": short_date(day)}
            after = {"other": _label(layout, first), "day": short_date(before)}
            yield finding("TT-011", settings.place(then), **facts, **after)


def days_of_the_year(book: Book, rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """New models may count provisionally within the year; it closes in it or early in the next (R-131, T-13)."""
    settings = book.settings
    for key, years in (("provisional_until", 1), ("closing_conference_date", 2)):
        day = settings.day(key)
        if day and day.year not in range(rules.year, rules.year + years):
            facts = {"name": _label(layout, key), "found": short_date(day), "year": rules.year}
            yield finding("TT-012", settings.place(key), **facts)


def term_of_the_year(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The term is written from year to year, and the movement's year lies in it (R-004)."""
    text, place = book.settings.text("term"), book.settings.place("term")
    found = _TERM.fullmatch(fold(text))
    if text and not found:
        yield finding("TT-013", place, found=text)
    elif found and not int(found[1]) <= rules.year <= int(found[2]):
        yield finding("TT-014", place, found=text, year=rules.year)


def shares_of_a_whole(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """No more than all members can be asked to be present."""
    share = book.settings.number("quorum_percent")
    if share is not None and share > _ALL:
        name, found = _label(layout, "quorum_percent"), typed_number(share)
        yield finding("TT-015", book.settings.place("quorum_percent"), name=name, found=found)


def points_in_all(book: Book, rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """The maxima that the office chose make up the same whole as the year's, and none is below nought (R-094)."""
    settings = book.settings
    chosen = [(one, most_points(settings, one)) for one in rules.criteria]
    changed = [f"points_{one.key}" for one, most in chosen if most != one.points]
    whole, found = sum(one.points for one in rules.criteria), sum(most for _, most in chosen)
    if changed and (found != whole or min(most for _, most in chosen) < 0):
        facts = {"name": _label(layout, changed[0]), "whole": typed_number(whole)}
        yield finding("TT-016", settings.place(changed[0]), found=typed_number(found), **facts)


CHECKS = (
    year_of_the_rules,
    guidance_is_named,
    guidance_in_its_time,
    numbers_in_their_form,
    guidance_as_registered,
    days_in_order,
    days_of_the_year,
    term_of_the_year,
    shares_of_a_whole,
    points_in_all,
)
