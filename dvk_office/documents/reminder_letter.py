"""The values of the letter that urges one unit: what it still owes, by when, and how late it is (R-146, R-167)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from dvk_office.core.records import Book
from dvk_office.core.reminders import Reminder
from dvk_office.documents.basis import own_guidance
from dvk_office.documents.frame import Context, Issue, committee_of, frame, recipients_of
from dvk_office.documents.wording import count, said, short_day, upper_first
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules

KEY = "reminder_letter"
_word = partial(said, KEY)


def context(reminder: Reminder, day: date, issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for; days late are those of the deadlines on `day` (R-168)."""
    settings = book.settings
    board = settings.text("board_name")
    shared = frame(issue, settings, recipients_of(issue.kind, settings, _word("above"), board))
    late = sum(debt.late for debt in reminder.debts)
    every = len(reminder.debts)
    how = "late" if late == every else "both" if late else "soon"
    return {
        **shared,
        "letter_summary": _word("summary", begin=shared["letter_summary"], year=issue.year),
        "unit": committee_of(reminder.organisation.text("name")),
        "guidance": own_guidance(rules, settings),
        "standing_committee": settings.text("standing_committee"),
        "board": board,
        "as_of": short_day(day),
        "owed": _word(f"owed_{how}", total=count(every), late=count(late)),
        "by": _word(f"by_{how}"),
        "debts": tuple(_debts(reminder)),
    }


def _debts(reminder: Reminder) -> Iterator[Mapping[str, str]]:
    for number, debt in enumerate(reminder.debts, 1):
        last, item = debt.result.last_day, debt.item
        model = debt.model.text("name") if debt.model else ""
        key = "late" if debt.late else "not_late"
        state = word(f"deadline_{item.state}")
        yield {
            "number": str(number),
            "what": _word(debt.what),
            "model": model,
            "by": short_day(last) if last else "",
            "state": upper_first(_word(key, state=state, days=count(item.days_late))),
        }
