"""«Khôi phục bản lưu» that meets a fault: in a file at any step, in the open workbook at any write."""

import json
import shutil
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dvk_office.jobs.backups import backups, keep_file
from dvk_office.rules.layout import Layout
from dvk_office.shells import press
from dvk_office.shells.cli import run
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.restoring import write_entries
from dvk_office.shells.whole import whole
from dvk_office.workbook.kept_cells import kept_cells
from tests.failing_steps import FULL, HELD, failing
from tests.sheet_of_cells import CellSheet
from tests.shells.test_failures import MOMENT, SAMPLE, BusyError
from tests.workbook.carried import worked_on

REJECTED = -2147418111


@pytest.mark.parametrize("fault", [FULL, HELD], ids=["disk full", "held open"])
def test_whatever_step_fails_the_file_is_as_it_was_and_one_sentence_says_so(
    tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch, fault: OSError
) -> None:
    office, log = tmp_path / "văn phòng", tmp_path / "tạm"
    office.mkdir()
    log.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(log))
    book = Path(shutil.copy(SAMPLE, office / "sổ.xlsx"))
    keep_file(book, MOMENT)
    before, codes = SAMPLE.with_name("so-mau-co-loi-2026.xlsx").read_bytes(), set()
    for number in count(1):
        said: list[str] = []
        book.write_bytes(before)
        oldest = len(backups(book)) - 1
        port = FileBook(book, layout, said.append, lambda *_, last=oldest: last)
        with failing(office, number, fault, lasting=True) as steps:
            press.press("restore", port)
        if steps.done < number:
            break
        done = said[-1].startswith("Đã đưa")
        assert book.read_bytes() == (SAMPLE.read_bytes() if done else before)
        codes.add(said[-1].partition(":")[0])
    assert book.read_bytes() == SAMPLE.read_bytes()
    assert number > 8
    assert "NUT-029" not in codes
    assert {"LUU-001", "LUU-006"} <= codes


def test_whatever_write_fails_the_open_workbook_has_its_entries_again(
    tmp_path: Path, layout: Layout
) -> None:
    """Excel that turns busy once; the sheet is a pretence of its cells."""
    now, then = (
        worked_on(tmp_path / name, [{"code": "MH01", "name": name, "figure": 5}], _nothing)
        for name in ("nay.xlsx", "xưa.xlsx")
    )
    kept = {path: kept_cells(path, layout) for path in (now, then)}
    plan = next(one for one in kept[now] if one.plan.key == "models")
    for number in count(1):
        sheet = Failing.of([list(plan.headers), *plan.rows], layout.header_row)
        before = {at: one for at, one in sheet.cells.items() if one not in ("", None)}

        def restore(copy: Path, sheet: CellSheet = sheet) -> int:
            models = [(sheet, one) for one in kept[copy] if one.plan.key == "models"]
            return write_entries(models, layout.header_row)

        sheet.fails = number
        port: Any = SimpleNamespace(path=tmp_path / "nay.xlsx", restore=restore)
        try:
            whole(port, now, lambda restore=restore: restore(then))
        except BusyError:
            after = {at: one for at, one in sheet.cells.items() if one not in ("", None)}
            assert after == before
        else:
            break
    assert number > 3
    assert "xưa.xlsx" in sheet.cells.values()


def _nothing(_book: Any) -> None:
    """Nobody worked on it."""


class Failing(CellSheet):
    """Cells of which the write of the number `fails` is turned away."""

    fails = -1

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "writes" and value == self.fails:
            raise BusyError(REJECTED)


def test_a_full_disk_is_told_though_the_log_cannot_be_written_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with failing(tmp_path, 1, FULL, lasting=True):
        assert press.sentence(FULL).startswith("MAY-013: Đĩa đầy")


def test_a_command_that_fills_the_disk_ends_in_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise FULL

    monkeypatch.setattr("dvk_office.jobs.restore.backups", full)
    assert run(["restore", "sổ.xlsm", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "MAY-013"
