"""A new workbook from an older one: the settings keep what the reader takes, and what has no place is told."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from dvk_office.jobs.new import new
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.report import Report
from dvk_office.rules.layout import Layout

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "so-mau-2026.xlsx"
SETTINGS = "Thông tin chung"


@pytest.fixture
def moved(tmp_path: Path):
    """The report of a move after `change`, and the new workbook."""

    def move(change) -> tuple[Report, Path]:
        book = load_workbook(SAMPLE)
        change(book[SETTINGS])
        book.save(tmp_path / "cu.xlsx")
        report = new(tmp_path / "so", source=tmp_path / "cu.xlsx", interpreter="a")
        return report, tmp_path / "so" / "dvk-2026.xlsm"

    return move


def _told(report: Report) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in report.findings]


def test_a_setting_that_stands_twice_keeps_the_value_that_counted(moved, layout: Layout) -> None:
    def change(sheet) -> None:
        row = layout.first_row + len(layout.settings)
        sheet[f"A{row}"], sheet[f"D{row}"] = "commune", "Xã khác"

    report, path = moved(change)
    assert open_book(path).book.settings.text("commune") == "An Phú"
    ((code, message),) = _told(report)
    assert (code, "“Xã khác”" in message) == ("MANG-007", True)


def test_a_line_that_the_office_added_to_the_settings_is_told(moved, layout: Layout) -> None:
    def change(sheet) -> None:
        row = layout.first_row + len(layout.settings) + 2
        sheet[f"D{row}"], sheet[f"E{row}"] = "0123", "số máy trực"

    ((code, message),) = _told(moved(change)[0])
    assert (code, "“0123; số máy trực”" in message) == ("MANG-007", True)


def test_a_name_that_nobody_knows_is_told_though_nothing_stands_beside_it(
    moved, layout: Layout
) -> None:
    def change(sheet) -> None:
        sheet[f"A{layout.first_row + len(layout.settings) + 1}"] = "ghi nhầm"

    ((code, message),) = _told(moved(change)[0])
    assert (code, "“ghi nhầm”" in message) == ("MANG-007", True)


def test_an_own_column_of_the_settings_is_kept(moved, layout: Layout) -> None:
    def change(sheet) -> None:
        sheet.cell(layout.header_row, 6, "Ai điền")
        sheet.cell(layout.first_row + 3, 6, "Lan")

    report, path = moved(change)
    sheet = load_workbook(path)[SETTINGS]
    assert (sheet["F3"].value, sheet.cell(layout.first_row + 3, 6).value) == ("Ai điền", "Lan")
    assert report.findings == ()
