"""Which models stand in Appendix 01, and why the others do not."""

from datetime import date

import pytest

from dvk_office.core.appendix import Appendix, appendix_quoted, appendix_table, left_out
from dvk_office.core.records import Book
from dvk_office.core.registration import registration
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT
from tests.tables import book

DAY = date(2026, 3, 6)


@pytest.fixture
def small(rules: Rules, layout: Layout) -> Book:
    return book(layout, rules, TEXT)


@pytest.fixture
def table(small: Book, rules: Rules) -> Appendix:
    return appendix_table(small, rules, DAY)


def codes(table: Appendix) -> dict[str, list[str]]:
    return {one.field.key: [m.text("code") for m in one.models] for one in table.groups}


def why(found: Book, day: date) -> list[tuple[str, str, int]]:
    return [
        (one.code, one.place.column_key, one.place.row) for one in left_out(found, day, "Phụ lục")
    ]


@pytest.mark.req("R-051", "R-170")
def test_every_field_stands_in_the_rules_order_also_an_empty_one(table: Appendix) -> None:
    assert codes(table) == {"KT": ["MH03", "MH05"], "VH": ["MH01"], "QA": ["MH02"], "HT": []}
    assert list(codes(table)) == ["KT", "VH", "QA", "HT"]


@pytest.mark.req("R-192")
def test_its_rows_and_counts_are_those_of_the_covering_report(
    small: Book, rules: Rules, table: Appendix
) -> None:
    report = registration(small, rules, DAY)
    rows = sorted(model.row for group in table.groups for model in group.models)
    assert rows == [model.row for model in report.models]
    assert table.tally == report.tally
    assert {one.field.key: one.tally for one in table.groups} == report.by_field


@pytest.mark.req("R-192")
def test_the_fields_sum_to_the_whole_by_origin_and_by_kind(table: Appendix) -> None:
    for counts in ("origins", "kinds"):
        summed: dict[str, int] = {}
        for group in table.groups:
            for key, number in getattr(group.tally, counts).items():
                summed[key] = summed.get(key, 0) + number
        assert summed == getattr(table.tally, counts)


@pytest.mark.req("R-152", "R-170")
def test_a_model_registered_on_the_day_is_in_and_one_of_the_next_day_is_not(
    small: Book, rules: Rules
) -> None:
    assert codes(appendix_table(small, rules, date(2026, 2, 4)))["KT"] == ["MH03", "MH06"]
    assert codes(appendix_table(small, rules, date(2026, 2, 3)))["KT"] == ["MH06"]


@pytest.mark.req("R-161", "T-14")
def test_a_dropped_and_a_discovered_model_are_left_out_with_a_note(small: Book) -> None:
    assert why(small, DAY) == [("PL-005", "origin", 7), ("PL-004", "dropped_on", 9)]


@pytest.mark.req("R-161")
def test_a_model_dropped_on_the_day_is_out_and_one_dropped_the_day_after_is_in(
    small: Book, rules: Rules
) -> None:
    assert "MH06" not in codes(appendix_table(small, rules, date(2026, 2, 20)))["KT"]
    assert "MH06" in codes(appendix_table(small, rules, date(2026, 2, 19)))["KT"]


@pytest.mark.req("R-165")
def test_a_model_that_came_after_the_day_and_one_that_never_came_are_told_apart(
    rules: Rules, layout: Layout
) -> None:
    text = TEXT.replace("| Có  | 05/02/2026 |", "| Có  |            |", 1)
    found = why(book(layout, rules, text), date(2026, 2, 4))
    assert found == [
        ("PL-003", "registered_on", 4),
        ("PL-005", "origin", 7),
        ("PL-006", "registered_on", 8),
    ]


@pytest.mark.req("R-029", "R-170")
def test_a_model_registered_in_another_year_is_left_out_and_said_to_be(
    rules: Rules, layout: Layout
) -> None:
    found = book(layout, rules, TEXT.replace("03/02/2026", "03/02/2025", 1))
    assert codes(appendix_table(found, rules, DAY))["QA"] == []
    assert ("PL-007", "registered_on", 5) in why(found, DAY)


def test_a_model_whose_day_cannot_be_read_is_quoted_and_not_said_to_be_missing(
    rules: Rules, layout: Layout
) -> None:
    found = book(layout, rules, TEXT.replace("05/02/2026", "31/02/2026", 1))
    assert "MH01" in [one.text("code") for one in appendix_quoted(found, DAY).rows["models"]]
    assert "PL-003" not in [code for code, _, _ in why(found, DAY)]


def test_what_a_row_is_composed_from_is_quoted_once(rules: Rules, layout: Layout) -> None:
    text = TEXT + "| details | model | tasks |\n| | MH01 | Trồng hoa |\n| | MH04 | Nấu ăn |\n"
    rows = appendix_quoted(book(layout, rules, text), DAY).rows
    assert [one.text("code") for one in rows["registrants"]] == ["CT01", "CT02", "CT03"]
    assert [one.text("code") for one in rows["organisations"]] == ["TC01", "TC02"]
    assert [one.text("model") for one in rows["details"]] == ["MH01"]
