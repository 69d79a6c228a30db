"""The README tells the truth: every command it shows runs, every command of ours stands in it."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from dvk_office.rules.actions import load_actions
from dvk_office.shells.cli import cli, run

ROOT = Path(__file__).resolve().parents[1]
README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
NOTHING_WRONG, ERRORS_FOUND = 0, 1


def _shown() -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def _between(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```\n<!-- end -->", README, flags=re.DOTALL)
    assert found, mark
    return found[1].strip()


@pytest.fixture(scope="module")
def copy_of_the_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the shown commands touch, in a folder of its own."""
    folder = tmp_path_factory.mktemp("du an")
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copytree(ROOT / "dvk_office" / "rules", folder / "dvk_office" / "rules")
    return folder


def test_every_command_shown_runs(
    copy_of_the_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy_of_the_project)
    codes = {line: run(line.split()[1:]) for line in _shown()}
    expected = {line: ERRORS_FOUND if "co-loi" in line else NOTHING_WRONG for line in codes}
    assert codes == expected, capsys.readouterr().out


def test_every_command_of_ours_stands_in_the_readme() -> None:
    shown = {
        line.split()[1] for line in (*_shown(), _between("run-command").split("&& ")[-1]) if line
    }
    shown |= {"demo"} if "bin/dvk demo" in README else set()
    assert set(cli.commands) <= shown


def test_every_action_has_its_command_and_every_command_its_action() -> None:
    assert list(cli.commands) == [action.key for action in load_actions()]


def test_the_set_up_commands_need_nothing_but_python() -> None:
    for mark in ("run-command", "test-command"):
        assert _between(mark).startswith("python3 -m venv .venv && .venv/bin/python -m pip install")


def test_the_findings_shown_are_some_that_the_faulty_sample_gives(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["check", str(next(ROOT.glob("samples/so-mau-co-loi-*.xlsx"))), "--today", "2026-11-23"])
    given, shown = capsys.readouterr().out.splitlines(), _between("finding-example").splitlines()
    assert len(shown) >= 2
    assert [line for line in shown if line not in given] == []


def test_every_dependency_states_its_reason() -> None:
    text = ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lines = {
        line.strip().split('"')[1]: line for line in text.splitlines() if line.startswith('    "')
    }
    assert [name for name in named if " # " not in lines[name]] == []
