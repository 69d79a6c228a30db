"""A paper with what it is judged by, and a fault that was found in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from dvk_office.core.findings import Finding, finding
from dvk_office.documents.word_file import Line, WordFile
from dvk_office.rules.formats import Profile


@dataclass(frozen=True)
class Fault:
    """A finding with the paragraph that it is about; None where it is about the whole file."""

    finding: Finding
    line: Line | None = None


@dataclass(frozen=True)
class Office:
    """What an office settled for itself: its `settings`, the style of its tones, how its `bodies` are spelt."""

    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    style: str = ""
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A file with its `family` (empty where no mark tells it), the form of its day, and what the office settled."""

    file: WordFile
    family: str
    form: Profile
    day: date
    office: Office

    def fault(self, code: str, line: Line | None = None, **facts: object) -> Fault:
        """The fault `code` at a paragraph, or of the whole file."""
        return Fault(finding(code, self.file.place(line), **facts), line)


Rule = Callable[[Judged], Iterator[Fault]]


def faults(judged: Judged, rules: Iterable[Rule]) -> tuple[Fault, ...]:
    """What all `rules` find, each fault once."""
    return tuple(dict.fromkeys(one for rule in rules for one in rule(judged)))
