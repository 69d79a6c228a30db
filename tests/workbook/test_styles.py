"""What styles say of cells: old fonts by name, and formats that make a number a day or a time."""

import pytest

from dvk_office.workbook.styles import read_styles
from tests.workbook.written import FORMATS, styles


@pytest.mark.req("R-184")
def test_styles_in_an_old_font_are_told_with_its_name() -> None:
    fonts = (
        "Times New Roman",
        ".VnTime",
        "Arial",
        "VNI-Times",
        "VNI Helve",
        ".VNARIALH",
        "Vnexpress",
    )
    first = len(FORMATS)
    assert read_styles(styles(fonts).encode()).fonts == {
        str(first): ".VnTime",
        str(first + 2): "VNI-Times",
        str(first + 3): "VNI Helve",
        str(first + 4): ".VNARIALH",
    }


def test_a_book_without_styles_has_none() -> None:
    assert read_styles(b"") == read_styles(b"<styleSheet/>")


def _timed(code: str, number: str = "170") -> bool:
    source = (
        f'<styleSheet><numFmts count="1"><numFmt formatCode="{code}" numFmtId="170"/></numFmts>'
        f'<cellXfs count="2"><xf numFmtId="0"/><xf applyNumberFormat="1" numFmtId="{number}"/></cellXfs>'
    )
    return read_styles(source.encode()).timed == {"1"}


@pytest.mark.parametrize(
    "code",
    [
        "dd/mm/yyyy",
        "D/M/YY",
        "hh:mm:ss",
        "[h]:mm",
        "[mm]:ss",
        "[$-42A]dd mmmm yyyy;@",
        "[Red]yyyy",
        "&quot;ngày&quot; dd &quot;tháng&quot; mm",
        "0;[h]",
    ],
)
def test_a_format_with_letters_of_days_or_times_shows_one(code: str) -> None:
    assert _timed(code)


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0.00",
        "#,##0 &quot;hộ dân&quot;",
        "0\\ \\h\\ộ",
        "[Red]0;[Blue]-0",
        "#,##0 [$đ-42A]",
        "_-* #,##0\\ _₫_-",
        "_d0*s",
        "[$USD] 0",
        "@",
        "0%",
    ],
)
def test_letters_that_are_printed_as_they_are_make_no_day(code: str) -> None:
    assert not _timed(code)


@pytest.mark.parametrize("number", ["14", "17", "20", "22", "45", "47"])
def test_formats_that_excel_knows_by_number_show_days_and_times(number: str) -> None:
    assert _timed("0", number)


@pytest.mark.parametrize("number", ["0", "1", "2", "4", "9", "13", "44", "48", "49"])
def test_other_formats_known_by_number_show_none(number: str) -> None:
    assert not _timed("0", number)
