"""The year's targets: what is required and reached, what is missing, which rows count and why the others do not.

`MEASURES` has the functions that the targets of a year's file name in `measure`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from dvk_office.core.counting import Case, Judged, judged
from dvk_office.core.counts import (
    Count,
    Excluded,
    Table,
    by_row,
    each_once,
    excluded_by_row,
    first_reason,
)
from dvk_office.core.exemplar_levels import exemplar_count
from dvk_office.core.naming import body_key
from dvk_office.core.records import Book
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules, Target

WHOLE = 100
_TENTHS = 10
_BUILT_ANEW = ("new", "replicated")


@dataclass(frozen=True)
class TargetResult:
    """One target as it stands: at least so many, never capped, never rounded up (T-07)."""

    target: Target
    count: Count

    @property
    def required(self) -> int:
        """The number asked for; of a percentage the least number that is not below it."""
        if self.target.at_least is not None:
            return self.target.at_least
        return -(-(self.count.whole or 0) * (self.target.percent or 0) // WHOLE)

    @property
    def actual(self) -> int:
        return len(self.count.counted)

    @property
    def met(self) -> bool:
        """At least the number required; of no body at all nothing is reached (R-017)."""
        return self.count.whole != 0 and self.actual >= self.required

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(self.required - self.actual, 0)

    @property
    def percent(self) -> float | None:
        """How much of the whole, or of the number required, is reached: tenths, rounded down; None of nothing (R-016)."""
        base = self.required if self.count.whole is None else self.count.whole
        return self.actual * WHOLE * _TENTHS // base / _TENTHS if base else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The bodies without a model by name, else how many are missing; nothing where the target is reached."""
        if self.met:
            return ()
        names = tuple(one.text("name") or one.text("code") for one in self.count.uncovered)
        return names or (word(f"short_{self.target.measure}", number=self.short),)


@dataclass(frozen=True)
class Basis:
    """What the measures count in: the book on `today`, its models judged once for all of them."""

    book: Book
    rules: Rules
    today: date

    @cached_property
    def models(self) -> tuple[Judged, ...]:
        return judged(self.book, self.rules, self.today)


def targets(book: Book, rules: Rules, today: date) -> tuple[TargetResult, ...]:
    """Every target of the year in its order, as it stands on `today`."""
    basis = Basis(book, rules, today)
    return tuple(TargetResult(one, MEASURES[one.measure](basis)) for one in rules.targets)


def commune_models(basis: Basis) -> Count:
    """Models for the political tasks of the place (R-013, R-015)."""
    return _models(basis, COMMUNE)


def commune_new_or_replicated(basis: Basis) -> Count:
    """Those among them that are built new or replicated this year (R-014)."""
    return _models(basis, COMMUNE_ANEW)


def organisations_with_model(basis: Basis) -> Count:
    """Direct Party organisations with a model for their own work, each counted by one row (R-016 to R-020).

    A model stands for its organisation before one that waits for its launch. What an organisation has beside it
    covers no other one (R-019).
    """
    held, excluded = _sifted(basis, PROFESSIONAL)
    firm_first = sorted(held, key=lambda one: one.case.provisional)
    counted, surplus = each_once(firm_first, lambda one: _body_row(one.case))
    for one, kept in surplus:
        again = one._replace(row=kept.case.model.row)
        excluded.append(Excluded(one.case.model, "surplus", again.facts))
    direct = [body for body in basis.book["organisations"] if body.yes("direct")]
    covered = {_body_row(one.case) for one in counted}
    return Count(
        by_row(one.case.model for one in counted),
        excluded_by_row(excluded),
        by_row(one.case.model for one in counted if one.case.provisional),
        whole=len(direct),
        uncovered=tuple(body for body in direct if body.row not in covered),
    )


def exemplars(basis: Basis) -> Count:
    """Collectives and individuals together, each once, at the level that the office chose (R-021 to R-023)."""
    return exemplar_count(basis.book, basis.today)


def _models(basis: Basis, table: Table[Case]) -> Count:
    held, excluded = _sifted(basis, table)
    return Count(
        tuple(one.case.model for one in held),
        tuple(excluded),
        tuple(one.case.model for one in held if one.case.provisional),
    )


def _sifted(basis: Basis, table: Table[Case]) -> tuple[list[Judged], list[Excluded]]:
    """The models that count in the year and by `table`, and all the others with the first reason against each."""
    held, excluded = [], []
    for one in basis.models:
        if reason := one.reason or first_reason(table, one.case):
            excluded.append(Excluded(one.case.model, reason, one.facts))
        else:
            held.append(one)
    return held, excluded


def _body_row(case: Case) -> int:
    return case.organisation.row if case.organisation else 0


def _not_direct(case: Case) -> bool:
    return not (case.organisation and case.organisation.yes("direct"))


def _of_the_managed(case: Case) -> bool:
    """True for a model of a team, school, association or person, where the office counts none but the body's own."""
    if case.terms.managed_counts or not (case.subject and case.organisation):
        return False
    return body_key(case.subject.text("name")) != body_key(case.organisation.text("name"))


COMMUNE: Table[Case] = (
    ("commune_denied", lambda case: case.model.ticked("commune_task") is False),
    ("commune_blank", lambda case: not case.model.yes("commune_task")),
)
COMMUNE_ANEW: Table[Case] = (
    *COMMUNE,
    ("not_anew", lambda case: case.model.text("origin") not in _BUILT_ANEW),
)
PROFESSIONAL: Table[Case] = (
    ("professional_denied", lambda case: case.model.ticked("professional_task") is False),
    ("professional_blank", lambda case: not case.model.yes("professional_task")),
    ("one_tag", lambda case: case.model.yes("commune_task") and not case.terms.both_tags),
    ("organisation_unknown", lambda case: case.organisation is None),
    ("not_direct", _not_direct),
    ("managed", _of_the_managed),
)

MEASURES: Mapping[str, Callable[[Basis], Count]] = MappingProxyType(
    {
        measure.__name__: measure
        for measure in (
            commune_models,
            commune_new_or_replicated,
            organisations_with_model,
            exemplars,
        )
    }
)
