"""Dates in a file: real ones in both systems of Excel and in any format, as text, as bare numbers; never a guess."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError, Finding
from dvk_office.core.records import Unreadable, Value
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import (
    DAY,
    IN_WORDS,
    SPAN,
    Content,
    Styled,
    Xml,
    headers,
    pack,
    parts,
    sheet,
    table,
)

FEBRUARY = date(2026, 2, 5)
SERIAL, SERIAL_1904 = 46058, 44596  # the fifth of February in the two systems
FROM_1904 = '<workbookPr date1904="1"/>'


def read(
    path: Path, layout: Layout, content: Content, properties: str = ""
) -> tuple[Value, Finding | None]:
    """What a cell of a date column is read as, and what was found there."""
    cells = table(3, [headers(layout, "progress", "model", "as_of"), ["MH01", content]])
    made = parts({layout.by_key["progress"].tab: sheet(cells)}, properties=properties)
    book, findings = read_book(pack(path, made), layout)
    found = [one for one in findings if one.place.cell == "B4"]
    return book["progress"][0].raw("as_of"), found[0] if found else None


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize("shown", [(0, DAY), (0.5, DAY), (0.99999, DAY), (0.5, IN_WORDS)])
@pytest.mark.parametrize(
    ("properties", "serial"),
    [
        ("", SERIAL),
        ('<workbookPr date1904="0"/>', SERIAL),
        (FROM_1904, SERIAL_1904),
        ('<workbookPr codeName="So" date1904="true"/>', SERIAL_1904),
    ],
)
def test_a_real_date_is_the_same_day_in_both_systems_in_any_format_and_at_any_hour(
    tmp_path: Path, layout: Layout, shown: tuple[float, int], properties: str, serial: int
) -> None:
    clock, style = shown
    found = read(tmp_path / "so.xlsx", layout, Styled(serial + clock, style), properties)
    assert found == (FEBRUARY, None)


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize(
    "content",
    [
        "5/2/2026",
        "05-02-2026",
        " 5.2.2026 ",
        "ngày 05 tháng 02 năm 2026",
        "2026-02-05",
        Xml('<c r="@" t="d"><v>2026-02-05</v></c>'),
        Xml('<c r="@" t="d"><v>2026-02-05T12:30:00</v></c>'),
        Xml('<c r="@" t="str"><f>TEXT(A1,"d/m/yyyy")</f><v>5/2/2026</v></c>'),
    ],
)
def test_text_that_names_a_day_is_that_day(
    tmp_path: Path, layout: Layout, content: Content
) -> None:
    assert read(tmp_path / "so.xlsx", layout, content) == (FEBRUARY, None)


@pytest.mark.req("R-186", "T-01", "T-40")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("31/11/2026", "O-013"),
        ("30/02/2026", "O-013"),
        ("2/13/2026", "O-014"),
        ("5/2/26", "O-012"),
        ("5/2/20266", "O-015"),
        ("tháng 2", "O-011"),
        (True, "O-011"),
        (2026, "O-011"),
        (Styled(-5, DAY), "O-011"),
        (Styled(0.5, DAY), "O-011"),
        (Styled(99999999, DAY), "O-011"),
        (Styled(1000000, DAY), "O-015"),
        (Styled("1E300", 0), "O-011"),
    ],
)
def test_what_is_no_day_has_no_value_and_is_named(
    tmp_path: Path, layout: Layout, content: Content, code: str
) -> None:
    value, found = read(tmp_path / "so.xlsx", layout, content)
    assert found is not None
    assert (value, found.code) == (Unreadable.CELL, code)


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize(
    ("properties", "serial"), [("", SERIAL), (FROM_1904, SERIAL_1904)], ids=["1900", "1904"]
)
def test_a_bare_number_is_named_with_the_day_that_it_is_in_this_workbook(
    tmp_path: Path, layout: Layout, properties: str, serial: int
) -> None:
    value, found = read(tmp_path / "so.xlsx", layout, serial, properties)
    assert found is not None
    assert (value, found.code) == (Unreadable.CELL, "O-016")
    assert dict(found.facts)["meant"] == "05/02/2026"


@pytest.mark.req("R-186")
@pytest.mark.parametrize(
    "content",
    [
        Styled("-1E+300", DAY),
        Styled("1e300", SPAN),
        Styled("-99999999999999", DAY),
        Styled("inf", SPAN),
        Xml(f'<c r="@" s="{SPAN}"><f>A1*9^99</f><v>1E+250</v></c>'),
    ],
)
def test_a_number_that_no_calendar_holds_is_named_before_calamine_dies_of_it(
    tmp_path: Path, layout: Layout, capfd: pytest.CaptureFixture[str], content: Content
) -> None:
    with pytest.raises(DvkError) as stop:
        read(tmp_path / "so.xlsx", layout, content)
    assert (stop.value.finding.code, str(stop.value.finding.place)) == (
        "TEP-019",
        "Kết quả thực hiện!B4",
    )
    assert capfd.readouterr() == ("", "")
