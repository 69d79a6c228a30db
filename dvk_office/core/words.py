"""Small forms inside a cell: ticks, times, telephone numbers, e-mail addresses, lists of codes."""

import re
from collections.abc import Mapping
from datetime import time
from functools import cache
from types import MappingProxyType

from dvk_office.core.text import fold
from dvk_office.rules.reading import reading_words

_BETWEEN = re.compile(r"[;,\n]")
_NUMBERS = re.compile(r"[;,/\n]| - ")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"(?:0|\+?84)[0-9]{9,10}")
_LOST_ZERO = re.compile(r"[2-9][0-9]{8,9}")
_PHONE_SIGNS = re.compile(r"[ .()\u00a0-]")


@cache
def _ticks() -> Mapping[str, bool]:
    ticks = reading_words()["ticks"]
    yes = {fold(word): True for word in ticks["yes"]}
    return MappingProxyType({fold(word): False for word in ticks["no"]} | yes)


def ticked(typed: str) -> bool | None:
    """True or False for an accepted tick, None for anything else."""
    return _ticks().get(fold(typed))


def shown_tick(*, ticked: bool) -> str:
    """A real TRUE or FALSE of Excel as we write it."""
    shown = reading_words()["shown"]
    return str(shown["yes"] if ticked else shown["no"])


@cache
def _time_form() -> re.Pattern[str]:
    table = reading_words()["time"]
    hour, minute = ("|".join(map(re.escape, table[key])) for key in ("hour", "minute"))
    return re.compile(rf"([0-9]{{1,2}}) ?(?:{hour}) ?(?:([0-9]{{1,2}}) ?(?:{minute})?)?(?::00)?")


def typed_time(typed: str) -> time | None:
    """The time of day that `typed` names, such as 8:00 or 8h30."""
    found = _time_form().fullmatch(fold(typed))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004


def phone_fault(typed: str) -> tuple[str, str]:
    """The code of what is odd about a telephone number and the number that was probably meant."""
    for part in filter(str.strip, _NUMBERS.split(typed)):
        digits = _PHONE_SIGNS.sub("", part)
        if _PHONE.fullmatch(digits):
            continue
        return ("O-020", "0" + digits) if _LOST_ZERO.fullmatch(digits) else ("O-021", "")
    return "", ""


def is_email(typed: str) -> bool:
    """True for one address or several with “;” or “,” between them."""
    parts = parted(typed)
    return bool(parts) and all(len(part) < 255 and _EMAIL.fullmatch(part) for part in parts)  # noqa: PLR2004


def parted(typed: str) -> list[str]:
    """The parts of a list of codes, without blanks."""
    return [part for part in map(str.strip, _BETWEEN.split(typed)) if part]
