"""A fault at any step of bringing back a copy: the workbook is as it was, no copy is lost, and one finding says so."""

from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs.backups import KEPT, backups, keep_file
from dvk_office.jobs.restore import restore
from dvk_office.workbook.container import open_container
from tests.failing_steps import FULL, HELD, failing
from tests.jobs.test_restore import NOW, workbook


def with_copies(folder: Path) -> tuple[Path, bytes]:
    """A workbook with as many copies as are kept, each of another content."""
    folder.mkdir()
    book = folder / "sổ.xlsm"
    for number in range(KEPT):
        workbook(book, f"bản {number}")
        keep_file(book, NOW + timedelta(minutes=number))
    return book, workbook(book, "nay")


@pytest.mark.parametrize("fault", [FULL, HELD], ids=["disk full", "held open"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_whatever_step_fails_nothing_is_lost(
    tmp_path: Path, fault: OSError, *, lasting: bool
) -> None:
    codes = set()
    for number in count(1):
        book, before = with_copies(tmp_path / str(number))
        held = {path.name: path.read_bytes() for path in backups(book)}
        oldest = list(held.values())[-1]
        expected, lost = oldest, {list(held)[-1]}
        with failing(book.parent, number, fault, lasting=lasting) as steps:
            try:
                restore(book, KEPT, NOW + timedelta(days=1))
            except DvkError as stopped:
                codes.add(stopped.finding.code)
                expected, lost = before, set()
        assert book.read_bytes() == expected
        now = {path.name: path.read_bytes() for path in backups(book)}
        assert held.keys() - now.keys() <= lost
        assert all(now[name] == held[name] for name in held.keys() & now.keys())
        if steps.done < number:
            break
    assert number > 8
    assert codes >= {"LUU-001", "LUU-006"}


@pytest.mark.parametrize("step", ["os.fsync", "shutil.copyfile"])
def test_a_disk_that_is_full_halfway_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    book, before = with_copies(tmp_path / "so")

    def full(*facts: object) -> None:
        if step == "shutil.copyfile":
            Path(str(facts[1])).write_bytes(before[:100])
        raise FULL

    monkeypatch.setattr(step, full)
    with pytest.raises(DvkError) as stopped:
        restore(book, 1, NOW + timedelta(days=1))
    assert stopped.value.finding.code == ("LUU-006" if step == "os.fsync" else "LUU-001")
    assert book.read_bytes() == before
    assert not [one for one in book.parent.rglob("*") if one.name.endswith(".tmp")]
    assert all(open_container(path) for path in backups(book))
