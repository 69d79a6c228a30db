"""Opening the window: where that is not possible, one sentence says why."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

from dvk_office.core.findings import finding
from dvk_office.core.records import Place
from dvk_office.jobs.panel import panel
from dvk_office.jobs.report import Report
from dvk_office.rules.layout_load import load_layout
from dvk_office.shells import buttons, lean


def open_panel(book: Path | None) -> Report:
    """Shows the window until it is closed; findings where it could not be opened."""
    report = panel()
    if not report.findings:
        lean.block()
        report = _shown(book)
    if report.findings and sys.stdout is None:  # started without a terminal
        buttons.say(str(report.findings[0]))
    return report


def _shown(book: Path | None) -> Report:
    import tkinter as tk

    from dvk_office.shells.panel import look
    from dvk_office.shells.panel.hosts import open_in_excel
    from dvk_office.shells.panel.thread import click
    from dvk_office.shells.panel.window import Window

    look.sharp()
    try:
        root = tk.Tk()
    except tk.TclError:
        return Report((finding("BN-002", Place(tab="tkinter")),))
    layout = load_layout()
    found = book.absolute() if book else open_in_excel(layout)
    Window(root, layout, found, click=click, pick_file=pick_file, open_file=open_file)
    root.mainloop()
    return Report()


def pick_file() -> str:
    """The workbook that the person points at; empty for none."""
    from tkinter import filedialog

    kinds = [("Sổ theo dõi", "*.xlsm *.xlsx"), ("Mọi tệp", "*")]
    return filedialog.askopenfilename(title="Chọn sổ theo dõi", filetypes=kinds) or ""


def open_file(path: Path) -> None:
    """Opens a file or a folder as a double click does."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - what the person clicked
    elif program := which("open" if sys.platform == "darwin" else "xdg-open"):
        subprocess.Popen([program, str(path)])  # noqa: S603 - what the person clicked
