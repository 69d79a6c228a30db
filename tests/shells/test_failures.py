"""Failures that only Excel has, with stand-ins for it: it is busy, it shows a Protected View, it stops us halfway.

Sources. While a cell is edited or a dialog is open Excel turns calls from outside away: RPC_E_CALL_REJECTED 0x80010001,
VBA_E_IGNORE 0x800AC472 (Microsoft, "Fixing 'Application is Busy' and 'Call was Rejected By Callee' Errors"; xlwings
issues 1001 and 2278). A workbook in Protected View is in `Application.ProtectedViewWindows` and not in `Workbooks`
(Microsoft, "ProtectedViewWindow object (Excel)"), and its macros do not run.
"""

import re
import shutil
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dvk_office.core.edits import CellEdit, Edits
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.backups import backups, keep_file
from dvk_office.jobs.opening import open_book
from dvk_office.rules.layout import Layout
from dvk_office.shells import press
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.panel.hosts import ON_FILE, attach
from dvk_office.shells.port import Written
from dvk_office.shells.whole import whole

ROOT = Path(__file__).resolve().parents[2]
SAMPLE, MASTER = ROOT / "samples" / "so-mau-2026.xlsx", ROOT / "workbooks" / "dvk-2026.xlsm"
MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the office's own clock
REJECTED, IGNORED = -2147418111, -2146777998


class BusyError(Exception):
    """What pywin32 raises: an error with the number that Excel gave."""

    def __init__(self, hresult: int) -> None:
        super().__init__(hresult)
        self.hresult = hresult


class Stopped(FileBook):
    """A workbook that stops us with `fault` when entries are written, some of them being there already."""

    fault: Exception = BusyError(REJECTED)
    dead = False

    def write_entries(self, _edits: Edits) -> Written:
        shutil.copy(MASTER, self.path)
        raise self.fault

    def restore(self, copy: Path) -> int:
        if self.dead:
            raise self.fault
        return super().restore(copy)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def stopped(
    tmp_path: Path, layout: Layout, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> Stopped:
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    book = Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))

    def picks(_question: str, choices: Sequence[str]) -> int:
        return next(n for n, one in enumerate(choices) if "Kế hoạch kiểm tra" in one)

    def types(question: str, _usual: str) -> str:
        return "158" if question.startswith("Số") else "12/11/2026"

    return Stopped(book, layout, said.append, picks, types)


def told(said: list[str], code: str) -> None:
    """One sentence with its code and the place of the log."""
    (sentence,) = [one for one in said if not one.endswith(" …")]
    found = re.fullmatch(rf"{code}: .* \(Nhật ký: (.*)\)", sentence)
    assert found, sentence
    assert Path(found[1]).is_file()


@pytest.mark.parametrize("hresult", [REJECTED, IGNORED], ids=["cell edited", "dialog open"])
def test_an_excel_that_turns_busy_halfway_is_told_and_the_entries_are_as_they_were(
    stopped: Stopped, said: list[str], hresult: int
) -> None:
    stopped.fault, before = BusyError(hresult), stopped.path.read_bytes()
    press.press("number", stopped)
    told(said, "NUT-022")
    assert stopped.path.read_bytes() == before
    assert len(backups(stopped.path)) == 1


def test_where_nothing_can_be_brought_back_the_copy_is_named(
    stopped: Stopped, said: list[str]
) -> None:
    stopped.dead, before = True, stopped.path.read_bytes()
    press.press("number", stopped)
    told(said, "NUT-032")
    (kept,) = backups(stopped.path)
    assert kept.name in said[-1]
    assert kept.read_bytes() == before


def test_what_was_refused_before_anything_was_written_is_not_brought_back(
    stopped: Stopped,
) -> None:
    def refuse() -> None:
        raise DvkError(finding("NUT-031", Place(), column="Số"))

    kept = keep_file(stopped.path, MOMENT)
    stopped.path.write_bytes(b"what somebody saved meanwhile")
    with pytest.raises(DvkError):
        whole(stopped, kept, refuse)
    assert stopped.path.read_bytes() == b"what somebody saved meanwhile"


def test_what_is_written_wholly_is_given_on(stopped: Stopped) -> None:
    assert whole(stopped, stopped.path, lambda: 7) == 7


def test_a_workbook_in_protected_view_is_worked_on_as_a_file(
    tmp_path: Path, layout: Layout
) -> None:
    """The window of buttons finds it in no list of Excel; the buttons of the workbook itself are switched off."""
    book = Path(shutil.copy(MASTER, tmp_path / "sổ.xlsm"))
    host = attach(book, layout, books=list)
    assert (host.name, host.results_path("findings")) == (
        ON_FILE, book.with_name("sổ.ket-qua-soat-loi.xlsx"),
    )  # fmt: skip
    before = book.read_bytes()
    press.press("check", host.port)
    assert book.read_bytes() == before
    assert book.with_name("sổ.ket-qua-soat-loi.xlsx").is_file()


def test_the_manual_in_the_workbook_says_how_to_leave_protected_view() -> None:
    """Protected View runs no macro of ours, so nothing else can say it."""
    guide = openpyxl.load_workbook(MASTER, read_only=True)["Cách dùng"]
    text = " ".join(str(cell) for row in guide.iter_rows(values_only=True) for cell in row if cell)
    assert "«Enable Editing» rồi «Enable Content»" in text


def test_a_new_workbook_that_cannot_be_written_leaves_nothing_half_written(
    tmp_path: Path, layout: Layout
) -> None:
    """A stand-in for a file that Excel holds open: on Windows it cannot be replaced either."""
    book = Path(shutil.copy(SAMPLE, tmp_path / "sổ.xlsx"))
    held = tmp_path / "sổ-da-ghi-so.xlsm"
    held.mkdir()
    port = FileBook(book, layout, lambda _text: None, lambda _question, _choices: None)
    with pytest.raises(DvkError) as stopped:
        port.write_entries(Edits((CellEdit("models", 4, "approval_date", date(2026, 1, 2)),)))
    assert stopped.value.finding.code == "TEP-092"
    assert {one.name for one in tmp_path.iterdir()} == {book.name, held.name}
    assert open_book(book).book["models"]
