"""The team of appraisers in the order of papers."""

import pytest

from dvk_office.core.team import chair_of, members, secretary_of
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| team | name          | role            |
|      | Đỗ Thị Ánh    | Thành viên      |
|      | Lê Văn Ân     | Thư ký          |
|      | Nguyễn Văn An | Thành viên      |
|      | Phạm Đạt      | Phó Trưởng đoàn |
|      | Vũ Thị Dung   | Trưởng đoàn     |
| meetings | code | kind            | date      | chair    | secretary |
|          | CH01 | Phiên thẩm định | 20/9/2026 | Phạm Đạt |           |
"""


@pytest.mark.req("R-117", "R-185")
@pytest.mark.parametrize(
    ("order", "ordinary"),
    [("name", ["Nguyễn Văn An", "Đỗ Thị Ánh"]), ("typed", ["Đỗ Thị Ánh", "Nguyễn Văn An"])],
)
def test_the_head_stands_first_and_the_secretary_last(
    rules: Rules, layout: Layout, order: str, ordinary: list[str]
) -> None:
    found = [one.text("name") for one in members(book(layout, rules, TEXT, people_order=order))]
    assert found == ["Vũ Thị Dung", "Phạm Đạt", *ordinary, "Lê Văn Ân"]


@pytest.mark.req("R-117")
def test_a_meeting_says_who_is_in_the_chair_else_the_team_does(
    rules: Rules, layout: Layout
) -> None:
    held = book(layout, rules, TEXT)
    (meeting,) = held["meetings"]
    assert (chair_of(held, meeting), secretary_of(held, meeting)) == ("Phạm Đạt", "Lê Văn Ân")
    assert chair_of(held, None) == "Vũ Thị Dung"


def test_without_a_team_nobody_is_in_the_chair(rules: Rules, layout: Layout) -> None:
    assert chair_of(book(layout, rules), None) == ""
