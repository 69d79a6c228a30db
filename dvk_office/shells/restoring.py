"""Writing the entries of a copy back into the open workbook: values in blocks of columns, then the typed formulas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.shells.table_rows import lengthen
from dvk_office.shells.typed import cell
from dvk_office.workbook.headings import COMPUTED, header_word, spellings
from dvk_office.workbook.kept_cells import At, KeptSheet

TEXT, GENERAL = "@", "General"
_REFUSED = (
    -2147352567
)  # DISP_E_EXCEPTION: how pywin32 gives “application-defined error” (1004) of Excel
TEXT_KINDS = frozenset(("text", "email", "code", "codes", "document_number", "phone"))


@dataclass(frozen=True)
class Block:
    """Neighbouring columns that are written alike, from `first` (counted from nought): as text, as values, or never."""

    first: int
    width: int
    kind: str


@contextmanager
def nothing_filled_down(app: Any) -> Iterator[None]:
    """Excel would fill a formula down its column of a table (AutoCorrect.AutoFillFormulasInLists of its object model)."""
    excel = app.api.AutoCorrect
    before = excel.AutoFillFormulasInLists
    excel.AutoFillFormulasInLists = False
    try:
        yield
    finally:
        excel.AutoFillFormulasInLists = before


def write_entries(sheets: Sequence[tuple[Any, KeptSheet]], header_row: int) -> int:
    """Puts back every typed cell, and gives how many formulas came back as their values.

    DvkError, with nothing written, where columns were moved or renamed since.
    """
    for sheet, kept in sheets:
        row, width = header_row, max(len(kept.headers), 1)
        present = sheet.range((row, 1), (row, width)).options(ndim=1).value
        if [str(one or "") for one in present] != (list(kept.headers) or [""]):
            raise DvkError(finding("NUT-030", Place(kept.plan.key, kept.plan.tab)))
    for sheet, kept in sheets:
        lengthen(sheet, header_row, header_row + len(kept.rows))
        length = max(int(sheet.used_range.last_cell.row) - header_row, len(kept.rows))
        for block in _blocks(kept) if length else ():
            _write(sheet, kept, block, header_row, length)
        _write_numbers(sheet, kept, header_row)
    return sum(kept.lost + _write_formulas(sheet, kept, header_row) for sheet, kept in sheets)


def _blocks(kept: KeptSheet) -> Iterator[Block]:
    first = 0
    for kind, run in groupby(_kind(kept, header) for header in kept.headers):
        width = len(list(run))
        if kind != COMPUTED:
            yield Block(first, width, kind)
        first += width


def _kind(kept: KeptSheet, header: str) -> str:
    """The format “text” for our columns that have it, “computed” for those that formulas fill, else nothing."""
    column = kept.plan.by_key.get(spellings(kept.plan).get(header_word(header), ""))
    if column is None or column.kind == COMPUTED:
        return column.kind if column else ""
    return TEXT if column.kind in TEXT_KINDS else ""


def _write(sheet: Any, kept: KeptSheet, block: Block, header_row: int, length: int) -> None:
    """The rows of the copy, then blanks down to the last row of the sheet."""
    first, after = block.first, block.first + block.width
    area = sheet.range((header_row + 1, first + 1), (header_row + length, after))
    if block.kind == TEXT:
        area.number_format = TEXT
    rows = [[_value(one, block.kind) for one in row[first:after]] for row in kept.rows]
    blank = [None] * block.width
    area.value = rows + [blank] * (length - len(rows))


def _write_numbers(sheet: Any, kept: KeptSheet, header_row: int) -> None:
    """Numbers that need a format of their own: in a column of texts Excel would make texts of them."""
    for run in _runs(kept.codes.keys() - kept.formulas.keys(), kept.codes):
        _area(sheet, kept, run, header_row).value = [[cell(kept.rows[at[0]][at[1]])] for at in run]


def _write_formulas(sheet: Any, kept: KeptSheet, header_row: int) -> int:
    """Gives how many formulas the program refused."""
    refused = 0
    for run in _runs(kept.formulas.keys(), kept.codes):
        area = _area(sheet, kept, run, header_row)
        try:
            area.formula = [[kept.formulas[at]] for at in run]
        except Exception as fault:
            if not _refused(fault):
                raise
            refused += len(run)
    return refused


def _area(sheet: Any, kept: KeptSheet, run: Sequence[At], header_row: int) -> Any:
    """The cells of a run, in the format that they had."""
    first, last = ((header_row + 1 + row, column + 1) for row, column in (run[0], run[-1]))
    area = sheet.range(first, last)
    area.number_format = kept.codes.get(run[0], GENERAL)
    return area


def _runs(places: Iterable[At], codes: Mapping[At, str]) -> Iterator[Sequence[At]]:
    """Cells of one format that stand below each other: they are written in one call."""
    ordered = sorted(places, key=lambda at: (at[1], at[0]))
    for _, run in groupby(
        enumerate(ordered), lambda one: (one[1][1], one[1][0] - one[0], codes.get(one[1]))
    ):
        yield [at for _, at in run]


def _refused(fault: Exception) -> bool:
    """Whether the program did not take a formula: the value stands there already."""
    return isinstance(fault, NotImplementedError) or getattr(fault, "hresult", 0) == _REFUSED


def _value(value: Any, kind: str) -> Any:
    """In cells of the format “text” Excel keeps any text as it is."""
    return value if kind == TEXT and isinstance(value, str) and value else cell(value)
