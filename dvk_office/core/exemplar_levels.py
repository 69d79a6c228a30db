"""Who counts as an exemplar: chosen by the commune, or recognised by the city (R-021 to R-023, T-09, T-10)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from dvk_office.core.appraisal import meeting_of
from dvk_office.core.counts import Count, Excluded, Table, each_once, excluded_by_row, first_reason
from dvk_office.core.records import Book, Record


class Nominee(NamedTuple):
    """One row of the sheet with its subject and the day of the meeting that chose."""

    row: Record
    subject: Record | None
    met_on: date | None
    today: date


def exemplar_count(book: Book, today: date) -> Count:
    """The subjects that count at the level of the settings, each once, with the number at both levels."""
    nominees = tuple(_nominees(book, today))
    counts = {level: _count(nominees, table) for level, table in LEVELS.items()}
    typed = book.settings.text("exemplar_level")
    level = typed if typed in counts else next(iter(counts))
    found = counts[level]
    numbers = {key: len(one.counted) for key, one in counts.items()}
    return Count(found.counted, found.excluded, level=level, levels=MappingProxyType(numbers))


def counted_at(book: Book, level: str, today: date) -> tuple[Record, ...]:
    """The rows that count at `level`, whichever one the settings say: each subject once (R-022, R-023)."""
    return _count(tuple(_nominees(book, today)), LEVELS[level]).counted


def _nominees(book: Book, today: date) -> Iterator[Nominee]:
    subjects = book.by_code("registrants")
    for row in book["exemplars"]:
        meeting = meeting_of(book, row)
        met_on = meeting.day("date") if meeting else None
        yield Nominee(row, subjects.get(row.text("registrant")), met_on, today)


def _count(nominees: tuple[Nominee, ...], table: Table[Nominee]) -> Count:
    """The first row of each subject that holds; its other rows are not counted again (R-022)."""
    reasons = [(one, first_reason(table, one)) for one in nominees]
    held, again = each_once(
        (one for one, reason in reasons if not reason), lambda one: one.row.text("registrant")
    )
    excluded = [Excluded(one.row, reason, dict) for one, reason in reasons if reason]
    excluded += [
        Excluded(one.row, "same_subject", partial(dict, row=str(kept.row.row)))
        for one, kept in again
    ]
    return Count(tuple(one.row for one in held), excluded_by_row(excluded))


def _not_yet_met(nominee: Nominee) -> bool:
    return nominee.met_on is not None and nominee.met_on > nominee.today


def _not_decided(nominee: Nominee) -> bool:
    """True while no decision of the city is quoted, by its number or by its day."""
    return not nominee.row.text("city_number") and nominee.row.day("city_date") is None


def _decided_later(nominee: Nominee) -> bool:
    day = nominee.row.day("city_date")
    return day is not None and day > nominee.today


_KNOWN: Table[Nominee] = (("nominee_unknown", lambda nominee: nominee.subject is None),)

LEVELS: Mapping[str, Table[Nominee]] = MappingProxyType(
    {
        "commune": (
            *_KNOWN,
            ("not_chosen", lambda nominee: nominee.row.ticked("chosen") is False),
            ("choice_unknown", lambda nominee: not nominee.row.yes("chosen")),
            ("meeting_later", _not_yet_met),
        ),
        "city": (*_KNOWN, ("city_not_decided", _not_decided), ("city_later", _decided_later)),
    }
)
