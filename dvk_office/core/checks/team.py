"""Step one of the appraisal: a plan, and a team set up by decision, before any hearing (R-115, R-116, R-117)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.dates import short_date
from dvk_office.core.duties import hearing_day
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.register_rows import of_this_year
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SAID_OF_A_MEMBER = ("position", "unit", "organisation")


def one_head(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The team has exactly one head (R-117)."""
    heads = [member for member in book["team"] if member.text("role") == "head"]
    if book["team"] and not heads:
        yield finding("TD-001", book.sheets["team"].place())
    for other in heads[1:]:
        first = heads[0].text("name")
        yield finding("TD-002", other.place("role"), name=other.text("name"), first=first)


def a_secretary(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """The team has at least one secretary (R-117)."""
    if book["team"] and not any(one.text("role") == "secretary" for one in book["team"]):
        yield finding("TD-003", book.sheets["team"].place())


def members_are_known(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of each member the decision can say who it is: a post, a unit or an organisation (R-117)."""
    for member in book["team"]:
        if member.text("name") and all(member.blank(key) for key in _SAID_OF_A_MEMBER):
            yield finding("TD-004", member.place("position"), name=member.text("name"))


def a_team_for_hearings(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """No hearing is held without a team (R-116)."""
    first = _first_hearing(book, today)
    if first and not book["team"]:
        day = short_date(first[0])
        yield finding("TD-005", book.sheets["team"].place(), day=day)


def plan_before_hearings(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """The plan of the appraisal exists before any hearing (R-115)."""
    yield from _paper_first(book, today, "appraisal_plan", ("TD-006", "TD-007"))


def decision_before_hearings(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """The team is set up by a decision, and no hearing is earlier than that (R-116)."""
    yield from _paper_first(book, today, "team_decision", ("TD-008", "TD-009"))


def _paper_first(book: Book, today: date, kind: str, codes: tuple[str, str]) -> Iterator[Finding]:
    """The codes are those of a paper that is missing and of one that is later than the first hearing."""
    first, paper = _first_hearing(book, today), _first_paper(book, kind)
    if not first:
        return
    day = short_date(first[0])
    if not paper:
        yield finding(codes[0], first[1].place("date"), day=day)
    elif paper[0] > first[0]:
        found, number = short_date(paper[0]), paper[1].text("number")
        yield finding(codes[1], paper[1].place("date"), number=number, found=found, day=day)


def _first_hearing(book: Book, today: date) -> tuple[date, Record] | None:
    """The earliest hearing that was held, with its day."""
    days = ((hearing_day(book, one), one) for one in book["hearings"])
    held = [(day, one) for day, one in days if day and day <= today]
    return min(held, key=lambda one: one[0], default=None)


def _first_paper(book: Book, kind: str) -> tuple[date, Record] | None:
    """The earliest paper of `kind` in the register that has its day."""
    dated = [(day, row) for row in of_this_year(book, kind) if (day := row.day("date"))]
    return min(dated, key=lambda one: one[0], default=None)


CHECKS = (
    one_head,
    a_secretary,
    members_are_known,
    a_team_for_hearings,
    plan_before_hearings,
    decision_before_hearings,
)
