"""`dvk panel`: the window opens with the workbook that was named, and where it cannot the command says why."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dvk_office.shells import buttons
from dvk_office.shells.cli import run
from dvk_office.shells.panel import start
from tests.screen import screen

ROOT = Path(__file__).resolve().parents[2]
CLEAN = ROOT / "samples" / "so-mau-2026.xlsx"
LOOK_IN = """
import sys, tkinter
from dvk_office.shells.cli import run

def look(root, _n=0):
    root.update()
    labels = [one for frame in root.winfo_children() for one in frame.winfo_children()]
    print(root.title(), [one["text"] for one in labels if one.winfo_class() == "TLabel"])
    print([name for name in ("pandas", "numpy", "xlwings") if sys.modules.get(name)])
    root.destroy()

tkinter.Misc.mainloop = look
print(run(["panel", *sys.argv[1:]]))
"""


def shown(display: str, *arguments: str) -> list[str]:
    """What `dvk panel` shows, in a process of its own."""
    environment = {**os.environ, "DISPLAY": display, "PYTHONIOENCODING": "utf-8"}
    call = [sys.executable, "-c", LOOK_IN, *arguments]
    done = subprocess.run(
        call, env=environment, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_the_window_opens_with_the_workbook_and_without_heavy_libraries(tmp_path: Path) -> None:
    with screen(tmp_path) as shown_on:
        title, libraries, code = shown(shown_on.display, "samples/so-mau-2026.xlsx")
    assert title.startswith("Dân vận khéo – Bảng nút ")
    assert "so-mau-2026.xlsx" in title
    assert str(ROOT / "samples") in title
    assert (libraries, code) == ("[]", "0")


def test_a_workbook_that_is_not_there_can_be_mended_in_the_window(tmp_path: Path) -> None:
    with screen(tmp_path) as shown_on:
        title, _, code = shown(shown_on.display, "khong-co.xlsx")
    assert "khong-co.xlsx" in title
    assert code == "0"


def test_without_a_screen_it_says_so() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    call = [sys.executable, "-m", "dvk_office.shells", "panel"]
    done = subprocess.run(
        call, env=environment, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "Lỗi BN-002" in done.stdout


@pytest.fixture
def no_toolkit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dvk_office.jobs.panel.draws_windows", lambda: False)


@pytest.mark.usefixtures("no_toolkit")
@pytest.mark.parametrize("more", [[], ["--check"]])
def test_without_tkinter_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert run(["panel", *more]) == 1
    assert "BN-001: Máy này thiếu tkinter" in capsys.readouterr().out


@pytest.mark.usefixtures("no_toolkit")
def test_started_without_a_terminal_it_says_so_in_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(buttons, "say", said.append)
    monkeypatch.setattr(sys, "stdout", None)
    start.open_panel(None)
    assert [one.split(":")[1].strip() for one in said] == ["Lỗi BN-001"]


def test_the_plan_can_be_asked_for_without_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["panel", str(CLEAN), "--check", "--json"]) == 0
    groups = json.loads(capsys.readouterr().out)["groups"]
    assert [one["group"] for one in groups][:1] == ["Theo dõi"]


def test_the_plan_stands_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["panel", "--check"]) == 0
    assert "Theo dõi  Soát lỗi · Chỉ tiêu · Thời hạn" in capsys.readouterr().out


def test_a_file_is_opened_by_the_systems_own_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(start, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(start.subprocess, "Popen", started.append)
    monkeypatch.setattr(sys, "platform", "linux")
    start.open_file(tmp_path)
    assert started == [["/bin/xdg-open", str(tmp_path)]]


def test_where_no_program_opens_files_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "which", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    start.open_file(ROOT)
