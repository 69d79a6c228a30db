"""What counting rows gives: those counted, those not and why not, in the order of the sheet."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from dvk_office.core.records import Record
from dvk_office.rules.messages import word

T = TypeVar("T")
Table = tuple[tuple[str, Callable[[T], bool]], ...]
Facts = Mapping[str, str]


class Excluded(NamedTuple):
    """A row that is not counted: the key of its `reason`, and what gives the `facts` that its words are filled with."""

    record: Record
    reason: str
    facts: Callable[[], Facts]

    @property
    def text(self) -> str:
        """The reason in Vietnamese."""
        return word(f"uncounted_{self.reason}", **self.facts())


@dataclass(frozen=True)
class Count:
    """The rows counted and not counted.

    `provisional` are those counted although their launch is still to come (T-13); `whole` is how many bodies there are
    of which a percentage is asked, `uncovered` those without a row; `levels` has the number at each level, of which
    `level` counts (T-09).
    """

    counted: tuple[Record, ...]
    excluded: tuple[Excluded, ...]
    provisional: tuple[Record, ...] = ()
    whole: int | None = None
    uncovered: tuple[Record, ...] = ()
    level: str = ""
    levels: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


def first_reason(table: Table[T], case: T) -> str:
    """The first reason of `table` that holds; empty where none does."""
    return next((reason for reason, holds in table if holds(case)), "")


def each_once(rows: Iterable[T], key: Callable[[T], Hashable]) -> tuple[list[T], list[tuple[T, T]]]:
    """The first row of each key; and the others, each with the one that stands for it."""
    first: dict[Hashable, T] = {}
    others = []
    for row in rows:
        kept = first.setdefault(key(row), row)
        if kept is not row:
            others.append((row, kept))
    return list(first.values()), others


def by_row(records: Iterable[Record]) -> tuple[Record, ...]:
    """`records` in the order of their sheet."""
    return tuple(sorted(records, key=lambda one: one.row))


def excluded_by_row(rows: Iterable[Excluded]) -> tuple[Excluded, ...]:
    """`rows` in the order of their sheet."""
    return tuple(sorted(rows, key=lambda one: one.record.row))
