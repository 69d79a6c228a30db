"""The bodies: which of them count, each there once and led by somebody, old models reviewed."""

from datetime import date

import pytest

from dvk_office.core.checks.organisations import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BODIES = """
| organisations | code | name                 | kind            | direct | head          | previous_models_reviewed |
|               | TC01 | Chi bộ thôn Đông     | Chi bộ          | Có     | Trần Văn An   | 23/1/2026                |
|               | TC02 | Đảng bộ Công an xã   | Đảng bộ cơ sở   | Có     | Lê Thị Bình   |                          |
|               | TC03 | Chi bộ Công an cơ sở | Chi bộ          | Không  | Đỗ Văn Cường  |                          |
|               | TC04 | Ủy ban nhân dân xã   | Ủy ban nhân dân |        |               |                          |
"""
MODELS = """
| registrants | code | kind    | name          | managing_organisation |
|             | CT01 | Tập thể | Tổ dân vận A  | TC01                  |
|             | CT02 | Tập thể | Tổ dân vận B  | TC02                  |

| models | code | name   | registrant | origin   |
|        | MH01 | Một    | CT01       | Tiếp tục |
|        | MH02 | Hai    | CT02       | {}       |
"""


def found(
    layout: Layout, rules: Rules, text: str, today: date = TODAY
) -> set[tuple[str, str, str]]:
    made = book(layout, rules, text)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        for one in check(made, rules, layout, today)
    }


@pytest.mark.req("R-016", "R-017", "R-161")
def test_bodies_in_order_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BODIES + MODELS.format("Mới")) == set()


@pytest.mark.req("R-016", "R-017")
@pytest.mark.parametrize("kind", ["Mặt trận Tổ quốc", "Trường học", "Ủy ban nhân dân"])
def test_only_party_organisations_are_directly_under_the_committee(
    layout: Layout, rules: Rules, kind: str
) -> None:
    text = BODIES.replace("| Đảng bộ cơ sở   |", f"| {kind} |")
    assert found(layout, rules, text) == {("TC-001", "organisations", "direct5")}


@pytest.mark.req("R-017")
def test_of_a_kind_that_is_blank_nothing_is_said(layout: Layout, rules: Rules) -> None:
    text = BODIES.replace("| Đảng bộ cơ sở   |", "| |")
    assert found(layout, rules, text) == set()


@pytest.mark.req("R-017")
def test_without_any_direct_organisation_the_sheet_has_an_error(
    layout: Layout, rules: Rules
) -> None:
    none = BODIES.replace("| Có     |", "| Không  |")
    assert found(layout, rules, none) == {("TC-002", "organisations", "")}
    assert found(layout, rules, "") == {("TC-002", "organisations", "")}


@pytest.mark.req("R-017")
def test_a_party_organisation_says_whether_it_is_direct(layout: Layout, rules: Rules) -> None:
    text = BODIES.replace("| Không  |", "|        |")
    assert found(layout, rules, text) == {("TC-003", "organisations", "direct6")}


def test_a_party_organisation_without_a_head_is_warned_of(layout: Layout, rules: Rules) -> None:
    text = BODIES.replace("Đỗ Văn Cường", "")
    assert found(layout, rules, text) == {("TC-004", "organisations", "head6")}


@pytest.mark.req("R-016", "T-23")
@pytest.mark.parametrize(
    "name", ["Chi bộ thôn Đông", "CHI BỘ THÔN ĐÔNG", "Chi bộ  thôn Đông", "CB thôn Đông"]
)
def test_a_body_that_is_there_twice_counts_twice(layout: Layout, rules: Rules, name: str) -> None:
    text = BODIES.replace("Chi bộ Công an cơ sở", name)
    assert found(layout, rules, text) == {("TC-005", "organisations", "name6")}


@pytest.mark.req("R-016")
def test_bodies_whose_names_differ_by_a_number_or_a_tone_are_two(
    layout: Layout, rules: Rules
) -> None:
    for name in ("Chi bộ thôn Đông 2", "Chi bộ thôn Đống"):
        assert found(layout, rules, BODIES.replace("Chi bộ Công an cơ sở", name)) == set()


@pytest.mark.req("R-161", "R-164")
def test_old_models_without_a_day_of_review_are_told_at_the_body_that_manages_them(
    layout: Layout, rules: Rules
) -> None:
    text = BODIES + MODELS.format("Tiếp tục")
    assert found(layout, rules, text) == {("TC-015", "organisations", "previous_models_reviewed5")}


@pytest.mark.req("R-161")
def test_a_review_is_not_of_a_day_to_come(layout: Layout, rules: Rules) -> None:
    text = BODIES + MODELS.format("Mới")
    assert found(layout, rules, text, date(2026, 1, 22)) == {
        ("TC-016", "organisations", "previous_models_reviewed4")
    }
    assert found(layout, rules, text, date(2026, 1, 23)) == set()
