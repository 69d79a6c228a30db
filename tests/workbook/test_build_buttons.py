"""The buttons stand in a panel: each group's name, its buttons below it, one a line, none over another."""

from dvk_office.rules.actions import workbook_groups
from dvk_office.workbook.build_buttons import HEIGHT, LEFT, WIDTH, button_places
from dvk_office.workbook.build_dashboard_grid import LINE_HEIGHT, PANEL_WIDTH

PIXELS_OF_A_POINT = 4 / 3
PIXELS_OF_A_CHARACTER = 7


def test_every_button_stands_below_the_name_of_its_group() -> None:
    found: dict[str, list[str]] = {}
    group = ""
    for place in button_places(workbook_groups()):
        group = place.group or group
        found.setdefault(group, []).extend([place.action.key] if place.action else [])
    expected = {name: [one.key for one in actions] for name, actions in workbook_groups()}
    assert found == expected


def test_no_two_things_share_a_line_of_the_panel() -> None:
    rows = [place.row for place in button_places(workbook_groups())]
    assert rows == list(range(len(rows)))


def test_a_button_fits_into_its_line_and_into_the_panel() -> None:
    assert HEIGHT < LINE_HEIGHT * PIXELS_OF_A_POINT
    assert LEFT + WIDTH < PANEL_WIDTH * PIXELS_OF_A_CHARACTER
