"""`dvk selftest`: the contract tried in whatever the machine has, on a workbook of its own; the report names nobody."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs import selftest as job
from dvk_office.jobs.report import Report
from dvk_office.rules.layout import Layout
from dvk_office.shells import contract, selftest
from dvk_office.shells.cli import run
from dvk_office.shells.contract import PROMISES, BrokenError, Trial

MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the office's own clock


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, with a name of somebody in it."""
    folder = tmp_path / "Nguyễn Văn A"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def promised(monkeypatch: pytest.MonkeyPatch, *promises: Callable[[Trial], None]) -> None:
    """Only these promises are tried."""
    monkeypatch.setattr(contract, "PROMISES", promises)
    names = {one.__name__: one.__name__ for one in promises}
    monkeypatch.setattr(selftest, "LABELS", {**selftest.LABELS, **names})


def text_of(report: Report) -> str:
    """The file to send back: what Windows' Notepad reads."""
    (made,) = report.made
    content = made.path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    return content.decode("utf-8-sig")


def test_every_promise_has_a_name_that_people_read() -> None:
    assert {one.__name__ for one in PROMISES} == set(selftest.LABELS)


def test_on_a_file_every_step_is_tried_and_the_report_says_so(
    temporary: Path, tmp_path: Path
) -> None:
    report = selftest.selftest("tep", tmp_path / "kết quả", lambda *_: None)
    assert [(one["key"], one["seen"]) for one in report.answer["steps"]] == [
        ("open", ""), *((one.__name__, "") for one in PROMISES),
    ]  # fmt: skip
    text = text_of(report)
    assert f"Được {len(PROMISES) + 1}/{len(PROMISES) + 1} bước." in text
    assert "xlwings 0.37.8" in text
    assert str(tmp_path) not in text
    assert list(temporary.iterdir()) == []
    assert [one.name for one in (tmp_path / "kết quả").iterdir()] == [report.made[0].path.name]


def test_in_libreoffice_the_port_is_that_of_the_buttons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All promises in LibreOffice: tests/shells/test_contract.py."""
    promised(monkeypatch, PROMISES[0], contract.a_link_names_its_cell)
    report = selftest.selftest("libreoffice", tmp_path, lambda *_: None)
    assert [one["seen"] for one in report.answer["steps"]] == ["", "", ""]
    assert report.answer["host"].startswith("LibreOffice ")
    assert report.findings == ()


class Excel:
    """Stands for an Excel of our own: remembers what it opened and whether it was ended."""

    version = "16.0"

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.ended = False
        self.display_alerts = True
        self.api = SimpleNamespace(
            AutomationSecurity=1, Build="17928", OperatingSystem="Windows (64-bit) NT 10.00"
        )
        self.books = SimpleNamespace(open=self._open)

    def _open(self, path: str) -> object:
        assert (self.display_alerts, self.api.AutomationSecurity) == (False, 3)
        assert Path(path).is_file()
        self.opened.append(Path(path))
        return SimpleNamespace(fullname=path)

    def quit(self) -> None:
        self.ended = True


def test_excel_is_one_of_our_own_and_is_gone_whatever_a_step_did(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    excel = Excel()

    def fails(trial: Trial) -> None:
        raise BrokenError(f"found 123.0 in {trial.port.path}")

    promised(monkeypatch, fails)
    monkeypatch.setattr(selftest, "_excel", lambda: excel)
    monkeypatch.setattr(selftest, "available", lambda _host: True)
    report = selftest.selftest(None, tmp_path / "ra", lambda *_: None)
    assert excel.ended
    assert [one.is_relative_to(temporary) for one in excel.opened] == [True]
    assert [one.code for one in report.findings] == ["TKT-001"]
    text = text_of(report)
    assert "Thử trong: Excel 16.0.17928, Windows (64-bit) NT 10.00" in text
    assert "KHÔNG ĐƯỢC · fails" in text
    assert "BrokenError: found 123.0 in ~" in text
    assert "Nguyễn" not in text


def test_an_excel_that_opens_nothing_is_the_one_step_that_failed(
    tmp_path: Path, temporary: Path
) -> None:
    del temporary

    @contextmanager
    def opens(book: Path) -> Iterator[job.Host]:
        raise OSError(f"(-2147221005, 'Invalid class string', {book.parent})")
        yield

    report = job.selftest("Excel", opens, tmp_path, MOMENT)
    ((key, seen),) = [(one["key"], one["seen"]) for one in report.answer["steps"]]
    assert key == "open"
    assert seen.startswith("OSError: (-2147221005, 'Invalid class string', ~")


@pytest.mark.parametrize(
    ("has", "tried"),
    [({"excel", "libreoffice", "tep"}, "excel"), ({"libreoffice", "tep"}, "libreoffice"),
     ({"tep"}, "tep")],
)  # fmt: skip
def test_without_a_wish_the_best_host_is_tried_and_told_when_it_is_not_excel(
    has: set[str], tried: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: Layout
) -> None:
    del layout
    names: list[str] = []

    def noted(name: str, *_arguments: Any) -> Report:
        names.append(name)
        return Report()

    monkeypatch.setattr(selftest, "available", has.__contains__)
    monkeypatch.setattr(job, "selftest", noted)
    report = selftest.selftest(None, tmp_path, lambda *_: None)
    assert names == [selftest.HOSTS[tried]]
    assert [one.code for one in report.findings] == ["TKT-003"] * (tried != "excel")


def test_a_host_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "find_excel", lambda: None)
    monkeypatch.setattr(selftest, "find_soffice", lambda: None)
    with pytest.raises(DvkError) as told:
        selftest.selftest("excel", tmp_path, lambda *_: None)
    assert told.value.finding.code == "TKT-002"
    assert "có: tep." in told.value.finding.mend
    assert list(tmp_path.iterdir()) == []


def test_the_command_answers_for_a_program_and_ends_with_1_where_a_step_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_trial: Trial) -> None:
        raise BrokenError("x")

    promised(monkeypatch, fails)
    code = run(["selftest", "--host", "tep", "--out", str(tmp_path), "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert code == 1
    assert [(one["key"], one["ok"]) for one in answer["steps"]] == [
        ("open", True),
        ("fails", False),
    ]
    assert answer["findings"][0]["code"] == "TKT-001"


@pytest.mark.parametrize(
    "spelling", ["{}\\sổ.xlsm", "'{}'", "{}/sổ.xlsm"], ids=["path", "quoted", "slashes"]
)
def test_the_folder_of_a_person_is_left_out_in_any_spelling(
    spelling: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = r"C:\Users\Nguyễn Văn A"
    monkeypatch.setattr(Path, "home", classmethod(lambda cls: cls(home)))
    shown = home.replace("\\", "/") if "/" in spelling else home
    assert "Nguyễn" not in job.impersonal(spelling.format(shown))
    assert "Nguyễn" not in job.impersonal(repr(spelling.format(shown)))
