"""The register: days that follow each other, states that fit, what a row points at (R-126, R-187)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.paper_numbers import PARTY, STATE, read_paper_number, well_spelt
from dvk_office.core.records import Book, Record
from dvk_office.core.text import bare, fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "register"
_DAYS = ("date", "sent_on", "acknowledged_on")
_SUBJECTS = ("models", "registrants", "meetings", "organisations")
_STATE_SYMBOL = "ubnd"


def days_have_come(book: Book, _rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """No paper is issued, sent or answered on a day still to come."""
    for row in book[_SHEET]:
        for key in _DAYS:
            day = row.day(key)
            if day and day > today:
                column = header(layout, _SHEET, key)
                yield finding("SV-001", row.place(key), column=column, found=short_date(day))


def days_in_order(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A paper is sent after it is issued and answered after it is sent; its figures end before it (R-152)."""
    pairs = (("date", "sent_on", "SV-002"), ("sent_on", "acknowledged_on", "SV-003"))
    for row in book[_SHEET]:
        for first, then, code in (*pairs, ("cut_off", "date", "SV-004")):
            before, day = row.day(first), row.day(then)
            if before and day and day < before:
                facts = {"column": header(layout, _SHEET, then), "found": short_date(day)}
                after = {"other": header(layout, _SHEET, first), "day": short_date(before)}
                yield finding(code, row.place(then), **facts, **after)


def states_that_fit(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A number comes with its day; a paper that waits for its number has none and was not sent (R-187)."""
    for row in book[_SHEET]:
        state, numbered, dated = (row.text("state"), *_given(row))
        if state == "pending" and (numbered or not row.blank("sent_on")):
            label = layout.label("paper_state", state)
            yield finding("SV-005", row.place("state"), found=label)
        elif state != "issued" and numbered and not dated:
            yield finding("SV-006", row.place("date"), found=row.text("number"))


def _given(row: Record) -> tuple[bool, bool]:
    return not row.blank("number"), not row.blank("date")


def known_subjects(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The code that a paper concerns is that of a model, a subject, a meeting or a body."""
    known = {code for sheet in _SUBJECTS for code in book.by_code(sheet)}
    for row in book[_SHEET]:
        code = row.text("subject")
        if code and code not in known:
            yield finding("SV-007", row.place("subject"), found=code)


def reports_of_this_year(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A report sent before the year's cut-off tells its own, or it would be taken for this year's (R-150, R-151)."""
    days = {one.paper: book.settings.day(one.cut_off) for one in rules.deadlines if one.cut_off}
    for row in book[_SHEET]:
        cut_off, sent = days.get(row.text("kind")), row.day("sent_on")
        if cut_off is None or sent is None or sent >= cut_off:
            continue
        if row.left_blank("cut_off") and row.text("state") != "cancelled":
            facts = {"found": short_date(sent), "day": short_date(cut_off)}
            facts["kind"] = layout.label("paper_kind", row.text("kind"))
            column = header(layout, _SHEET, "cut_off")
            yield finding("SV-013", row.place("cut_off"), column=column, **facts)


def numbers_in_their_form(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The Party writes 12-QD/DU, the State 05/QD-UBND, letter by letter; the two are never mixed (R-187, T-42)."""
    own = {fold(book.settings.text(key)) for key in ("symbol_committee", "symbol_board")}
    people = fold(book.settings.text("people_committee"))
    for row in book[_SHEET]:
        text, issuer = row.text("number"), fold(row.text("issuer"))
        if not text:
            continue
        number = read_paper_number(text)
        expected = _family(bare(text), issuer, own - {""}, people)
        family = number.family if number and well_spelt(text) else ""
        if not family or (expected and family != expected):
            code = "SV-009" if expected == STATE else "SV-008"
            yield finding(code, row.place("number"), found=text)


def _family(number: str, issuer: str, own: set[str], people: str) -> str:
    """Whose form a number must have, by its symbol and its issuer; empty where either may be."""
    if _STATE_SYMBOL in number or (people and issuer == people):
        return STATE
    return PARTY if issuer in own or any(number.endswith(bare(one)) for one in own) else ""


CHECKS = (
    days_have_come,
    days_in_order,
    states_that_fit,
    known_subjects,
    reports_of_this_year,
    numbers_in_their_form,
)
