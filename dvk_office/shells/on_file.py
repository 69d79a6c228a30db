"""The workbook as a file on disk: nothing in it is changed, results go into a workbook beside it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from dvk_office.core.edits import Edits
from dvk_office.jobs.backups import keep_file
from dvk_office.jobs.output import safe_name, write_file
from dvk_office.jobs.restore import put_back, whole_copy
from dvk_office.rules.layout import Layout
from dvk_office.shells.port import Selected, Written
from dvk_office.shells.typed import shown
from dvk_office.workbook.container import open_container
from dvk_office.workbook.parts import read_parts
from dvk_office.workbook.result_file import link_target, result_file, result_rows
from dvk_office.workbook.results import Link, Results, Shown

KIND = "results"
Tell = Callable[[str], None]
Ask = Callable[[str, Sequence[str]], int | None]
AskText = Callable[[str, str], str | None]


def _nothing(_question: str, _usual: str) -> str | None:
    """Nobody is there to type."""
    return None


class FileBook:
    """The file at `path`; `say` shows a line, `pick` lets the person choose, `write` type something."""

    def __init__(
        self, path: Path, layout: Layout, say: Tell, pick: Ask, write: AskText = _nothing
    ) -> None:
        self._path, self._layout = path, layout
        self._say, self._pick, self._write = say, pick, write

    @property
    def path(self) -> Path:
        return self._path

    def mark(self, name: str) -> str:
        return read_parts(open_container(self._path)).marks.get(name, "")

    def snapshot(self, folder: Path) -> Path:
        copy = folder / self._path.name
        copy.write_bytes(open_container(self._path).content)
        return copy

    def selected(self) -> Selected:
        return Selected()

    def status(self, text: str) -> None:
        if text:
            self._say(text)

    def progress(self, what: str, done: int, total: int) -> None:
        self.status(f"{what} ({done}/{total})")

    def results_path(self, sheet_key: str) -> Path:
        """The workbook beside this one that holds the results of one sheet."""
        name = safe_name(self._layout.by_key[sheet_key].tab)
        return self._path.with_name(f"{self._path.stem}.{name}.xlsx")

    def write_table(self, results: Results) -> None:
        made = result_file(self._layout, results, self._path)
        write_file(self.results_path(results.sheet_key), made, KIND, keep=False)

    def read_table(self, sheet_key: str) -> Sequence[Sequence[Shown]]:
        path = self.results_path(sheet_key)
        rows = result_rows(self._layout, sheet_key, path) if path.is_file() else ()
        return tuple(tuple(None if one == "" else shown(one) for one in row) for row in rows)

    def show_sheet(self, sheet_key: str) -> bool:  # noqa: ARG002 - nobody sees a file
        return False

    def link(self, link: Link) -> str:
        return link_target(self._path.name, link)

    def ask(self, question: str, choices: Sequence[str]) -> int | None:
        return self._pick(question, choices)

    def ask_text(self, question: str, usual: str) -> str | None:
        return self._write(question, usual)

    def tell(self, text: str, *, bad: bool = False) -> None:  # noqa: ARG002 - a line is a line
        self._say(text)

    def backup(self, moment: datetime) -> Path:
        return keep_file(self._path, moment)

    def restore(self, copy: Path) -> int:
        put_back(self._path, whole_copy(copy))
        return 0

    def write_entries(self, edits: Edits) -> Written:
        """Into a new workbook beside this one."""
        from dvk_office.jobs.beside import written_beside
        from dvk_office.jobs.opening import open_book

        made, findings = written_beside(open_book(self._path), edits)
        return Written(made.path, findings)
