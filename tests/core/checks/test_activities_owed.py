"""Acts that the bodies owe by the half-year and by the year."""

from datetime import date

import pytest

from dvk_office.core.checks.activities_owed import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

HALF_YEAR, AFTER_HALF_YEAR = date(2026, 6, 20), date(2026, 6, 21)
YEAR, AFTER_YEAR = date(2026, 11, 15), date(2026, 11, 16)
BEFORE = """
| organisations | code | kind     |
|               | TC33 | Đảng bộ  |
|               | TC42 | Đoàn thể |
|               | TC46 | UBND     |
| models | code |
|        | MH01 |
"""
ACTS = """
| activities | date      | organisation | kind         |
|            | 4/2/2026  | TC42         | Văn bản      |
|            | 23/1/2026 | TC33         | Tập huấn     |
|            | 28/1/2026 | TC46         | Tuyên truyền |
|            | 23/6/2026 | TC33         | Sơ kết       |
|            | 26/6/2026 | TC46         | Biểu dương   |
"""


def found(layout: Layout, rules: Rules, text: str, today: date) -> set[str]:
    made = book(layout, rules, text)
    results = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert all((one.place.sheet_key, one.place.row) == ("activities", 0) for one in results)
    return {one.code for one in results}


@pytest.mark.req("R-146", "R-157", "R-159")
def test_nothing_is_missed_where_each_act_was(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BEFORE + ACTS, AFTER_YEAR) == set()


@pytest.mark.req("R-146", "R-157", "R-159")
def test_what_is_owed_is_missed_the_day_after_its_cut_off(layout: Layout, rules: Rules) -> None:
    half_year = {"HD-020", "HD-022", "HD-023"}
    assert found(layout, rules, BEFORE, HALF_YEAR) == set()
    assert found(layout, rules, BEFORE, AFTER_HALF_YEAR) == half_year
    assert found(layout, rules, BEFORE, YEAR) == half_year
    assert found(layout, rules, BEFORE, AFTER_YEAR) == half_year | {"HD-021", "HD-024"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("Tuyên truyền", "HD-020", marks=pytest.mark.req("R-157")),
        pytest.param("Biểu dương", "HD-021", marks=pytest.mark.req("R-077", "R-157")),
        pytest.param("Văn bản", "HD-022", marks=pytest.mark.req("R-159")),
        pytest.param("Tập huấn", "HD-023", marks=pytest.mark.req("R-146")),
        pytest.param("Sơ kết", "HD-024", marks=pytest.mark.req("R-077", "R-146")),
    ],
)
def test_each_act_is_missed_alone(layout: Layout, rules: Rules, line: str, code: str) -> None:
    acts = ACTS.replace(line, "Khác")
    assert found(layout, rules, BEFORE + acts, AFTER_YEAR) == {code}


@pytest.mark.req("R-157")
def test_replication_is_as_good_as_praise(layout: Layout, rules: Rules) -> None:
    acts = ACTS.replace("Biểu dương", "Nhân rộng")
    assert found(layout, rules, BEFORE + acts, AFTER_YEAR) == set()


@pytest.mark.req("R-157")
def test_propaganda_of_another_body_is_not_the_government_s(layout: Layout, rules: Rules) -> None:
    acts = ACTS.replace("TC46         | Tuyên", "TC33         | Tuyên")
    assert found(layout, rules, BEFORE + acts, AFTER_YEAR) == {"HD-020"}


def test_an_act_still_to_come_is_none(layout: Layout, rules: Rules) -> None:
    today = ACTS.replace("28/1/2026", "21/6/2026")
    assert found(layout, rules, BEFORE + today, AFTER_HALF_YEAR) == set()
    acts = ACTS.replace("28/1/2026", "22/6/2026")
    assert found(layout, rules, BEFORE + acts, AFTER_HALF_YEAR) == {"HD-020"}


def test_an_office_without_models_owes_nothing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, "", AFTER_YEAR) == set()
