"""The values of the minutes of the meeting that considers recognition (R-113, R-128)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dvk_office.core.heard import Heard, HearingPaper, listed
from dvk_office.core.recognition import VOTES, discovered, vote_share
from dvk_office.core.records import Book, Record
from dvk_office.core.sittings import clock_of
from dvk_office.documents.frame import Context, Issue, deciding_body, frame
from dvk_office.documents.heard_rows import numbered
from dvk_office.documents.shown import shown
from dvk_office.documents.wording import clock, count, counted, long_day, said, tenths, unstopped
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "recognition_minutes"
COUNTS = ("summoned", "present", "ballots_issued", "ballots_returned", "ballots_valid")
_word = partial(said, KEY)


def context(  # noqa: PLR0913, PLR0917 - what a paper is made of
    meeting: Record,
    decided: Sequence[HearingPaper],
    issue: Issue,
    rules: Rules,
    layout: Layout,
    book: Book,
) -> Context:
    """What the template asks for; the models are those of the decisions that came out of the meeting (R-141)."""
    settings, dots = book.settings, _word("blank")
    rows = listed(book, [row for one in decided for row in one.rows])
    return {
        **frame(issue, settings, ()),
        "board": settings.text("board_name"),
        "body": deciding_body(settings, "recognition_authority"),
        "meeting": {
            **shown(meeting, "meetings", layout, dots),
            **{key: counted(meeting.number(key), dots) for key in COUNTS},
        },
        "absent": unstopped(meeting.text("absent_reason")),
        "at": clock(clock_of(meeting.value("time"))) or dots,
        "day": long_day(meeting.day("date"), issue.year),
        "total": count(len(rows)),
        "discovered_total": count(sum(len(discovered(one)) for one in decided)),
        "rows": tuple(_rows(rows, meeting, rules)),
        "chair": meeting.text("chair"),
        "secretary": meeting.text("secretary"),
    }


def _rows(rows: Sequence[Heard], meeting: Record, rules: Rules) -> Iterator[Mapping[str, str]]:
    """Each model with its votes; what was not recorded is dotted."""
    for row, one in zip(numbered(rows, rules), rows, strict=True):
        share, votes = vote_share(one, meeting), one.hearing.number(VOTES)
        percent = "" if share is None else _word("share", percent=tenths(share))
        yield {**row, "votes": counted(votes, _word("blank")), "share": percent}
