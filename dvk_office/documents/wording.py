"""Days, counts and numbers as an office writes them; the words are data."""

import re
from collections.abc import Sequence
from datetime import date, time
from math import floor

from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Record
from dvk_office.core.text import fold
from dvk_office.rules.documents import paper_text
from dvk_office.rules.messages import fill, word

_PADDED_BELOW, _PADDED_MONTHS = 10, 2
_ENDING = ".!?\N{HORIZONTAL ELLIPSIS}:;,"
PERCENT = "%"
HEAD_LINE = 20  # capitals that half the width of a page holds, wide and bold ones too


def said(text: str, key: str, **facts: object) -> str:
    """One of the words that belong to the paper text `text`, with its {facts} filled in."""
    words = paper_text(text)["words"]
    return fill(words[key], {name: str(fact) for name, fact in facts.items()})


def short_day(day: date) -> str:
    """05/02/2027, but 10/3/2027: a nought before days below ten and before the months one and two."""
    return f"{_day(day)}/{_month(day)}/{day.year}"


def long_day(day: date | None, year: int) -> str:
    """The day in words, as it stands under the place; blanks for the clerk to fill in where it is not known yet."""
    if day is None:
        blank = word("paper_day_blank")
        return word("paper_day", day=blank, month=blank, year=year)
    return word("paper_day", day=_day(day), month=_month(day), year=day.year)


def day_cited(day: date | None, year: int) -> str:
    """The day of a paper as another one cites it."""
    return word("paper_day_cited", date=short_day(day)) if day else long_day(None, year)


def clock(hour: time | None) -> str:
    """7 giờ 30; nothing where no hour is known."""
    return word("paper_time", hour=hour.hour, minute=f"{hour.minute:02}") if hour else ""


def weekday(day: date) -> str:
    """The day of the week, as it is named in a running text."""
    return word("paper_weekdays").split(", ")[day.weekday()]


def count(number: int) -> str:
    """05, 12, 1.250: a nought before what is below ten, but never two of them."""
    return f"{number:02}" if 0 < number < _PADDED_BELOW else number_text(number)


def counted(number: float | None, blank: str) -> str:
    """A count as the workbook has it; `blank` where it has none."""
    return blank if number is None else count(int(number))


def number_text(number: float, decimals: int = 0) -> str:
    """1.250 or 92,28: a point between thousands, a comma before decimals."""
    whole, _, rest = f"{number:,.{decimals}f}".partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def tenths(number: float) -> str:
    """`number` with no more than one decimal; half a tenth goes up, as people and Excel round it."""
    return printed_number(floor(number * 10 + 0.5) / 10)


def measured(figure: str, unit: str) -> str:
    """A figure with its unit: 12 hộ, but 92,5% số hộ, the sign of per cent close behind it."""
    return f"{figure}{unit}" if unit.startswith(PERCENT) else joined([figure, unit], " ")


def joined(parts: Sequence[str], between: str) -> str:
    """The parts that are there, in one line."""
    return between.join(part for part in parts if part)


def lower_first(text: str) -> str:
    """`text` as it goes on within a sentence."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """`text` as it begins a cell or a sentence."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """`text` as a sentence, with a full stop where no mark ends it; nothing stays nothing."""
    return f"{text}." if text and text[-1] not in _ENDING else text


def unstopped(text: str) -> str:
    """`text` as part of a sentence that goes on behind it: without the full stop that it was typed with."""
    return text.rstrip(" .")


def last_bound(words: str) -> str:
    """`words` of which the last two stay on one line, as a year and the word before it."""
    start, _space, end = words.rpartition(" ")
    return f"{start}\u00a0{end}" if start else words


def end_bound(name: str) -> str:
    """A name too long for the head of a paper: its last two words, mostly a place's, stay on one line."""
    return last_bound(name) if len(name) > HEAD_LINE else name


def subject_line(registrant: Record) -> str:
    """A collective's name; a person's with position and unit."""
    if registrant.text("kind") != "individual":
        return registrant.text("name")
    return joined([registrant.text("name"), *post_and_unit(registrant)], ", ")


def post_and_unit(person: Record) -> tuple[str, ...]:
    """What a person is, and where; the unit is not named again where the post names it."""
    post, unit = person.text("position"), person.text("unit")
    named = re.search(rf"\b{re.escape(fold(unit))}\b", fold(post))
    return (post,) if unit and named else (post, unit)


def ended(lines: Sequence[str], *, start: str, end: str, last: str) -> tuple[str, ...]:
    """Lines of a list as a form wants them: each with its start and end, the last one with its own end."""
    plain = [line.rstrip(" ,;.") for line in lines]
    ends = [end] * (len(plain) - 1) + [last]
    return tuple(f"{start}{line}{sign}" for line, sign in zip(plain, ends, strict=False))


def _day(day: date) -> str:
    return f"{day.day:02}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= _PADDED_MONTHS else str(day.month)
