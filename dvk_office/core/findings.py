"""Findings: what a person can mend, returned and collected, never raised one by one."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from dvk_office.core.records import Place
from dvk_office.rules import messages

ERROR, WARNING, NOTE = "error", "warning", "note"
MOST_SHOWN = 1_000  # letters of one fact: a cell may hold 32,767, and a finding is one line


class Finding(NamedTuple):
    """One finding: a stable `code`, its `place`, and the `facts` its words are filled with."""

    code: str
    place: Place
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> str:
        return messages.entry(self.code).severity

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese, with the value found."""
        return messages.fill(messages.entry(self.code).message, dict(self.facts))

    @property
    def mend(self) -> str:
        """How to mend it, in Vietnamese."""
        return messages.fill(messages.entry(self.code).mend, dict(self.facts))

    @property
    def section(self) -> str:
        """The section of the guidance that the rule stands on; empty for a rule of the workbook itself."""
        return messages.entry(self.code).section

    def __str__(self) -> str:
        """The one line that is the same on the terminal, in a message box, the results sheet and an e-mail."""
        mend = f" {messages.word('mend')}: {self.mend}" if self.mend else ""
        section = f" ({self.section})" if self.section else ""
        return f"{self.place}: {messages.word(self.severity)} {self.code}: {self.message}{mend}{section}"


class DvkError(Exception):
    """Raised only where going on makes no sense: no such file, locked, not our workbook."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def finding(code: str, place: Place, **facts: object) -> Finding:
    """A finding of `code` at `place`; `facts` fill the braces of its message."""
    return Finding(code, place, tuple((name, _in_one_line(fact)) for name, fact in facts.items()))


def _in_one_line(fact: object) -> str:
    """A fact without its line breaks and tabs; a very long one is cut short."""
    text = " ".join(filter(None, str(fact).replace("\t", "\n").splitlines()))
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "\N{HORIZONTAL ELLIPSIS}"


def in_order(findings: Iterable[Finding], sheet_keys: Iterable[str]) -> tuple[Finding, ...]:
    """Findings by sheet (in the order of the tabs), row, column, code; equal ones once."""
    order = {key: number for number, key in enumerate(sheet_keys)}

    def key(one: Finding) -> tuple[Any, ...]:
        place = one.place
        return (
            order.get(place.sheet_key, -1),
            place.row,
            len(place.letter),
            place.letter,
            one.code,
            one.facts,
        )

    return tuple(sorted(set(findings), key=key))


def count(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many findings there are of each severity: `errors`, `warnings`, `notes`."""
    severities = [one.severity for one in findings]
    return {f"{word}s": severities.count(word) for word in (ERROR, WARNING, NOTE)}
