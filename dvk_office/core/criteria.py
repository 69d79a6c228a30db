"""What the score sheets say of the criteria of a model: sheet by sheet, and all sheets together (R-093, R-094)."""

from collections.abc import Sequence
from typing import NamedTuple

from dvk_office.core.appraisal import is_joint, must_launch
from dvk_office.core.records import Book, Record, Settings, Value
from dvk_office.core.team import members
from dvk_office.core.text import fold
from dvk_office.rules import messages
from dvk_office.rules.year import Criterion, CriterionPart, Rules

MET, UNMET, NOT_APPLICABLE = "met", "unmet", "not_applicable"
PASS, FAIL = "pass", "fail"


class Appraiser(NamedTuple):
    """Somebody who scores a model, with the sheet that he filled in; `sheet` is None where he has none yet."""

    name: str
    sheet: Record | None


class Outcome(NamedTuple):
    """How many sheets say what of one criterion, and what follows for the model; empty while nobody said anything."""

    criterion: Criterion
    met: int
    unmet: int
    not_applicable: int
    verdict: str


def appraisers(book: Book, model: str) -> tuple[Appraiser, ...]:
    """Who scores `model`: the members of the team or the team as one, as the office chose, and who else did (R-174).

    Who stood back scores nothing and is left out.
    """
    sheets = {fold(one.text("appraiser")): one for one in _sheets(book, model)}
    joint = book.settings.text("appraisal_mode") == "joint"
    team = [messages.word("score_joint")] if joint else [m.text("name") for m in members(book)]
    names: dict[str, str] = {}
    for name in filter(None, (*team, *(one.text("appraiser") for one in sheets.values()))):
        names.setdefault(fold(name), name)
    found = (Appraiser(name, sheets.get(key)) for key, name in names.items())
    return tuple(one for one in found if not (one.sheet and one.sheet.yes("recused")))


def signing_name(appraiser: Appraiser) -> str:
    """The name under a sheet; none where the team signs as one."""
    return "" if is_joint(appraiser.name) else appraiser.name


def applies(book: Book, model: Record | None, part: CriterionPart) -> bool:
    """False for what only newly built models must do, where the model is none (R-085)."""
    return not part.new_only or (model is not None and must_launch(book, model))


def verdict_of(given: Sequence[str], *, by_all: bool) -> str:
    """What several verdicts on one criterion amount to: by the majority, or met only where nobody says unmet."""
    if given.count(UNMET) > (0 if by_all else given.count(MET)):
        return UNMET
    if MET in given:
        return MET
    return NOT_APPLICABLE if NOT_APPLICABLE in given else ""


def outcomes(book: Book, rules: Rules, model: str) -> tuple[Outcome, ...]:
    """Every criterion of the year with what the sheets of `model` say of it."""
    rows = [one for one in _sheets(book, model) if not one.yes("recused")]
    by_all = book.settings.text("verdict_rule") == "all"
    return tuple(_outcome(one, rows, by_all=by_all) for one in rules.criteria)


def sheet_conclusion(sheet: Record | None, rules: Rules) -> str:
    """Pass only where every criterion is met or does not apply (R-093); empty while one has no verdict."""
    given = [verdict(sheet, one) for one in rules.criteria]
    if UNMET in given:
        return FAIL
    return PASS if all(given) else ""


def points_of(sheet: Record | None, rules: Rules) -> float | None:
    """The sum of a sheet's points; None where a criterion that applies has none, which is not nought (R-094)."""
    counted = [one for one in rules.criteria if verdict(sheet, one) != NOT_APPLICABLE]
    given = [points(sheet, one) for one in counted]
    return sum(one for one in given if one is not None) if None not in given else None


def verdict(sheet: Record | None, criterion: Criterion) -> str:
    """The verdict of a sheet on one criterion; empty where there is none."""
    return str(_cell(sheet, criterion.key) or "")


def points(sheet: Record | None, criterion: Criterion) -> float | None:
    """The points of a sheet for one criterion."""
    found = _cell(sheet, f"p{criterion.number}")
    return found if isinstance(found, int | float) else None


def most_points(settings: Settings, criterion: Criterion) -> float:
    """The maximum of a criterion: the office's own, or the year's where it chose none (R-094, T-33)."""
    key = f"points_{criterion.key}"
    chosen = settings.number(key) if key in settings.values else None
    return criterion.points if chosen is None else chosen


def evidence(sheet: Record | None, criterion: Criterion) -> str:
    """The evidence or the reason that a sheet gives for one criterion (R-095)."""
    return str(_cell(sheet, f"n{criterion.number}") or "")


def _cell(sheet: Record | None, key: str) -> Value:
    """A cell of a sheet; nothing where there is no sheet, or the year has more criteria than the sheet has columns."""
    return sheet.value(key) if sheet and key in sheet.heading.index else None


def _outcome(criterion: Criterion, rows: Sequence[Record], *, by_all: bool) -> Outcome:
    given = [verdict(row, criterion) for row in rows]
    met, unmet, not_applicable = (given.count(one) for one in (MET, UNMET, NOT_APPLICABLE))
    return Outcome(criterion, met, unmet, not_applicable, verdict_of(given, by_all=by_all))


def _sheets(book: Book, model: str) -> tuple[Record, ...]:
    return book.grouped("scores", "model").get(model, ()) if model else ()
