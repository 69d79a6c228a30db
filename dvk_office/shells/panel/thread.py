"""The thread of one click: finds the workbook, does the work, and always says that it has ended."""

from pathlib import Path

from dvk_office.rules.layout_load import load_layout
from dvk_office.shells import press
from dvk_office.shells.panel.desk import Desk, Ended, Placed, Told
from dvk_office.shells.panel.hosts import attach
from dvk_office.shells.panel.in_window import InWindow
from dvk_office.shells.panel.papers import papers_work

PAPERS = "documents"


def click(key: str, path: Path, desk: Desk) -> None:
    """Does what the button of the action `key` is for, in the workbook at `path`."""
    try:
        host = attach(path, load_layout())
        desk.say(Placed(host.name, held=host.hold is not None))
        work = papers_work(desk) if key == PAPERS else None
        press.press(key, InWindow(host, desk), work)
    except Exception as fault:  # noqa: BLE001 - the last wall before the person
        desk.say(Told(press.sentence(fault), bad=True))
    finally:
        desk.say(Ended())
