"""The values of the papers of the vote on exemplars: ballot, minutes of its counting, minutes of the meeting (R-133)."""

from collections.abc import Mapping

from dvk_office.core.nominees import Nominee, each_subject
from dvk_office.core.records import Book
from dvk_office.core.voting import Number, Session, Vote, candidates
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.nominee_rows import Row, groups, listed, quoted, shares, word
from dvk_office.documents.shown import shown
from dvk_office.documents.wording import count, long_day, tenths, unstopped
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

BALLOT, COUNTING, MINUTES = "exemplar_ballot", "ballot_minutes", "exemplar_minutes"


def ballot_context(
    session: Session, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """The blank ballot: everybody on it, with two boxes to be ticked by hand."""
    return {
        **_met(session, issue, layout, book),
        "groups": groups(candidates(book, session), lambda one: listed(one, rules, layout)),
    }


def minutes_context(
    session: Session, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """What both minutes ask for: who was there, the ballots, the votes, who was chosen."""
    votes = {vote.nominee.row.row: vote for vote in session.votes}

    def row(nominee: Nominee) -> Row:
        return {**listed(nominee, rules, layout), **_votes(votes[nominee.row.row])}

    chosen = [
        _word("chosen_one", number=str(n), **_named(one)) for n, one in enumerate(session.chosen, 1)
    ]
    return {
        **_met(session, issue, layout, book),
        "groups": groups(session.nominees, row),
        "considered": shares(each_subject(session.nominees)),
        "chosen": shares(session.chosen),
        "chosen_ones": tuple(chosen),
        "spoilt": _counted(session.spoilt),
        "absence": _absence(session),
    }


def _met(session: Session, issue: Issue, layout: Layout, book: Book) -> Mapping[str, object]:
    settings, meeting = book.settings, session.meeting
    counts = ("summoned", "present", "ballots_issued", "ballots_returned", "ballots_valid")
    return {
        **frame(issue, settings, ()),
        "committee": settings.text("party_committee"),
        "city_body": settings.text("city_body"),
        "board": settings.text("board_name"),
        "meeting": shown(meeting, "meetings", layout),
        "met_on": long_day(meeting.day("date") if meeting else None, issue.year),
        **{key: _counted(meeting.number(key) if meeting else None) for key in counts},
    }


def _votes(vote: Vote) -> Row:
    """The votes as printed; the share with one decimal."""
    percent, chosen = vote.percent, vote.nominee.row.yes("chosen")
    return {
        "votes_for": _counted(vote.votes_for),
        "votes_against": _counted(vote.against),
        "percent": word("percent", number=tenths(percent)) if percent is not None else "",
        "result": word("chosen" if chosen else "not_chosen"),
    }


def _absence(session: Session) -> str:
    """How many did not come, and why (R-113)."""
    reason = session.meeting.text("absent_reason") if session.meeting else ""
    key = "absent_because" if reason and session.absent else "absent"
    return _word(key, count=_counted(session.absent), reason=unstopped(reason))


def _named(nominee: Nominee) -> Mapping[str, str]:
    name = nominee.registrant.text("name") if nominee.registrant else ""
    return {"name": name, "models": quoted(nominee.every)}


def _counted(number: Number | None) -> str:
    return "" if number is None else count(int(number))


def _word(key: str, **facts: str) -> str:
    return fill(paper_text(MINUTES)["words"][key], facts)
