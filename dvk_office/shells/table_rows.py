"""Excel's table of an entry sheet, made as long as its rows: what stands below a table is not counted by the formulas.

Excel lengthens a table when somebody types below it; for what a program writes that hangs on a setting of the person
(AutoCorrect, “Include new rows and columns in table”; Microsoft, "AutoCorrect.AutoExpandListRange property"), and
LibreOffice never does it.
"""

from typing import Any


def lengthen(sheet: Any, header_row: int, last: int) -> None:
    """Lets the table whose headers stand in `header_row` reach down to the row `last`, if it does not yet."""
    for table in sheet.tables:
        area = table.range
        bottom = area.last_cell
        if int(area.row) == header_row and int(bottom.row) < last:
            corners = ((header_row, int(area.column)), (last, int(bottom.column)))
            table.resize(sheet.range(*corners))
