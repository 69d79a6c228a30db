"""The values of the invitation to one sitting of the team (R-119, R-122)."""

from functools import partial

from dvk_office.core.records import Book
from dvk_office.core.sittings import Sitting, report_due
from dvk_office.core.team import chair_of
from dvk_office.documents.appraisal_plan import schedule
from dvk_office.documents.frame import Context, Issue, frame, issuing_body, recipients_of
from dvk_office.documents.wording import clock, count, long_day, said, short_day, weekday
from dvk_office.rules.year import Rules

KEY = "hearing_invitation"
_word = partial(said, KEY)


def context(sitting: Sitting, issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for; the models stand in the turn in which they are heard."""
    settings, day = book.settings, sitting.day
    due = report_due(book, rules, day)
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings, _word("invited"))),
        "body": issuing_body(issue.kind, settings),
        "team": settings.text("team_name"),
        "at": clock(sitting.at),
        "day": long_day(day, issue.year),
        "weekday": weekday(day) if day else "",
        "place": sitting.place,
        "chair": chair_of(book, sitting.meeting) or _word("blank"),
        "total": count(len(sitting.rows)),
        "due": short_day(due) if due else _word("blank"),
        "rows": schedule(sitting, rules),
    }
