"""The papers of the commune's reward: submission, decision, certificates, lists (R-147, R-148, R-179)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.dates import short_date
from dvk_office.core.dossiers import Dossier, meetings_of
from dvk_office.core.findings import Finding, finding
from dvk_office.core.order import UNKNOWN
from dvk_office.core.rewards import (
    Reward,
    RewardDecision,
    of_kind,
    reward_decisions,
    rewards,
    setting_for,
)
from dvk_office.core.stops import Quoted
from dvk_office.documents import reward_papers
from dvk_office.documents.frame import Context, Issue
from dvk_office.documents.reward_rows import word
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, Source, as_issued, file_name, issue_for, issue_of, quoted
from dvk_office.rules.documents import PaperKind, paper_kinds

Decided = Callable[[Opened, RewardDecision, Issue, date], Context]


def submissions(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One submission for everybody who is proposed (R-147)."""
    held = rewards(opened.book, only)
    if not held:
        return
    issue = issue_for(opened, as_issued(opened, kind), "", today)
    met = meetings_of(opened.book, Dossier("", None, tuple(one.nominee for one in held)))
    yield Paper(
        issue,
        file_name(opened, kind, ""),
        Quoted({**_rows(held).rows, **quoted(meetings=met).rows}),
        partial(reward_papers.submission, held, issue, opened.rules, opened.book),
    )


def of_decision(
    context: Decided, opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One paper for each decision, and for the one that waits for its number; each amount is known (R-179)."""
    for decided in reward_decisions(opened.book, only):
        issue = issue_of(opened, kind, decided.number, decided.day, today)
        yield Paper(
            issue,
            file_name(opened, kind, decided.number or word("unissued_part")),
            _rows(decided.rewards),
            partial(context, opened, decided, issue, today),
            (*_two_days(kind, decided), *_without_amount(opened, kind, decided.rewards)),
        )


def certificates(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One certificate for each who is rewarded, in the order of the lists, with the decision's number and day.

    One of whom the kind is not known is stopped in both kinds.
    """
    for decided in reward_decisions(opened.book, only):
        wanted = reward_papers.CERTIFICATES[kind.key]
        for one in (*of_kind(decided.rewards, wanted), *of_kind(decided.rewards, UNKNOWN)):
            issue = issue_of(opened, kind, decided.number, decided.day, today)
            yield Paper(
                issue,
                file_name(opened, kind, one.nominee.code),
                _rows((one,)),
                partial(reward_papers.certificate, one, issue, opened.rules, opened.book),
                tuple(_two_days(kind, decided)),
            )


def _decision(opened: Opened, decided: RewardDecision, issue: Issue, today: date) -> Context:
    kind = as_issued(opened, paper_kinds()[reward_papers.SUBMISSION])
    asked = issue_for(opened, kind, "", today)
    return reward_papers.decision(decided, asked, issue, opened.rules, opened.book)


def _list(opened: Opened, decided: RewardDecision, issue: Issue, _today: date) -> Context:
    return reward_papers.award_or_receipt(decided, issue, opened.rules, opened.book)


def _rows(held: Iterable[Reward]) -> Quoted:
    nominees = [one.nominee for one in held]
    return quoted(
        exemplars=[one.row for nominee in nominees for one in nominee.every],
        registrants=[one.registrant for one in nominees],
        models=[one.model for nominee in nominees for one in nominee.every],
    )


def _two_days(kind: PaperKind, decided: RewardDecision) -> Iterator[Finding]:
    """One number has one day."""
    if decided.day and (other := decided.other_day):
        row, day = other
        days = {"first": short_date(decided.day), "found": short_date(day)}
        place = row.place("commendation_date")
        yield finding("VB-006", place, paper=kind.title, number=decided.number, **days)


def _without_amount(opened: Opened, kind: PaperKind, held: Sequence[Reward]) -> Iterator[Finding]:
    """An amount that neither the row nor the settings give; the cell is that of the settings, once for each kind."""
    lacking = {setting_for(one) for one in held if one.amount is None} - {""}
    for setting in sorted(lacking):
        label = opened.layout.setting_by_key[setting].label
        place = opened.book.settings.place(setting)
        yield finding("VB-004", place, paper=kind.title, column=label)


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        reward_papers.SUBMISSION: submissions,
        reward_papers.DECISION: partial(of_decision, _decision),
        reward_papers.AWARDS: partial(of_decision, _list),
        reward_papers.RECEIPTS: partial(of_decision, _list),
        **dict.fromkeys(reward_papers.CERTIFICATES, certificates),
    }
)
