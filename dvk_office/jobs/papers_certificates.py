"""The certificates of recognised models (R-178)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.order import UNKNOWN
from dvk_office.core.recognition import decisions
from dvk_office.documents import certificate
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, Source, file_name, issue_of
from dvk_office.jobs.papers_recognition import quoted_rows, two_days
from dvk_office.rules.documents import PaperKind


def certificates(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One certificate for each model of a decision, in the order of its list, with the decision's number and day.

    One whose subject may be of either kind is stopped in both.
    """
    settings = opened.book.settings
    for decision in decisions(opened.book, today, only):
        for row in (*decision.of_kind(certificate.KEYS[kind.key]), *decision.of_kind(UNKNOWN)):
            issue = issue_of(opened, kind, decision.number, decision.day, today)
            yield Paper(
                issue,
                file_name(opened, kind, row.code),
                quoted_rows((row,)),
                partial(certificate.context, row, issue, opened.rules, settings),
                tuple(two_days(kind, decision)),
            )


SOURCES: Mapping[str, Source] = MappingProxyType(dict.fromkeys(certificate.KEYS, certificates))
