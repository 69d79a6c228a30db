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
ERROR = 4  # com.sun.star.sheet.FormulaResult.ERROR


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
    wrong = dict(errors(sheet))
    for area, block in blocks(sheet, sheet.queryContentCells(FORMULA_CELLS)):
        for row, line in enumerate(block.getDataArray(), area.StartRow):
            for column, value in enumerate(line, area.StartColumn):
                found = wrong.get((column, row), "") if value == "" or value is None else value
                yield f"{letter(column)}{row + 1}", found


def errors(sheet: Any) -> Any:
    """Column and row of each formula that ends in an error, with its number; asking every blank cell takes long."""
    for area, block in blocks(sheet, sheet.queryFormulaCells(ERROR)):
        for row in range(area.EndRow - area.StartRow + 1):
            for column in range(area.EndColumn - area.StartColumn + 1):
                number = block.getCellByPosition(column, row).getError()
                yield (area.StartColumn + column, area.StartRow + row), {"error": number}


def blocks(sheet: Any, found: Any) -> Any:
    """Each area of the cells that were found, with its cells."""
    for area in found.RangeAddresses:
        edges = (area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        yield area, sheet.getCellRangeByPosition(*edges)


def letter(index: int) -> str:
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


main()
