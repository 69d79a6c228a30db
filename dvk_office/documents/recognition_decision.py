"""The values of the recognition decision and of its list (R-177)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from dvk_office.core.order import KINDS
from dvk_office.core.recognition import Decision, Recognised
from dvk_office.core.records import Settings
from dvk_office.documents.basis import basis, guidance
from dvk_office.documents.frame import (
    Context,
    Issue,
    basis_lines,
    deciding_body,
    frame,
    usual_recipients,
)
from dvk_office.documents.wording import count, joined, short_day, subject_line
from dvk_office.rules.documents import paper_text
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

KEY = "recognition_decision"


def context(
    decision: Decision, issue: Issue, rules: Rules, settings: Settings, minutes: date | None
) -> Context:
    """What the template asks for; `minutes` is the day of the meeting that considered the models (R-128)."""
    body = deciding_body(settings, "recognition_authority")
    lines = tuple(_basis(decision, rules, settings, minutes))
    return {
        **frame(issue, settings, usual_recipients(settings)),
        "basis": basis_lines(issue, lines),
        "deciding_body": body,
        "deciding_heading": body.upper(),
        "board": settings.text("board_name"),
        "office": settings.text("office_name"),
        "total": count(len(decision.rows)),
        "shares": joined([_share(decision, kind) for kind in KINDS], _word("and")),
        "groups": tuple(_groups(decision, rules)),
    }


def _word(key: str, **facts: object) -> str:
    return fill(paper_text(KEY)["words"][key], {name: str(fact) for name, fact in facts.items()})


def _basis(
    decision: Decision, rules: Rules, settings: Settings, minutes: date | None
) -> Iterator[str]:
    """Charter, the year's documents, the guidance, the notices of results, the minutes, the proposal (R-124)."""
    cited = partial(_word, "cited")
    yield cited(line=_word("charter"))
    for line in (*basis(rules, settings), guidance(rules, settings)):
        yield cited(line=line)
    if decision.notices:
        yield cited(line=_notices(decision))
    if minutes:
        yield cited(line=_word("minutes", date=short_day(minutes)))
    yield _word("proposed", board=settings.text("board_name"))


def _notices(decision: Decision) -> str:
    each = [_word("notice", number=n, date=short_day(day)) for n, day in decision.notices]
    key = "one_notice" if len(each) == 1 else "several_notices"
    return _word(key, notices=joined(each, _word("and")))


def _share(decision: Decision, kind: str) -> str:
    rows = decision.of_kind(kind)
    return _word(f"share_{kind}", count=count(len(rows))) if rows else ""


def _groups(decision: Decision, rules: Rules) -> Iterator[Mapping[str, object]]:
    """Collectives, then individuals; numbers run on through both."""
    held = [kind for kind in KINDS if decision.of_kind(kind)]
    number = 0
    for numeral, kind in zip(_word("numerals").split(), held, strict=False):
        rows = decision.of_kind(kind)
        words = {"numeral": numeral, "kind": _word(kind), "count": count(len(rows))}
        numbered = [_row(row, number + n, rules) for n, row in enumerate(rows, 1)]
        yield {"title": _word("group", **words), "rows": numbered}
        number += len(rows)


def _row(row: Recognised, number: int, rules: Rules) -> Mapping[str, str]:
    model, registrant = row.model, row.registrant
    field = rules.field_by_key.get(model.text("field")) if model else None
    discovered = model is not None and model.text("origin") == "discovered"
    return {
        "number": str(number),
        "name": model.text("name") if model else "",
        "registrant": subject_line(registrant) if registrant else "",
        "field": field.label if field else "",
        "note": _word("discovered") if discovered else "",
    }
