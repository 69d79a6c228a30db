"""The deadlines as a calendar file (RFC 5545), in the form that Outlook and Google both take."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from dvk_office.core.dates import short_date
from dvk_office.core.deadlines import DONE, DONE_LATE, Days, DeadlineResult
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules

LINE_OCTETS = 75
MORNING_HOUR = 8
_HOURS_A_DAY = 24
_ESCAPED: Mapping[str, str] = MappingProxyType({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """One all-day event; `alarms` are the days on whose morning it reminds."""

    uid: str
    day: date
    summary: str
    description: str
    alarms: tuple[date, ...]


def calendar_text(
    results: Iterable[DeadlineResult], rules: Rules, today: date, warn_days: int
) -> str:
    """The whole file. The same deadline keeps its UID, so that importing again mends and does not double."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dvk_office//deadlines//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(word('ics_name', year=rules.year))}",
    ]
    for result in results:
        for event in _events(result, rules.year, today, warn_days):
            lines += _event_lines(event, today)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def escaped(text: str) -> str:
    """Text as a property value: separators and line breaks escaped, other control characters dropped."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    spaced = (c if c in _ESCAPED or not c.isspace() else " " for c in unified)
    return "".join(_ESCAPED.get(c, c) for c in spaced if c in _ESCAPED or c.isprintable())


def folded(line: str) -> str:
    """`line` cut into pieces of at most 75 octets, never inside a letter; each later piece begins with a space."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join((*pieces, piece))


def _events(result: DeadlineResult, year: int, today: date, warn_days: int) -> Iterator[Event]:
    """The last day, and the safe day before it where a weekend or a day off lies between."""
    days, one = result.days, result.deadline
    if not days:
        return
    uid = f"{year}-{one.key}" + (f"-{result.model.encode().hex()}" if result.model else "")
    subject = word("ics_model", code=result.model) if result.model else ""
    description = _description(result, days)
    done = result.state in {DONE, DONE_LATE}
    wanted = () if done else (warn_days, 0)
    left = (days.safe - today).days
    alarms = tuple(days.safe - early * _DAY for early in dict.fromkeys(wanted) if early <= left)
    last = word("ics_last", label=one.label) + subject
    yield Event(f"{uid}@dvk-office", days.last, last, description, alarms)
    if days.safe != days.last:
        safe = word("ics_safe", label=one.label) + subject
        yield Event(f"{uid}-safe@dvk-office", days.safe, safe, description, ())


def _description(result: DeadlineResult, days: Days) -> str:
    one = result.deadline
    text = word(
        "ics_description",
        written=one.as_written,
        section=one.section,
        safe=short_date(days.safe),
        state=result.label,
        sender=one.sender,
        recipient=one.recipient,
    )
    return text + "\n" + word("ics_misprint", read=one.read_as) if one.read_as else text


def _event_lines(event: Event, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + _DAY:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"
    for day in event.alarms:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escaped(event.summary)}"
        yield f"TRIGGER:{_trigger(event.day, day)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _trigger(event_day: date, alarm_day: date) -> str:
    """From the midnight at which the event begins to the morning of the alarm."""
    hours = MORNING_HOUR - (event_day - alarm_day).days * _HOURS_A_DAY
    return f"{'-' if hours < 0 else ''}PT{abs(hours)}H"
