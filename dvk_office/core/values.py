"""One cell, read as the kind of its column: a value, or what is wrong with it. Nothing is mended or guessed."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from types import MappingProxyType

from dvk_office.core import dates, numbers, words
from dvk_office.core.choices import choice_words, hint
from dvk_office.core.records import Unreadable, Value
from dvk_office.core.text import as_typed, clean, fold
from dvk_office.rules.layout import Choice

Cell = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell: the finding's `code` and `facts`; `value` is what a record holds all the same."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    value: Value = Unreadable.CELL


_SERIAL = re.compile(r"[0-9]{5}")
Reading = Value | Problem
Reader = Callable[[Cell], Reading]


def read_value(kind: str, cell: Cell, choices: Iterable[Choice] = ()) -> Reading:
    """The value of `cell` in a column of `kind`, None where it is blank, a `Problem` where it cannot be that."""
    if isinstance(cell, str) and not cell.strip():
        return None
    return None if cell is None else reader_of(kind, tuple(choices))(cell)


def shown(cell: Cell) -> str:
    """`cell` as a person sees it, cut short: for the words of a finding."""
    if isinstance(cell, bool):
        return words.shown_tick(ticked=cell)
    if isinstance(cell, int | float):
        return numbers.typed_number(cell)
    if isinstance(cell, date):
        return dates.short_date(cell)
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        return dates.hours(cell)
    text = " ".join(clean(str(cell)).split())
    return text if len(text) <= 60 else text[:57] + "\N{HORIZONTAL ELLIPSIS}"  # noqa: PLR2004


def _fault(code: str, cell: Cell, **facts: str) -> Problem:
    return Problem(code, {"found": shown(cell), **facts})


def read_text(cell: Cell) -> Reading:
    """Text as typed; a number, a day or a tick in a text column becomes the text that a person sees."""
    if isinstance(cell, str):
        typed = as_typed(cell)
        return typed if clean(typed) else None
    return shown(cell)


def read_code(cell: Cell) -> Reading:
    """A code or a document's number; a date here is what Excel made of it (“12/5”)."""
    if isinstance(cell, date | time | timedelta):
        return _fault("O-023", cell)
    return " ".join(clean(cell).split()) or None if isinstance(cell, str) else shown(cell)


def read_date(cell: Cell) -> Reading:
    """A real date, or text d/m/yyyy; a bare number is named, not converted (R-186, T-40)."""
    if isinstance(cell, date):
        day = dates.plain_date(cell)
        if dates.FIRST_YEAR <= day.year <= dates.LAST_YEAR:
            return day
        return _fault("O-015", cell, year=str(day.year))
    if isinstance(cell, str):
        typed = clean(cell)
        if not typed:
            return None
        found = dates.read_date(typed)
        if isinstance(found, date) or not _SERIAL.fullmatch(typed):
            return found if isinstance(found, date) else _fault(found[0], typed, **found[1])
        cell = int(typed)
    meant = dates.serial_date(cell)
    return _fault("O-016", cell, meant=dates.short_date(meant)) if meant else _fault("O-011", cell)


def read_time(cell: Cell) -> Reading:
    """A time of day: a real one, or text such as 8:00, 8h30."""
    if isinstance(cell, datetime):
        return cell.time().replace(microsecond=0)
    if isinstance(cell, time):
        return cell.replace(microsecond=0)
    if isinstance(cell, timedelta):
        return dates.clock_time(cell) or _fault("O-017", cell)
    if isinstance(cell, str):
        typed = clean(cell)
        return (words.typed_time(typed) or _fault("O-017", cell)) if typed else None
    return _fault("O-017", cell)


def _read_count(cell: Cell, *, integer: bool) -> Reading:
    if isinstance(cell, str):
        typed = clean(cell)
        if not typed:
            return None
        found = numbers.read_number(typed)
        if isinstance(found, str):
            return _fault(found, typed)
        cell = found
    if isinstance(cell, bool):
        return _fault("O-006", cell)
    if not isinstance(cell, int | float):
        return _fault("O-024", cell)
    number = numbers.as_excel_shows(cell)
    fault = numbers.number_fault(number, integer=integer)
    return _fault(fault, cell) if fault else number


