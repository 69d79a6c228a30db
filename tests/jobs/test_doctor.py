"""«Kiểm tra máy»: every thing looked at is named, and what is missing says what to do."""

import json
import sys
from pathlib import Path

import pytest

from dvk_office.jobs import doctor as job
from dvk_office.jobs.doctor import doctor
from dvk_office.jobs.host import find_excel
from dvk_office.jobs.new import new
from dvk_office.jobs.report import Report


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    """An office's folder whose buttons start this very Python."""
    folder = tmp_path_factory.mktemp("xã An Phú")
    new(folder, interpreter=sys.executable)
    return folder


def codes(report: Report) -> list[str]:
    return [one.code for one in report.findings]


def states(report: Report) -> dict[str, str]:
    return {one["what"]: one["state"] for one in report.answer["items"]}


def test_a_machine_that_has_everything_is_told_so_item_by_item(office: Path) -> None:
    report = doctor(office / "dvk-2026.xlsm")
    assert codes(report) == []
    assert set(states(report).values()) == {"ok"}
    assert {"Python", "Thư viện", "Chuyển sang PDF", "Python của các nút"} <= states(report).keys()
    json.dumps(report.answer)


def test_without_a_workbook_only_the_machine_is_looked_at() -> None:
    assert "Sổ theo dõi" not in states(doctor())


def test_a_missing_library_is_named(monkeypatch) -> None:
    monkeypatch.setattr(
        job, "requires", lambda _: ["click>=8", "khong-co-that>=1", "x; extra == 'test'"]
    )
    report = doctor()
    assert codes(report) == ["MAY-002"]
    assert "khong-co-that" in report.findings[0].message


def test_what_only_windows_needs_is_not_missed_elsewhere(monkeypatch) -> None:
    monkeypatch.setattr(job, "requires", lambda _: ["khong-co-that; sys_platform == 'win32'"])
    monkeypatch.setattr(sys, "platform", "linux")
    assert codes(doctor()) == []


@pytest.mark.parametrize(
    ("requirement", "name"),
    [
        ("docxtpl<0.21,>=0.20", "docxtpl"),
        ("xlwings==0.37.8", "xlwings"),
        ("a[b] >=1", "a"),
        ("c", "c"),
    ],
)
def test_a_requirement_is_looked_up_by_its_name(requirement: str, name: str) -> None:
    assert job._name(requirement) == name  # noqa: SLF001


def test_an_old_python_is_an_error(monkeypatch) -> None:
    monkeypatch.setattr(job, "OLDEST", (99, 0))
    assert codes(doctor()) == ["MAY-001"]


def test_neither_libreoffice_nor_word_is_a_note(monkeypatch) -> None:
    monkeypatch.setattr(job, "find_soffice", lambda: None)
    report = doctor()
    assert [(one.code, one.severity) for one in report.findings] == [("MAY-004", "note")]


def test_a_python_without_its_toolkit_for_windows_is_a_note(monkeypatch) -> None:
    monkeypatch.setattr(job, "draws_windows", lambda: False)
    report = doctor()
    assert [(one.code, one.severity) for one in report.findings] == [("MAY-011", "note")]


def test_windows_without_excel_is_warned_of(monkeypatch) -> None:
    monkeypatch.setattr(job, "find_excel", lambda: False)
    assert codes(doctor()) == ["MAY-003"]


def test_excel_is_known_by_its_registered_name() -> None:
    asked: list[str] = []
    assert find_excel(windows=True, registered=lambda name: bool(asked.append(name)) or True)
    assert asked == ["Excel.Application"]
    assert find_excel(windows=False) is None


def test_missing_templates_are_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(job, "office_folder", lambda _: tmp_path)
    assert codes(doctor()) == ["MAY-005"]


def test_a_file_that_is_no_workbook_gives_the_readers_finding(tmp_path: Path) -> None:
    (tmp_path / "so.xlsm").write_bytes(b"nothing")
    assert codes(doctor(tmp_path / "so.xlsm")) == ["TEP-005"]


def test_a_name_that_buttons_cannot_pass_on_is_an_error(office: Path, tmp_path: Path) -> None:
    target = tmp_path / "sổ=2.xlsm"
    target.write_bytes((office / "dvk-2026.xlsm").read_bytes())
    assert codes(doctor(target)) == ["MAY-006"]


def test_a_workbook_that_names_no_python_is_warned_of(tmp_path: Path) -> None:
    new(tmp_path, interpreter="")
    assert codes(doctor(tmp_path / "dvk-2026.xlsm")) == ["MAY-008"]


def test_a_python_that_is_gone_is_an_error(tmp_path: Path) -> None:
    new(tmp_path, interpreter=str(tmp_path / "python.exe"))
    assert codes(doctor(tmp_path / "dvk-2026.xlsm")) == ["MAY-009"]


def test_a_python_in_a_folder_with_accents_is_a_note(tmp_path: Path) -> None:
    python = tmp_path / "Trần" / "python.exe"
    python.parent.mkdir()
    python.touch()
    new(tmp_path, interpreter=str(python))
    report = doctor(tmp_path / "dvk-2026.xlsm")
    assert [(one.code, one.severity) for one in report.findings] == [("MAY-012", "note")]


def test_a_folder_is_looked_at_however_the_workbook_is_named(
    office: Path, tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "a;b").mkdir()
    (tmp_path / "a;b" / "dvk.xlsm").write_bytes((office / "dvk-2026.xlsm").read_bytes())
    monkeypatch.chdir(tmp_path / "a;b")
    assert codes(doctor(Path("dvk.xlsm"))) == ["MAY-006"]


def test_a_workbook_of_another_version_is_a_note(office: Path, monkeypatch) -> None:
    monkeypatch.setattr(job, "__version__", "9.9.9")
    assert codes(doctor(office / "dvk-2026.xlsm")) == ["MAY-010"]


def test_a_folder_that_takes_no_file_is_an_error(office: Path, monkeypatch) -> None:
    def refused(**_facts: object) -> None:
        raise PermissionError

    monkeypatch.setattr(job, "TemporaryFile", refused)
    assert codes(doctor(office / "dvk-2026.xlsm")) == ["MAY-007"]
