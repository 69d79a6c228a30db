"""Many papers are entered in the manifest as they are made: none is lost, and it is not written for each of them."""

import json
from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs.manifest import NAME, enter, entering, read
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book


@pytest.fixture
def opened(rules: Rules, layout: Layout) -> Opened:
    return Opened(Path("so.xlsx"), book(layout, rules), rules, layout, ())


def made(out: Path, number: int) -> Made:
    return write_file(out / f"{number:03}.docx", str(number).encode(), "paper", lasting=False)


def paths(out: Path) -> list[str]:
    return [str(entry["path"]) for entry in read(out)]


def test_each_file_has_its_entry_at_the_end(opened: Opened, today: date, tmp_path: Path) -> None:
    with entering(tmp_path, opened, today) as enter_one:
        for number in (2, 1):
            enter_one(made(tmp_path, number), None)
    assert paths(tmp_path) == ["001.docx", "002.docx"]


def test_the_manifest_is_the_same_whether_files_are_entered_at_once_or_one_by_one(
    opened: Opened, today: date, tmp_path: Path
) -> None:
    files = [made(tmp_path, number) for number in range(3)]
    enter(tmp_path, opened, files, None, today)
    at_once = (tmp_path / NAME).read_bytes()
    with entering(tmp_path, opened, today) as enter_one:
        for one in files:
            enter_one(one, None)
    assert (tmp_path / NAME).read_bytes() == at_once


def test_it_is_written_a_few_times_for_hundreds_of_files(
    opened: Opened, today: date, tmp_path: Path
) -> None:
    seen = set()
    with entering(tmp_path, opened, today) as enter_one:
        for number in range(400):
            enter_one(made(tmp_path, number), None)
            if (tmp_path / NAME).is_file():
                seen.add((tmp_path / NAME).read_bytes())
    assert 1 <= len(seen) <= 4
    assert len(read(tmp_path)) == 400


def test_what_was_made_before_a_fault_is_entered(
    opened: Opened, today: date, tmp_path: Path
) -> None:
    def stopped() -> None:
        with entering(tmp_path, opened, today) as enter_one:
            enter_one(made(tmp_path, 1), None)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert paths(tmp_path) == ["001.docx"]


def test_earlier_entries_stay(opened: Opened, today: date, tmp_path: Path) -> None:
    for number in (1, 2):
        with entering(tmp_path, opened, today) as enter_one:
            enter_one(made(tmp_path, number), None)
    assert paths(tmp_path) == ["001.docx", "002.docx"]


def test_nothing_made_leaves_no_manifest(opened: Opened, today: date, tmp_path: Path) -> None:
    with entering(tmp_path, opened, today):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_that_is_not_ours_is_told_and_kept(
    opened: Opened, today: date, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text("{", encoding="utf-8")
    with pytest.raises(DvkError) as stop, entering(tmp_path, opened, today) as enter_one:
        enter_one(made(tmp_path, 1), None)
    assert stop.value.finding.code == "XM-010"
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "{"


def test_each_entry_stands_on_a_line_of_its_own(
    opened: Opened, today: date, tmp_path: Path
) -> None:
    enter(tmp_path, opened, [made(tmp_path, 1), made(tmp_path, 2)], None, today)
    first, *lines, last = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert (first, last) == ('{"form": 1, "files": [', "]}")
    assert [json.loads(line.removesuffix(","))["path"] for line in lines] == [
        "001.docx",
        "002.docx",
    ]
