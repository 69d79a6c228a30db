"""The table of an appendix: header, bands over the whole width, and the rows of models, each as high as its text."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from dvk_office.workbook.appendix_formats import SIZES, Look
from dvk_office.workbook.appendix_page import Cell, Page, Piece
from dvk_office.workbook.wrapping import LINE, lines, points

CELL_LIMIT = 32_767  # characters as Excel counts them (two for one beyond U+FFFF); it holds no more
ROW_LINES = (
    14  # a longer row goes over several sheet rows, merged, so that a page can end inside it
)
ABOVE_AND_BELOW = 4.0  # points
BETWEEN_COLUMNS = (
    0.7  # characters that a merged cell gains for each column, where the columns' padding was
)
_FIRST_BEYOND = "\U00010000"
Area = tuple[int, int, int, int]


def header(sheet: Any, row: int, page: Page, styles: Look) -> int:
    """The names of the columns; returns the row after them."""
    size, tallest = SIZES["header"], 1
    for index, column in enumerate(page.columns):
        sheet.write_string(row, index, column.header, styles["header"])
        taken = lines(column.header, points(column.width), size, bold=True)
        tallest = max(tallest, taken)
    sheet.set_row(row, tallest * size * LINE + ABOVE_AND_BELOW)
    return row + 1


def band(sheet: Any, row: int, piece: Piece, page: Page, styles: Look) -> int:
    """One line over the whole width; returns the row after it."""
    style, text = piece
    merged(sheet, (row, 0, row, page.last), text, styles[style])
    sheet.set_row(row, band_height(piece, page, 0, page.last))
    return row + 1


def band_height(piece: Piece, page: Page, first: int, last: int) -> float:
    """The height of a line over the columns `first` to `last`."""
    style, text = piece
    widths = (column.width + BETWEEN_COLUMNS for column in page.columns[first : last + 1])
    taken = lines(text, points(sum(widths)), SIZES[style], bold=True)
    return taken * SIZES[style] * LINE + ABOVE_AND_BELOW


def model_row(sheet: Any, row: int, cells: Sequence[Cell], page: Page, styles: Look) -> int:
    """One model: a sheet row, or several of them merged where its text is long; returns the row after it."""
    for block in _blocks(cells):
        taken = _lines_taken(block, page)
        span = ceil(taken / ROW_LINES)
        for one in range(row, row + span):
            sheet.set_row(one, ceil(taken / span) * SIZES["cell"] * LINE + ABOVE_AND_BELOW)
        for index, (cell, column) in enumerate(zip(block, page.columns, strict=True)):
            area = (row, index, row + span - 1, index)
            merged(sheet, area, cell, styles[f"cell_{column.align}"])
        row += span
    return row


def _lines_taken(cells: Sequence[Cell], page: Page) -> int:
    sizes = zip(cells, page.columns, strict=True)
    return max(lines(str(cell), points(one.width), SIZES["cell"]) for cell, one in sizes)


def _blocks(cells: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """The cells as they are; what is longer than a cell can hold goes on in the row below."""
    parted = [tuple(parts(cell)) if isinstance(cell, str) else (cell,) for cell in cells]
    for number in range(max(map(len, parted))):
        yield tuple(held[number] if number < len(held) else "" for held in parted)


def parts(text: str) -> Iterator[str]:
    """`text` in pieces that a cell can hold, cut at a line break where there is one."""
    while (room := _room(text)) < len(text):
        cut = text.rfind("\n", 1, room + 1)
        end = cut if cut > 0 else room
        yield text[:end]
        text = text[end + (cut > 0) :]
    yield text


def _room(text: str) -> int:
    """How many signs at the start of `text` surely fit into a cell."""
    start = text[:CELL_LIMIT]
    beyond = sum(sign >= _FIRST_BEYOND for sign in start)
    return len(text) if len(text) + beyond <= CELL_LIMIT else CELL_LIMIT - beyond


def merged(sheet: Any, area: Area, cell: Cell, style: Any) -> None:
    """Writes `cell` over `area` by its own type: a text is never a formula, a link or a number."""
    first_row, first, last_row, last = area
    if (first_row, first) != (last_row, last):
        sheet.merge_range(*area, "", style)
    if isinstance(cell, int):
        sheet.write_number(first_row, first, cell, style)
    elif cell:
        sheet.write_string(first_row, first, cell, style)
    else:
        sheet.write_blank(first_row, first, None, style)
