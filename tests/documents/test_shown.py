"""Rows as papers print them."""

from datetime import date

import pytest

from dvk_office.core.resources import last_result
from dvk_office.documents.shown import about_model, shown
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| models | code | name     | registrant | origin | commune_task | figure | registered_on | topics |
|        | MH01 | Đường hoa | CT01      | Mới    | Có           | 1250,5 | 5/2/2026      | VH1; VH2 |
| registrants | code | kind    | name           | birth_year | managing_organisation |
|             | CT01 | Tập thể | Chi bộ thôn Hạ | 1980       | TC01                  |
| organisations | code | name           | kind   |
|               | TC01 | Chi bộ thôn Hạ | Chi bộ |
| progress | model | as_of     | results |
|          | MH01  | 15/6/2026 | giữa năm |
|          | MH01  | 31/8/2026 | cuối hè  |
"""


def test_every_kind_of_column_is_printed_as_an_office_writes_it(
    layout: Layout, rules: Rules
) -> None:
    made = book(layout, rules, TEXT)
    model = shown(made["models"][0], "models", layout)
    assert (model["origin"], model["commune_task"]) == ("Mới", "Có")
    assert (model["figure"], model["registered_on"]) == ("1.250,5", "05/02/2026")
    assert model["topics"] == "VH1; VH2"
    assert shown(made["registrants"][0], "registrants", layout)["birth_year"] == "1980"


def test_a_blank_cell_prints_nothing_or_the_dots_of_a_form(layout: Layout, rules: Rules) -> None:
    model = book(layout, rules, TEXT)["models"][0]
    assert shown(model, "models", layout)["plan_number"] == ""
    assert shown(model, "models", layout, "……")["plan_number"] == "……"
    assert set(shown(None, "models", layout, "……").values()) == {"……"}


def test_a_model_comes_with_all_that_is_said_of_it(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    about = about_model(made, layout, made["models"][0])
    assert about["organisation"]["name"] == "Chi bộ thôn Hạ"
    assert about["result"]["results"] == "cuối hè"
    assert about["hearing"]["conclusion"] == ""


@pytest.mark.req("R-152")
def test_a_result_at_a_day_is_the_last_one_until_then(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    found = last_result(made, "MH01", date(2026, 6, 30))
    assert found is not None
    assert found.text("results") == "giữa năm"
    assert last_result(made, "MH01", date(2026, 6, 14)) is None
