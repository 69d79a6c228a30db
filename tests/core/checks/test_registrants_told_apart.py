"""Each subject once: persons by name and birth year, collectives by name and place."""

from datetime import date

import pytest

from dvk_office.core.checks.registrants_told_apart import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

HEADERS = "| registrants | code | kind | name | birth_year | unit | managing_organisation |"
AN = "| | CT01 | Cá nhân | Nguyễn Thị Hương | 1988 | Thôn Đông | TC01 |"
BODIES = """
| organisations | code | name             | kind   | direct |
|               | TC01 | Chi bộ thôn Đông | Chi bộ | Có     |
|               | TC02 | Chi bộ thôn Đoài | Chi bộ | Có     |
|               | TC03 | Hội Nông dân xã  | Hội    |        |
"""


def found(layout: Layout, rules: Rules, *rows: str) -> set[tuple[str, str]]:
    made = book(layout, rules, "\n".join((BODIES, HEADERS, *rows)))
    return {
        (one.code, f"{one.place.column_key}{one.place.row}")
        for check in CHECKS
        for one in check(made, rules, layout, date(2026, 11, 23))
    }


@pytest.mark.parametrize(
    "again",
    [
        "Nguyễn Thị Hương | 1988 | Thôn Đông | TC01",
        "nguyễn thị hương | 1988 | Trường Mầm non | TC02",
        "Nguyễn Thị Hương | | Thôn Đông | TC02",
        "Nguyễn Thị Hương | | | TC01",
    ],
)
def test_a_person_who_is_there_twice_is_warned_of_at_the_later_row(
    layout: Layout, rules: Rules, again: str
) -> None:
    assert found(layout, rules, AN, f"| | CT02 | Cá nhân | {again} |") == {("CT-014", "name5")}


@pytest.mark.parametrize(
    ("name", "year", "unit"),
    [
        ("Nguyễn Thị Hương", "1964", "Thôn Đông"),
        ("Nguyễn Thị Hường", "1988", "Thôn Đông"),
        ("Nguyễn Thị Hương", "", "Thôn Đoài"),
    ],
)
def test_two_persons_of_one_name_are_two(
    layout: Layout, rules: Rules, name: str, year: str, unit: str
) -> None:
    other = f"| | CT02 | Cá nhân | {name} | {year} | {unit} | TC02 |"
    assert found(layout, rules, AN, other) == set()


def test_a_third_person_is_compared_with_both(layout: Layout, rules: Rules) -> None:
    rows = (AN, AN.replace("1988", "1964"), AN.replace("1988", "1964"))
    assert found(layout, rules, *rows) == {("CT-014", "name6")}


def test_a_collective_named_like_a_person_is_none(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, AN, AN.replace("Cá nhân", "Tập thể")) == set()


@pytest.mark.req("R-056", "T-23")
@pytest.mark.parametrize(
    "name", ["Tổ dân vận thôn Đông", "Tổ Dân Vận thôn Đông", "Tổ DV thôn Đông"]
)
def test_a_collective_has_one_row_however_many_its_models(
    layout: Layout, rules: Rules, name: str
) -> None:
    first = "| | CT01 | Tập thể | Tổ dân vận thôn Đông | | Thôn Đông | TC01 |"
    again = f"| | CT02 | Tập thể | {name} | | thôn Đông | TC01 |"
    models = """
| models | code | name | registrant |
|        | MH01 | Một  | CT01       |
|        | MH02 | Hai  | CT01       |
"""
    assert found(layout, rules, first, models) == set()
    assert found(layout, rules, first, again) == {("CT-015", "name5")}


def test_collectives_of_one_name_in_two_places_are_two(layout: Layout, rules: Rules) -> None:
    first = "| | CT01 | Tập thể | Chi hội Phụ nữ | | {} | TC01 |"
    other = "| | CT02 | Tập thể | Chi hội Phụ nữ | | {} | TC02 |"
    assert found(layout, rules, first.format("Thôn Đông"), other.format("Thôn Đoài")) == set()
    assert found(layout, rules, first.format(""), other.format("")) == set()
    assert found(layout, rules, first.format(""), other.format("").replace("TC02", "TC01")) == {
        ("CT-015", "name5")
    }


@pytest.mark.req("R-016")
def test_a_party_organisation_is_counted_for_itself(layout: Layout, rules: Rules) -> None:
    row = "| | CT01 | Tập thể | Chi bộ thôn Đông | | Thôn Đông | {} |"
    assert found(layout, rules, row.format("TC01")) == set()
    assert found(layout, rules, row.format("TC02")) == {("CT-016", "managing_organisation4")}
    front = "| | CT01 | Tập thể | Hội Nông dân xã | | Xã | TC02 |"
    assert found(layout, rules, front) == set()
