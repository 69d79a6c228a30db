"""What the report on registration counts at its day."""

from datetime import date

import pytest

from dvk_office.core.registration import Registration, register_row, registered, registration
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT
from tests.tables import book

DAY = date(2026, 3, 6)


@pytest.fixture
def counted(rules: Rules, layout: Layout) -> Registration:
    return registration(book(layout, rules, TEXT), rules, DAY)


@pytest.mark.req("R-145", "R-171")
def test_the_models_registered_by_that_day_and_not_dropped_are_counted(
    counted: Registration,
) -> None:
    assert [one.text("code") for one in counted.models] == ["MH01", "MH02", "MH03", "MH05"]


@pytest.mark.req("T-14")
def test_a_discovered_model_that_nobody_registered_is_not_counted(counted: Registration) -> None:
    assert "MH04" not in {one.text("code") for one in counted.models}


def test_a_model_registered_after_that_day_is_not_counted(rules: Rules, layout: Layout) -> None:
    found = registered(book(layout, rules, TEXT), date(2026, 2, 3))
    assert [one.text("code") for one in found] == ["MH02", "MH06"]


@pytest.mark.req("R-192")
def test_fields_origins_and_kinds_each_sum_to_the_whole(counted: Registration) -> None:
    tally = counted.tally
    assert sum(one.total for one in counted.by_field.values()) == tally.total == 4
    assert sum(tally.origins.values()) == sum(tally.kinds.values()) == tally.total


@pytest.mark.req("R-051")
def test_all_fields_are_shown_with_nought_where_there_is_none(counted: Registration) -> None:
    assert {key: one.total for key, one in counted.by_field.items()} == {
        "KT": 2, "VH": 1, "QA": 1, "HT": 0,
    }  # fmt: skip


def test_origins_and_kinds_are_told_apart(counted: Registration) -> None:
    assert dict(counted.tally.origins) == {
        "new": 1, "continued": 2, "replicated": 1, "discovered": 0,
    }  # fmt: skip
    assert dict(counted.tally.kinds) == {"collective": 3, "individual": 1}


def test_the_tag_of_the_communes_own_task_is_counted(counted: Registration) -> None:
    assert counted.commune_task == 2


def test_organisations_with_a_model_stand_beside_all_direct_ones(counted: Registration) -> None:
    assert (counted.organisations_with, counted.organisations) == (2, 3)


@pytest.mark.req("R-161")
def test_models_given_up_by_that_day_are_counted_apart(counted: Registration) -> None:
    assert counted.dropped == 1


@pytest.mark.req("R-165", "R-168")
def test_who_came_late_whose_plan_is_missing_and_who_is_silent_is_named(
    counted: Registration,
) -> None:
    assert [(one.model.text("code"), one.days) for one in counted.late] == [("MH02", 3)]
    assert [one.text("code") for one in counted.unplanned] == ["MH05"]
    assert counted.silent == ("Chi bộ Trạm Y tế",)
    assert counted.on_time == 2


@pytest.mark.req("R-012")
def test_models_linked_to_the_resolution_and_to_a_pressing_issue_are_counted(
    rules: Rules, layout: Layout
) -> None:
    text = """
| details | model | resolution_target   | pressing_issue   |
|         | MH01  | Đường kiểu mẫu: 100% |                 |
|         | MH02  | Xã an toàn          | Trộm cắp vặt     |
"""
    counted = registration(book(layout, rules, TEXT + text), rules, DAY)
    assert (counted.resolution, counted.pressing) == (2, 1)


def test_a_cancelled_paper_of_the_register_does_not_count(rules: Rules, layout: Layout) -> None:
    text = """
| register | kind                     | number   | state |
|          | Báo cáo tổng hợp đăng ký | 14-BC/ĐU | Hủy   |
|          | Báo cáo tổng hợp đăng ký | 15-BC/ĐU | Đã ban hành |
"""
    row = register_row(book(layout, rules, text), "registration_report")
    assert row
    assert row.text("number") == "15-BC/ĐU"


@pytest.mark.req("R-016", "R-017")
def test_organisations_are_counted_by_their_rows_whether_they_have_codes_or_not(
    rules: Rules, layout: Layout
) -> None:
    text = """
| organisations | code | name           | kind   | direct |
|               | TC01 | Chi bộ thôn Hạ | Chi bộ | Có     |
|               |      | Chi bộ thôn Ba | Chi bộ | Có     |
|               |      | Chi bộ thôn Tư | Chi bộ | Có     |
| registrants | code | kind    | name           | managing_organisation |
|             | CT01 | Tập thể | Chi bộ thôn Hạ | TC01                  |
|             | CT02 | Tập thể | Chi bộ thôn Ba |                       |
| models | code | name            | registrant | registered_on |
|        | MH01 | Tuyến đường hoa | CT01       | 05/02/2026    |
|        | MH02 | Hiến đất        | CT02       | 05/02/2026    |
|        | MH03 | Bếp ăn          | CT99       | 05/02/2026    |
"""
    counted = registration(book(layout, rules, text), rules, DAY)
    assert (counted.organisations_with, counted.organisations) == (1, 3)


@pytest.mark.req("R-020")
def test_where_only_a_bodys_own_models_count_those_of_its_teams_cover_no_organisation(
    rules: Rules, layout: Layout
) -> None:
    counted = registration(book(layout, rules, TEXT, managed_counts="Không"), rules, DAY)
    assert (counted.organisations_with, counted.organisations) == (1, 3)


@pytest.mark.req("R-165", "R-168")
def test_models_without_codes_are_each_in_time_or_late_by_their_own_days(
    rules: Rules, layout: Layout
) -> None:
    text = """
| models | code | name            | registrant | registered_on | plan_received_on |
|        |      | Tuyến đường hoa | CT01       | 05/02/2026    | 06/02/2026       |
|        |      | Hiến đất        | CT01       | 12/02/2026    | 12/02/2026       |
|        |      | Bếp ăn          | CT01       | 05/02/2026    |                  |
"""
    counted = registration(book(layout, rules, text), rules, DAY)
    late = [(one.model.text("name"), one.days) for one in counted.late]
    unplanned = [one.text("name") for one in counted.unplanned]
    assert (counted.on_time, late, unplanned) == (1, [("Hiến đất", 3)], ["Bếp ăn"])


@pytest.mark.req("R-029", "R-145")
def test_a_model_that_was_registered_in_another_year_is_not_registered_for_this_one(
    rules: Rules, layout: Layout
) -> None:
    text = TEXT.replace("03/02/2026", "03/02/2025", 1)
    assert "MH02" not in [one.text("code") for one in registered(book(layout, rules, text), DAY)]
