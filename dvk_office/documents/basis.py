"""The documents that a paper may cite: those of the year's rules, the office's own wording in their place (R-002)."""

from dvk_office.core.records import Book, Record, Settings
from dvk_office.core.registration import registered_paper
from dvk_office.core.text import fold, nearest
from dvk_office.documents.wording import said, short_day
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules


def basis(rules: Rules, settings: Settings) -> tuple[str, ...]:
    """The lines of the year; what the office typed takes the place of the line that it is nearest to (R-002 - R-004)."""
    lines = list(rules.basis)
    for typed in filter(None, (_city_guidance(rules, settings), settings.text("resolution"))):
        near = nearest(typed, lines)
        if near:
            lines[lines.index(near)] = typed
        else:
            lines.append(typed)
    return tuple(lines)


def city_guidance(rules: Rules, settings: Settings) -> str:
    """The guidance of the city body; where none is known, the commune's own (R-003)."""
    body = fold(settings.text("city_body"))
    found = (line for line in basis(rules, settings) if body and body in fold(line))
    return next(found, guidance(rules, settings))


def guidance(rules: Rules, settings: Settings) -> str:
    """The commune's own guidance with its number and day (R-005)."""
    issuer = settings.text("standing_committee")
    return _cited(settings, "guidance", issuer, rules.title)


def own_guidance(rules: Rules, settings: Settings) -> str:
    """The same, where the text around it says whose it is."""
    return _cited(settings, "guidance", "", rules.title)


def cited_minutes(meeting: Record, book: Book, text: str) -> str:
    """The minutes of a meeting as `text` cites them; their day is the meeting's where the register has none."""
    row = registered_paper(book, "meeting_minutes", meeting.text("code"))
    number = row.text("number") if row else ""
    day = (row.day("date") if row else None) or meeting.day("date")
    date = short_day(day) if day else ""
    return said(text, "minutes_numbered" if number else "minutes", number=number, date=date)


def _city_guidance(rules: Rules, settings: Settings) -> str:
    known = settings.text("city_guidance_number") and settings.day("city_guidance_date")
    if not known:
        return ""
    return _cited(settings, "city_guidance", settings.text("city_body"), rules.title)


def _cited(settings: Settings, key: str, issuer: str, title: str) -> str:
    day = settings.day(f"{key}_date")
    date = short_day(day) if day else word("paper_blank")
    number = settings.text(f"{key}_number")
    key = "paper_guidance" if issuer else "paper_guidance_own"
    return word(key, number=number, date=date, issuer=issuer, title=title)
