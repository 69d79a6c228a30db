"""The buttons on the dashboard and the Python that they call: what only a workbook with macros has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dvk_office.rules.actions import Action, Groups
from dvk_office.workbook.build_formats import Formats
from dvk_office.workbook.vba_project import macro_name

WIDTH, HEIGHT, LEFT = 160, 24, 6  # pixels; a button fills its row but for a hair
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
    """A line of the panel: the name of a `group`, or the button of an `action`, `row` lines below the first."""

    row: int
    group: str = ""
    action: Action | None = None


def button_places(groups: Groups) -> Iterator[ButtonPlace]:
    """The panel from top to bottom: each group's name, its buttons below it, one a line."""
    row = 0
    for group, actions in groups:
        yield ButtonPlace(row, group=group)
        for number, action in enumerate(actions, 1):
            yield ButtonPlace(row + number, action=action)
        row += 1 + len(actions)


def insert_buttons(sheet: Any, look: Formats, groups: Groups, at: tuple[int, int]) -> None:
    """Puts the panel into the column of the cell `at`, downwards from there."""
    first, column = at
    for place in button_places(groups):
        if place.action is None:
            sheet.write_string(first + place.row, column, place.group, look["button_group"])
            continue
        button = {
            "macro": macro_name(place.action),
            "caption": place.action.word,
            "description": place.action.help,
            "width": WIDTH,
            "height": HEIGHT,
            "x_offset": LEFT,
            "y_offset": 1,
        }
        sheet.insert_button(first + place.row, column, button)


def write_conf(sheet: Any, macros: Macros) -> None:
    """The sheet that xlwings' module reads: the interpreter, and every other setting at its safe value."""
    for row, (key, value) in enumerate(((PYTHON, macros.interpreter), *_CONF_ROWS)):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 80)
