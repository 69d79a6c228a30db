"""What Excel reads into a text that a program writes to a cell; LibreOffice would keep the text, and hide the fault."""

import re
from datetime import date

TRUTHS = {"true": 1.0, "false": 0.0}
_NUMBER = re.compile(
    r"[-+]?[$€£¥]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?%?", re.IGNORECASE
)
_DAY = re.compile(r"(\d{1,4})[/-](\d{1,2})(?:[/-](\d{1,4}))?")
_STRING = re.compile(r'("(?:[^"]|"")*")')
_PLAIN = re.compile(r"[=A-Z(),.]*")
_DAY_ZERO = date(1899, 12, 30).toordinal()
_CENTURY, _PIVOT = 100, 30
_MONTHS, _FIRST_YEAR = 12, 1900


def read_as_excel(text: str) -> str | float:
    """The number or day that Excel makes of `text` (Range.Value reads as in the United States), else the text.

    An apostrophe before it says that it is text, and is gone. A formula is not ours to write so.
    """
    if text.startswith("'"):
        return text[1:]
    if text.startswith("="):
        raise NotImplementedError(text)
    plain = text.strip()
    if plain.lower() in TRUTHS:
        return TRUTHS[plain.lower()]
    number = _number(plain)
    day = _day(plain) if number is None else None
    return next((one for one in (number, day) if one is not None), text)


def _number(text: str) -> float | None:
    if not _NUMBER.fullmatch(text) or not any(sign.isdigit() for sign in text):
        return None
    bare = re.sub(r"[,$€£¥%]", "", text)
    return float(bare) / (100 if text.endswith("%") else 1)


def _day(text: str) -> float | None:
    """Month before day, as in the United States; a year of two digits is this century's up to 29."""
    found = _DAY.fullmatch(text)
    if not found or found[3] is None:
        return None
    month, day, year = int(found[1]), int(found[2]), int(found[3])
    if found[1] and len(found[1]) > 2:  # noqa: PLR2004 - a year in front: 2027-03-09
        year, month, day = month, day, year
    if year < _CENTURY:
        year += 2000 if year < _PIVOT else 1900
    if not 1 <= month <= _MONTHS or year < _FIRST_YEAR:
        return None
    try:
        return float(date(year, month, day).toordinal() - _DAY_ZERO)
    except ValueError:
        return None


def calc_formula(formula: str) -> str:
    """A formula of functions and texts, as Excel writes it, in the way of LibreOffice; text stays text."""
    if not formula.startswith("="):
        return f"'{formula}" if formula and not formula.startswith("'") else formula
    parts = _STRING.split(formula)
    if not all(_PLAIN.fullmatch(part) for part in parts[::2]):
        raise NotImplementedError(formula)  # references: none of our formulas has any
    return "".join(
        part if number % 2 else part.replace(",", ";") for number, part in enumerate(parts)
    )


def of_a_table(formula: str) -> bool:
    """Whether a formula names the columns of a table, which LibreOffice's reader of formulas does not know."""
    return any("[" in part for part in _STRING.split(formula)[::2])
