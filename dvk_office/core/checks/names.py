"""Names of people: written with capitals as names are; warned of, never changed (R-193)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.name_cells import Columns, settings_cells, sheet_cells
from dvk_office.core.findings import Finding, finding
from dvk_office.core.naming import properly_cased
from dvk_office.core.records import Book
from dvk_office.core.text import clean
from dvk_office.core.values import shown
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SIGNERS = "signer_name"
_PEOPLE: Columns = (
    ("organisations", "head"),
    ("registrants", "name"),
    ("models", "person_in_charge"),
    ("team", "name"),
    ("meetings", "chair"),
    ("meetings", "secretary"),
    ("register", "signed_by"),
)


def names_of_people(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A personal name has a capital at the start of each word and nowhere else; names of every people pass."""
    signers = tuple(one.key for one in layout.settings if one.key.endswith(_SIGNERS))
    cells = sheet_cells(book, layout, _PEOPLE, people=True)
    for cell in (*settings_cells(book, signers), *cells):
        if (meant := properly_cased(cell.text)) != clean(cell.text):
            yield finding("TEN-001", cell.place, found=shown(cell.text), meant=shown(meant))


CHECKS = (names_of_people,)
