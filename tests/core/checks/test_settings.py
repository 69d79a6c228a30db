"""The settings: year, guidance, days, numbers that fit."""

from collections.abc import Mapping
from datetime import date

import pytest

from dvk_office.core.checks.settings import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
GUIDANCE: Mapping[str, object] = {
    "guidance_number": "15-HD/ĐU",
    "guidance_date": "19/1/2026",
    "city_guidance_number": "12-HD/BTGDVTU",
    "city_guidance_date": "10/01/2026",
    "term": "2025-2030",
    "closing_conference_date": "18/12/2026",
}


def found(
    layout: Layout, rules: Rules, text: str = "", today: date = TODAY, **changed: object
) -> set[tuple[str, str]]:
    """Code and setting of each finding; all of them stand in the settings sheet."""
    made = book(layout, rules, text, **{**GUIDANCE, **changed})
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {one.place.sheet_key for one in findings} <= {"settings"}
    keys = {made.settings.place(key): key for key in made.settings.values}
    return {(one.code, keys[one.place]) for one in findings}


@pytest.mark.req("R-001", "R-005")
def test_settings_in_order_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-001")
def test_a_book_of_another_year_is_an_error_of_its_year(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, year=2031, term="2030-2035") == {("TT-001", "year")} | {
        ("TT-014", "term")
    }


@pytest.mark.req("R-005", "T-26")
def test_a_guidance_without_number_and_day_is_told_at_both_cells(
    layout: Layout, rules: Rules
) -> None:
    blank = found(layout, rules, guidance_number=None, guidance_date=None)
    assert blank == {("TT-002", "guidance_number"), ("TT-002", "guidance_date")}


@pytest.mark.req("R-003")
def test_of_the_citys_guidance_half_a_name_is_too_little(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, city_guidance_date=None) == {("TT-003", "city_guidance_date")}
    assert found(layout, rules, city_guidance_number=None, city_guidance_date=None) == set()


@pytest.mark.req("R-003", "R-005", "T-26")
@pytest.mark.parametrize(
    ("day", "code"),
    [("9/1/2026", "TT-004"), ("10/1/2026", ""), ("9/2/2026", ""), ("10/2/2026", "TT-005")],
)
def test_the_guidance_lies_between_the_citys_and_the_day_of_registration(
    layout: Layout, rules: Rules, day: str, code: str
) -> None:
    expected = {(code, "guidance_date")} if code else set()
    assert found(layout, rules, guidance_date=day) == expected


@pytest.mark.req("T-26")
def test_a_guidance_is_not_issued_on_a_day_to_come(layout: Layout, rules: Rules) -> None:
    eve = date(2026, 1, 18)
    assert found(layout, rules, today=eve) == {("TT-006", "guidance_date")}
    assert found(layout, rules, today=date(2026, 1, 19)) == set()


@pytest.mark.req("R-187", "T-42")
@pytest.mark.parametrize("number", ["15/HD-UBND", "15", "Số 15-HD/ĐU", "HD 15"])
def test_a_guidance_has_a_number_of_the_party(layout: Layout, rules: Rules, number: str) -> None:
    assert found(layout, rules, guidance_number=number) == {("TT-007", "guidance_number")}
    assert found(layout, rules, city_guidance_number=number) == {("TT-007", "city_guidance_number")}


@pytest.mark.req("R-005", "R-187")
@pytest.mark.parametrize("number", ["15-QĐ/ĐU", "15-HD/BXDĐ"])
def test_our_guidance_has_the_symbol_of_the_committee(
    layout: Layout, rules: Rules, number: str
) -> None:
    assert found(layout, rules, guidance_number=number) == {("TT-008", "guidance_number")}


@pytest.mark.req("R-187")
def test_the_citys_guidance_is_one_whatever_its_body(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, city_guidance_number="12-HD/BDVTU") == set()
    assert found(layout, rules, city_guidance_number="12-KH/BDVTU") == {
        ("TT-009", "city_guidance_number")
    }


@pytest.mark.req("R-005")
def test_the_register_gives_the_guidance_the_same_day(layout: Layout, rules: Rules) -> None:
    text = """
| register | issuer | kind         | number    | date      |
|          | ĐU     | Văn bản khác | 15-HD/ĐU  | {}        |
"""
    assert found(layout, rules, text.format("19/1/2026")) == set()
    assert found(layout, rules, text.format("20/1/2026")) == {("TT-010", "guidance_date")}


@pytest.mark.req("R-152")
def test_figures_of_the_year_end_after_those_of_its_half(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, year_cut_off="20/6/2026") == {("TT-011", "year_cut_off")}
    assert found(layout, rules, year_cut_off="21/6/2026") == set()


@pytest.mark.req("R-131")
@pytest.mark.parametrize(
    ("day", "codes"),
    [("15/11/2026", {"TT-011"}), ("16/11/2026", set()), ("31/12/2027", set()),
     ("1/1/2028", {"TT-012"})],
)  # fmt: skip
def test_the_year_closes_after_its_figures_and_not_long_after(
    layout: Layout, rules: Rules, day: str, codes: set[str]
) -> None:
    key = "closing_conference_date"
    expected = {(code, key) for code in codes}
    assert found(layout, rules, closing_conference_date=day) == expected


@pytest.mark.req("T-13")
@pytest.mark.parametrize("day", ["31/12/2025", "1/1/2027"])
def test_models_count_provisionally_within_the_year_only(
    layout: Layout, rules: Rules, day: str
) -> None:
    assert found(layout, rules, provisional_until=day) == {("TT-012", "provisional_until")}


@pytest.mark.req("R-004")
@pytest.mark.parametrize(
    ("term", "code"),
    [("2025 – 2030", ""), ("2026-2031", ""), ("2021-2026", ""), ("2020-2025", "TT-014"),
     ("nhiệm kỳ I", "TT-013")],
)  # fmt: skip
def test_the_year_lies_in_the_term(layout: Layout, rules: Rules, term: str, code: str) -> None:
    assert found(layout, rules, term=term) == ({(code, "term")} if code else set())


def test_no_more_than_all_members_can_be_asked_for(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, quorum_percent="100") == set()
    assert found(layout, rules, quorum_percent="100,5") == {("TT-015", "quorum_percent")}


@pytest.mark.req("R-094", "T-33")
@pytest.mark.parametrize(
    ("c1", "c2", "fits"),
    [("10", "10", True), ("12", "8", True), ("12,5", "7,5", True), ("12", "10", False),
     ("25", "-5", False), ("", "", True)],
)  # fmt: skip
def test_the_maxima_of_the_criteria_make_up_the_same_whole(
    layout: Layout, rules: Rules, c1: str, c2: str, *, fits: bool
) -> None:
    codes = found(layout, rules, points_c1=c1, points_c2=c2)
    assert codes == (set() if fits else {("TT-016", "points_c1")})
