"""Inspections: days that can be, difficulties with their resolution, who checked as what (R-156, R-160)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.checks.headers import header, headers
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.text import bare
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "inspections"
_CUT_OFFS = ("half_year_cut_off", "year_cut_off")
_BODIES: Mapping[str, str] = MappingProxyType(
    {"board": "board_name", "government": "people_committee", "front": "front_name"}
)


def days_have_come(book: Book, rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """A check is of the year, and neither it nor its outcome lies in the future (R-156)."""
    for row in book[_SHEET]:
        for key, code in (("date", "KT-001"), ("resolved_on", "KT-002")):
            day = row.day(key)
            if day and day > today:
                yield finding(code, row.place(key), found=short_date(day))
        day = row.day("date")
        if day and day.year != rules.year and day <= today:
            facts = {"column": header(layout, _SHEET, "date"), "year": rules.year}
            yield finding("KT-003", row.place("date"), found=short_date(day), **facts)


def days_of_the_model(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """A model is checked while it runs: not before its start, not after it was dropped (R-156, T-41)."""
    models = book.by_code("models")
    for row in book[_SHEET]:
        day, model = row.day("date"), models.get(row.text("model"))
        if day is None or model is None or day.year != rules.year:
            continue
        facts = {"name": model.text("name"), "found": short_date(day)}
        started, dropped = model.day("start_date"), model.day("dropped_on")
        if started and day < started:
            yield finding("KT-004", row.place("date"), **facts, day=short_date(started))
        elif dropped and day > dropped:
            yield finding("KT-005", row.place("date"), **facts, day=short_date(dropped))


def checks_that_tell(book: Book, _rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """A check has a result, or at least a difficulty that it met (R-156)."""
    for row in book[_SHEET]:
        day = row.day("date")
        if day and day <= today and row.blank("result") and row.blank("difficulties"):
            column = header(layout, _SHEET, "result")
            yield finding("KT-006", row.place("result"), day=short_date(day), column=column)


def resolved_in_order(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A difficulty is resolved after it was met, in a way that is told; nothing is resolved that was none (R-156)."""
    for row in book[_SHEET]:
        met, resolved = row.day("date"), row.day("resolved_on")
        if met and resolved and resolved < met:
            facts = {"found": short_date(resolved), "day": short_date(met)}
            yield finding("KT-007", row.place("resolved_on"), **facts)
        filled = [key for key in ("resolution", "resolved_on") if not row.blank(key)]
        if filled and row.blank("difficulties"):
            columns = headers(layout, _SHEET, filled)
            yield finding("KT-008", row.place("difficulties"), columns=columns)
        elif "resolved_on" in filled and row.blank("resolution"):
            yield finding("KT-009", row.place("resolution"))


def difficulties_are_followed(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """A difficulty has a resolution or a next step, and one of these once a cut-off went by unresolved (R-156)."""
    cut_offs = [day for key in _CUT_OFFS if (day := book.settings.day(key)) and day < today]
    for row in book[_SHEET]:
        met = row.day("date")
        if row.blank("difficulties") or not (row.blank("resolved_on") and row.blank("follow_up")):
            continue
        if row.blank("resolution"):
            yield finding("KT-010", row.place("resolution"))
        elif met and (passed := [day for day in cut_offs if day >= met]):
            facts = {"found": short_date(met), "day": short_date(max(passed))}
            yield finding("KT-011", row.place("follow_up"), **facts)


def who_checked_as_what(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """The kind of a check is that of the body that made it; a body checks itself as the subject (R-156, R-160)."""
    words, subjects = _words(book, layout), book.by_code("registrants")
    models = book.by_code("models")
    for row in book[_SHEET]:
        named = _named(words, row.text("by"))
        model = models.get(row.text("model"))
        subject = subjects.get(model.text("registrant")) if model else None
        if row.text("kind") == "self":
            named -= _named(words, _said_of(subject))
        if named and row.text("kind") and row.text("kind") not in named:
            label = layout.label("inspection_kind", row.text("kind"))
            yield finding("KT-012", row.place("kind"), found=label, by=row.text("by"))


def _words(book: Book, layout: Layout) -> Mapping[str, tuple[str, ...]]:
    """By kind of check the names of the body that makes it, bare: the office's own, and those of the lists."""
    kinds = {one.key: (one.label, *one.also) for one in layout.choices["organisation_kind"]}
    checks = {one.key: one.also for one in layout.choices["inspection_kind"]}
    return {
        key: tuple(
            bare(name)
            for name in (book.settings.text(setting), *kinds.get(key, ()), *checks[key])
            if name
        )
        for key, setting in _BODIES.items()
    }


def _named(words: Mapping[str, tuple[str, ...]], text: str) -> set[str]:
    """The kinds of check whose bodies `text` names."""
    plain = f" {bare(text)} "
    return {kind for kind, names in words.items() if any(f" {name} " in plain for name in names)}


def _said_of(subject: Record | None) -> str:
    return " ".join(subject.text(key) for key in ("name", "unit")) if subject else ""


def bodies_that_check(book: Book, _rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """By the half-year the government and the Front have checked models or supervised them (R-156, R-160)."""
    cut_off = book.settings.day("half_year_cut_off")
    if not (cut_off and cut_off < today and book["models"] and book.sheets[_SHEET].found):
        return
    found = {row.text("kind") for row in book[_SHEET]} | set(_acts(book))
    for key, code in (("government", "KT-013"), ("front", "KT-014")):
        if key not in found:
            name = book.settings.text(_BODIES[key])
            place = book.sheets[_SHEET].place()
            yield finding(code, place, name=name, tab=layout.by_key["activities"].tab)


def _acts(book: Book) -> Iterator[str]:
    """The kinds of the bodies that checked or supervised by the sheet of activities."""
    bodies = book.by_code("organisations")
    for act in book["activities"]:
        body = bodies.get(act.text("organisation"))
        if body and act.text("kind") == "inspection":
            yield body.text("kind")


CHECKS = (
    days_have_come,
    days_of_the_model,
    checks_that_tell,
    resolved_in_order,
    difficulties_are_followed,
    who_checked_as_what,
    bodies_that_check,
)
