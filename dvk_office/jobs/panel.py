"""«Bảng nút»: what the window of buttons offers, and whether this machine can draw one."""

from collections.abc import Iterator
from pathlib import Path

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import draws_windows
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.report import Report
from dvk_office.rules.actions import workbook_groups


def panel(workbook: Path | None = None) -> Report:
    """The groups of buttons, and what keeps the window from being opened; DvkError for a `workbook` it cannot work on."""
    if workbook:
        open_book(workbook)
    groups = [
        {
            "group": group,
            "buttons": [{"key": one.key, "word": one.word, "help": one.help} for one in actions],
        }
        for group, actions in workbook_groups()
    ]
    return Report(tuple(missing_toolkit()), answer={"groups": groups})


def missing_toolkit() -> Iterator[Finding]:
    """A finding where this Python came without tkinter."""
    if not draws_windows():
        yield finding("BN-001", Place(tab="tkinter"))
