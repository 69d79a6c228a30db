"""Ranges of cells: read and written in one piece, with what Excel would make of a text."""

from datetime import datetime, timedelta
from typing import Any

from xlwings import base_classes

from dvk_office.shells.lo_engine.excel_reading import calc_formula, of_a_table, read_as_excel
from dvk_office.workbook.addresses import cell_of

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook has no time zone
_DATE, _TIME = 2, 4  # com.sun.star.util.NumberFormat
_CONTENTS = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: numbers, days, texts, formulas
_TEXT_FORMAT = 256  # com.sun.star.util.NumberFormat.TEXT
_AS_IN_EXCEL = 3  # com.sun.star.sheet.AddressConvention.XL_OOX
_DAY = timedelta(days=1)


def corners(of: Any) -> tuple[int, int, int, int]:
    """First row and column, last row and column of an address, a row and column, or a range; counted from 1."""
    if isinstance(of, Range):
        return (of.row, of.column, of.last_row, of.last_column)
    found = cell_of(of) if isinstance(of, str) else tuple(of)
    if found is None:
        raise NotImplementedError(of)
    return (*found, *found)


class Range(base_classes.Range):
    """The cells of `sheet` between two corners, counted from 1."""

    row = column = 0
    sheet: Any = None

    def __init__(self, sheet: Any, row: int, column: int, last_row: int, last_column: int) -> None:
        self.sheet, self.row, self.column = sheet, row, column
        self.last_row, self.last_column = last_row, last_column

    @property
    def api(self) -> Any:
        return True  # xlwings only asks whether there is something to write to

    @property
    def shape(self) -> tuple[int, int]:
        return (self.last_row - self.row + 1, self.last_column - self.column + 1)

    def __len__(self) -> int:
        rows, columns = self.shape
        return rows * columns

    def __call__(self, row: int, column: int) -> "Range":
        at = (self.row + row - 1, self.column + column - 1)
        return Range(self.sheet, *at, *at)

    @property
    def raw_value(self) -> Any:
        rows = [list(row) for row in self._cells.getDataArray()]
        for area in self._timed():
            for row in range(area.StartRow + 1 - self.row, area.EndRow + 2 - self.row):
                for at in range(
                    area.StartColumn + 1 - self.column, area.EndColumn + 2 - self.column
                ):
                    if isinstance(rows[row][at], float):
                        rows[row][at] = _EPOCH + rows[row][at] * _DAY
        return rows[0][0] if self.shape == (1, 1) else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        rows = data if isinstance(data, list) else [[data]]
        as_text = self._holds_text()
        formats = tuple(self._formats())
        self._cells.setDataArray(tuple(tuple(_datum(v, as_text) for v in row) for row in rows))
        for (
            area,
            key,
        ) in formats:  # LibreOffice makes “text” of a cell that takes “0123”; Excel does not
            if area.NumberFormat != key:
                area.NumberFormat = key

    @property
    def formula(self) -> Any:
        raise NotImplementedError

    @formula.setter
    def formula(self, data: Any) -> None:
        rows = data if isinstance(data, list) else [[data]]
        try:
            self._cells.setFormulaArray(tuple(tuple(map(calc_formula, row)) for row in rows))
        except NotImplementedError:
            self._set_formulas(rows)

    def _set_formulas(self, rows: Any) -> None:
        """Formulas that look at other cells, read as Excel writes them."""
        service = "com.sun.star.sheet.FormulaParser"
        parser = self.sheet.book.document.createInstance(service)
        parser.CompileEnglish, parser.FormulaConvention = True, _AS_IN_EXCEL
        for number, row in enumerate(rows):
            for at, formula in enumerate(row):
                if of_a_table(formula):
                    raise NotImplementedError(formula)
                cell = self._cells.getCellByPosition(at, number)
                cell.setTokens(parser.parseFormula(formula.removeprefix("="), cell.CellAddress))

    @property
    def number_format(self) -> Any:
        raise NotImplementedError

    @number_format.setter
    def number_format(self, code: str) -> None:
        from com.sun.star.lang import Locale

        formats = self.sheet.book.document.NumberFormats
        key = formats.queryKey(code, Locale(), False)  # noqa: FBT003 - UNO has no names for arguments
        self._cells.NumberFormat = key if key >= 0 else formats.addNew(code, Locale())

    def clear_contents(self) -> None:
        self._cells.clearContents(_CONTENTS)

    def autofit(self, axis: str) -> None:
        if axis != "r":
            raise NotImplementedError(axis)
        self._cells.Rows.OptimalHeight = True

    def select(self) -> None:
        self.sheet.book.document.CurrentController.select(self._cells)

    @property
    def _cells(self) -> Any:
        corner = (self.column - 1, self.row - 1, self.last_column - 1, self.last_row - 1)
        return self.sheet.sheet.getCellRangeByPosition(*corner)

    def _timed(self) -> Any:
        """The areas whose numbers are shown as days or hours: Excel gives those as days, LibreOffice as numbers."""
        formats = self.sheet.book.document.NumberFormats
        ranges = self._cells.getCellFormatRanges()
        for number in range(ranges.Count):
            one = ranges.getByIndex(number)
            if formats.getByKey(one.NumberFormat).Type & (_DATE | _TIME):
                yield one.RangeAddress

    def _formats(self) -> Any:
        """The areas that are formatted alike, each with the key of its number format."""
        ranges = self._cells.getCellFormatRanges()
        for number in range(ranges.Count):
            area = ranges.getByIndex(number)
            yield area, area.NumberFormat

    def _holds_text(self) -> bool:
        """Whether the cells have the format “text”, in which Excel reads nothing into what is written."""
        formats = self.sheet.book.document.NumberFormats
        return bool(formats.getByKey(self._cells.NumberFormat).Type & _TEXT_FORMAT)


def _datum(value: Any, as_text: bool) -> Any:  # noqa: FBT001 - in a hot loop
    if isinstance(value, datetime):
        return (value.replace(tzinfo=None) - _EPOCH) / _DAY
    if isinstance(value, bool | int):
        return float(value)
    if isinstance(value, str) and not as_text:
        return read_as_excel(value)
    return value
