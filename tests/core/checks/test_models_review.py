"""Old models are kept up or given up, each with its verdict."""

from datetime import date

import pytest

from dvk_office.core.checks import models_days
from dvk_office.core.checks.models_review import CHECKS
from dvk_office.core.findings import WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BASE = {
    "code": "MH01",
    "name": "Tổ tự quản",
    "origin": "Tiếp tục",
    "still_suitable": "Có",
    "effective": "x",
    "registered_on": "4/2/2026",
    "dropped_on": "",
    "drop_reason": "",
}
GIVEN_UP = {"dropped_on": "30/6/2026", "drop_reason": "Không còn phù hợp"}


def found(
    layout: Layout, rules: Rules, checks: tuple = CHECKS, **cells: str
) -> set[tuple[str, str]]:
    row = BASE | cells
    text = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |"
    made = book(layout, rules, text)
    return {
        (one.code, f"{one.place.column_key}{one.place.row}")
        for check in checks
        for one in check(made, rules, layout, TODAY)
    }


@pytest.mark.req("R-027", "R-028", "R-029", "R-161", "R-164")
def test_an_old_model_that_is_fit_and_registered_again_has_no_finding(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules) == set()
    assert found(layout, rules, models_days.CHECKS) == set()


@pytest.mark.req("R-161", "R-164")
@pytest.mark.parametrize("registered", ["4/2/2026", ""])
def test_an_old_model_given_up_for_a_reason_needs_neither_verdict_nor_registration(
    layout: Layout, rules: Rules, registered: str
) -> None:
    cells = GIVEN_UP | {"still_suitable": "", "effective": "Không", "registered_on": registered}
    assert found(layout, rules, **cells) == set()
    assert found(layout, rules, models_days.CHECKS, **cells) == set()


@pytest.mark.req("R-027", "R-028", "R-161")
@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        ({"still_suitable": "", "effective": ""}, "still_suitable4"),
        ({"still_suitable": ""}, "still_suitable4"),
        ({"effective": ""}, "effective4"),
    ],
)
def test_an_old_model_without_a_verdict_is_listed(
    layout: Layout, rules: Rules, cells: dict[str, str], cell: str
) -> None:
    assert found(layout, rules, **cells) == {("MH-020", cell)}
    assert entry("MH-020").severity == WARNING


@pytest.mark.req("R-161")
def test_a_new_model_needs_no_verdict(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, origin="Mới", still_suitable="", effective="") == set()


@pytest.mark.req("R-027", "R-161", "R-164")
def test_a_model_that_is_not_suitable_and_goes_on_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, still_suitable="Không") == {("MH-021", "still_suitable4")}


@pytest.mark.req("R-028", "R-161", "R-164")
def test_a_model_that_is_not_effective_and_goes_on_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, effective="Không") == {("MH-021", "effective4")}


@pytest.mark.req("R-161", "T-41")
def test_a_model_given_up_without_a_reason_is_warned_of(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, **(GIVEN_UP | {"drop_reason": ""}))
    assert codes == {("MH-022", "drop_reason4")}


@pytest.mark.req("R-161", "T-41")
def test_a_reason_without_a_day_is_warned_of(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, **(GIVEN_UP | {"dropped_on": ""}))
    assert codes == {("MH-023", "dropped_on4")}
