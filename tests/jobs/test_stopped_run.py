"""A run that is stopped in the middle leaves whole papers only; the next one makes the rest and leaves what stands."""

import errno
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Self
from zipfile import ZipFile

import pytest

from dvk_office.jobs import output
from dvk_office.jobs.documents import documents
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.report import Report, silent
from dvk_office.jobs.verify import verify
from tests.paper_book import TODAY

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "so-mau-2026.xlsx"
KIND, CODES = "registration_form", ("MH01", "MH02", "MH03", "MH04", "MH05")
NAMES = [f"ban-dang-ky-mo-hinh-2026-{code.lower()}.docx" for code in CODES]
HELD = NAMES[2]
KILLED = 9
CHILD = """
import os, sys
from pathlib import Path
from dvk_office.jobs import output
from tests.jobs.test_stopped_run import KILLED, HELD, run
from dvk_office.jobs.opening import open_book

really = output.replace

def killed(temporary, path):
    if path.name == HELD:
        os._exit(KILLED)
    really(temporary, path)

output.replace = killed
run(open_book(Path(sys.argv[1])), Path(sys.argv[2]))
"""


def run(opened: Opened, out: Path) -> Report:
    return documents(opened, (KIND,), CODES, out, TODAY, silent)


@pytest.fixture(scope="module")
def sample() -> Opened:
    return open_book(SAMPLE)


def standing(out: Path) -> Mapping[str, int]:
    """Every paper in `out`, each of them whole, with the moment when it was written."""
    found = sorted(out.glob("*.docx"))
    for path in found:
        with ZipFile(path) as package:
            assert package.testzip() is None
    return {path.name: path.stat().st_mtime_ns for path in found}


def carried_on(sample: Opened, out: Path, before: Mapping[str, int]) -> None:
    """The next run makes all that there is to make, and leaves what stood."""
    report = run(sample, out)
    assert ([one.path.name for one in report.made], report.findings) == (NAMES, ())
    after = standing(out)
    assert list(after) == NAMES
    assert {name: after[name] for name in before} == before
    assert sorted(one.name for one in out.iterdir()) == sorted([*NAMES, "manifest.json"])
    assert verify(out).findings == ()


@pytest.mark.req("R-190")
def test_a_program_that_is_killed_leaves_whole_papers_and_the_next_makes_the_rest(
    sample: Opened, tmp_path: Path
) -> None:
    call = [sys.executable, "-c", CHILD, str(SAMPLE), str(tmp_path)]
    assert subprocess.run(call, cwd=ROOT, check=False).returncode == KILLED
    before = standing(tmp_path)
    assert list(before) == NAMES[:2]
    carried_on(sample, tmp_path, before)


class Full:
    """A file on a disk that is full after the first half of it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.file.close()

    def write(self, content: bytes) -> None:
        self.file.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.req("R-190")
def test_a_full_disk_is_told_of_each_paper_and_the_next_run_makes_the_rest(
    sample: Opened, tmp_path: Path
) -> None:
    really = Path.open

    def full(path: Path, mode: str = "r", **how: Any) -> Any:
        file = really(path, mode, **how)
        return Full(file) if path.name in {f".{name}.tmp" for name in NAMES[2:]} else file

    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(Path, "open", full)
        report = run(sample, tmp_path)
    assert [(one.code, one.place.tab) for one in report.findings] == [
        ("TEP-092", name) for name in NAMES[2:]
    ]
    before = standing(tmp_path)
    assert list(before) == NAMES[:2]
    assert list(tmp_path.glob(".*.tmp")) == []
    carried_on(sample, tmp_path, before)


@pytest.mark.req("R-190")
def test_a_paper_that_is_open_elsewhere_is_named_and_the_others_are_made(
    sample: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(sample, tmp_path)
    (tmp_path / HELD).write_bytes(b"opened and changed in Word")
    really = output.replace

    def held(temporary: Path, path: Path) -> None:
        if path.name == HELD:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        really(temporary, path)

    monkeypatch.setattr(output, "replace", held)
    report = run(sample, tmp_path)
    assert [(one.code, one.place.tab) for one in report.findings] == [("TEP-092", HELD)]
    assert [one.path.name for one in report.made] == [name for name in NAMES if name != HELD]
    assert (tmp_path / HELD).read_bytes() == b"opened and changed in Word"
    assert list(tmp_path.glob(".*.tmp")) == []


def test_a_paper_that_has_not_changed_may_be_open_elsewhere(
    sample: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(sample, tmp_path)

    def held(_temporary: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, str(path))

    monkeypatch.setattr(output, "replace", held)
    assert run(sample, tmp_path) == first


@pytest.mark.req("R-190")
def test_a_paper_that_another_program_lets_nobody_read_is_named_and_the_others_are_made(
    sample: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(sample, tmp_path)
    really = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == HELD:
            raise PermissionError(errno.EACCES, str(path))
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    report = run(sample, tmp_path)
    assert [(one.code, one.place.tab) for one in report.findings] == [("TEP-092", HELD)]
    assert [one.path.name for one in report.made] == [name for name in NAMES if name != HELD]
