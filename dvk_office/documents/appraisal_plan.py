"""The values of the plan of the appraisal: what is appraised when and where, and by when reports are due (R-115, R-172)."""

from collections.abc import Mapping, Sequence
from functools import partial

from dvk_office.core.heard import Heard
from dvk_office.core.order import KINDS
from dvk_office.core.records import Book
from dvk_office.core.sittings import Sitting, report_due, turn_of
from dvk_office.core.text import fold
from dvk_office.documents.basis import own_guidance
from dvk_office.documents.frame import Context, Issue, frame, issuing_body, recipients_of
from dvk_office.documents.heard_rows import numbered
from dvk_office.documents.wording import clock, count, joined, said, short_day, weekday
from dvk_office.rules.year import Rules

KEY = "appraisal_plan"
_word = partial(said, KEY)


def context(sittings: Sequence[Sitting], issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for; the schedule has a group for each sitting, its models in their turn."""
    settings, kind = book.settings, issue.kind
    rows = [row for one in sittings for row in one.rows]
    shares = [
        _word(f"share_{key}", count=count(held))
        for key in KINDS
        if (held := sum(row.kind == key for row in rows))
    ]
    days = [short_day(one.day) for one in sittings if one.day]
    return {
        **frame(issue, settings, recipients_of(kind, settings)),
        "guidance": own_guidance(rules, settings),
        "body": issuing_body(kind, settings),
        "committee": settings.text("party_committee"),
        "board": settings.text("board_name"),
        "standing_committee": settings.text("standing_committee"),
        "team": settings.text("team_name"),
        "criteria": count(len(rules.criteria)),
        "total": count(len(rows)),
        "shares": joined(shares, _word("and")),
        "sittings": count(len(sittings)),
        "period": _period(days),
        "groups": _groups(sittings, rules, book),
    }


def schedule(sitting: Sitting, rules: Rules, start: int = 0) -> list[dict[str, str]]:
    """The models of a sitting in their turn, each with who attends, and when and where it is heard if elsewhere."""
    return [
        {**row, "turn": _apart(one, sitting), "participants": one.hearing.text("participants")}
        for row, one in zip(numbered(sitting.rows, rules, start), sitting.rows, strict=True)
    ]


def _period(days: Sequence[str]) -> str:
    key = "period" if len(set(days)) > 1 else "period_of_one"
    return _word(key, first=days[0], last=days[-1])


def _groups(
    sittings: Sequence[Sitting], rules: Rules, book: Book
) -> tuple[Mapping[str, object], ...]:
    """Numbers run on through all sittings."""
    found, start = [], 0
    for number, one in enumerate(sittings, 1):
        found.append({"title": _title(number, one), "rows": _rows(one, start, rules, book)})
        start += len(one.rows)
    return tuple(found)


def _title(number: int, sitting: Sitting) -> str:
    day = sitting.day
    dots = _word("blank")
    facts = {"at": clock(sitting.at) or dots, "place": sitting.place or dots}
    days = {"day": short_day(day), "weekday": weekday(day)} if day else {}
    return _word("sitting", number=number, **facts, **days)


def _rows(sitting: Sitting, start: int, rules: Rules, book: Book) -> list[Mapping[str, str]]:
    due = report_due(book, rules, sitting.day)
    return [
        {**row, "due": short_day(due) if due else ""} for row in schedule(sitting, rules, start)
    ]


def _apart(row: Heard, sitting: Sitting) -> str:
    """The hour and the place of a hearing, where they are not those of its sitting (R-119)."""
    hour, place = turn_of(row), row.hearing.text("place")
    parts = (
        clock(hour) if hour != sitting.at else "",
        _word("place", place=place) if fold(place) not in {"", fold(sitting.place)} else "",
    )
    return _word("turn", told=told) if (told := joined(parts, ", ")) else ""
