"""Dossier, the city's answer, reward: complete and in order."""

from datetime import date

import pytest

from dvk_office.core.checks.exemplars_dossier import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BEFORE = """
| registrants | code | kind     | birth_year |
|             | CT01 | Tập thể  |            |
|             | CT02 | Cá nhân  | 1975       |
| meetings | code | kind     | date      |
|          | CH01 | exemplar | 5/10/2026 |
"""
BASE = {
    "registrant": "CT02",
    "meeting": "CH01",
    "chosen": "x",
    "report_received_on": "6/10/2026",
    "confirmed_direct_on": "7/10/2026",
    "confirmed_commune_on": "8/10/2026",
    "copies_bound": "3",
    "submission_number": "57-TTr/ĐU",
    "submission_date": "9/10/2026",
    "city_number": "",
    "city_date": "",
    "commend": "x",
    "certificate_number": "",
    "achievements": "Vận động 41 hộ",
}
SENT_NOTHING = dict.fromkeys(BASE, "") | {"registrant": "CT02", "meeting": "CH01"}


def found(
    layout: Layout, rules: Rules, base: dict[str, str] = BASE, **cells: str
) -> set[tuple[str, str]]:
    """Code and column of the findings on one nominee, the sound one changed in `cells`."""
    typed = base | cells
    row = f"| exemplars | {' | '.join(typed)} |\n| | {' | '.join(typed.values())} |"
    made = book(layout, rules, BEFORE + row, reward_individual=1000000)
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("exemplars", 4)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-132", "R-135", "R-136", "R-137", "R-138", "R-139", "R-142")
def test_a_dossier_that_is_whole_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-132")
def test_nothing_is_asked_before_it_is_sent(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, SENT_NOTHING) == set()
    assert found(layout, rules, SENT_NOTHING, chosen="x") == set()


@pytest.mark.req("R-136", "R-137", "R-142")
def test_report_confirmations_and_sending_follow_each_other(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, report_received_on="10/10/2026") == {
        ("DH-031", "confirmed_direct_on")
    }
    assert found(layout, rules, confirmed_commune_on="10/10/2026") == {
        ("DH-031", "submission_date")
    }


@pytest.mark.req("R-136", "R-137")
def test_a_day_between_that_is_missing_hides_no_wrong_order(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, report_received_on="10/10/2026", confirmed_direct_on="")
    assert codes == {("DH-031", "confirmed_commune_on"), ("DH-032", "confirmed_direct_on")}


@pytest.mark.req("R-142")
def test_a_dossier_sent_before_the_meeting_is_an_error(layout: Layout, rules: Rules) -> None:
    early = dict.fromkeys(
        ("report_received_on", "confirmed_direct_on", "confirmed_commune_on", "submission_date"),
        "1/10/2026",
    )
    assert found(layout, rules, **early) == {("DH-030", "submission_date")}


@pytest.mark.req("R-125", "R-130")
def test_the_city_answers_after_the_dossier_was_sent(layout: Layout, rules: Rules) -> None:
    answer = {"city_number": "812-QĐ/BTGDVTU"}
    assert found(layout, rules, city_date="20/11/2026", **answer) == set()
    assert found(layout, rules, city_date="8/10/2026", **answer) == {("DH-035", "city_date")}


@pytest.mark.req("R-125", "R-129", "R-130")
def test_an_answer_to_what_was_not_sent_is_warned_of(layout: Layout, rules: Rules) -> None:
    answer = {"city_number": "812-QĐ/BTGDVTU", "city_date": "20/11/2026"}
    assert found(layout, rules, SENT_NOTHING, **answer) == {("DH-036", "city_number")}


@pytest.mark.req("R-129")
def test_sending_one_who_was_not_chosen_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, chosen="") == {("DH-034", "chosen")}


@pytest.mark.req("R-142")
def test_nothing_done_is_dated_ahead(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, submission_date="24/11/2026") == {("DH-037", "submission_date")}


@pytest.mark.req("R-132", "R-135", "R-136", "R-137", "R-139")
@pytest.mark.parametrize(
    "key", ["report_received_on", "confirmed_direct_on", "confirmed_commune_on", "achievements"]
)
def test_a_part_missing_from_what_was_sent_is_named(layout: Layout, rules: Rules, key: str) -> None:
    assert found(layout, rules, **{key: ""}) == {("DH-032", key)}


@pytest.mark.req("R-138")
@pytest.mark.parametrize("copies", ["", "2"])
def test_three_sets_are_bound(layout: Layout, rules: Rules, copies: str) -> None:
    assert found(layout, rules, copies_bound=copies) == {("DH-033", "copies_bound")}


@pytest.mark.req("R-147")
def test_a_reward_was_proposed_and_is_of_the_amount_set(layout: Layout, rules: Rules) -> None:
    reward = {"commendation_number": "512/QĐ-UBND", "reward_amount": "1.000.000"}
    assert found(layout, rules, **reward) == set()
    assert found(layout, rules, commend="", **reward) == {("DH-038", "commend")}
    assert found(layout, rules, reward_amount="500.000") == {("DH-039", "reward_amount")}


@pytest.mark.req("R-141")
def test_the_day_of_birth_lies_in_the_year_of_birth(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, birth_date="3/4/1975") == set()
    assert found(layout, rules, birth_date="3/4/1957") == {("DH-040", "birth_date")}


@pytest.mark.req("R-147")
def test_two_certificates_with_one_number_are_an_error(layout: Layout, rules: Rules) -> None:
    text = """
| exemplars | registrant | certificate_number |
|           | CT01       | 01/2026            |
|           | CT02       | 02/2026            |
|           | CT02       | 01/2026            |
"""
    made = book(layout, rules, BEFORE + text)
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert [(one.code, str(one.place.row)) for one in findings] == [("DH-041", "6")]


@pytest.mark.req("R-147", "T-10")
@pytest.mark.parametrize(("second", "expected"), [("x", [("DH-044", "commend", 6)]), ("Không", [])])
def test_who_is_proposed_for_two_models_is_rewarded_once(
    layout: Layout, rules: Rules, second: str, expected: list[tuple[str, str, int]]
) -> None:
    rows = f"""
| exemplars | registrant | model | commend |
|           | CT02       | MH01  | x       |
|           | CT01       | MH01  | x       |
|           | CT02       | MH02  | {second} |
"""
    made = book(layout, rules, BEFORE + rows)
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert [(one.code, one.place.column_key, one.place.row) for one in findings] == expected