def read_number(cell: Cell) -> Reading:
    """A number, typed as one or as Vietnamese text (“1.250,5”)."""
    return _read_count(cell, integer=False)


def read_integer(cell: Cell) -> Reading:
    """A whole number."""
    return _read_count(cell, integer=True)


def read_year(cell: Cell) -> Reading:
    """A year of four digits."""
    found = _read_count(cell, integer=True)
    if isinstance(found, int) and not dates.FIRST_YEAR <= found <= dates.LAST_YEAR:
        return _fault("O-019", cell)
    return found if isinstance(found, int) or found is None else _fault("O-019", cell)


def read_tick(cell: Cell) -> Reading:
    """True or False for any of the accepted ticks."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, str) and not clean(cell):
        return None
    ticked = words.ticked(shown(cell)) if isinstance(cell, str | int | float) else None
    return _fault("O-018", cell) if ticked is None else ticked


def read_phone(cell: Cell) -> Reading:
    """A telephone number as typed; one that lost its zero is kept, with the number it probably was."""
    if isinstance(cell, date | time | timedelta | bool):
        return _fault("O-023", cell)
    typed = clean(cell) if isinstance(cell, str) else shown(cell)
    if not typed:
        return None
    code, meant = words.phone_fault(typed)
    return Problem(code, {"found": shown(typed), "meant": meant}, typed) if code else typed


def read_email(cell: Cell) -> Reading:
    """One e-mail address, or several with “;” between them."""
    typed = clean(cell) if isinstance(cell, str) else shown(cell)
    if not typed:
        return None
    return typed if words.is_email(typed) else _fault("O-022", cell)


def read_codes(cell: Cell) -> Reading:
    """Several codes with “;” or “,” between them, each once."""
    if isinstance(cell, date | time | timedelta):
        return _fault("O-023", cell)
    parts = words.parted(clean(cell) if isinstance(cell, str) else shown(cell))
    return tuple(dict.fromkeys(parts)) or None


def read_any(cell: Cell) -> Reading:
    """The cell as it is: its kind is known only from another cell of the row (settings)."""
    if isinstance(cell, str):
        return read_text(cell)
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else shown(cell)
    if isinstance(cell, timedelta):
        return shown(cell)
    return numbers.whole(cell) if isinstance(cell, float) else cell


def _read_choice(keys: Mapping[str, str], labels: tuple[str, ...], cell: Cell) -> Reading:
    typed = clean(cell) if isinstance(cell, str) else shown(cell)
    if not typed:
        return None
    return keys.get(fold(typed)) or _fault("O-003", cell, hint=hint(typed, labels))


def _read_choices(keys: Mapping[str, str], cell: Cell) -> Reading:
    if key := keys.get(fold(shown(cell))):
        return (key,)
    found = read_codes(cell)
    if not isinstance(found, tuple):
        return found
    return tuple(dict.fromkeys(keys.get(fold(part), part) for part in found))


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "text": read_text,
        "long_text": read_text,
        "code": read_code,
        "document_number": read_code,
        "codes": read_codes,
        "date": read_date,
        "time": read_time,
        "integer": read_integer,
        "number": read_number,
        "money": read_number,
        "tick": read_tick,
        "year": read_year,
        "phone": read_phone,
        "email": read_email,
        "any": read_any,
    }
)


def reader_of(kind: str, choices: tuple[Choice, ...] = ()) -> Reader:
    """The function that reads the cells of one column; KeyError for a kind that the layout invented."""
    if kind == "choice":
        return partial(_read_choice, choice_words(choices), tuple(one.label for one in choices))
    if kind == "codes" and choices:
        return partial(_read_choices, choice_words(choices))
    return _READERS[kind]
