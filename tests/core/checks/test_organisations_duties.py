"""What the bodies owe the movement: a registration, a plan of their own."""

from datetime import date

import pytest

from dvk_office.core.checks.organisations_duties import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BODIES = """
| organisations | code | name               | kind              | direct | must_register | must_plan | own_plan_number | own_plan_date |
|               | TC01 | Chi bộ thôn Đông   | Chi bộ            | Có     | Có            |           |                 |               |
|               | TC02 | Ủy ban nhân dân xã | Ủy ban nhân dân   |        |               | Có        | 46/KH-UBND      | 6/2/2026      |
|               | TC03 | Ủy ban MTTQ xã     | Mặt trận Tổ quốc  |        | Có            | Có        | 08/KH-MTTQ      | 3/2/2026      |
|               | TC04 | Hội Nông dân xã    | political_social  |        | Có            | Có        | 11-KH/HND       | 19/1/2026     |
"""
MODELS = """
| registrants | code | kind    | name            | managing_organisation |
|             | CT01 | Tập thể | Tổ dân vận Đông | TC01                  |
|             | CT02 | Tập thể | Ủy ban MTTQ xã  | TC01                  |
|             | CT03 | Tập thể | Hội Nông dân xã | TC01                  |

| models | code | name | registrant | origin |
|        | MH01 | Một  | CT01       | Mới    |
|        | MH02 | Hai  | CT02       | Mới    |
|        | MH03 | Ba   | CT03       | Mới    |
"""


def found(
    layout: Layout, rules: Rules, text: str, today: date = TODAY, **settings: object
) -> set[tuple[str, str]]:
    given = {"guidance_date": "19/1/2026", **settings}
    made = book(layout, rules, text, **given)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {one.place.sheet_key for one in findings} <= {"organisations"}
    return {(one.code, f"{one.place.column_key}{one.place.row or ''}") for one in findings}


@pytest.mark.req("R-155", "R-158", "R-163")
def test_bodies_that_did_their_duty_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BODIES + MODELS) == set()


def test_an_empty_sheet_has_none_either(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "") == set()


@pytest.mark.req("R-155", "R-158")
@pytest.mark.parametrize("kind", ["Ủy ban nhân dân  ", "Mặt trận Tổ quốc ", "political_social "])
def test_a_body_that_must_plan_and_has_no_row_is_told_of_the_sheet(
    layout: Layout, rules: Rules, kind: str
) -> None:
    text = BODIES.replace(f"| {kind} ", "| Đơn vị ")
    assert ("TC-020", "") in found(layout, rules, text + MODELS)


@pytest.mark.req("R-016", "R-163")
@pytest.mark.parametrize(("row", "typed"), [(4, "Không"), (4, ""), (7, "Không")])
def test_who_registers_is_marked_so(layout: Layout, rules: Rules, row: int, typed: str) -> None:
    lines = BODIES.strip().splitlines()
    cells = lines[row - 3].split("|")
    cells[6] = f" {typed} "
    lines[row - 3] = "|".join(cells)
    assert found(layout, rules, "\n".join(lines) + MODELS) == {("TC-021", f"must_register{row}")}


@pytest.mark.req("R-155", "R-158")
@pytest.mark.parametrize("row", [5, 6, 7])
def test_who_plans_is_marked_so(layout: Layout, rules: Rules, row: int) -> None:
    lines = BODIES.strip().splitlines()
    cells = lines[row - 3].split("|")
    cells[7] = " "
    lines[row - 3] = "|".join(cells)
    assert found(layout, rules, "\n".join(lines) + MODELS) == {("TC-022", f"must_plan{row}")}


