"""After the hearing: conclusion, notice, meeting of the committee, decision, each after the other (R-126)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.appraisal import is_decided, is_discovered
from dvk_office.core.calendar import days_off
from dvk_office.core.checks.headers import header
from dvk_office.core.dates import short_date
from dvk_office.core.deadlines import days_of
from dvk_office.core.duties import hearing_day
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "hearings"
_PAPER_DAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"notice_date": ("date",), "decision_date": ("notice_date", "date")}
)


def days_in_order(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """The notice is not before the hearing, the decision neither before the notice nor the hearing (R-123, R-124)."""
    for hearing in book[_SHEET]:
        days = {key: hearing.day(key) for key in _PAPER_DAYS} | {"date": hearing_day(book, hearing)}
        for key, earlier in _PAPER_DAYS.items():
            if day := days[key]:
                yield from _too_early(layout, hearing, key, day, [(k, days[k]) for k in earlier])


def _too_early(
    layout: Layout, hearing: Record, key: str, day: date, before: Iterable[tuple[str, date | None]]
) -> Iterator[Finding]:
    """The first of the days `before` that is later than the `day` of `key` after all."""
    for name, other in before:
        if other and day < other:
            found = {"column": header(layout, _SHEET, key), "found": short_date(day)}
            after = {"other": header(layout, _SHEET, name), "day": short_date(other)}
            yield finding("HN-030", hearing.place(key), **found, **after)
            return


def papers_have_their_day(
    book: Book, _rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """No notice and no decision is dated ahead (R-123, R-124)."""
    for hearing in book[_SHEET]:
        for key in _PAPER_DAYS:
            day = hearing.day(key)
            if day and day > today:
                facts = {"column": header(layout, _SHEET, key), "found": short_date(day)}
                yield finding("HN-037", hearing.place(key), **facts)


def steps_in_order(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """No notice without a conclusion, no decision without a notice (R-123, R-124, R-126).

    A discovered model may come to its decision another way (R-114, T-14).
    """
    models = book.by_code("models")
    for hearing in book[_SHEET]:
        decided, notified = is_decided(hearing), _notified(hearing)
        if notified and hearing.blank("conclusion"):
            yield finding("HN-032", hearing.place("conclusion"))
        if not decided or is_discovered(models.get(hearing.text("model"))):
            continue
        if not notified:
            yield finding("HN-033", hearing.place("notice_date"))
        if hearing.blank("conclusion"):
            yield finding("HN-035", hearing.place("conclusion"))


def no_decision_for_what_failed(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """No model that failed is in the list of the decision (R-112, R-127)."""
    for hearing in book[_SHEET]:
        if hearing.text("conclusion") == "fail" and is_decided(hearing):
            number = hearing.text("decision_number")
            yield finding("HN-034", hearing.place("decision_number"), number=number)


def no_decision_for_what_was_dropped(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """No model is recognised once it was dropped; one dropped before its hearing is told there (R-127, T-41)."""
    models = book.by_code("models")
    for hearing in book[_SHEET]:
        model, decided = models.get(hearing.text("model")), hearing.day("decision_date")
        held, dropped = hearing_day(book, hearing), model.day("dropped_on") if model else None
        if model and dropped and decided and held and held < dropped <= decided:
            facts = {"name": model.text("name"), "found": short_date(dropped)}
            place = hearing.place("decision_date")
            yield finding("HN-047", place, day=short_date(decided), **facts)


def steps_not_taken(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """By the day on which all is to be finished, what was concluded is notified, what passed decided (R-123, R-124)."""
    deadlines = [one for one in rules.deadlines if one.measure == "nominations"]
    found = [days_of(book, one, days_off(book, rules)) for one in deadlines]
    last = max((one.limit for one in found if one), default=None)
    if last is None or today <= last:
        return
    for hearing in book[_SHEET]:
        if not hearing.blank("conclusion") and not _notified(hearing):
            if not is_decided(hearing):
                yield finding("HN-038", hearing.place("notice_date"), last=short_date(last))
        elif hearing.text("conclusion") == "pass" and not is_decided(hearing):
            yield finding("HN-039", hearing.place("decision_date"), last=short_date(last))


def committee_met(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The committee considers the models in a meeting not later than its decision (R-128)."""
    meetings = [one for one in book["meetings"] if one.text("kind") == "recognition"]
    days = [day for one in meetings if (day := one.day("date"))]
    if meetings and not days:
        return
    seen = set[date]()
    for hearing in book[_SHEET]:
        day = hearing.day("decision_date")
        if day and day not in seen and not any(met <= day for met in days):
            yield finding("HN-044", hearing.place("decision_date"), found=short_date(day))
        seen |= {day} if day else set()


def certificates_are_numbered_once(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Each certificate has a number of its own, and follows a decision (R-124)."""
    first: dict[str, int] = {}
    for hearing in book[_SHEET]:
        number = hearing.text("certificate_number")
        place = hearing.place("certificate_number")
        if number and fold(number) in first:
            yield finding("HN-043", place, found=number, row=first[fold(number)])
        elif number:
            first[fold(number)] = hearing.row
        if number and not is_decided(hearing):
            yield finding("HN-045", place, found=number)


def _notified(hearing: Record) -> bool:
    return not (hearing.blank("notice_number") and hearing.blank("notice_date"))


CHECKS = (
    days_in_order,
    papers_have_their_day,
    steps_in_order,
    no_decision_for_what_failed,
    no_decision_for_what_was_dropped,
    steps_not_taken,
    committee_met,
    certificates_are_numbered_once,
)
