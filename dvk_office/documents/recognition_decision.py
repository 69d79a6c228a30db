"""The values of the recognition decision and of its list (R-177)."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.heard import HearingPaper
from dvk_office.core.order import KINDS
from dvk_office.core.records import Book, Record
from dvk_office.documents.basis import basis, cited_minutes, guidance
from dvk_office.documents.frame import (
    Context,
    Issue,
    basis_lines,
    deciding_body,
    frame,
    usual_recipients,
)
from dvk_office.documents.heard_rows import numbered
from dvk_office.documents.wording import count, joined, short_day
from dvk_office.rules.documents import paper_text
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

KEY = "recognition_decision"


def context(
    decision: HearingPaper, issue: Issue, rules: Rules, book: Book, met: Record | None
) -> Context:
    """What the template asks for; `met` is the meeting that considered the models (R-128)."""
    settings = book.settings
    body = deciding_body(settings, "recognition_authority")
    lines = tuple(_basis(decision, rules, book, met))
    return {
        **frame(issue, settings, usual_recipients(settings)),
        "basis": basis_lines(issue, lines),
        "deciding_body": body,
        "deciding_heading": body.upper(),
        "board": settings.text("board_name"),
        "office": settings.text("office_name"),
        **recognised_list(decision, rules),
    }


def recognised_list(decision: HearingPaper, rules: Rules) -> Context:
    """The list of a decision with its total and shares; the papers that go before it show the same (R-141, R-192)."""
    return {
        "total": count(len(decision.rows)),
        "shares": joined([_share(decision, kind) for kind in KINDS], _word("and")),
        "groups": tuple(_groups(decision, rules)),
    }


def _word(key: str, **facts: object) -> str:
    return fill(paper_text(KEY)["words"][key], {name: str(fact) for name, fact in facts.items()})


def _basis(decision: HearingPaper, rules: Rules, book: Book, met: Record | None) -> Iterator[str]:
    """Charter, rules of work, the year's documents and guidance, notices of results, minutes, proposal (R-124)."""
    settings, cited = book.settings, partial(_word, "cited")
    yield cited(line=_word("charter"))
    yield cited(line=_word("rules_of_work", committee=settings.text("party_committee")))
    for line in (*basis(rules, settings), guidance(rules, settings)):
        yield cited(line=line)
    if decision.notices:
        yield cited(line=cited_notices(decision))
    if met:
        yield cited(line=cited_minutes(met, book, KEY))
    yield _word("proposed", board=settings.text("board_name"))


def cited_notices(decision: HearingPaper) -> str:
    """The notices of results that the rows rest on, as one citation (R-124)."""
    each = [_word("notice", number=n, date=short_day(day)) for n, day in decision.notices]
    key = "one_notice" if len(each) == 1 else "several_notices"
    return _word(key, notices=joined(each, _word("and")))


def _share(decision: HearingPaper, kind: str) -> str:
    rows = decision.of_kind(kind)
    return _word(f"share_{kind}", count=count(len(rows))) if rows else ""


def _groups(decision: HearingPaper, rules: Rules) -> Iterator[Mapping[str, object]]:
    """Collectives, then individuals; numbers run on through both."""
    held = [kind for kind in KINDS if decision.of_kind(kind)]
    number = 0
    for numeral, kind in zip(_word("numerals").split(), held, strict=False):
        rows = decision.of_kind(kind)
        words = {"numeral": numeral, "kind": _word(kind), "count": count(len(rows))}
        marked = [
            {**row, "note": _note(one.model)}
            for row, one in zip(numbered(rows, rules, number), rows, strict=True)
        ]
        yield {"title": _word("group", **words), "rows": marked}
        number += len(rows)


def _note(model: Record | None) -> str:
    return _word("discovered") if is_discovered(model) else ""
