"""Every button of the workbook has its function, and what LibreOffice starts answers whatever happens."""

import inspect
from pathlib import Path
from types import SimpleNamespace

import pytest

from dvk_office.rules.actions import Action, load_actions, workbook_groups
from dvk_office.shells import buttons, libreoffice
from dvk_office.shells.work import WORK

BUTTONS: tuple[Action, ...] = tuple(one for _, actions in workbook_groups() for one in actions)
LINE = "from dvk_office.shells import buttons; buttons.{}()"


@pytest.mark.parametrize("action", BUTTONS, ids=lambda action: action.key)
def test_every_button_has_a_function_without_arguments_and_its_work(action: Action) -> None:
    function = getattr(buttons, action.name)
    assert inspect.signature(function).parameters == {}
    assert action.key in WORK


def test_all_work_belongs_to_an_action() -> None:
    assert set(WORK) <= {action.key for action in load_actions()}


@pytest.fixture
def answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("dvk_office.shells.lean.block", lambda: None)
    caller = SimpleNamespace(set_mock_caller=lambda: None)
    monkeypatch.setattr(libreoffice, "open_workbook", lambda _path: caller)
    return tmp_path / "answer"


def test_a_button_that_did_its_work_is_answered_with_ok(
    answered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(buttons, "check", lambda: seen.append(Path(f"{answered}.started").exists()))
    libreoffice.main([str(answered), "sổ.xlsm", LINE.format("check")])
    assert answered.read_text(encoding="utf-8") == "OK\n"
    assert seen == [True]


def test_a_fault_is_answered_with_one_line_and_the_place_of_the_log(
    answered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buttons, "check", lambda: 1 / 0)
    libreoffice.main([str(answered), "sổ.xlsm", LINE.format("check")])
    (line,) = answered.read_text(encoding="utf-8").splitlines()
    log = answered.with_name("dvk_office.log")
    assert line.startswith("NUT-029: ")
    assert str(log) in line
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "import os; os.abort()",
        LINE.format("check") + "; 1",
        LINE.format("_click"),
        LINE.format("say"),
        "check",
    ],
)
def test_no_other_line_is_ever_run(answered: Path, line: str) -> None:
    libreoffice.main([str(answered), "sổ.xlsm", line])
    assert answered.read_text(encoding="utf-8").startswith("NUT-029: ")


def test_no_half_written_answer_is_left(answered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buttons, "check", lambda: None)
    libreoffice.main([str(answered), "sổ.xlsm", LINE.format("check")])
    assert sorted(path.name for path in answered.parent.iterdir()) == ["answer", "answer.started"]
