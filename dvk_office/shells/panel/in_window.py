"""The port of a click in the window: the workbook wherever it is, but said, asked and stopped in the window."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from dvk_office.core.edits import Edits
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.shells.panel.desk import Advanced, Asked, AskedText, Desk, Doing, Shown, Told
from dvk_office.shells.panel.hosts import Host
from dvk_office.shells.port import Port, Selected, Written
from dvk_office.workbook.results import LINK, FileLink, Link, Results
from dvk_office.workbook.results import Shown as Value


class InWindow:
    """A Port: `host` has the workbook, `desk` the person."""

    def __init__(self, host: Host, desk: Desk) -> None:
        self._host, self._desk = host, desk
        self._inner: Port = host.port

    @property
    def path(self) -> Path:
        return self._inner.path

    def mark(self, name: str) -> str:
        return self._inner.mark(name)

    def snapshot(self, folder: Path) -> Path:
        return self._inner.snapshot(folder)

    def selected(self) -> Selected:
        return self._inner.selected()

    def status(self, text: str) -> None:
        self._desk.say(Doing(text))

    def progress(self, what: str, done: int, total: int) -> None:
        self._desk.stop_if_wanted()
        self._desk.say(Advanced(what, done, total))

    def write_table(self, results: Results) -> None:
        """Shown in the window first: a workbook of results that cannot be written keeps nobody from reading them.

        Whoever stopped the work in time sees nothing written, unless files were made already.
        """
        if not any(isinstance(line.cells.get(LINK), FileLink) for line in results.lines):
            self._desk.stop_if_wanted()
        self._desk.say(Shown(results, self._host.results_path(results.sheet_key)))
        self._inner.write_table(results)

    def read_table(self, sheet_key: str) -> Sequence[Sequence[Value]]:
        return self._inner.read_table(sheet_key)

    def show_sheet(self, sheet_key: str) -> bool:
        return self._inner.show_sheet(sheet_key)

    def link(self, link: Link) -> str:
        return self._inner.link(link)

    def ask(self, question: str, choices: Sequence[str]) -> int | None:
        answer: int | None = self._desk.ask(Asked(question, choices))
        return answer

    def ask_text(self, question: str, usual: str) -> str | None:
        answer: str | None = self._desk.ask(AskedText(question, usual))
        return answer

    def tell(self, text: str, *, bad: bool = False) -> None:
        self._desk.say(Told(text, bad))

    def backup(self, moment: datetime) -> Path:
        """DvkError where another program has the file: it would write its own entries over ours."""
        self._desk.stop_if_wanted()
        if self._host.hold:
            raise DvkError(finding("BN-003", Place(tab=self.path.name), hold=self._host.hold.name))
        return self._inner.backup(moment)

    def restore(self, copy: Path) -> int:
        return self._inner.restore(copy)

    def write_entries(self, edits: Edits) -> Written:
        return self._inner.write_entries(edits)
