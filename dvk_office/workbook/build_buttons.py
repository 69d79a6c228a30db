"""The buttons on the dashboard and the Python that they call: what only a workbook with macros has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dvk_office.rules.actions import Action, Groups
from dvk_office.workbook.build_formats import Formats
from dvk_office.workbook.vba_project import macro_name

WIDTH, HEIGHT, GAP = 150, 30, 10  # pixels
ROW_HEIGHT = 30  # points
CONF = "xlwings"
PYTHON = "INTERPRETER_WIN"
_CONF_ROWS = (
    # What xlwings' module asks for, answered here, so that neither a file beside the workbook nor one in the user's
    # folder answers in its place. TEMP DIR: Windows fills it in whatever letters it has, VBA in its code page only.
    ("ADD_WORKBOOK_TO_PYTHONPATH", "false"),
    ("PYTHONPATH", ""),
    ("USE UDF SERVER", "False"),
    ("SHOW CONSOLE", "False"),
    ("SHOW_ERROR_POPUPS", "True"),
    ("TEMP DIR", "%TEMP%"),
    ("CONDA PATH", ""),
    ("CONDA ENV", ""),
    ("ONEDRIVE_CONSUMER_WIN", ""),
    ("ONEDRIVE_COMMERCIAL_WIN", ""),
    ("SHAREPOINT_WIN", ""),
)


@dataclass(frozen=True)
class Macros:
    """`project`: vbaProject.bin; `interpreter`: the Python that the buttons start, empty before `dvk new`."""

    project: bytes
    groups: Groups
    interpreter: str = ""


@dataclass(frozen=True)
class ButtonPlace:
    """A button in `row` lines below the first, `left` pixels from the left edge of its column."""

    action: Action
    row: int
    left: int


def button_places(groups: Groups) -> Iterator[ButtonPlace]:
    """One line a group, its buttons side by side."""
    for row, (_, actions) in enumerate(groups):
        for number, action in enumerate(actions):
            yield ButtonPlace(action, row, number * (WIDTH + GAP))


def insert_buttons(sheet: Any, look: Formats, groups: Groups, at: tuple[int, int]) -> None:
    """Puts the names of the groups into the column of the cell `at` and below, the buttons into the column after."""
    first, column = at
    for row, (group, _) in enumerate(groups, first):
        sheet.set_row(row, ROW_HEIGHT)
        sheet.write_string(row, column, group, look["button_group"])
    for place in button_places(groups):
        button = {
            "macro": macro_name(place.action),
            "caption": place.action.word,
            "description": place.action.help,
            "width": WIDTH,
            "height": HEIGHT,
            "x_offset": place.left,
            "y_offset": (ROW_HEIGHT * 4 // 3 - HEIGHT) // 2,
        }
        sheet.insert_button(first + place.row, column + 1, button)


def write_conf(sheet: Any, macros: Macros) -> None:
    """The sheet that xlwings' module reads: the interpreter, and every other setting at its safe value."""
    for row, (key, value) in enumerate(((PYTHON, macros.interpreter), *_CONF_ROWS)):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 80)
