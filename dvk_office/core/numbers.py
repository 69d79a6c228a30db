"""Numbers as people type them in Vietnamese: “.” between thousands, “,” before decimals; nothing is guessed."""

import re
from math import isfinite

DIGITS = 15  # as many as Excel keeps
LARGEST = 10**DIGITS
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:([. ])[0-9]{3})(?:\1[0-9]{3})*(?:,[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_EITHER_WAY = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")


def whole(number: float) -> int | float:
    """`number` as an int where it has no decimals."""
    return int(number) if isfinite(number) and number == int(number) else number


def as_excel_shows(number: float) -> int | float:
    """`number` to as many digits as Excel keeps and compares: 0.1 + 0.2 is 0.3, and no higher."""
    if isinstance(number, float) and isfinite(number) and number != int(number):
        number = float(f"{number:.{DIGITS}g}")
    return whole(number)


def read_number(text: str) -> int | float | str:
    """The number that `text` names, or the code of the finding: unreadable, or readable in two ways."""
    if _EITHER_WAY.fullmatch(text):
        return "O-009"
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)) or len(text) > 24:  # noqa: PLR2004
        return "O-006"
    plain = text.replace(".", "").replace(" ", "").replace(",", ".")
    return int(plain) if "." not in plain else whole(float(plain))


def number_fault(number: float, *, integer: bool) -> str:
    """The code of what is wrong with a number that counts or measures something; empty where nothing is."""
    if not isfinite(number) or abs(number) >= LARGEST:
        return "O-010"
    if number < 0:
        return "O-008"
    return "O-007" if integer and number != int(number) else ""


def typed_number(number: float) -> str:
    """`number` as a Vietnamese would type it: no “,0”, decimals after “,”, no more digits than Excel keeps."""
    if isinstance(number, float) and isfinite(number):
        kept = float(f"{number:.{DIGITS}g}")
        number = whole(kept) if abs(kept) < LARGEST**2 else kept
    text = str(number)
    return (f"{number:.20f}".rstrip("0").rstrip(".") if "e-" in text else text).replace(".", ",")


def printed_number(number: float) -> str:
    """`number` as a paper shows it: 1.250 or 92,28."""
    units, _, decimals = typed_number(abs(number)).partition(",")
    grouped = f"{int(units):,}".replace(",", ".")
    return f"{'-' * (number < 0)}{grouped}{',' * bool(decimals)}{decimals}"
