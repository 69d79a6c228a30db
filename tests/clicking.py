"""What tests with real clicks share: workbooks whose buttons start this very Python, and clicks that wait for their end."""

import shutil
import sys
from pathlib import Path
from typing import Any

from dvk_office.jobs.build_macros import read_macros
from dvk_office.jobs.build_source import edited, read_source
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.shells.lo_engine.dialogs import OK
from dvk_office.workbook.build import build_workbook
from tests.desk import Desk

SOURCE = Path(__file__).resolve().parents[1] / "samples"
FINDINGS, TARGETS, DEADLINES = "Kết quả soát lỗi", "Chỉ tiêu", "Thời hạn"
BOARD, MODELS, REGISTER = "Tổng quan", "Mô hình", "Sổ văn bản"


def built(
    layout: Layout, rules: Rules, path: Path, edits: str = "", interpreter: str = sys.executable
) -> Path:
    """The sample year as a workbook with buttons that start `interpreter`."""
    content = read_source(SOURCE / "so-mau", layout)
    if edits:
        content = edited(content, SOURCE / edits, layout)
    build_workbook(layout, rules, content, path, read_macros(interpreter=interpreter))
    return path


def click(office: Desk, label: str, ends_at: str) -> list[list[Any]]:
    """Clicks a button and gives the cells of the sheet of results that it shows."""
    office.show(BOARD)
    office.click(label)
    return shown(office, ends_at)


def shown(office: Desk, tab: str) -> list[list[Any]]:
    """The cells of a sheet of results once the button has shown it and is done."""
    office.wait(lambda: office.shown() == tab)
    office.wait(lambda: not office.at_work())
    cells: list[list[Any]] = office.cells(tab, "A1:I1200")
    return cells


def copied(path: Path, folder: Path) -> Path:
    """The file as it was opened, without LibreOffice's lock beside it."""
    return Path(shutil.copy(path, folder))


def lines(cells: list[list[Any]]) -> list[list[Any]]:
    return [row for row in cells[3:] if any(row)]


def asked(office: Desk, words: str) -> dict[str, Any]:
    """The box that is open, as soon as it says `words`."""
    box: dict[str, Any] = office.wait(
        lambda: (box := office.box()) and words.casefold() in box["said"].casefold() and box
    )
    return box


def choice(box: dict[str, Any], words: str) -> str:
    """The number of the choice that holds `words`."""
    line = next(one for one in box["said"].splitlines() if words.casefold() in one.casefold())
    return line.partition(".")[0]


def after_a_question(office: Desk, label: str, words: str) -> list[list[Any]]:
    """Clicks a button, picks the choice that holds `words` if it asks, and gives the lines that it shows."""
    office.show(BOARD)
    office.click(label)
    box = office.wait(lambda: office.box() or office.shown() == FINDINGS)
    if isinstance(box, dict):
        office.answer_box(OK, choice(box, words))
    return lines(shown(office, FINDINGS))


def refusal(office: Desk, label: str) -> str:
    """Clicks a button that cannot do its work, reads the box and closes it."""
    office.show(BOARD)
    office.click(label)
    office.wait(office.box)
    return said_last(office)


def said_last(office: Desk) -> str:
    """What the message says with which a button ends; it is closed."""
    box = office.wait(lambda: (box := office.box()) and box["buttons"] == ["OK"] and box)
    office.answer_box("OK")
    office.wait(lambda: not office.at_work())
    said: str = box["said"]
    return said
