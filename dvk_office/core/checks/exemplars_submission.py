"""The submission's own day: after the meeting that chose, before the dossier was sent (R-142)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.dates import short_date
from dvk_office.core.dossiers import Dossier, dossiers, meetings_of
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules


def dated_between_vote_and_sending(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Minutes, submission and sending follow each other (R-134, R-142)."""
    for dossier in dossiers(book):
        if dossier.day:
            yield from _out_of_order(book, dossier, dossier.day)


def _out_of_order(book: Book, dossier: Dossier, day: date) -> Iterator[Finding]:
    met = [one for meeting in meetings_of(book, dossier) if (one := meeting.day("date"))]
    facts = {"number": dossier.number, "found": short_date(day)}
    for nominee in dossier.nominees:
        row, sent = nominee.row, nominee.row.day("submission_date")
        if met and day < max(met):
            place = row.place("submission_number")
            yield finding("DH-042", place, **facts, day=short_date(max(met)))
        if sent and sent < day:
            yield finding("DH-043", row.place("submission_date"), **facts, day=short_date(sent))


CHECKS = (dated_between_vote_and_sending,)
