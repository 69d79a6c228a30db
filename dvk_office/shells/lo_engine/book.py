"""Workbooks, their sheets and names."""

from pathlib import Path
from typing import Any

from xlwings import base_classes

from dvk_office.shells.lo_engine.cells import Range, corners

_FILTERS = {".xlsm": "Calc MS Excel 2007 VBA XML", ".xlsx": "Calc MS Excel 2007 XML"}


class Book(base_classes.Book):
    app: Any = None

    def __init__(self, app: Any, document: Any) -> None:
        self.app, self.document = app, document

    @property
    def api(self) -> "BookApi":
        return BookApi(self.document)

    @property
    def fullname(self) -> str:
        import uno

        return str(uno.fileUrlToSystemPath(self.document.URL))

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    @property
    def sheets(self) -> "Sheets":
        return Sheets(self)

    @property
    def names(self) -> "Names":
        return Names(self.document.NamedRanges)

    def activate(self) -> None:
        self.document.CurrentController.Frame.activate()

    def sheet_at(self, index: int) -> "Sheet":
        return Sheet(self, self.document.Sheets.getByIndex(index))


class BookApi:
    """What `live` asks of Excel's own Workbook."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def SaveCopyAs(self, filename: str) -> None:  # noqa: N802 - Excel's name
        """Writes the workbook as it stands, in the format of Excel that the name asks for."""
        import uno
        from com.sun.star.beans import PropertyValue

        kind = PropertyValue("FilterName", 0, _FILTERS[Path(filename).suffix.lower()], 0)
        self._document.storeToURL(uno.systemPathToFileUrl(filename), (kind,))


class Names(base_classes.Names):
    def __init__(self, ranges: Any) -> None:
        self._ranges = ranges

    def contains(self, name: str) -> bool:
        return bool(self._ranges.hasByName(name))

    def __call__(self, name: str) -> "Name":
        return Name(self._ranges.getByName(name))


class Name(base_classes.Name):
    def __init__(self, named: Any) -> None:
        self._named = named

    @property
    def refers_to(self) -> str:
        return f"={self._named.Content}"


class Sheets(base_classes.Sheets):
    def __init__(self, book: Book) -> None:
        self._book = book

    def __iter__(self) -> Any:
        sheets = self._book.document.Sheets
        return (Sheet(self._book, sheets.getByName(name)) for name in sheets.ElementNames)

    def __call__(self, name: str) -> "Sheet":
        return Sheet(self._book, self._book.document.Sheets.getByName(name))


class Sheet(base_classes.Sheet):
    book: Any = None

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book, self.sheet = book, sheet

    @property
    def api(self) -> "SheetApi":
        return SheetApi(self.sheet)

    @property
    def name(self) -> str:
        return str(self.sheet.Name)

    @property
    def tables(self) -> "Tables":
        return Tables(self)

    @property
    def used_range(self) -> Range:
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 - UNO has no names for arguments
        last = cursor.RangeAddress
        return Range(self, 1, 1, last.EndRow + 1, last.EndColumn + 1)

    def range(self, first: Any, last: Any = None) -> Range:
        """The cells from `first` to `last`, each an address, a row and column, or a range."""
        one, other = corners(first), corners(first if last is None else last)
        return Range(self, *one[:2], *other[2:])

    def activate(self) -> None:
        self.book.document.CurrentController.setActiveSheet(self.sheet)


class Tables(base_classes.Tables):
    """Excel's tables of one sheet: LibreOffice has them as named areas of the workbook."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def __iter__(self) -> Any:
        areas, number = (
            self._sheet.book.document.DatabaseRanges,
            self._sheet.sheet.RangeAddress.Sheet,
        )
        found = (areas.getByName(name) for name in areas.ElementNames)
        return (Table(self._sheet, one) for one in found if one.DataArea.Sheet == number)


class Table(base_classes.Table):
    def __init__(self, sheet: Sheet, area: Any) -> None:
        self._sheet, self._area = sheet, area

    @property
    def range(self) -> Range:
        at = self._area.DataArea
        return Range(
            self._sheet, at.StartRow + 1, at.StartColumn + 1, at.EndRow + 1, at.EndColumn + 1
        )

    def resize(self, range: Any) -> None:  # noqa: A002 - xlwings' name
        at, new = self._area.DataArea, range.impl
        at.StartRow, at.EndRow = new.row - 1, new.last_row - 1
        at.StartColumn, at.EndColumn = new.column - 1, new.last_column - 1
        self._area.setDataArea(at)


class SheetApi:
    """What `live` asks of Excel's own Worksheet."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def Unprotect(self) -> None:  # noqa: N802 - Excel's name
        self._sheet.unprotect("")

    def Protect(self, password: str, *_allowed: bool) -> None:  # noqa: N802 - Excel's name
        """Locks the sheet; LibreOffice keeps what was allowed before."""
        self._sheet.protect(password)
