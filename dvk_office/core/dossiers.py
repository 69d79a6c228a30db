"""What is sent to the city: one dossier for each submission, its nominees in the one order (R-132 - R-142)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from dvk_office.core.appraisal import meeting_of
from dvk_office.core.nominees import Nominee, chosen, each_subject
from dvk_office.core.paper_numbers import same_number
from dvk_office.core.records import Book, Record
from dvk_office.core.register_rows import of_this_year
from dvk_office.rules.year import DossierPart, Rules

SUBMISSION, MINUTES, REPORT = "submission", "minutes", "achievement_report"
_REGISTERED, _NOMINEE = "city_submission", "nominee"


@dataclass(frozen=True, eq=False)
class Dossier:
    """One dossier: `number` and `day` of its submission (empty and None while it waits), its nominees in order.

    No two are equal: what is reckoned from one is kept by it.
    """

    number: str
    day: date | None
    nominees: tuple[Nominee, ...]


def dossiers(book: Book, only: Collection[str] = ()) -> tuple[Dossier, ...]:
    """The dossiers that have a number first; all who were chosen and have none make one that waits for it.

    A dossier names each subject once, with every model that it was chosen for (T-10).

    `only` keeps the subjects with these codes.
    """
    codes = tuple(only)
    return book.once((dossiers, codes), lambda: _dossiers(book, codes))


def _dossiers(book: Book, only: tuple[str, ...]) -> tuple[Dossier, ...]:
    held = chosen(book, only)
    registered = _registered(book)
    numbered: dict[str, list[Nominee]] = {}
    for one in held:
        numbered.setdefault(_number(one), []).append(one)
    return tuple(
        _dossier(registered.get(number), each_subject(numbered[number]))
        for number in sorted(numbered, key=lambda number: not number)
    )


def meetings_of(book: Book, dossier: Dossier) -> tuple[Record, ...]:
    """The meetings that chose the nominees of a dossier, each once, by day (R-133)."""
    found = {
        meeting.row: meeting
        for nominee in dossier.nominees
        for one in nominee.every
        if (meeting := meeting_of(book, one.row))
    }
    return tuple(sorted(found.values(), key=lambda one: (one.day("date") or date.max, one.row)))


def enclosed(rules: Rules) -> tuple[DossierPart, ...]:
    """The parts that the submission encloses, in the order of the guidance (R-132)."""
    return tuple(part for part in rules.dossier_parts if part.key != SUBMISSION)


def bound(part: DossierPart, dossier: Dossier) -> int:
    """How many copies of a part there are: a report of each nominee in its number of sets (R-138)."""
    return part.copies * (len(dossier.nominees) if part.per == _NOMINEE else 1)


def _number(nominee: Nominee) -> str:
    return same_number(nominee.row.text("submission_number"))


def _dossier(row: Record | None, held: tuple[Nominee, ...]) -> Dossier:
    typed = held[0].row.text("submission_number")
    registered = row.text("number") if row else ""
    return Dossier(typed or registered, row.day("date") if row else None, held)


def _registered(book: Book) -> Mapping[str, Record]:
    """The submissions of this year in the register: each by its number; for what waits, the first that no row quotes."""
    quoted = {same_number(row.text("submission_number")) for row in book["exemplars"]} - {""}
    found: dict[str, Record] = {}
    for row in of_this_year(book, _REGISTERED):
        number = same_number(row.text("number"))
        if number:
            found.setdefault(number, row)
        if number not in quoted:
            found.setdefault("", row)
    return found
