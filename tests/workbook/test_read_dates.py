"""Dates in a file: real ones in both systems of Excel, with and without a time, and bare serial numbers."""

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from dvk_office.core.records import Record, Unreadable
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book

DAY = date(2026, 2, 5)
NOON = datetime(2026, 2, 5, 12, 30)  # noqa: DTZ001
SERIAL = 46058  # 05/02/2026 where days are counted from 1900


def read(path: Path, layout: Layout, *, from_1904: bool) -> tuple[Record, list[tuple[str, str]]]:
    """The one row of a results sheet written with its dates in one of the two systems, and what was found in it."""
    sheet = layout.by_key["progress"]
    with xlsxwriter.Workbook(path, {"date_1904": from_1904}) as book:
        tab = book.add_worksheet(sheet.tab)
        shown = book.add_format({"num_format": "dd/mm/yyyy"})
        american = book.add_format({"num_format": "m/d/yy h:mm"})
        for n, key in enumerate(("model", "as_of", "results", "limits")):
            tab.write(layout.header_row - 1, n, sheet.by_key[key].header)
        row = layout.first_row - 1
        tab.write(row, 0, "MH01")
        tab.write_datetime(row, 1, datetime(2026, 2, 5), shown)  # noqa: DTZ001
        tab.write_datetime(row, 2, NOON, american)
        tab.write(row + 1, 0, "MH02")
        tab.write_datetime(row + 1, 1, NOON, american)
        tab.write(row + 2, 0, "MH03")
        tab.write_number(row + 2, 1, SERIAL)
    made, findings = read_book(path, layout)
    records = made["progress"]
    assert [record.day("as_of") for record in records[:2]] == [DAY, DAY]
    found = [(one.code, one.place.cell) for one in findings if one.place.row]
    return records[2], found


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize("from_1904", [False, True], ids=["1900", "1904"])
def test_a_real_date_is_the_same_day_in_both_systems_and_formats(
    tmp_path: Path, layout: Layout, *, from_1904: bool
) -> None:
    bare, found = read(tmp_path / "so.xlsx", layout, from_1904=from_1904)
    assert bare.raw("as_of") is Unreadable.CELL
    assert found == [("O-016", f"B{layout.first_row + 2}")]
