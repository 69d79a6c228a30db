"""One spelling of each body in the whole book, and no districts."""

from datetime import date

import pytest

from dvk_office.core.checks.names_of_bodies import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

BOOK = """
| organisations | code | name             | head_title |
|               | TC01 | Chi bộ thôn Đông | Bí thư     |
|               | TC02 | {organisation}   |            |

| registrants | code | kind    | name           | unit   |
|             | CT01 | Tập thể | {registrant}   | {unit} |
|             | CT02 | Cá nhân | ban xây dựng Đảng | Thôn Đông |

| team | name        | position        | unit       |
|      | Lê Thị Bình | {position}      | {team}     |

| exemplars | registrant | model | introduced_by |
|           | CT01       | MH01  | {introduced}  |

| activities | date     | kind       | title   |
|            | 1/3/2026 | propaganda | {title} |

| register | issuer   | kind | title | recipients   |
|          | {issuer} | plan |       | {sent_to} |
"""
CLEAN = {
    "organisation": "Ủy ban nhân dân xã An Phú",
    "registrant": "Trường Mầm non Hoa Sen",
    "unit": "Thôn Đông",
    "position": "Trưởng Ban Xây dựng Đảng",
    "team": "Ban Xây dựng Đảng",
    "introduced": "Chi bộ thôn Đông",
    "title": "Gửi Ban Tuyên giáo và Dân vận Thành ủy",
    "issuer": "Đảng ủy xã An Phú",
    "sent_to": "Ban Tuyên giáo và Dân vận Thành ủy (để báo cáo); UBND xã An Phú",
}
BODIES = {"party_committee": "Đảng ủy xã An Phú", "people_committee": "Ủy ban nhân dân xã An Phú"}


def found(layout: Layout, rules: Rules, **changed: str) -> set[tuple[str, str, str]]:
    settings = {key: changed.pop(key) for key in tuple(changed) if key in layout.setting_by_key}
    text = BOOK.format(**{**CLEAN, **changed})
    made = book(layout, rules, text, **{**BODIES, **settings})
    findings = [one for check in CHECKS for one in check(made, rules, layout, date(2026, 11, 23))]
    assert len({one.place for one in findings}) == len(findings), "one finding a cell"
    keys = {made.settings.place(key): key for key in made.settings.values}
    return {
        (
            one.code,
            one.place.sheet_key,
            keys.get(one.place, f"{one.place.column_key}{one.place.row}"),
        )
        for one in findings
    }


@pytest.mark.req("R-193", "T-23")
def test_a_book_with_one_spelling_of_each_body_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-193", "T-23")
@pytest.mark.parametrize(
    ("cell", "name", "place"),
    [
        ("organisation", "UBND xã An Phú", ("organisations", "name5")),
        ("registrant", "chi bộ Thôn Đông", ("registrants", "name4")),
        ("unit", "Ban Xây Dựng Đảng", ("registrants", "unit4")),
        ("team", "Ban xây dựng Đảng", ("team", "unit4")),
        ("introduced", "CB thôn Đông", ("exemplars", "introduced_by4")),
        ("issuer", "Đảng Ủy xã An Phú", ("register", "issuer4")),
        ("position", "Phó Trưởng Ban xây dựng Đảng", ("team", "position4")),
        ("title", "Gửi Ban Tuyên giáo, Dân vận Thành ủy", ("activities", "title4")),
        ("sent_to", "Đoàn thẩm định; Ban Tuyên Giáo và Dân vận Thành ủy",
         ("register", "recipients4")),
    ],
)  # fmt: skip
def test_another_spelling_is_warned_of_at_the_later_cell(
    layout: Layout, rules: Rules, cell: str, name: str, place: tuple[str, str]
) -> None:
    assert found(layout, rules, **{cell: name}) == {("TEN-002", *place)}


@pytest.mark.req("R-193", "T-23")
def test_another_spelling_inside_a_long_text_is_warned_of_there(
    layout: Layout, rules: Rules
) -> None:
    made = book(
        layout,
        rules,
        """
| details | model | partners                                    |
|         | MH01  | Chi hội phụ nữ; có Ban xây dựng Đảng cùng dự |
| meetings | code | conclusion                                   |
|          | CH01 | Giao Ban Xây dựng Đảng tổng hợp, xây dựng Đảng |
""",
        **BODIES,
    )
    warned = [
        (one.code, str(one.place), dict(one.facts)["found"])
        for check in CHECKS
        for one in check(made, rules, layout, date(2026, 11, 23))
    ]
    letter = layout.by_key["details"].letters["partners"]
    assert warned == [("TEN-002", f"Nội dung mô hình!{letter}4", "Ban xây dựng Đảng")]


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("team", "ban Xây dựng Đảng"),
        ("team", "BAN XÂY DỰNG ĐẢNG"),
        ("issuer", "Đảng uỷ xã An Phú"),
        ("team", "Ban Xây dựng Đảng xã"),
        ("sent_to", "Ban TG và DV Thành ủy; UBND xã An Phú"),
        ("position", "Phó Bí thư thường trực Đảng ủy"),
    ],
)
def test_what_makes_no_other_spelling_passes(
    layout: Layout, rules: Rules, cell: str, name: str
) -> None:
    assert found(layout, rules, **{cell: name}) == set()


@pytest.mark.req("R-193", "T-23")
def test_two_settings_that_are_one_body_are_spelt_alike(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, committee_name="Ban thường vụ Đảng ủy") == {
        ("TEN-002", "settings", "committee_name")
    }


def test_a_body_that_is_there_twice_is_no_matter_of_spelling(layout: Layout, rules: Rules) -> None:
    twice = found(layout, rules, organisation="chi bộ thôn đông", introduced="Chi bộ thôn Đông")
    assert twice == set()


@pytest.mark.req("R-193", "T-23")
def test_the_warning_names_both_spellings_and_the_first_place(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, BOOK.format(**{**CLEAN, "team": "Ban xây dựng Đảng"}), **BODIES)
    (one,) = (one for check in CHECKS for one in check(made, rules, layout, date(2026, 11, 23)))
    assert dict(one.facts) == {
        "found": "Ban xây dựng Đảng",
        "first": "Ban Xây dựng Đảng",
        "where": str(made.settings.place("board_name")),
    }


@pytest.mark.parametrize(
    ("cell", "name", "place"),
    [
        ("organisation", "Công an huyện Mẫu", ("organisations", "name5")),
        ("unit", "Quận ủy", ("registrants", "unit4")),
        ("issuer", "UBND thị xã Mẫu", ("register", "issuer4")),
    ],
)
def test_a_body_of_today_is_not_named_after_a_district(
    layout: Layout, rules: Rules, cell: str, name: str, place: tuple[str, str]
) -> None:
    assert found(layout, rules, **{cell: name}) == {("TEN-005", *place)}


def test_nor_is_one_of_the_settings(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, front_name="Ủy ban MTTQ Việt Nam huyện Mẫu") == {
        ("TEN-005", "settings", "front_name")
    }
