"""A cell as somebody typed it: its value, or its formula where that means the same in the new workbook."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from dvk_office.core.records import Place
from dvk_office.workbook.build_cells import NO_LEAP_DAY, Cell, Raw, stored
from dvk_office.workbook.container import Container
from dvk_office.workbook.parts import Parts
from dvk_office.workbook.scan import day_numbers, scan_sheet

Typed = Cell | Raw
LONGEST_TEXT = 32_767  # letters that a cell holds (Excel's specifications and limits)
_ENDLESS = (
    float("inf"),
    float("-inf"),
)  # what a number of too many digits is read as; no cell holds it
_OTHER_FILE = re.compile(r"\[\d+\][^\[\]!]*!")  # “[1]Sheet!A1”, “'[1]Other sheet'!A1”, “[1]!name”
_TAB = re.compile(r"(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!")
_STRING = re.compile(r'"(?:[^"]|"")*"')
_WORD = re.compile(r"[^\W\d][\w.\\?]*")


@dataclass(frozen=True)
class Formulas:
    """Which formulas may be kept: `tabs` are those of the new workbook; `lost` names and tables that it has not.

    `steady`: every sheet has its columns in their places, so that a formula may look at any of them.
    """

    steady: bool
    tabs: frozenset[str]
    lost: frozenset[str]

    def keeps(self, text: str, *, in_place: bool) -> bool:
        """Whether a formula means the same in the new workbook; `in_place`: its own sheet has its columns."""
        bare = _STRING.sub('""', text)
        if not text.startswith("=") or _OTHER_FILE.search(bare):
            return False
        named = {(quoted or plain).replace("''", "'") for quoted, plain in _TAB.findall(bare)}
        if named and not (self.steady and {one.casefold() for one in named} <= self.tabs):
            return False
        used = {one.casefold() for one in _WORD.findall(bare)}
        return in_place and not used & self.lost


@dataclass(frozen=True)
class Grid:
    """One tab: openpyxl's `sheet` tells formulas, errors and how numbers are shown, calamine the `values`.

    Calamine gives blanks for errors and for formulas without a result, and leaves such rows out at the end.
    """

    sheet: Any
    values: Sequence[Sequence[Any]]

    @property
    def filled(self) -> Sequence[Any]:
        """The cells that hold something, row by row."""
        cells = (cell for line in self.sheet.iter_rows() for cell in line)
        return [cell for cell in cells if cell.value is not None or self._covered(cell)]

    def _covered(self, cell: Any) -> bool:
        """Whether a merged area covers something in this cell: openpyxl does not show it."""
        return bool(self.value(cell.row - 1, cell.column - 1) != "")

    def value(self, row: int, column: int) -> Any:
        """What calamine gives for the cell, row and column counted from nought."""
        line = self.values[row] if row < len(self.values) else ()
        return line[column] if column < len(line) else ""

    def typed(self, row: int, column: int, formulas: Formulas, *, in_place: bool) -> Typed:
        """What the cell holds: a formula with its result where it may be kept, an error value as text, else the value."""
        cell, value = self.sheet.cell(row + 1, column + 1), self.value(row, column)
        if cell.data_type == "f":
            return _formula(cell, value, formulas, in_place=in_place)
        if (
            cell.data_type == "e" and value == ""
        ):  # openpyxl also calls a day that no calendar holds an error
            return Raw(str(cell.value))
        return _plain(value)


def grid_of(container: Container, parts: Parts, sheet: Any, values: Any) -> Grid:
    """The tab of openpyxl's `sheet`, with calamine's workbook of `values`.

    Where the day or hour that calamine gives is not the one that the number means, the number stands instead.
    DvkError naming the cell that calamine would die of: the reader has only looked at our own sheets.
    """
    member = parts.tabs[sheet.title]
    scan_sheet(container, member, Place("", sheet.title), parts)
    lines = list(values.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False))
    for (row, column), number in day_numbers(container, member, parts).items():
        if row <= len(lines) and column <= len(lines[row - 1]):
            line = lines[row - 1]
            line[column - 1] = _day_or_number(line[column - 1], number)
    return Grid(sheet, lines)


_MOMENT = 1e-8  # of a day: less than the thousandth of a second to which hours are read


def _day_or_number(value: Any, number: float) -> Any:
    """There are no days below one, none is the 60th, and programs count those before it differently."""
    hours = isinstance(value, time | timedelta)
    if not isinstance(value, date) and not hours:
        return value
    same = abs(float(stored(value)) - number) < _MOMENT
    return value if same and (hours or number > NO_LEAP_DAY) else number


def opened(container: Container) -> Any:
    """The workbook in openpyxl; DvkError where it stumbles over what other readers pass over."""
    try:
        return in_openpyxl(container.content)
    except Exception:  # noqa: BLE001 - it raises whatever its parts raise
        raise container.fault("MANG-010") from None


def in_openpyxl(content: bytes) -> Any:
    """The workbook in openpyxl, whose warnings are of what it would lose in saving: nothing is saved here."""
    from openpyxl import load_workbook

    with catch_warnings():
        simplefilter("ignore")
        return load_workbook(BytesIO(content), rich_text=True)


def formula_text(cell: Any) -> str:
    """The formula of a cell as the file has it; empty for what is none that can be written again."""
    text = getattr(cell.value, "text", None) if not isinstance(cell.value, str) else cell.value
    return text or ""


def _formula(cell: Any, value: Any, formulas: Formulas, *, in_place: bool) -> Typed:
    text = formula_text(cell)
    if formulas.keeps(text, in_place=in_place):
        area = "" if isinstance(cell.value, str) else str(cell.value.ref)
        return Raw(text, formula=True, value=_plain(value), area=area)
    return Raw(text) if value == "" and text else _plain(value)


def _plain(value: Any) -> Cell:
    """A value as it can be written again: a day without a time as a date, nothing for a blank."""
    if value == "" or value is None:
        return None
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, str):
        return value[:LONGEST_TEXT]
    if isinstance(value, int | float | date | time | timedelta) and value not in _ENDLESS:
        return value
    return str(value)


def headed(value: Any) -> str:
    """A header as text: a year without a decimal point, a day as people write it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value).strip()


EDGES = 5 / 7  # of a letter: what XlsxWriter adds to every width for the edges of its cells
_MANY = 1_000  # columns that are formatted as one reach to the end of the sheet


def widths(sheet: Any) -> Mapping[int, float]:
    """The width of each column that has one of its own, columns counted from nought."""
    return {at: float(one.width) for at, one in columns_of(sheet) if one.customWidth}


def hidden_columns(sheet: Any) -> frozenset[int]:
    """The columns that are not shown, counted from nought."""
    return frozenset(at for at, one in columns_of(sheet) if one.hidden)


def columns_of(sheet: Any) -> Iterator[tuple[int, Any]]:
    """What openpyxl knows of each column that has a form of its own, columns counted from nought."""
    for one in sheet.column_dimensions.values():
        if one.min and one.max and one.max - one.min < _MANY:
            yield from ((at - 1, one) for at in range(one.min, one.max + 1))
