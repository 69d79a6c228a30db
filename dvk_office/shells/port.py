"""The workbook as a button sees it: a dozen things to do with it, wherever it is open.

Three backends: `live.LiveBook` on xlwings, in Excel or (with our engine) in LibreOffice; `on_file.FileBook` for a file
on disk, whose results go into a workbook beside it. `contract` says what each of them promises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from dvk_office.core.edits import Edits
from dvk_office.core.findings import Finding
from dvk_office.workbook.results import Link, Results, Shown


@dataclass(frozen=True)
class Selected:
    """Where the cursor stands: the tab and the row; an empty tab and 0 where there is no cursor."""

    tab: str = ""
    row: int = 0


@dataclass(frozen=True)
class Written:
    """The workbook that holds the entries now, and what could not be carried over into it."""

    path: Path
    findings: tuple[Finding, ...] = ()


class Port(Protocol):
    """A workbook of ours, open or on disk."""

    @property
    def path(self) -> Path:
        """The file."""

    def mark(self, name: str) -> str:
        """What the builder wrote into the workbook under `name`; empty if nothing."""

    def snapshot(self, folder: Path) -> Path:
        """A copy in `folder` of the workbook as it stands now, with what was not saved yet."""

    def selected(self) -> Selected:
        """Where the cursor stands."""

    def status(self, text: str) -> None:
        """Says what is being done; the empty text gives the line back."""

    def progress(self, what: str, done: int, total: int) -> None:
        """Says how far a long piece of work is; CancelledError where the person wants no more of it."""

    def write_table(self, results: Results) -> None:
        """Fills a sheet of results in place of what it showed, and shows it; it stays locked."""

    def read_table(self, sheet_key: str) -> Sequence[Sequence[Shown]]:
        """The lines that a sheet of results shows, every column of the layout."""

    def show_sheet(self, sheet_key: str) -> bool:
        """Leads the person to the beginning of a sheet; False where the workbook is not open before them."""

    def link(self, link: Link) -> str:
        """What is written into a cell that leads to `link`."""

    def ask(self, question: str, choices: Sequence[str]) -> int | None:
        """Which of `choices` the person picks, counted from nought; None for none."""

    def ask_text(self, question: str, usual: str) -> str | None:
        """What the person types; None for nothing."""

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Says something that the person must have read."""

    def backup(self, moment: datetime) -> Path:
        """A copy beside the workbook, dated."""

    def restore(self, copy: Path) -> int:
        """Brings back the entries of `copy` as they were; gives how many formulas came back as their values."""

    def write_entries(self, edits: Edits) -> Written:
        """Writes cells and new rows into the sheets for typing; DvkError, with nothing written, where that cannot be."""
