"""The team in the order in which papers name it, and who holds which office in it (R-117)."""

from typing import Any

from dvk_office.core.order import BY_NAME
from dvk_office.core.records import Book, Record
from dvk_office.core.text import name_key

HEAD, SECRETARY = "head", "secretary"
ROLES = (HEAD, "deputy", "member", SECRETARY)


def members(book: Book) -> tuple[Record, ...]:
    """The members by their office; within one by given name where the settings order people so, else as typed."""
    by_name = book.settings.text("people_order") == BY_NAME

    def key(member: Record) -> tuple[Any, ...]:
        role = member.text("role")
        rank = ROLES.index(role) if role in ROLES else len(ROLES)
        return rank, *((name_key(member.text("name")),) if by_name else ()), member.row

    return tuple(sorted(book["team"], key=key))


def holder(book: Book, role: str) -> Record | None:
    """The first member who holds `role`."""
    return next((one for one in members(book) if one.text("role") == role), None)


def chair_of(book: Book, meeting: Record | None) -> str:
    """Who is in the chair: as the meeting says, else the head of the team."""
    return _said(meeting, "chair") or _name(holder(book, HEAD))


def secretary_of(book: Book, meeting: Record | None) -> str:
    """Who writes the minutes: as the meeting says, else the secretary of the team."""
    return _said(meeting, "secretary") or _name(holder(book, SECRETARY))


def _said(meeting: Record | None, key: str) -> str:
    return meeting.text(key) if meeting else ""


def _name(member: Record | None) -> str:
    return member.text("name") if member else ""
