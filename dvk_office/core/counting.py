"""Which models count in the year's targets: for each origin an ordered table of reasons why one does not.

The first reason that holds is the one told. A row of a table is a name (its words are `uncounted_…`) and a test.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dvk_office.core.appraisal import must_launch
from dvk_office.core.counts import Facts, Table, first_reason
from dvk_office.core.dates import short_date
from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book, Record
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules


class Terms(NamedTuple):
    """What decides beside the rows: the year, the day that it is, and the office's settings."""

    year: int
    today: date
    until: date | None
    both_tags: bool
    managed_counts: bool


class Case(NamedTuple):
    """One model with its subject, the body that manages it, and whether it must hold a launch."""

    model: Record
    subject: Record | None
    organisation: Record | None
    launch: bool
    terms: Terms

    @property
    def provisional(self) -> bool:
        """True for a model that may count before its launch: up to the closing day, if one is known (T-13)."""
        until = self.terms.until
        return self.launch and not _launched(self) and (until is None or self.terms.today <= until)


class Judged(NamedTuple):
    """A case and the `reason` why its model does not count in the year; no reason where it does.

    `row` is the number of the row that counts in its stead, if there is one.
    """

    case: Case
    reason: str
    row: int = 0

    def facts(self) -> Facts:
        """What the words of a reason may be filled with."""
        return {**_facts(self.case), "row": str(self.row)}


def judged(book: Book, rules: Rules, today: date) -> tuple[Judged, ...]:
    """Every model in the order of the sheet; of two that count under one code only the first one does (R-026)."""
    first: dict[str, Record] = {}
    found = []
    for case in _cases(book, rules, today):
        reason, code = why_not(case), case.model.text("code")
        kept = first.setdefault(code, case.model) if code and not reason else case.model
        again = kept is not case.model
        found.append(Judged(case, "same_code", kept.row) if again else Judged(case, reason))
    return tuple(found)


def why_not(case: Case) -> str:
    """The reason why a model does not count in the year; empty where it does (R-026 to R-034)."""
    return first_reason(BY_ORIGIN.get(case.model.text("origin"), OF_NO_ORIGIN), case)


def _facts(case: Case) -> Facts:
    figures = ((key, case.model.number(key)) for key in ("figure", "previous_figure"))
    dropped, until = case.model.day("dropped_on"), case.terms.until
    body = case.organisation.text("name") if case.organisation else ""
    return {
        "year": str(case.terms.year),
        "organisation": body,
        **{key: "" if figure is None else printed_number(figure) for key, figure in figures},
        "dropped": short_date(dropped) if dropped else word("day_unread"),
        "until": short_date(until) if until else "",
    }


def _cases(book: Book, rules: Rules, today: date) -> Iterator[Case]:
    settings = book.settings
    terms = Terms(
        rules.year,
        today,
        settings.day("provisional_until"),
        both_tags=settings.yes("both_tags"),
        managed_counts=settings.yes("managed_counts"),
    )
    subjects, bodies = book.by_code("registrants"), book.by_code("organisations")
    for model in book["models"]:
        subject = subjects.get(model.text("registrant"))
        body = bodies.get(subject.text("managing_organisation")) if subject else None
        yield Case(model, subject, body, must_launch(book, model), terms)


def _launched(case: Case) -> bool:
    """Only a launch that was held is one, not a day still to come (R-032)."""
    day = case.model.day("launch_date")
    return day is not None and day <= case.terms.today


def _dropped(case: Case) -> bool:
    """Given up by now (T-41); where the day cannot be read the model is in doubt, and does not count."""
    day = case.model.day("dropped_on")
    return not case.model.blank("dropped_on") and (day is None or day <= case.terms.today)


def _of_other_year(case: Case, key: str) -> bool:
    day = case.model.day(key)
    return day is not None and day.year != case.terms.year


def _registered_later(case: Case) -> bool:
    day = case.model.day("registered_on")
    return day is not None and day > case.terms.today


def _figure_not_higher(case: Case) -> bool:
    """Equal is not higher; two figures decide, whatever was confirmed (R-030)."""
    figure, previous = case.model.number("figure"), case.model.number("previous_figure")
    return figure is not None and previous is not None and figure <= previous


def _in_words(case: Case) -> bool:
    """True where two figures are not there to be compared, so that somebody compares the words (T-11)."""
    return None in (case.model.number("figure"), case.model.number("previous_figure"))


def _denied(case: Case, key: str) -> bool:
    return case.model.ticked(key) is False


_KEPT_UP: Table[Case] = (
    ("dropped", _dropped),
    ("subject_unknown", lambda case: case.subject is None),
)
_REGISTERED: Table[Case] = (
    ("unregistered", lambda case: case.model.day("registered_on") is None),
    ("registered_other_year", lambda case: _of_other_year(case, "registered_on")),
    ("registered_later", _registered_later),
)
_STILL_GOOD: Table[Case] = (
    ("unsuitable", lambda case: _denied(case, "still_suitable")),
    ("suitable_unknown", lambda case: not case.model.yes("still_suitable")),
    ("ineffective", lambda case: _denied(case, "effective")),
    ("effective_unknown", lambda case: not case.model.yes("effective")),
)
_HIGHER: Table[Case] = (
    ("figure_not_higher", _figure_not_higher),
    ("goal_not_higher", lambda case: _in_words(case) and _denied(case, "goal_higher_confirmed")),
    (
        "goal_unconfirmed",
        lambda case: _in_words(case) and not case.model.yes("goal_higher_confirmed"),
    ),
)
_STARTED: Table[Case] = (
    ("start_unknown", lambda case: case.model.day("start_date") is None),
    ("start_other_year", lambda case: _of_other_year(case, "start_date")),
)
_LAUNCHED: Table[Case] = (
    (
        "not_launched",
        lambda case: case.launch and not _launched(case) and not case.provisional,
    ),
)
_NEW: Table[Case] = (*_KEPT_UP, *_REGISTERED, *_STARTED, *_LAUNCHED)
_DISCOVERED: Table[Case] = (
    *_KEPT_UP,
    ("discovered_only", lambda case: case.model.blank("registered_on")),
    *_REGISTERED,
    ("start_other_year", lambda case: _of_other_year(case, "start_date")),
)

BY_ORIGIN: Mapping[str, Table[Case]] = MappingProxyType(
    {
        "continued": (*_KEPT_UP, *_REGISTERED, *_STILL_GOOD, *_HIGHER),
        "new": _NEW,
        "replicated": _NEW,
        "discovered": _DISCOVERED,
    }
)
OF_NO_ORIGIN: Table[Case] = (*_KEPT_UP, ("origin_unknown", lambda _case: True))
