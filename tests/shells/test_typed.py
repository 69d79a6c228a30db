"""Values on their way into cells: text stays text, a day a day, an hour a part of its day."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.shells.lo_engine.excel_reading import read_as_excel
from dvk_office.shells.typed import as_text, cell, shown


@given(st.text(min_size=1).filter(lambda text: not text.startswith("'")))
def test_no_text_is_ever_read_as_something_else(text: str) -> None:
    assert read_as_excel(as_text(text)) == text


@pytest.mark.parametrize("text", ["Mô hình", "Lỗi", "đạt"])
def test_plain_words_go_as_they_are(text: str) -> None:
    assert as_text(text) == text


def test_a_text_that_begins_with_an_apostrophe_keeps_it() -> None:
    assert read_as_excel(as_text("'trích")) == "'trích"


def test_a_blank_is_no_text() -> None:
    assert cell("") is None


def test_an_hour_is_a_part_of_its_day() -> None:
    assert cell(time(18)) == 0.75


@pytest.mark.parametrize(
    ("given_back", "held"),
    [
        (datetime(2026, 2, 5), date(2026, 2, 5)),  # noqa: DTZ001 - a workbook has no time zone
        (3.0, 3),
        (62.5, 62.5),
        ("0123", "0123"),
        (None, None),
    ],
)
def test_what_xlwings_gives_back_is_held_as_the_program_holds_it(
    given_back: object, held: object
) -> None:
    assert shown(given_back) == held
