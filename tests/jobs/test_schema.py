"""The schema is what other programs stand on: its shape is fixed."""

import json

import pytest

from dvk_office.jobs.schema import schema
from dvk_office.rules.layout import Layout
from tests.conftest import YEAR


def test_the_shape_is_the_contract() -> None:
    sheets = schema(YEAR).answer["sheets"]
    columns = [column for sheet in sheets for column in sheet["columns"]]
    choices = [choice for column in columns for choice in column["choices"]]
    contract = {
        "sheets": ({"key", "tab", "first_row", "identity", "columns"}, sheets),
        "columns": ({"key", "header", "letter", "kind", "required", "choices"}, columns),
        "choices": ({"key", "label"}, choices),
    }
    more = {
        "sheets": {"also"},
        "columns": {"also", "required_when", "refers", "hint"},
        "choices": {"also"},
    }
    for name, (keys, rows) in contract.items():
        assert {frozenset(row) for row in rows} == {frozenset(keys | more[name])}, name


def test_spellings_conditions_and_hints_are_those_of_the_layout(layout: Layout) -> None:
    found = {one["key"]: one for one in schema(YEAR).answer["sheets"]}
    for sheet in layout.sheets:
        assert found[sheet.key]["also"] == list(sheet.also)
        for told, column in zip(found[sheet.key]["columns"], sheet.columns, strict=True):
            assert told["also"] == list(column.also)
            assert (told["hint"], told["refers"]) == (column.hint, column.refers)
    since = next(one for one in found["models"]["columns"] if one["key"] == "since_year")
    assert since["required_when"] == {"column": "origin", "values": ["continued"]}
    assert found["models"]["columns"][0]["required_when"] is None


def test_it_can_be_written_as_json() -> None:
    answer = schema(YEAR).answer
    assert json.loads(json.dumps(answer)) == answer


def test_sheets_come_in_the_order_of_the_tabs(layout: Layout) -> None:
    assert [one["tab"] for one in schema(YEAR).answer["sheets"]] == [s.tab for s in layout.sheets]


@pytest.mark.parametrize(
    ("sheet", "column", "letter"),
    [("settings", "key", "A"), ("models", "field", "E"), ("exemplars", "achievements", "AN")],
)
def test_letters_count_every_column_from_the_left(sheet: str, column: str, letter: str) -> None:
    found = {one["key"]: one for one in schema(YEAR).answer["sheets"]}[sheet]
    assert {one["key"]: one["letter"] for one in found["columns"]}[column] == letter


@pytest.mark.req("R-037")
def test_the_fields_of_the_year_are_the_choices_of_the_field() -> None:
    models = next(one for one in schema(YEAR).answer["sheets"] if one["key"] == "models")
    field = next(one for one in models["columns"] if one["key"] == "field")
    assert [choice["key"] for choice in field["choices"]] == ["KT", "VH", "QA", "HT"]
