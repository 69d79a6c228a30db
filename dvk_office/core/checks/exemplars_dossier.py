"""What follows for the chosen: the city's dossier, its answer, the commune's reward (R-130 to R-142, R-147)."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from dvk_office.core.appraisal import meeting_of
from dvk_office.core.checks.headers import header, headers
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import printed_number, typed_number
from dvk_office.core.records import Book
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "exemplars"
_CONFIRMED = ("report_received_on", "confirmed_direct_on", "confirmed_commune_on")
_SENT = "submission_date"
_PARTS = (*_CONFIRMED, "achievements")
_DAYS = (*_CONFIRMED, _SENT, "city_date", "commendation_date")
_REWARDS: Mapping[str, str] = MappingProxyType(
    {"collective": "reward_collective", "individual": "reward_individual"}
)


def days_in_order(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """Report, the two confirmations and the sending follow each other (R-136, R-137, R-142)."""
    for nominee in book[_SHEET]:
        known = [(day, key) for key in (*_CONFIRMED, _SENT) if (day := nominee.day(key))]
        for (before, other), (day, key) in pairwise(known):
            if day < before:
                facts = {"column": header(layout, _SHEET, key), "found": short_date(day)}
                after = {"other": header(layout, _SHEET, other), "day": short_date(before)}
                yield finding("DH-031", nominee.place(key), **facts, **after)


def sent_after_the_meeting(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The dossier goes to the city after the meeting that chose, the city answers after that (R-130, R-142)."""
    for nominee in book[_SHEET]:
        meeting, sent = meeting_of(book, nominee), nominee.day(_SENT)
        met, answered = meeting.day("date") if meeting else None, nominee.day("city_date")
        if sent and met and sent < met:
            days = {"found": short_date(sent), "day": short_date(met)}
            yield finding("DH-030", nominee.place(_SENT), **days)
        if sent and answered and answered < sent:
            days = {"found": short_date(answered), "day": short_date(sent)}
            yield finding("DH-035", nominee.place("city_date"), **days)


def days_have_come(book: Book, _rules: Rules, layout: Layout, today: date) -> Iterator[Finding]:
    """What is written as done is not still to come (R-142)."""
    for nominee in book[_SHEET]:
        for key in _DAYS:
            day = nominee.day(key)
            if day and day > today:
                column = header(layout, _SHEET, key)
                yield finding("DH-037", nominee.place(key), column=column, found=short_date(day))


def dossiers_are_complete(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """What was sent to the city had its parts, bound in as many sets as asked (R-132, R-135 to R-139)."""
    copies = max((part.copies for part in rules.dossier_parts), default=1)
    for nominee in book[_SHEET]:
        if nominee.blank(_SENT):
            continue
        missing = [key for key in _PARTS if nominee.blank(key)]
        if missing:
            columns = headers(layout, _SHEET, missing)
            yield finding("DH-032", nominee.place(missing[0]), columns=columns)
        bound = nominee.number("copies_bound")
        if nominee.blank("copies_bound") or (bound is not None and bound < copies):
            found = typed_number(bound or 0)
            yield finding("DH-033", nominee.place("copies_bound"), found=found, copies=copies)


def the_city_answers_proposals(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Only who was chosen is sent; the city recognises who was proposed to it (R-125, R-129, R-130)."""
    for nominee in book[_SHEET]:
        sent = not nominee.blank(_SENT)
        if sent and not nominee.yes("chosen"):
            yield finding("DH-034", nominee.place("chosen"))
        for key in ("city_number", "city_date"):
            if not sent and not nominee.blank(key):
                yield finding("DH-036", nominee.place(key))
                break


def rewards_as_proposed(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Who is rewarded was proposed for it, with the amount set for the year (R-147)."""
    registrants = book.by_code("registrants")
    for nominee in book[_SHEET]:
        if not nominee.blank("commendation_number") and not nominee.yes("commend"):
            yield finding("DH-038", nominee.place("commend"))
        registrant = registrants.get(nominee.text("registrant"))
        setting = _REWARDS.get(registrant.text("kind"), "") if registrant else ""
        amount = nominee.number("reward_amount")
        most = book.settings.number(setting) if setting else None
        if amount is not None and most is not None and amount != most:
            facts = {"found": printed_number(amount), "other": printed_number(most)}
            yield finding("DH-039", nominee.place("reward_amount"), **facts)


def born_in_one_year(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """A person's day of birth lies in the year of birth written before (R-141)."""
    registrants = book.by_code("registrants")
    for nominee in book[_SHEET]:
        registrant, day = registrants.get(nominee.text("registrant")), nominee.day("birth_date")
        year = registrant.number("birth_year") if registrant else None
        if day and year is not None and day.year != year:
            found = short_date(day)
            yield finding("DH-040", nominee.place("birth_date"), found=found, year=year)


def certificates_are_numbered_once(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Each certificate of merit has a number of its own (R-147)."""
    first: dict[str, int] = {}
    for nominee in book[_SHEET]:
        number = nominee.text("certificate_number")
        if number and fold(number) in first:
            place = nominee.place("certificate_number")
            yield finding("DH-041", place, found=number, row=first[fold(number)])
        elif number:
            first[fold(number)] = nominee.row


def proposed_once(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Who is proposed for two models is rewarded once, by the first row (R-147, T-10)."""
    first: dict[str, int] = {}
    for nominee in book[_SHEET]:
        code = nominee.text("registrant")
        if not (code and nominee.yes("commend")):
            continue
        if code in first:
            yield finding("DH-044", nominee.place("commend"), row=first[code])
        first.setdefault(code, nominee.row)


CHECKS = (
    days_in_order,
    sent_after_the_meeting,
    days_have_come,
    dossiers_are_complete,
    the_city_answers_proposals,
    rewards_as_proposed,
    born_in_one_year,
    certificates_are_numbered_once,
    proposed_once,
)
