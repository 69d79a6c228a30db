"""Runs under a Python that has LibreOffice's `uno`: calculates workbooks anew, tells what every formula gives.

Usage: soffice_recalc.py PROFILE_FOLDER BOOK...   Prints one line of JSON a book: tab → cell → text, number or {"error": n}.
A BOOK with tabs in it is path, tab, cell and a text that is typed there before.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from soffice_link import PropertyValue, connected

FORMULA_CELLS = 16  # com.sun.star.sheet.CellFlags.FORMULA
TEXT = 2  # com.sun.star.sheet.FormulaResult.STRING


def main() -> None:
    profile, *books = sys.argv[1:]
    process, desktop = connected(f"dvk-recalc-{os.getpid()}", Path(profile))
    try:
        for book in books:
            print(
                json.dumps(calculated(desktop, *book.split("\t")), ensure_ascii=False), flush=True
            )
    finally:
        desktop.terminate()
        process.wait(60)


def calculated(desktop: Any, book: str, *typed: str) -> dict[str, dict[str, Any]]:
    """Every formula cell of the book, by tab and address, after all formulas were calculated."""
    hidden = PropertyValue("Hidden", 0, True, 0)  # noqa: FBT003 - UNO has no names for arguments
    document = desktop.loadComponentFromURL(Path(book).resolve().as_uri(), "_blank", 0, (hidden,))
    if typed:
        tab, cell, text = typed
        document.Sheets.getByName(tab).getCellRangeByName(cell).setString(text)
    document.calculateAll()
    found = {sheet.Name: dict(results(sheet)) for sheet in document.Sheets}
    document.close(True)  # noqa: FBT003
    return found


def results(sheet: Any) -> Any:
    """Address and result of each formula of a sheet."""
    for area in sheet.queryContentCells(FORMULA_CELLS).RangeAddresses:
        block = sheet.getCellRangeByPosition(
            area.StartColumn, area.StartRow, area.EndColumn, area.EndRow
        )
        values = block.getDataArray()
        for row, line in enumerate(values, area.StartRow + 1):
            for column, value in enumerate(line, area.StartColumn):
                if value == "" or value is None:
                    cell = sheet.getCellByPosition(column, row - 1)
                    value = {"error": cell.getError()} if cell.getError() else ""  # noqa: PLW2901
                yield f"{letter(column)}{row}", value


def letter(index: int) -> str:
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


main()
