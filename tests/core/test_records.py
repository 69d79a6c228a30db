"""Records that keep Excel's row numbers, and the book that they stand in."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from dvk_office.core.records import Heading, Place, Record, Unreadable
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

KEYS = ("code", "name", "on", "count", "tick", "topics")
HEADING = Heading(
    "models",
    "Mô hình",
    {key: n for n, key in enumerate(KEYS)},
    {"code": "A", "name": "C", "on": "AB"},
)
FULL = Record(HEADING, 9, ("MH01", "Đường hoa", date(2026, 2, 5), 3.5, True, ("KT1", "KT3")))
EMPTY = Record(HEADING, 10, (None,) * 6)
BROKEN = Record(HEADING, 11, (Unreadable.CELL,) * 6)


def test_a_record_gives_each_value_in_its_kind() -> None:
    assert FULL.text("code") == "MH01"
    assert FULL.day("on") == date(2026, 2, 5)
    assert FULL.number("count") == 3.5
    assert FULL.yes("tick")
    assert FULL.ticked("tick") is True
    assert FULL.codes("topics") == ("KT1", "KT3")
    assert FULL.value("name") == "Đường hoa"


@pytest.mark.parametrize("record", [EMPTY, BROKEN], ids=["blank", "unreadable"])
def test_what_is_blank_or_could_not_be_read_has_no_value(record: Record) -> None:
    assert record.text("name") == ""
    assert record.day("on") is None
    assert record.number("count") is None
    assert not record.yes("tick")
    assert record.ticked("tick") is None
    assert record.codes("topics") == ()
    assert record.value("code") is None


def test_a_cell_that_could_not_be_read_is_not_blank() -> None:
    assert all(EMPTY.blank(key) for key in KEYS)
    assert not any(BROKEN.blank(key) for key in KEYS)
    assert BROKEN.raw("code") is Unreadable.CELL


def test_a_value_of_another_kind_is_not_taken_for_it() -> None:
    assert FULL.number("tick") is None
    assert FULL.text("count") == ""
    assert FULL.day("name") is None
    assert FULL.ticked("count") is None


def test_an_unticked_cell_is_told_from_a_blank_one() -> None:
    unticked = Record(HEADING, 4, (None, None, None, None, False, None))
    assert unticked.ticked("tick") is False
    assert not unticked.yes("tick")
    assert not unticked.blank("tick")


def test_an_unknown_column_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        FULL.text("colour")


def test_a_place_is_a_cell_in_excel() -> None:
    place = FULL.place("on")
    assert (place.cell, str(place)) == ("AB9", "Mô hình!AB9")
    assert (place.sheet_key, place.column_key, place.row) == ("models", "on", 9)


@pytest.mark.parametrize("key", ["", "tick"])
def test_a_place_without_a_column_in_the_file_is_the_first_of_its_row(key: str) -> None:
    assert str(FULL.place(key)) == "Mô hình!A9"


def test_a_sheet_or_a_file_is_a_place_without_a_cell() -> None:
    assert str(Place("models", "Mô hình")) == "Mô hình"
    assert Place(tab="so.xlsx").cell == ""


def test_nothing_that_was_read_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FULL.row = 5  # type: ignore[misc]


# --- the book -------------------------------------------------------------------------------------------------------

TEXT = """
| models | code | name    | registrant |
|        | MH01 | Một     | CT01       |
| 9      | MH02 | Hai     | CT02       |
|        | MH01 | Một nữa | CT02       |
|        |      | Không mã | CT01      |
| details | model | area |
|         | MH02  | Đông |
"""


def test_rows_keep_the_numbers_of_excel(layout: Layout, rules: Rules) -> None:
    rows = [record.row for record in book(layout, rules, TEXT)["models"]]
    assert rows == [layout.first_row, 9, 10, 11]


def test_the_first_row_of_a_code_stands_for_it(layout: Layout, rules: Rules) -> None:
    found = book(layout, rules, TEXT).by_code("models")
    assert {code: record.text("name") for code, record in found.items()} == {
        "MH01": "Một",
        "MH02": "Hai",
    }


def test_rows_are_found_by_any_column(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    assert made.by_code("models")["MH02"].text("name") == "Hai"
    assert made.by_code("models", "name")["Hai"].text("code") == "MH02"
    assert made.by_code("details", "model")["MH02"].text("area") == "Đông"
    assert "MH02" not in made.by_code("models", "name")


def test_rows_are_grouped_in_their_order(layout: Layout, rules: Rules) -> None:
    groups = book(layout, rules, TEXT).grouped("models", "registrant")
    assert {code: [row.row for row in rows] for code, rows in groups.items()} == {
        "CT01": [4, 11],
        "CT02": [9, 10],
    }


def test_a_book_has_every_sheet_of_the_layout_in_its_order(layout: Layout, rules: Rules) -> None:
    keys = [sheet.heading.sheet_key for sheet in book(layout, rules)]
    assert keys == [sheet.key for sheet in layout.sheets]


def test_a_setting_that_was_not_typed_has_its_default(layout: Layout, rules: Rules) -> None:
    settings = book(layout, rules, warn_days=3).settings
    assert settings.number("warn_days") == 3
    assert settings.day("half_year_cut_off") == date(2026, 6, 20)
    assert settings.yes("strict_before")
    assert settings.number("strict_before") is None
    assert settings.typed == {"warn_days"}
    assert settings.place("warn_days").sheet_key == "settings"


def test_a_setting_nobody_knows_is_a_fault_of_ours(layout: Layout, rules: Rules) -> None:
    with pytest.raises(KeyError):
        book(layout, rules).settings.text("colour")
