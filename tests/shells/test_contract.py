"""Every port keeps the promises of the contract: the file on disk, and the workbook open in LibreOffice."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from dvk_office.core.edits import Edits
from dvk_office.jobs.backups import backup_path
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.rebuild import rebuilt
from dvk_office.rules.layout import Layout
from dvk_office.shells.contract import PROMISES, BrokenError, Promise, Trial
from dvk_office.shells.live import LiveBook
from dvk_office.shells.lo_engine.own_office import opened_in, own_office
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.port import Selected, Written
from dvk_office.workbook.results import Link, Shown

ROOT = Path(__file__).resolve().parents[2]
SAMPLE, EMPTY = ROOT / "samples" / "so-mau-2026.xlsx", ROOT / "workbooks" / "dvk-2026.xlsm"
MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the office's own clock
each_promise = pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.__name__)


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a workbook with buttons."""
    opened = open_book(SAMPLE)
    path = tmp_path_factory.mktemp("Sổ 'gốc' & 100%") / "sổ (1).xlsm"
    as_it_is = {"change": lambda entries: entries, "interpreter": sys.executable}
    rebuilt(SAMPLE, opened.layout, opened.rules, path, **as_it_is)
    return path


@pytest.fixture
def on_file(master: Path, tmp_path: Path, layout: Layout) -> FileBook:
    path = tmp_path / master.name
    path.write_bytes(master.read_bytes())
    return FileBook(path, layout, lambda _text: None, lambda _question, _choices: None)


@pytest.fixture(scope="module")
def in_libreoffice(
    master: Path, tmp_path_factory: pytest.TempPathFactory, layout: Layout
) -> Iterator[LiveBook]:
    with own_office(tmp_path_factory.mktemp("office")) as context:
        yield LiveBook(opened_in(context, master), layout)


@each_promise
def test_a_file_keeps(promise: Promise, on_file: FileBook, layout: Layout) -> None:
    promise(Trial(on_file, layout, MOMENT))


@each_promise
def test_a_workbook_in_libreoffice_keeps(
    promise: Promise, in_libreoffice: LiveBook, layout: Layout
) -> None:
    promise(Trial(in_libreoffice, layout, MOMENT))


class Forgetful(FileBook):
    """Breaks every promise that a file can break."""

    def mark(self, _name: str) -> str:
        return "khác"

    def snapshot(self, folder: Path) -> Path:
        return Path(shutil.copyfile(EMPTY, folder / "trống.xlsm"))

    def read_table(self, sheet_key: str) -> Sequence[Sequence[Shown]]:
        return super().read_table(sheet_key)[:1]

    def link(self, _link: Link) -> str:
        return ""

    def backup(self, moment: datetime) -> Path:
        copy = backup_path(self.path, moment)
        copy.parent.mkdir(exist_ok=True)
        return Path(shutil.copyfile(EMPTY, copy))

    def restore(self, copy: Path) -> None:
        self.path.write_bytes(copy.read_bytes())

    def write_entries(self, _edits: Edits) -> Written:
        return Written(self.path)

    def selected(self) -> Selected:
        return Selected("Mô hình", next(self.rows))

    rows = count(1)


UNTRIED = {"status_and_progress_are_said_and_taken_back"}  # nothing of it can be read back


@pytest.mark.parametrize(
    "promise",
    [one for one in PROMISES if one.__name__ not in UNTRIED],
    ids=lambda one: one.__name__,
)
def test_a_broken_promise_is_noticed(promise: Promise, on_file: FileBook, layout: Layout) -> None:
    port = Forgetful(on_file.path, layout, lambda _text: None, lambda _question, _choices: None)
    with pytest.raises(BrokenError):
        promise(Trial(port, layout, MOMENT))
