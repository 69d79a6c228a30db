"""The review of the models of earlier years: each is kept up, given up, or has no verdict yet (R-161, R-164)."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dvk_office.core.records import Book, Record
from dvk_office.core.registration import ORGANISATIONS, of_other_year, registered

KEPT_UP, GIVEN_UP, UNREVIEWED = "kept_up", "given_up", "unreviewed"
VERDICTS = (KEPT_UP, GIVEN_UP, UNREVIEWED)
ANEW = ("new", "replicated")
_ASKED = ("still_suitable", "effective")


class Review(NamedTuple):
    """The review as it stood on `day`: the old models by verdict, what was registered anew, who has not reviewed.

    Of `unknown` nobody can say whether they are old: their origin is blank or wrong.
    """

    day: date
    old: Mapping[str, tuple[Record, ...]]
    anew: tuple[Record, ...]
    waiting: tuple[Record, ...]
    unknown: tuple[Record, ...] = ()

    @property
    def models(self) -> tuple[Record, ...]:
        """Every old model."""
        return tuple(model for verdict in VERDICTS for model in self.old[verdict])


def is_old(model: Record) -> bool:
    """True for a model of an earlier year: the one that goes on, or was given up instead."""
    return model.text("origin") == "continued"


def verdict(model: Record, day: date) -> str:
    """Kept up where both answers are yes; given up where one is no or on its day; else not reviewed (R-161)."""
    dropped = model.day("dropped_on")
    answers = [model.ticked(key) for key in _ASKED]
    if (dropped and dropped <= day) or False in answers:
        return GIVEN_UP
    return KEPT_UP if all(answers) else UNREVIEWED


def registered_again(book: Book, model: Record, day: date) -> bool:
    """True once a model that is kept up was registered for the year (R-029, R-164); a day that cannot be read counts."""
    registered_on = model.day("registered_on")
    later = registered_on is not None and registered_on > day
    return not (model.blank("registered_on") or later or of_other_year(book, registered_on))


def review(book: Book, day: date) -> Review:
    """The review of the whole commune."""
    return _review(book, day, book["models"], registered(book, day))


def review_of(book: Book, day: date, organisation: Record) -> Review:
    """The review of one organisation: the models whose subjects it manages."""
    code = organisation.text("code")
    own = [model for model in book["models"] if manager(book, model) == code]
    every = {model.row for model in registered(book, day)}
    held = [model for model in own if model.row in every]
    return _review(book, day, own, held)


def manager(book: Book, model: Record) -> str:
    """The code of the organisation that manages the subject of `model`."""
    subject = book.by_code("registrants").get(model.text("registrant"))
    return subject.text("managing_organisation") if subject else ""


def _review(book: Book, day: date, models: Iterable[Record], held: Iterable[Record]) -> Review:
    every = tuple(models)
    judged = [(verdict(model, day), model) for model in every if is_old(model)]
    by_verdict = {key: tuple(model for found, model in judged if found == key) for key in VERDICTS}
    anew = tuple(model for model in held if model.text("origin") in ANEW)
    unknown = tuple(model for model in every if not model.text("origin"))
    return Review(day, MappingProxyType(by_verdict), anew, tuple(_waiting(book, day)), unknown)


def _waiting(book: Book, day: date) -> Iterable[Record]:
    """The bodies that must register and have not told by `day` that their review is done."""
    for body in book[ORGANISATIONS]:
        reviewed = body.day("previous_models_reviewed")
        if body.yes("must_register") and not (reviewed and reviewed <= day):
            yield body
