"""Number and symbol of a paper as it is quoted: “12-QĐ/ĐU” by the Party, “05/QĐ-UBND” by the State (R-187)."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dvk_office.core.text import fold

PARTY, STATE = "party", "state"
_RUNNING = "(?!0+(?![0-9]))([0-9]{1,5})"  # there is no number nought
_PARTY = re.compile(rf"{_RUNNING}([a-z]?-[\w]+/[\w.&-]+)")
_STATE = re.compile(rf"{_RUNNING}([a-z]?/(?:[0-9]{{4}}/)?[\w]+(?:-[\w.&-]+)*)")
_PLAIN, _PARTED = re.compile(r"[\w/.&-]+"), re.compile("[-/]")
_WORDS = re.compile(r"\w+")
_LEADING_ZEROS = re.compile(r"^0+(?=[0-9])")


class PaperNumber(NamedTuple):
    """The running number, the symbol after it (folded), and the family whose form it has."""

    running: int
    symbol: str
    family: str

    def is_of(self, abbreviation: str) -> bool:
        """Whether the symbol names the kind of paper that has this `abbreviation`."""
        return fold(abbreviation) in _WORDS.findall(self.symbol)


def read_paper_number(text: str) -> PaperNumber | None:
    """The parts of a number written in one of the two forms; None for anything else."""
    folded = fold(text)
    for family, form in ((PARTY, _PARTY), (STATE, _STATE)):
        if found := form.fullmatch(folded):
            return PaperNumber(int(found[1]), found[2], family)
    return None


def well_spelt(text: str) -> bool:
    """Whether a number has hyphens and no other dash, and the sign of its body in capitals: so it is printed."""
    return bool(_PLAIN.fullmatch(text)) and _PARTED.split(text)[-1].isupper()


def same_number(text: str) -> str:
    """The form in which two quotations of one number are compared: spaces and leading zeros do not count."""
    return _LEADING_ZEROS.sub("", "".join(fold(text).split()))


def cited_once(quoted: Iterable[tuple[str, date]]) -> tuple[tuple[str, date], ...]:
    """The papers quoted, number and day, by day; one whose number was typed in several ways stands once."""
    found: dict[tuple[date, str], str] = {}
    for number, day in quoted:
        found.setdefault((day, same_number(number)), number)
    return tuple((number, day) for (day, _same), number in sorted(found.items()))
