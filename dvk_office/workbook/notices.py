"""What is said of a sheet as a whole: merged entry cells, hidden rows."""

from collections.abc import Iterator, Sequence

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place, Record
from dvk_office.workbook.addresses import Cell, column_letter, column_number
from dvk_office.workbook.headings import Found
from dvk_office.workbook.scan import Seen


def notices(seen: Seen, found: Found, records: Sequence[Record]) -> Iterator[Finding]:
    """Merged cells in the rows of entries, and one note for all hidden or filtered rows among them."""
    if not records:
        return
    last = records[-1].row
    yield from _merged(seen, found, last)
    rows = {record.row for record in records}
    hidden = [row for row in seen.hidden if row in rows]
    if hidden:
        place = Place(found.heading.sheet_key, found.heading.tab)
        yield finding("O-031", place, count=len(hidden), first=min(hidden))


def _merged(seen: Seen, found: Found, last: int) -> Iterator[Finding]:
    columns = {column_number(letters): key for key, letters in found.heading.letters.items()}
    for first, end in seen.merges:
        covered = [key for number, key in columns.items() if first[1] <= number <= end[1]]
        if first == end or not covered or end[0] <= found.row or first[0] > last:
            continue
        place = Place(
            found.heading.sheet_key, found.heading.tab, first[0], covered[0], _letter(first)
        )
        yield finding("O-027", place, found=f"{_name(first)}:{_name(end)}")


def _letter(cell: Cell) -> str:
    return column_letter(cell[1])


def _name(cell: Cell) -> str:
    return f"{_letter(cell)}{cell[0]}"
