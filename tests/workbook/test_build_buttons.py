"""The buttons stand in a table of places: one line a group, none over another."""

from itertools import combinations

from dvk_office.rules.actions import workbook_groups
from dvk_office.workbook.build_buttons import HEIGHT, ROW_HEIGHT, WIDTH, button_places
from dvk_office.workbook.build_pages import A4_LANDSCAPE

PIXELS_OF_A_POINT = 4 / 3
PIXELS_OF_A_CHARACTER = 7


def test_every_button_stands_in_the_line_of_its_group() -> None:
    groups = workbook_groups()
    placed = [(groups[place.row][0], place.action) for place in button_places(groups)]
    assert placed == [(group, action) for group, actions in groups for action in actions]


def test_no_button_covers_another_or_leaves_its_line() -> None:
    for one, other in combinations(button_places(workbook_groups()), 2):
        assert one.row != other.row or abs(one.left - other.left) > WIDTH
    assert HEIGHT < ROW_HEIGHT * PIXELS_OF_A_POINT


def test_a_line_of_buttons_is_no_wider_than_the_page() -> None:
    last = max(place.left for place in button_places(workbook_groups()))
    assert last + WIDTH < A4_LANDSCAPE * PIXELS_OF_A_CHARACTER
