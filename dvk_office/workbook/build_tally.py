"""What is counted of a book once, for all the computed columns and figures of the workbook that is built from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from dvk_office.core.calendar import days_off
from dvk_office.core.counts import Count
from dvk_office.core.deadlines import DeadlineResult
from dvk_office.core.deadlines import deadlines as count_deadlines
from dvk_office.core.duties import MEASURES, papers_sent
from dvk_office.core.exemplar_levels import LEVELS, exemplar_count
from dvk_office.core.records import Book, Record
from dvk_office.core.steps import step_of
from dvk_office.core.targets import Basis, TargetResult
from dvk_office.core.targets import targets as count_targets
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import Content

_DUTIES = ("registrations", "nominations", "commendations")
_DAY_NOUGHT = date(1899, 12, 30)


@dataclass(frozen=True)
class Tally:
    """A book on `today` and the `content` it comes from, with what is counted in it, each when it is asked for."""

    layout: Layout
    rules: Rules
    book: Book
    content: Content
    today: date

    @cached_property
    def basis(self) -> Basis:
        return Basis(self.book, self.rules, self.today)

    @cached_property
    def targets(self) -> tuple[TargetResult, ...]:
        return count_targets(self.book, self.rules, self.today)

    @cached_property
    def deadlines(self) -> tuple[DeadlineResult, ...]:
        return count_deadlines(self.book, self.rules, self.today)

    @cached_property
    def steps(self) -> Mapping[int, str]:
        """The step of each model by its row."""
        models = self.book["models"]
        return MappingProxyType({one.row: step_of(self.book, one, self.today) for one in models})

    @cached_property
    def levels(self) -> Mapping[str, Count]:
        """The exemplars at each level, whichever the office chose."""
        given = self.book.settings
        chosen = {
            level: given._replace(values={**given.values, "exemplar_level": level})
            for level in LEVELS
        }
        return MappingProxyType(
            {
                level: exemplar_count(replace(self.book, settings=settings), self.today)
                for level, settings in chosen.items()
            }
        )

    @cached_property
    def owed(self) -> frozenset[tuple[str, int]]:
        """The rows by sheet in which something is still to be done: registration, decision, dossier, reward."""
        any_deadline = self.rules.deadlines[0]
        return frozenset(
            (proof.place.sheet_key, proof.place.row)
            for measure in _DUTIES
            for duty in MEASURES[measure](self.book, self.rules, any_deadline, self.today)
            for proof in duty.proofs
            if proof.on is None
        )

    @cached_property
    def sent(self) -> frozenset[int]:
        """The rows of the papers sent this year."""
        return frozenset(one.row for one in papers_sent(self.book, self.rules, self.today))

    @cached_property
    def days_off(self) -> frozenset[date]:
        return days_off(self.book, self.rules)

    def place(self, record: Record | None) -> int:
        """The place of a row in its table, from 1 on; 0 of none."""
        return record.row - self.layout.first_row + 1 if record else 0

    def cell(self, record: Record, key: str) -> Any:
        """What is typed in the column `key` of a row."""
        row = self.content[record.heading.sheet_key][record.row - self.layout.first_row]
        return row.get(key)

    def past(self, day: date | None) -> bool:
        return day is not None and day <= self.today


def serial(day: date | None) -> int:
    """A day as Excel keeps it; 0 of none."""
    return (day - _DAY_NOUGHT).days if day else 0
