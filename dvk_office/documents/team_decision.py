"""The values of the decision that sets up the team of appraisers (R-116, R-117, R-173)."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.records import Book, Record
from dvk_office.core.registration import registered_paper
from dvk_office.core.team import members
from dvk_office.documents import appraisal_plan
from dvk_office.documents.basis import basis, guidance
from dvk_office.documents.frame import (
    BOARD,
    Context,
    Issue,
    basis_lines,
    frame,
    issuing_body,
    recipients_of,
)
from dvk_office.documents.wording import count, joined, post_and_unit, said, short_day
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "team_decision"
_word = partial(said, KEY)


def context(issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What the template asks for; members stand by their office in the team."""
    settings, team = book.settings, members(book)
    body = issuing_body(issue.kind, settings)
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings)),
        "basis": basis_lines(issue, tuple(_basis(issue, rules, book))),
        "deciding_heading": body.upper(),
        "body": body,
        "board": settings.text("board_name"),
        "office": settings.text("office_name"),
        "team": settings.text("team_name"),
        "criteria": count(len(rules.criteria)),
        "total": count(len(team)),
        "members": tuple(_member(n, one, layout) for n, one in enumerate(team, 1)),
    }


def _basis(issue: Issue, rules: Rules, book: Book) -> Iterator[str]:
    """Charter, the year's documents, the guidance, the plan of the appraisal; the board's proposal to another body.

    A plan of a later day than the decision's was not there for it to rest on.
    """
    settings = book.settings
    for line in (_word("charter"), *basis(rules, settings), guidance(rules, settings)):
        yield _word("cited", line=line)
    plan = registered_paper(book, appraisal_plan.KEY, "")
    day = plan.day("date") if plan else None
    if plan and day and plan.text("number") and day <= (issue.day or day):
        cited = _word("plan", number=plan.text("number"), date=short_day(day), year=issue.year)
        yield _word("cited", line=cited)
    if issue.kind.issuer != BOARD:
        yield _word("proposed", board=settings.text("board_name"))


def _member(number: int, member: Record, layout: Layout) -> Mapping[str, str]:
    return {
        "number": str(number),
        "name": member.text("name"),
        "position": joined(post_and_unit(member), ", "),
        "role": layout.label("team_role", member.text("role")),
    }
