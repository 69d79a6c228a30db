"""What came late or has not come: recorded with the days late, never blocked (R-168)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.calendar import days_off, typed_days
from dvk_office.core.dates import short_date
from dvk_office.core.deadlines import OVERDUE, DeadlineResult, days_of, standing
from dvk_office.core.duties import hearing_day, must_be_registered
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Deadline, Rules

_LATE_ROW: Mapping[str, str] = MappingProxyType({"paper": "HAN-007", "hearings": "HAN-004"})
_OVERDUE: Mapping[str, str] = MappingProxyType({"paper": "HAN-006", "hearings": "HAN-005"})
_BOTH_DAYS = (("registered_on", "HAN-001"), ("plan_received_on", "HAN-002"))


def _measured_by(rules: Rules, *measures: str) -> Iterator[Deadline]:
    return (one for one in rules.deadlines if one.measure in measures)


def _days_late(day: date | None, last: date) -> int:
    return max((day - last).days, 0) if day else 0


def late_registrations(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Registration and plan are received by the last day (R-165, T-29)."""
    for deadline in _measured_by(rules, "registrations"):
        days = days_of(book, deadline, days_off(book, rules))
        for model in filter(must_be_registered, book["models"]) if days else ():
            for key, code in _BOTH_DAYS:
                if days and (late := _days_late(model.day(key), days.last)):
                    name, last = model.text("name"), short_date(days.last)
                    yield finding(code, model.place(key), name=name, last=last, days=late)


def late_papers(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """Reports to the city and reports to the team arrive in time (R-121, R-145, R-150, R-151)."""
    off = days_off(book, rules)
    for deadline in _measured_by(rules, *_LATE_ROW):
        late, overdue = _LATE_ROW[deadline.measure], _OVERDUE[deadline.measure]
        for result in standing(book, rules, deadline, off, today):
            yield from _late_items(result, late, overdue)


def _late_items(result: DeadlineResult, late: str, overdue: str) -> Iterator[Finding]:
    for item in result.late:
        code = overdue if item.state == OVERDUE else late
        yield finding(
            code,
            item.proof.place,
            name=item.proof.name,
            label=result.deadline.label,
            last=short_date(result.last_day) if result.last_day else "",
            days=item.days_late,
        )


def late_nominations(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """Appraisal, decision and the sending of nominees are finished by the last day (R-149)."""
    off = days_off(book, rules)
    for deadline in _measured_by(rules, "nominations"):
        for result in standing(book, rules, deadline, off, today):
            if last := result.last_day:
                yield from _late_nominees(book, last)
                yield from _late_decisions(book, last)
                yield from _not_nominated(result, last)


def _late_nominees(book: Book, last: date) -> Iterator[Finding]:
    registrants = book.by_code("registrants")
    for nominee in book["exemplars"]:
        if nominee.yes("chosen") and (late := _days_late(nominee.day("submission_date"), last)):
            subject, place = registrants.get(nominee.text("registrant")), "submission_date"
            name = subject.text("name") if subject else ""
            facts = {"last": short_date(last), "days": late}
            yield finding("HAN-009", nominee.place(place), name=name, **facts)


def _late_decisions(book: Book, last: date) -> Iterator[Finding]:
    models = book.by_code("models")
    for hearing in book["hearings"]:
        model = models.get(hearing.text("model"))
        name = model.text("name") if model else ""
        held = (hearing_day(book, hearing), hearing.place("date"), "HAN-010")
        decided = (hearing.day("decision_date"), hearing.place("decision_date"), "HAN-011")
        for day, place, code in (held, decided):
            if late := _days_late(day, last):
                yield finding(code, place, name=name, last=short_date(last), days=late)


def _not_nominated(result: DeadlineResult, last: date) -> Iterator[Finding]:
    """Nominees chosen but not sent, or none chosen at all, once the last day is past."""
    for item in result.items:
        if item.state == OVERDUE and item.proof.place.sheet_key == "exemplars":
            yield finding("HAN-012", item.proof.place, last=short_date(last), days=item.days_late)


def misprinted_days(book: Book, rules: Rules, _layout: Layout, today: date) -> Iterator[Finding]:
    """A day that the guidance misprints is shown as printed and as read until it is confirmed or kept (T-01)."""
    off, settings = days_off(book, rules), book.settings
    for one in rules.deadlines:
        results = () if one.confirmed else standing(book, rules, one, off, today)
        for last in (r.last_day for r in results if r.last_day and not r.done_on):
            yield finding(
                "HAN-008",
                settings.place("year"),
                label=one.label,
                written=one.as_written,
                read=one.read_as,
                last=short_date(last),
                city=settings.text("city_body"),
            )


def cut_off_days(book: Book, rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The figures of a report are counted up to a day of the year on which it can still be sent (R-152, T-31)."""
    off = days_off(book, rules)
    for deadline in (one for one in rules.deadlines if one.cut_off):
        days, cut_off = days_of(book, deadline, off), book.settings.day(deadline.cut_off)
        if days and cut_off and not (cut_off.year == rules.year and cut_off <= days.last):
            yield finding(
                "HAN-014",
                book.settings.place(deadline.cut_off),
                found=short_date(cut_off),
                label=deadline.label,
                last=short_date(days.last),
                year=rules.year,
            )


def own_days_off(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The office's own days off are days (T-06)."""
    for text, day in typed_days(book.settings.text("holidays")):
        if day is None:
            yield finding("HAN-013", book.settings.place("holidays"), found=text)


CHECKS = (
    late_registrations,
    late_papers,
    late_nominations,
    misprinted_days,
    cut_off_days,
    own_days_off,
)
