"""The helper columns of the targets are made of the tables that the program counts by: every reason, in the same order."""

import pytest

from dvk_office.core.counting import BY_ORIGIN, OF_NO_ORIGIN
from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_conditions import (
    CONDITIONS,
    TARGET_TABLES,
    counts_template,
    held_template,
    why_not_template,
)

measures = pytest.mark.parametrize("measure", TARGET_TABLES)


def in_order(template: str, names: list[str]) -> bool:
    """Whether the conditions of `names` are all asked, one after the other."""
    places = [template.find(f"IF({CONDITIONS[name]},") for name in names]
    return -1 not in places and places == sorted(places)


@measures
@pytest.mark.req("R-014", "R-016", "R-021")
def test_a_helper_column_asks_every_reason_of_the_target_in_its_order(measure: str) -> None:
    table = TARGET_TABLES[measure]
    assert in_order(counts_template(table), [name for name, _ in table])


@measures
def test_a_reason_that_leaves_the_table_leaves_the_formula(measure: str) -> None:
    (gone, _), *rest = TARGET_TABLES[measure]
    names = [name for name, _ in rest]
    assert in_order(counts_template(tuple(rest)), names)
    assert not in_order(counts_template(tuple(rest)), [gone, *names])


@pytest.mark.parametrize("level", LEVELS)
def test_a_nominee_counts_by_the_reasons_of_its_level(level: str) -> None:
    assert in_order(held_template(level), [name for name, _ in LEVELS[level]])


def test_every_reason_of_every_origin_is_asked_why_a_model_does_not_count(layout: Layout) -> None:
    template = why_not_template(layout)
    for table in (*BY_ORIGIN.values(), OF_NO_ORIGIN):
        assert all(CONDITIONS[name] in template for name, _ in table)


def test_every_target_of_the_year_has_its_helper_column(layout: Layout, rules: Rules) -> None:
    keys = {key for name in ("models", "exemplars") for key in layout.by_key[name].by_key}
    wanted = {f"counts_{one.measure}" for one in rules.targets if one.measure != "exemplars"}
    assert wanted | {f"counts_{level}" for level in LEVELS} <= keys
