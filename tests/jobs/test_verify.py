"""The manifest tells years later whether every file is still as it was made."""

import json
from datetime import date
from pathlib import Path

import pytest

from dvk_office import __version__
from dvk_office.core.findings import DvkError
from dvk_office.jobs.manifest import NAME, enter, read
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Report
from dvk_office.jobs.verify import verify
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book


@pytest.fixture
def opened(rules: Rules, layout: Layout) -> Opened:
    return Opened(Path("so.xlsx"), book(layout, rules), rules, layout, ())


@pytest.fixture
def folder(opened: Opened, today: date, tmp_path: Path) -> Path:
    """An output folder with two papers in its manifest."""
    template = tmp_path / "mau.docx"
    template.write_bytes(b"template")
    out = tmp_path / "kết quả"
    made = [write_file(out / name, name.encode(), "paper") for name in ("a.docx", "b.docx")]
    enter(out, opened, made, template, today)
    return out


def codes(report: Report) -> list[tuple[str, str]]:
    return [(one.code, one.place.tab) for one in report.findings]


def states(report: Report) -> dict[str, str]:
    return {one["path"]: one["state"] for one in report.answer["files"]}


def test_untouched_files_are_intact(folder: Path) -> None:
    report = verify(folder)
    assert (codes(report), set(states(report).values())) == ([], {"intact"})


def test_a_changed_file_is_named(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"changed")
    assert codes(verify(folder)) == [("XM-001", "a.docx")]


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "b.docx").unlink()
    assert codes(verify(folder)) == [("XM-002", "b.docx")]


def test_a_file_that_is_not_ours_is_a_note(folder: Path) -> None:
    (folder / "ghi chú.txt").write_bytes(b"")
    assert codes(verify(folder)) == [("XM-003", "ghi chú.txt")]


def test_a_folder_in_place_of_a_file_cannot_be_read(folder: Path) -> None:
    (folder / "a.docx").unlink()
    (folder / "a.docx").mkdir()
    assert codes(verify(folder)) == [("XM-004", "a.docx")]


def test_a_path_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    manifest = json.loads((folder / NAME).read_text(encoding="utf-8"))
    manifest["files"][0]["path"] = "../mau.docx"
    (folder / NAME).write_text(json.dumps(manifest), encoding="utf-8")
    assert ("XM-002", "../mau.docx") in codes(verify(folder))


def test_a_folder_without_manifest_is_one_finding(tmp_path: Path) -> None:
    with pytest.raises(DvkError) as stop:
        verify(tmp_path)
    assert stop.value.finding.code == "XM-011"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"form": 1, "files": [{"path": 1}]}', "[" * 9999])
def test_a_broken_manifest_is_one_finding(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(DvkError) as stop:
        verify(tmp_path)
    assert stop.value.finding.code == "XM-010"


def test_an_entry_says_what_the_paper_was_made_from(folder: Path, today: date) -> None:
    entry = read(folder)[0]
    assert entry["template"]["name"] == "mau.docx"
    assert entry["workbook"]["name"] == "so.xlsx"
    assert entry["today"] == today.isoformat()
    assert entry["versions"]["dvk_office"] == __version__
    assert entry["versions"]["rules"] == today.year


def test_a_paper_made_again_takes_the_place_of_its_entry(
    folder: Path, opened: Opened, today: date
) -> None:
    enter(folder, opened, [write_file(folder / "a.docx", b"again", "paper")], None, today)
    assert [entry["path"] for entry in read(folder)] == ["a.docx", "b.docx"]


def test_a_paper_made_again_is_intact(folder: Path, opened: Opened, today: date) -> None:
    enter(folder, opened, [write_file(folder / "a.docx", b"again", "paper")], None, today)
    assert states(verify(folder)) == {"a.docx": "intact", "b.docx": "intact"}
