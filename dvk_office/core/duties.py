"""What shows that a deadline was kept: the rows that count, each with the day on which it was done."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dvk_office.core.records import Book, Place, Record
from dvk_office.core.text import fold
from dvk_office.rules.year import Deadline, Rules


class Proof(NamedTuple):
    """One thing to be done: its cell, code and name, the organisation answerable, the day it was done (or None)."""

    place: Place
    code: str = ""
    name: str = ""
    organisation: str = ""
    on: date | None = None


class Duty(NamedTuple):
    """What one deadline asks for; for a hearing its `model` and its `day`."""

    proofs: tuple[Proof, ...]
    model: str = ""
    day: date | None = None


def hearing_day(book: Book, hearing: Record) -> date | None:
    """The day of a hearing, or of the meeting that it was part of."""
    meeting = book.by_code("meetings").get(hearing.text("meeting"))
    return hearing.day("date") or (meeting.day("date") if meeting else None)


def received_on(model: Record) -> date | None:
    """The day on which both the registration and the plan were there (R-165); None while one is missing."""
    days = (model.day("registered_on"), model.day("plan_received_on"))
    return max(filter(None, days)) if all(days) else None


def must_be_registered(model: Record) -> bool:
    """False for a discovered model that nobody registered, and for an old one dropped instead."""
    if model.day("registered_on"):
        return True
    return model.text("origin") != "discovered" and model.blank("dropped_on")


def registrations(book: Book, _rules: Rules, _deadline: Deadline, today: date) -> Iterator[Duty]:
    """Registration and plan of each model; a body that must register and has no model is one too (R-165)."""
    registrants = book.by_code("registrants")
    proofs = []
    for model in filter(must_be_registered, book["models"]):
        registrant = registrants.get(model.text("registrant"))
        organisation = registrant.text("managing_organisation") if registrant else ""
        names = (model.text("code"), model.text("name"), organisation)
        day = _happened(received_on(model), today)
        proofs.append(Proof(model.place("registered_on"), *names, day))
    silent = (
        Proof(body.place("must_register"), "", body.text("name"), body.text("code"))
        for body in silent_bodies(book)
    )
    yield Duty((*proofs, *silent))


def silent_bodies(book: Book) -> tuple[Record, ...]:
    """Bodies that must register, manage no subject of a model and are none themselves, by code or by name (R-163)."""
    registrants = book.by_code("registrants")
    codes = {one.text("registrant") for one in filter(must_be_registered, book["models"])}
    subjects = [registrants[code] for code in codes & registrants.keys()]
    managing = {one.text("managing_organisation") for one in subjects}
    bodies = [
        body
        for body in book["organisations"]
        if body.yes("must_register") and body.text("code") not in managing
    ]
    names = {fold(one.text(key)) for one in subjects if bodies for key in ("name", "unit")}
    return tuple(body for body in bodies if fold(body.text("name")) not in names)


def papers(book: Book, rules: Rules, deadline: Deadline, today: date) -> Iterator[Duty]:
    """The first sending of this year's paper of the kind that the deadline names (R-145, R-150, R-151)."""
    sent = [
        Proof(row.place("sent_on"), row.text("number"), row.text("title"), "", row.day("sent_on"))
        for row in papers_sent(book, rules, today)
        if row.text("kind") == deadline.paper
    ]
    first = min(sent, key=lambda one: one.on or today, default=None)
    yield Duty((first or Proof(book.sheets["register"].place()),))


def papers_sent(book: Book, rules: Rules, today: date) -> Iterator[Record]:
    """The papers of the year that were sent by `today` and not cancelled."""
    for row in book["register"]:
        day = _happened(row.day("sent_on"), today)
        of_the_year = day is not None and (row.day("cut_off") or day).year >= rules.year
        if of_the_year and row.text("state") != "cancelled":
            yield row


def nominations(book: Book, _rules: Rules, _deadline: Deadline, today: date) -> Iterator[Duty]:
    """Every appraisal held and decided, every chosen nominee's dossier sent to the city (R-149)."""
    registrants, models = book.by_code("registrants"), book.by_code("models")
    proofs = []
    for nominee in book["exemplars"]:
        if nominee.yes("chosen"):
            place, code = nominee.place("submission_date"), nominee.text("registrant")
            day = _happened(nominee.day("submission_date"), today)
            proofs.append(Proof(place, code, _name(registrants.get(code)), "", day))
    if not proofs:
        proofs.append(Proof(book.sheets["exemplars"].place()))
    for hearing in book["hearings"]:
        place, code = hearing.place("decision_date"), hearing.text("model")
        day = _happened(_decided_on(book, hearing), today)
        proofs.append(Proof(place, code, _name(models.get(code)), "", day))
    yield Duty(tuple(proofs))


def _decided_on(book: Book, hearing: Record) -> date | None:
    """The day of the decision; of the hearing itself where the model did not pass it or nothing is concluded yet."""
    if hearing.text("conclusion") == "pass" or hearing.day("decision_date"):
        return hearing.day("decision_date")
    return hearing_day(book, hearing)


def hearings(book: Book, _rules: Rules, _deadline: Deadline, today: date) -> Iterator[Duty]:
    """The subject's report in the team's hands, hearing by hearing (R-121)."""
    models = book.by_code("models")
    for hearing in book["hearings"]:
        place, code = hearing.place("report_received"), hearing.text("model")
        day = _happened(hearing.day("report_received"), today)
        proof = Proof(place, code, _name(models.get(code)), "", day)
        yield Duty((proof,), code, hearing_day(book, hearing))


def commendations(book: Book, _rules: Rules, _deadline: Deadline, today: date) -> Iterator[Duty]:
    """The reward of each exemplar proposed for one (R-147, R-148)."""
    registrants = book.by_code("registrants")
    proofs = tuple(
        Proof(
            one.place("commendation_date"),
            one.text("registrant"),
            _name(registrants.get(one.text("registrant"))),
            "",
            _happened(one.day("commendation_date"), today),
        )
        for one in book["exemplars"]
        if one.yes("commend")
    )
    yield Duty(proofs or (Proof(book.sheets["exemplars"].place()),))


def _happened(day: date | None, today: date) -> date | None:
    """`day` unless it is still to come."""
    return day if day and day <= today else None


def _name(record: Record | None) -> str:
    return record.text("name") if record else ""


Measure = Callable[[Book, Rules, Deadline, date], Iterator[Duty]]
MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "registrations": registrations,
        "paper": papers,
        "nominations": nominations,
        "hearings": hearings,
        "commendations": commendations,
    }
)
