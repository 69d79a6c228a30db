"""Which rows of the register are this year's."""

from dvk_office.core.register_rows import of_this_year
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| register | kind             | number   | date       | cut_off    | state   |
|          | half_year_report | 09-BC/ĐU | 25/6/2025  | 20/6/2025  |         |
|          | half_year_report | 11-BC/ĐU | 5/1/2027   | 20/12/2026 |         |
|          | half_year_report | 12-BC/ĐU | 25/6/2026  |            | Hủy     |
|          | half_year_report | 13-BC/ĐU | 25/6/2026  |            |         |
|          | half_year_report |          |            |            | Chờ số  |
|          | annual_report    | 14-BC/ĐU | 25/6/2026  |            |         |
"""


def numbers(layout: Layout, rules: Rules, **settings: object) -> list[str]:
    made = book(layout, rules, TEXT, **settings)
    return [row.text("number") for row in of_this_year(made, "half_year_report")]


def test_a_paper_is_of_the_year_of_its_cut_off_else_of_its_date(
    layout: Layout, rules: Rules
) -> None:
    assert numbers(layout, rules) == ["11-BC/ĐU", "13-BC/ĐU", ""]


def test_where_the_year_is_not_known_every_paper_counts(layout: Layout, rules: Rules) -> None:
    assert numbers(layout, rules, year=None) == ["09-BC/ĐU", "11-BC/ĐU", "13-BC/ĐU", ""]