@pytest.mark.req("R-163", "R-165", "R-168")
def test_a_body_that_must_register_and_did_not_is_late_from_the_day_after(
    layout: Layout, rules: Rules
) -> None:
    text = BODIES + MODELS.replace("| MH03 | Ba   | CT03       |", "| MH03 | Ba   | CT02       |")
    late = {("TC-023", "must_register7")}
    assert found(layout, rules, text) == late
    plans = {("TC-026", "own_plan_date5"), ("TC-026", "own_plan_date6")}
    assert late <= found(layout, rules, text, date(2026, 2, 11))
    assert found(layout, rules, text, date(2026, 2, 10)) == set()
    assert found(layout, rules, text, date(2026, 2, 1)) == plans


@pytest.mark.req("R-155", "R-158")
@pytest.mark.parametrize(
    ("row", "number", "day"),
    [(5, "46/KH-UBND", "6/2/2026"), (6, "08/KH-MTTQ", "3/2/2026"), (7, "11-KH/HND", "19/1/2026")],
)
def test_each_body_that_must_plan_has_a_plan_of_its_own(
    layout: Layout, rules: Rules, row: int, number: str, day: str
) -> None:
    text = BODIES.replace(number, "").replace(day, "") + MODELS
    assert found(layout, rules, text) == {("TC-024", f"own_plan_number{row}")}


@pytest.mark.req("R-158")
def test_plans_are_due_once_the_guidance_is_there(layout: Layout, rules: Rules) -> None:
    text = BODIES.replace("11-KH/HND", "").replace("19/1/2026", "")
    missing = ("TC-024", "own_plan_number7")
    assert missing in found(layout, rules, text, date(2026, 1, 19))
    assert missing not in found(layout, rules, text, date(2026, 1, 18))
    assert missing in found(layout, rules, text, date(2026, 2, 11), guidance_date=None)
    assert missing not in found(layout, rules, text, date(2026, 2, 10), guidance_date=None)


@pytest.mark.req("R-155")
def test_a_plan_is_named_by_number_and_day(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BODIES.replace("46/KH-UBND", "") + MODELS) == {
        ("TC-025", "own_plan_number5")
    }
    assert found(layout, rules, BODIES.replace("6/2/2026", "") + MODELS) == {
        ("TC-025", "own_plan_date5")
    }


@pytest.mark.req("R-158")
def test_a_plan_follows_the_guidance(layout: Layout, rules: Rules) -> None:
    text = BODIES.replace("19/1/2026", "18/1/2026") + MODELS
    assert found(layout, rules, text) == {("TC-027", "own_plan_date7")}


@pytest.mark.req("R-155")
def test_a_plan_is_not_of_a_day_to_come(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BODIES + MODELS, date(2026, 2, 5)) == {("TC-026", "own_plan_date5")}
    assert found(layout, rules, BODIES + MODELS, date(2026, 2, 6)) == set()


@pytest.mark.req("R-187", "T-42")
def test_the_government_numbers_its_plan_as_the_state_does(layout: Layout, rules: Rules) -> None:
    text = BODIES.replace("46/KH-UBND", "46-KH/UBND") + MODELS
    assert found(layout, rules, text) == {("TC-028", "own_plan_number5")}


@pytest.mark.req("R-187")
@pytest.mark.parametrize(("number", "fits"), [("11/KH-HND", True), ("KH số 11", False)])
def test_other_bodies_number_theirs_either_way(
    layout: Layout, rules: Rules, number: str, *, fits: bool
) -> None:
    text = BODIES.replace("11-KH/HND", number) + MODELS
    assert found(layout, rules, text) == (set() if fits else {("TC-029", "own_plan_number7")})


@pytest.mark.req("R-187", "T-42")
def test_a_party_organisation_numbers_its_plan_as_the_party(layout: Layout, rules: Rules) -> None:
    plan = "| Có     | Có            |           | {} | 6/2/2026 |"
    blank = "| Có     | Có            |           |                 |               |"
    for number, codes in (("12-KH/CB", set()), ("12/KH-CB", {("TC-029", "own_plan_number4")})):
        text = BODIES.replace(blank, plan.format(number)) + MODELS
        assert found(layout, rules, text) == codes
