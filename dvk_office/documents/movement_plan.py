"""The values of the year's plan of the movement, built to reach its targets (R-009 - R-036, R-144, R-169)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from dvk_office.core.order import KINDS
from dvk_office.core.records import Book, Record, Settings
from dvk_office.core.targets import TargetResult
from dvk_office.documents.basis import basis, own_guidance
from dvk_office.documents.frame import Context, Issue, frame, recipients_of
from dvk_office.documents.plan_deadlines import deadline_rows
from dvk_office.documents.wording import count, joined, lower_first, said, short_day, subject_line
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules, Target

KEY = "movement_plan"
COMMUNE = "commune_models"
_word = partial(said, KEY)


def context(  # noqa: PLR0913, PLR0917 - what a paper is made of
    standing: Sequence[TargetResult],
    day: date,
    issue: Issue,
    rules: Rules,
    layout: Layout,
    book: Book,
) -> Context:
    """What the template asks for: targets as the year's rules set them, and as they stand on `day` (R-192).

    `standing` is empty before anything is registered: then the plan tells of nothing but what is to be reached.
    """
    settings = book.settings
    rests_on = (*basis(rules, settings), own_guidance(rules, settings))
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings)),
        **_bodies(settings),
        "title": rules.title,
        "place": _word("place", kind=_kind(settings, layout), name=settings.text("commune")),
        "bases": joined(rests_on, _word("and")),
        "resolution": _resolution(rules, settings),
        "targets": tuple(_targets(rules, settings, layout)),
        "launch_replicated": settings.yes("launch_replicated"),
        "as_of": short_day(day),
        "standing": tuple(_standing(standing)),
        "missing": tuple(_missing(standing)),
        "field_count": count(len(rules.fields)),
        "fields": tuple(
            {"number": str(n), "label": one.label, "topics": [topic.label for topic in one.topics]}
            for n, one in enumerate(rules.fields, 1)
        ),
        "subjects": tuple(_subjects(rules)),
        "steps": tuple(
            _word("step", number=one.number, label=one.label) for one in rules.building_steps
        ),
        "criteria": count(len(rules.criteria)),
        "deadlines": tuple(deadline_rows(rules, layout, book)),
        "models": tuple(_models(_counted(standing), book)),
    }


def _bodies(settings: Settings) -> Mapping[str, str]:
    names = {
        "board": "board_name",
        "standing_committee": "standing_committee",
        "committee": "party_committee",
        "government": "people_committee",
        "front": "front_name",
        "city_body": "city_body",
        "team": "team_name",
        "unit_word": "unit_word",
    }
    return {name: settings.text(key) for name, key in names.items()}


def _kind(settings: Settings, layout: Layout) -> str:
    return layout.label("commune_kind", settings.text("commune_kind")).lower()


def _resolution(rules: Rules, settings: Settings) -> str:
    """The resolution that the movement serves, as the office cites it (R-004, R-010)."""
    begins = _word("resolution_begins")
    known = (line for line in basis(rules, settings) if line.startswith(begins))
    return settings.text("resolution") or next(known, begins)


def _targets(rules: Rules, settings: Settings, layout: Layout) -> Iterator[str]:
    """Each target with its number of the year; one that lies within another stands in the same line (R-013 - R-021)."""
    inner = {one.within: one for one in rules.targets if one.within}
    for target in rules.targets:
        if not target.within:
            inside = inner.get(target.key)
            also = _word(f"target_{inside.measure}", number=_number(inside)) if inside else ""
            kind = _kind(settings, layout)
            yield _word(f"target_{target.measure}", number=_number(target), inside=also, kind=kind)


def _number(target: Target) -> str:
    return f"{target.percent}%" if target.at_least is None else count(target.at_least)


def _standing(standing: Sequence[TargetResult]) -> Iterator[Mapping[str, str]]:
    for number, one in enumerate(standing, 1):
        yield {
            "number": str(number),
            "label": one.target.label,
            "required": count(one.required),
            "actual": count(one.actual),
            "short": count(one.short),
        }


def _missing(standing: Sequence[TargetResult]) -> Iterator[str]:
    """What is to be built yet so that the targets are reached; bodies without a model by name (R-016, R-144)."""
    for one in standing:
        if one.short:
            names = [body.text("name") for body in one.count.uncovered]
            number = word(f"short_{one.target.measure}", number=count(one.short))
            missing = joined(names, _word("and")) or number
            yield _word("missing", label=one.target.label, names=missing)


def _subjects(rules: Rules) -> Iterator[str]:
    """Who may register, collectives before persons (R-024, R-052, R-053)."""
    for kind in KINDS:
        types = [_within(one.label) for one in rules.registrant_types if one.kind == kind]
        yield _word(f"subjects_{kind}", types=joined(types, _word("and")))


def _within(label: str) -> str:
    """A kind of subject as it stands within a sentence; a body's own name keeps its capital."""
    return label if label.startswith(_word("own_name")) else lower_first(label)


def _counted(standing: Sequence[TargetResult]) -> Sequence[Record]:
    """The models that count for the place's own tasks: as many as the table says (R-192)."""
    found = (one.count.counted for one in standing if one.target.measure == COMMUNE)
    return next(found, ())


def _models(models: Sequence[Record], book: Book) -> Iterator[Mapping[str, str]]:
    """The models for the place's own tasks, with the target of the resolution and the issue that each serves (R-012)."""
    subjects, details = book.by_code("registrants"), book.by_code("details", "model")
    for number, model in enumerate(models, 1):
        subject = subjects.get(model.text("registrant"))
        detail = details.get(model.text("code"))
        yield {
            "number": str(number),
            "name": model.text("name"),
            "registrant": subject_line(subject) if subject else "",
            "resolution": detail.text("resolution_target") if detail else "",
            "issue": detail.text("pressing_issue") if detail else "",
        }
