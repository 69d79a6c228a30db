"""Dated copies of a workbook: made whole, the last twenty kept, one brought back byte for byte."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs.backups import (
    KEPT,
    backup_folder,
    backup_path,
    backups,
    clear_old,
    keep_file,
    moment_of,
)
from dvk_office.jobs.restore import restore
from dvk_office.workbook.container import open_container
from tests.workbook.written import pack, parts, sheet

NOW = datetime(2026, 11, 23, 14, 5, 9)  # noqa: DTZ001 - the office's own clock


def workbook(path: Path, text: str, product: str = "dvk_office") -> bytes:
    """A small workbook with one text in it, written to `path`."""
    name = f'<definedName name="dvk_product">"{product}"</definedName>'
    return pack(path, parts({"Mô hình": sheet({"A1": text})}, names=name)).read_bytes()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Sổ 'dân vận' & 100%.xlsm"
    workbook(path, "nay")
    return path


def test_a_copy_is_dated_and_lies_beside_the_workbook(book: Path) -> None:
    copy = keep_file(book, NOW)
    assert copy == book.parent / "ban-luu" / f"{book.stem} 2026-11-23 14.05.09.xlsm"
    assert copy.read_bytes() == book.read_bytes()


def test_two_copies_of_one_second_are_both_kept(book: Path) -> None:
    first = keep_file(book, NOW)
    second = keep_file(book, NOW)
    assert backups(book) == (second, first)
    assert moment_of(first, book) == moment_of(second, book) == NOW


def test_the_last_twenty_are_kept(book: Path) -> None:
    for minute in range(KEPT + 3):
        keep_file(book, NOW + timedelta(minutes=minute))
    clear_old(book)
    kept = [moment_of(path, book) for path in backups(book)]
    assert kept == [NOW + timedelta(minutes=n) for n in reversed(range(3, KEPT + 3))]


def test_files_that_are_no_copies_are_left_alone(book: Path) -> None:
    keep_file(book, NOW)
    for name in ("ghi chú.txt", "Sổ khác 2026-11-23 14.05.09.xlsm", f"{book.stem} cũ.xlsm"):
        (backup_folder(book) / name).write_bytes(b"x")
    assert len(backups(book)) == 1


def test_without_a_number_the_copies_are_listed_and_nothing_is_changed(book: Path) -> None:
    keep_file(book, NOW)
    report = restore(book, None, NOW)
    assert report.answer["lines"] == ["14:05:09 ngày 23/11/2026"]
    assert (report.made, len(backups(book))) == ((), 1)


def test_a_copy_comes_back_whole_and_the_present_one_is_kept(book: Path) -> None:
    before = keep_file(book, NOW).read_bytes()
    after = workbook(book, "sau")
    restore(book, 1, NOW + timedelta(hours=1))
    assert book.read_bytes() == before
    assert [path.read_bytes() for path in backups(book)] == [after, before]


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_number_that_no_copy_has_is_refused(book: Path, number: int) -> None:
    keep_file(book, NOW)
    with pytest.raises(DvkError) as stopped:
        restore(book, number, NOW)
    assert stopped.value.finding.code == "LUU-003"
    assert len(backups(book)) == 1


@pytest.mark.parametrize("name", ["~${}", ".~lock.{}#"], ids=["Excel", "LibreOffice"])
def test_a_workbook_that_is_open_is_not_replaced(book: Path, name: str) -> None:
    """It would write its own entries over those that were brought back."""
    keep_file(book, NOW)
    now = workbook(book, "sau")
    book.with_name(name.format(book.name)).touch()
    with pytest.raises(DvkError) as stopped:
        restore(book, 1, NOW)
    assert stopped.value.finding.code == "LUU-005"
    assert (book.read_bytes(), len(backups(book))) == (now, 1)


def test_a_damaged_copy_takes_nobodys_place(book: Path) -> None:
    copy = keep_file(book, NOW)
    copy.write_bytes(copy.read_bytes()[:-40])
    with pytest.raises(DvkError) as stopped:
        restore(book, 1, NOW)
    assert stopped.value.finding.code == "TEP-006"
    assert open_container(book)


def test_a_copy_that_is_no_workbook_of_ours_takes_nobodys_place(book: Path) -> None:
    workbook(keep_file(book, NOW), "khác", product="khac")
    with pytest.raises(DvkError) as stopped:
        restore(book, 1, NOW)
    assert stopped.value.finding.code == "LUU-004"


def test_an_old_copy_that_somebody_has_open_stops_nothing(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path) -> None:
        raise PermissionError

    for minute in range(KEPT):
        keep_file(book, NOW + timedelta(minutes=minute))
    monkeypatch.setattr(Path, "unlink", held)
    newest = backup_path(book, NOW + timedelta(days=1))
    workbook(newest, "mới")
    clear_old(book)
    assert len(backups(book)) == KEPT + 1
    monkeypatch.undo()
    clear_old(book)
    assert (len(backups(book)), newest.is_file()) == (KEPT, True)


def test_a_workbook_without_copies_says_so(book: Path) -> None:
    assert [one.code for one in restore(book, None, NOW).findings] == ["LUU-002"]


def test_a_copy_that_cannot_be_written_stops_the_work_and_leaves_nothing(book: Path) -> None:
    backup_folder(book).write_bytes(b"a file where the folder should be")
    with pytest.raises(DvkError) as stopped:
        keep_file(book, NOW)
    assert stopped.value.finding.code == "LUU-001"
    assert sorted(path.name for path in book.parent.iterdir()) == sorted([book.name, "ban-luu"])
