"""The cells in which people and bodies are named, in the order of the book: the settings first."""

from collections.abc import Iterator
from typing import NamedTuple

from dvk_office.core.records import Book, Place
from dvk_office.rules.layout import Layout

Columns = tuple[tuple[str, str], ...]
BODIES = (
    "party_committee", "standing_committee", "board_name", "office_name", "people_committee",
    "front_name", "team_name", "city_body", "standing_members_name", "committee_name",
)  # fmt: skip
LONG_TEXTS: Columns = (
    ("models", "previous_goal"), ("models", "goal"),
    ("details", "situation"), ("details", "tasks"), ("details", "methods"), ("details", "expected_results"),
    ("details", "partners"), ("details", "propaganda"),
    ("progress", "results"), ("progress", "effects"),
    ("inspections", "result"), ("inspections", "resolution"),
    ("meetings", "conclusion"), ("hearings", "shortcomings"), ("exemplars", "achievements"),
)  # fmt: skip
_REGISTRANTS, _NAME = "registrants", "name"


class NameCell(NamedTuple):
    """One cell that names somebody, and where it stands."""

    text: str
    place: Place


def settings_cells(book: Book, keys: tuple[str, ...]) -> Iterator[NameCell]:
    """The settings of `keys` that hold text, defaults included: papers print these too."""
    for key in keys:
        if text := book.settings.text(key):
            yield NameCell(text, book.settings.place(key))


def sheet_cells(
    book: Book, layout: Layout, columns: Columns, *, people: bool
) -> Iterator[NameCell]:
    """The cells of `columns`, sheet by sheet as the tabs stand, row by row.

    The name of a subject is that of a person (`people`) or of a collective; the other kind is left out.
    """
    wanted = "individual" if people else "collective"
    for sheet in layout.sheets:
        keys = [key for sheet_key, key in columns if sheet_key == sheet.key]
        for record in book[sheet.key] if keys else ():
            for key in keys:
                subject = (sheet.key, key) == (_REGISTRANTS, _NAME)
                if subject and record.text("kind") != wanted:
                    continue
                if text := record.text(key):
                    yield NameCell(text, record.place(key))
