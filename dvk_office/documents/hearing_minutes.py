"""The values of the minutes of the hearing of one model (R-122, R-175)."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.appraisal import meeting_of, members_present
from dvk_office.core.criteria import outcomes
from dvk_office.core.heard import Heard
from dvk_office.core.records import Book, Record
from dvk_office.core.sittings import Sitting, turn_of
from dvk_office.core.team import chair_of, members, secretary_of
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.heard_rows import about
from dvk_office.documents.wording import (
    clock,
    count,
    counted,
    long_day,
    said,
    short_day,
    unstopped,
)
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "hearing_minutes"
_word = partial(said, KEY)


def context(  # noqa: PLR0913, PLR0917 - what a paper is made of
    row: Heard, sitting: Sitting, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """What the template asks for; what is not on record is dotted, to be written in by hand."""
    hearing, settings, dots = row.hearing, book.settings, _word("blank")
    team, joint = settings.text("team_name"), settings.text("appraisal_mode") == "joint"
    meeting, received = meeting_of(book, hearing), hearing.day("report_received")
    return {
        **frame(issue, settings, ()),
        **about(row, rules),
        "team": team,
        "at": clock(turn_of(row) or sitting.at) or dots,
        "day": long_day(sitting.day, issue.year),
        "place": hearing.text("place") or sitting.place or dots,
        "present": counted(members_present(book, hearing), dots),
        "all": count(len(members(book))) if book["team"] else dots,
        "absent": unstopped(meeting.text("absent_reason")) if meeting else "",
        "recused": tuple(_recused(row, book)),
        "participants": unstopped(hearing.text("participants")) or dots,
        "chair": chair_of(book, meeting),
        "secretary": secretary_of(book, meeting),
        "report_received": short_day(received) if received else dots,
        "evidence": _word(_evidence(hearing)),
        "sheets": _word("sheets_joint" if joint else "sheets", team=team),
        "criteria": tuple(_criteria(row, rules, layout, book)),
        "votes_for": counted(hearing.number("votes_for"), dots),
        "votes_against": counted(hearing.number("votes_against"), dots),
        "conclusion": layout.label("conclusion", hearing.text("conclusion")) or dots,
        "shortcomings": hearing.text("shortcomings"),
    }


def _recused(row: Heard, book: Book) -> Iterator[str]:
    """Who stood back from this model, and why (T-39)."""
    for sheet in book.grouped("scores", "model").get(row.code, ()):
        if sheet.yes("recused"):
            reason = unstopped(sheet.text("recusal_reason"))
            key = "recused_for" if reason else "recused"
            yield _word(key, name=sheet.text("appraiser"), reason=reason)


def _evidence(hearing: Record) -> str:
    ticked = hearing.ticked("evidence_attached")
    return "evidence_unknown" if ticked is None else f"evidence_{'yes' if ticked else 'no'}"


def _criteria(row: Heard, rules: Rules, layout: Layout, book: Book) -> Iterator[Mapping[str, str]]:
    for one in outcomes(book, rules, row.code):
        given = one.met + one.unmet + one.not_applicable
        counts = {"met": one.met, "unmet": one.unmet, "not_applicable": one.not_applicable}
        yield {
            "number": str(one.criterion.number),
            "label": one.criterion.label,
            **{key: count(found) if given else "" for key, found in counts.items()},
            "verdict": layout.label("verdict", one.verdict),
        }
