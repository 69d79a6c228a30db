"""What every job returns: findings, and whatever else it counted or made. The shells only show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from dvk_office.core.findings import Finding, count


class Made(NamedTuple):
    """A file that a job wrote: `kind` is the key of its document, `sha256` its digest."""

    path: Path
    kind: str
    sha256: str


@dataclass(frozen=True)
class Report:
    """The answer of a job. `answer` holds the command's own part of the JSON (targets, deadlines, sheets …)."""

    findings: tuple[Finding, ...] = ()
    made: tuple[Made, ...] = ()
    answer: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def summary(self) -> Mapping[str, int]:
        """How many errors, warnings and notes there are."""
        return count(self.findings)


Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is in all."""


class CancelledError(Exception):
    """Raised by a progress callback when the office wants no more; what was made until then stays."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Shows no progress."""
