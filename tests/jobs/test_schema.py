"""The schema is what other programs stand on: its shape is fixed."""

import json

import pytest

from dvk_office.jobs.schema import schema
from dvk_office.rules.layout import Layout
from tests.conftest import YEAR


def test_the_shape_is_the_contract() -> None:
    sheets = schema(YEAR).answer["sheets"]
    assert all(set(sheet) == {"key", "tab", "first_row", "identity", "columns"} for sheet in sheets)
    keys = {"key", "header", "letter", "kind", "required", "choices"}
    assert all(set(column) == keys for sheet in sheets for column in sheet["columns"])


def test_it_can_be_written_as_json() -> None:
    answer = schema(YEAR).answer
    assert json.loads(json.dumps(answer)) == answer


def test_sheets_come_in_the_order_of_the_tabs(layout: Layout) -> None:
    assert [one["tab"] for one in schema(YEAR).answer["sheets"]] == [s.tab for s in layout.sheets]


@pytest.mark.parametrize(
    ("sheet", "column", "letter"),
    [("settings", "key", "A"), ("models", "field", "E"), ("exemplars", "achievements", "AL")],
)
def test_letters_count_every_column_from_the_left(sheet: str, column: str, letter: str) -> None:
    found = {one["key"]: one for one in schema(YEAR).answer["sheets"]}[sheet]
    assert {one["key"]: one["letter"] for one in found["columns"]}[column] == letter


@pytest.mark.req("R-037")
def test_the_fields_of_the_year_are_the_choices_of_the_field() -> None:
    models = next(one for one in schema(YEAR).answer["sheets"] if one["key"] == "models")
    field = next(one for one in models["columns"] if one["key"] == "field")
    assert [choice["key"] for choice in field["choices"]] == ["KT", "VH", "QA", "HT"]
