"""The values of the notice of the results of hearings (R-123, R-176)."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.criteria import FAIL, PASS
from dvk_office.core.duties import hearing_day
from dvk_office.core.heard import Heard, HearingPaper
from dvk_office.core.records import Book
from dvk_office.documents.basis import own_guidance
from dvk_office.documents.frame import Context, Issue, frame, issuing_body, recipients_of
from dvk_office.documents.heard_rows import numbered
from dvk_office.documents.wording import count, said, short_day
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "appraisal_notice"
_word = partial(said, KEY)


def context(
    notice: HearingPaper, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """What the template asks for; the models stand as in every other list (R-141)."""
    settings, rows = book.settings, notice.rows
    rest = [one.hearing.text("conclusion") for one in rows]
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings)),
        "guidance": own_guidance(rules, settings),
        "body": issuing_body(issue.kind, settings),
        "standing_committee": settings.text("standing_committee"),
        "board": settings.text("board_name"),
        "team": settings.text("team_name"),
        "held": _held(notice, book),
        "criteria": count(len(rules.criteria)),
        "total": count(len(rows)),
        "passed": count(rest.count(PASS)),
        "failed": count(rest.count(FAIL)),
        "any_passed": PASS in rest,
        "any_failed": FAIL in rest,
        "rows": tuple(_rows(notice, rules, layout)),
    }


def _held(notice: HearingPaper, book: Book) -> str:
    """On which day, or from when to when, the models were heard."""
    days = sorted({day for row in notice.rows if (day := hearing_day(book, row.hearing))})
    if not days:
        return ""
    facts = {"first": short_day(days[0]), "last": short_day(days[-1])}
    return _word("on_days" if len(days) > 1 else "on_day", **facts)


def _rows(notice: HearingPaper, rules: Rules, layout: Layout) -> Iterator[Mapping[str, str]]:
    for row, one in zip(numbered(notice.rows, rules), notice.rows, strict=True):
        yield {
            **row,
            "conclusion": layout.label("conclusion", one.hearing.text("conclusion")),
            "shortcomings": one.hearing.text("shortcomings"),
            "proposed": _proposed(one),
        }


def _proposed(row: Heard) -> str:
    conclusion = row.hearing.text("conclusion")
    return _word(f"propose_{conclusion}") if conclusion else ""
