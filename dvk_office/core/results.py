"""What the movement had reached on a day: the rows behind every figure of a report, so that each can be traced (R-152, R-192).

The report of the half-year, that of the year and their appendix take all figures from here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dvk_office.core.appraisal import must_launch, recognised
from dvk_office.core.counts import each_once
from dvk_office.core.duties import hearing_day
from dvk_office.core.exemplar_levels import counted_at
from dvk_office.core.heard import Heard, heard, listed
from dvk_office.core.records import Book, Record
from dvk_office.core.registration import Tally, registered, tally
from dvk_office.core.resources import Resources, resources
from dvk_office.core.targets import TargetResult, targets
from dvk_office.rules.year import Rules

COMMUNE, CITY = "commune", "city"
PASS = "pass"  # noqa: S105 - a conclusion


@dataclass(frozen=True)
class Reached:
    """The rows at each stage by a day, from registration to reward: models, then (from `chosen` on) exemplars.

    `unlaunched` are registered models that must hold a launch and have not.
    """

    registered: tuple[Record, ...]
    launched: tuple[Record, ...]
    unlaunched: tuple[Record, ...]
    appraised: tuple[Record, ...]
    passed: tuple[Record, ...]
    recognised: tuple[Record, ...]
    chosen: tuple[Record, ...]
    city: tuple[Record, ...]
    commended: tuple[Record, ...]


@dataclass(frozen=True)
class FieldReached:
    """What one field reached, with its registered models by origin and by kind."""

    reached: Reached
    tally: Tally


@dataclass(frozen=True)
class Results:
    """Everything that a report tells of its `day`; the fields are the rules' own, none left out (R-051)."""

    day: date
    whole: FieldReached
    fields: Mapping[str, FieldReached]
    targets: tuple[TargetResult, ...]
    resources: Resources
    exemplary: tuple[Record, ...]
    inspections: tuple[Record, ...]
    activities: Mapping[str, int]
    planning: tuple[Record, ...]
    planned: tuple[Record, ...]

    @property
    def models(self) -> tuple[Record, ...]:
        """The models that the report speaks of: registered, or recognised though only found while checking."""
        return together(self.whole.reached)


def results(book: Book, rules: Rules, day: date) -> Results:
    """The figures of `day`; the sums over all fields are the whole, where each row has its field (R-192)."""
    whole = _reached(book, day)
    planning = tuple(body for body in book["organisations"] if body.yes("must_plan"))
    return Results(
        day=day,
        whole=_with_tally(book, whole),
        fields=MappingProxyType(
            {one.key: _with_tally(book, _of_field(book, whole, one.key)) for one in rules.fields}
        ),
        targets=targets(book, rules, day),
        resources=resources(book, together(whole), day),
        exemplary=_exemplary(book, whole.recognised),
        inspections=_of_year(book["inspections"], day),
        activities=MappingProxyType(
            Counter(row.text("kind") for row in _of_year(book["activities"], day))
        ),
        planning=planning,
        planned=_by(planning, "own_plan_date", day),
    )


def together(reached: Reached) -> tuple[Record, ...]:
    """The models registered or recognised, each once, in the order of the sheet."""
    found = {model.row: model for model in (*reached.registered, *reached.recognised)}
    return tuple(found[row] for row in sorted(found))


def _reached(book: Book, day: date) -> Reached:
    models = registered(book, day)
    hearings = [
        (one, one.model, held)
        for one in heard(book, day)
        if (held := hearing_day(book, one.hearing))
    ]
    concluded = [
        (one.hearing, model)
        for one, model, held in hearings
        if model and held <= day and not one.hearing.blank("conclusion")
    ]
    return Reached(
        registered=models,
        launched=_by(models, "launch_date", day),
        unlaunched=tuple(
            model
            for model in models
            if must_launch(book, model) and not _is_by(model, "launch_date", day)
        ),
        appraised=tuple(model for _hearing, model in concluded),
        passed=tuple(m for hearing, m in concluded if hearing.text("conclusion") == PASS),
        recognised=_recognised(book, day),
        chosen=counted_at(book, COMMUNE, day),
        city=counted_at(book, CITY, day),
        commended=_commended(book, day),
    )


def _recognised(book: Book, day: date) -> tuple[Record, ...]:
    """The models whose decision was taken by `day` and that were not given up (R-177)."""
    known = recognised(book)
    return tuple(
        one.model
        for one in heard(book, day)
        if one.model
        and known.get(one.code) is one.hearing
        and _is_by(one.hearing, "decision_date", day)
    )


def _commended(book: Book, day: date) -> tuple[Record, ...]:
    """Those whom the commune rewarded by `day`, each once (R-147)."""
    decided = _by(book["exemplars"], "commendation_date", day)
    rows = (row for row in decided if row.yes("commend"))
    return tuple(each_once(rows, lambda row: row.text("registrant"))[0])


def _exemplary(book: Book, models: Iterable[Record]) -> tuple[Record, ...]:
    """Those of the recognised models that were found the most exemplary, in the order of lists (R-097, R-141)."""
    hearings, registrants = book.by_code("hearings", "model"), book.by_code("registrants")
    found = (
        Heard(hearing, model, registrants.get(model.text("registrant")))
        for model in models
        if (hearing := hearings.get(model.text("code"))) and hearing.yes("most_exemplary")
    )
    return tuple(one.model for one in listed(book, found) if one.model)


def _of_field(book: Book, reached: Reached, field: str) -> Reached:
    """The rows of one field; an exemplar's is that of its model."""
    models = book.by_code("models")

    def own(rows: tuple[Record, ...]) -> tuple[Record, ...]:
        of_model = (
            (row, row if row.heading.sheet_key == "models" else models.get(row.text("model")))
            for row in rows
        )
        return tuple(row for row, model in of_model if model and model.text("field") == field)

    return Reached(**{name: own(rows) for name, rows in vars(reached).items()})


def _with_tally(book: Book, reached: Reached) -> FieldReached:
    return FieldReached(reached, tally(book, reached.registered))


def _of_year(rows: Iterable[Record], day: date) -> tuple[Record, ...]:
    """What was done in the year of `day`, up to it."""
    first = date(day.year, 1, 1)
    return tuple(row for row in rows if (on := row.day("date")) and first <= on <= day)


def _by(rows: Iterable[Record], key: str, day: date) -> tuple[Record, ...]:
    return tuple(row for row in rows if _is_by(row, key, day))


def _is_by(row: Record, key: str, day: date) -> bool:
    on = row.day(key)
    return on is not None and on <= day
