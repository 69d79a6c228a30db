"""The values of the reports on the movement, of the half-year and of the year: figures of one day, told once (R-150 - R-152)."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book
from dvk_office.core.registration import KINDS, ORIGINS
from dvk_office.core.results import FieldReached, Results
from dvk_office.core.targets import TargetResult
from dvk_office.documents.basis import city_guidance, own_guidance
from dvk_office.documents.frame import Context, Issue, deciding_body, frame, usual_recipients
from dvk_office.documents.movement_told import (
    appraisal,
    exemplary,
    launches,
    mobilised,
    praise,
)
from dvk_office.documents.wording import count, joined, number_text, said, short_day
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules

TEXT = "movement_report"
STAGES = ("launched", "appraised", "passed", "recognised", "chosen")
HALF_YEAR, ANNUAL = "half_year_report", "annual_report"
_word = partial(said, TEXT)


def context(found: Results, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What the template asks for; every figure comes from `found` (R-192)."""
    settings, kind = book.settings, issue.kind.key
    whole = found.whole
    names = [settings.text(k) for k in ("city_body", "standing_members_name", "committee_name")]
    recipients = (*filter(None, names), *usual_recipients(settings)[-1:])
    return {
        **frame(issue, settings, recipients),
        "period": _word(f"period_{kind}", year=issue.year),
        "next_period": _word(f"next_{kind}", year=issue.year, next=issue.year + 1),
        "as_of": short_day(found.day),
        "city_guidance": city_guidance(rules, settings),
        "standing_committee": deciding_body(settings, "authority_line"),
        "direction": tuple(_direction(found, rules, book)),
        "propaganda": (_acts(found),),
        "registered": count(whole.tally.total),
        "registration": tuple(_registration(whole)),
        "fields": [
            _field(str(n), one.label, found.fields[one.key])
            for n, one in enumerate(rules.fields, 1)
        ],
        "field_total": _field("", _word("total"), whole),
        "launches": tuple(launches(found)),
        "resources": tuple(mobilised(found)),
        "exemplary": tuple(exemplary(found, book)),
        "appraisal": tuple(appraisal(found, layout, book)),
        "praise": tuple(praise(found, book)),
        "targets": [_target(str(n), one) for n, one in enumerate(found.targets, 1)],
        "missing": tuple(_missing(found)),
    }


def _direction(found: Results, rules: Rules, book: Book) -> Iterator[str]:
    """The guidance, the papers counted among the acts, the bodies' own plans (R-155, R-158)."""
    settings = book.settings
    body = deciding_body(settings, "authority_line")
    names = {"body": body, "board": settings.text("board_name")}
    yield _word("guided", guidance=own_guidance(rules, settings), **names)
    if number := found.activities.get("document", 0):
        yield _word("documents", count=count(number))
    if found.planning:
        yield _word("planned", count=count(len(found.planned)), all=count(len(found.planning)))


def _acts(found: Results) -> str:
    """Propaganda and training (R-157)."""
    kinds = ("propaganda", "training")
    held = [(kind, found.activities.get(kind, 0)) for kind in kinds]
    acts = [_word(f"act_{kind}", count=count(number)) for kind, number in held if number]
    return _word("acts", acts=joined(acts, _word("comma"))) if acts else _word("no_acts")


def _registration(whole: FieldReached) -> Iterator[str]:
    """By origin and by kind of subject; what there is none of is not named."""
    for key, numbers, keys in (
        ("by_origin", whole.tally.origins, ORIGINS),
        ("by_kind", whole.tally.kinds, KINDS),
    ):
        shares = [_word(one, count=count(numbers[one])) for one in keys if numbers[one]]
        if shares:
            yield _word(key, shares=joined(shares, _word("and")))


def _field(number: str, label: str, one: FieldReached) -> Mapping[str, str]:
    reached = one.reached
    figures = {
        **one.tally.origins,
        **one.tally.kinds,
        "registered": one.tally.total,
        **{key: len(getattr(reached, key)) for key in STAGES},
    }
    cells = {key: number_text(figure) for key, figure in figures.items()}
    return {"number": number, "label": label, **cells}


def _target(number: str, one: TargetResult) -> Mapping[str, str]:
    percent = "" if one.percent is None else printed_number(one.percent)
    return {
        "number": number,
        "label": one.target.label,
        "required": count(one.required),
        "actual": count(one.actual),
        "percent": _word("percent", number=percent) if percent else "",
        "state": _word("met" if one.met else "unmet"),
    }


def _missing(found: Results) -> Iterator[str]:
    """What a target that is not reached lacks; bodies without a model by name (R-016)."""
    for one in found.targets:
        if one.missing:
            names = [body.text("name") for body in one.count.uncovered]
            number = word(f"short_{one.target.measure}", number=count(one.short))
            missing = joined(names, _word("and")) or number
            yield _word("missing", label=one.target.label, missing=missing)
