"""The same workbook in LibreOffice: its macros compile, and a click starts the program with the line of its action.

LibreOffice compiles every module before it runs one macro, so one that does not compile stops them all. Headless it
shows nothing: what is asserted is the process that a macro starts.
"""

import stat
from pathlib import Path
from typing import Any

import pytest

from dvk_office.jobs.build_macros import read_macros
from dvk_office.rules.actions import Action
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from tests.macros.built import BUTTONS
from tests.soffice import run_macros

PROGRAM = """#!/bin/sh
# Stands for the Python of the program: writes down how it was called, then answers as the program does.
printf '%s\\n' "$@" >> "{log}"
shift 5
: > "$1.started"
echo OK > "$1.tmp"
mv "$1.tmp" "$1"
"""
CALL = 8  # lines that one call writes
MACROS = tuple(f"modDvk.DVK_{action.name}" for action in BUTTONS)
CALLBACKS = tuple(f"modDvk.Ribbon_{action.name}+" for action in BUTTONS)


@pytest.fixture(scope="module")
def office(
    rules: Rules, layout: Layout, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any], list[list[str]]]:
    """The workbook, what LibreOffice told, and every call of the program in its order."""
    folder = tmp_path_factory.mktemp("Sổ 'Dân vận khéo' & 100%")
    program, log, book = (folder / name for name in ("chương trình", "log", "sổ (2).xlsm"))
    program.write_text(PROGRAM.format(log=log), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    build_workbook(layout, rules, {}, book, read_macros(interpreter=str(program)))
    told = run_macros(book, folder / "profile", *MACROS, *CALLBACKS)
    lines = log.read_text(encoding="utf-8").splitlines()
    return book, told, [lines[at : at + CALL] for at in range(0, len(lines), CALL)]


def test_every_macro_and_every_callback_starts_the_program_once(
    office: tuple[Path, dict[str, Any], list[list[str]]],
) -> None:
    line = "from dvk_office.shells import buttons; buttons.{}()"
    called = [call[-1] for call in office[2]]
    assert called == [line.format(action.name) for action in BUTTONS] * 2


def test_the_program_is_told_where_to_answer_and_which_workbook_asks(
    office: tuple[Path, dict[str, Any], list[list[str]]],
) -> None:
    book, _, calls = office
    for call in calls:
        assert call[:5] == ["-P", "-X", "utf8", "-m", "dvk_office.shells.libreoffice"]
        assert call[6] == str(book)
    answers = [call[5] for call in calls]
    assert len(set(answers)) == len(answers)
    assert not [path for path in answers if Path(path).exists() or Path(f"{path}.started").exists()]


@pytest.mark.parametrize("action", BUTTONS, ids=lambda action: action.key)
def test_every_button_is_there_and_bound_to_its_macro(
    office: tuple[Path, dict[str, Any], list[list[str]]], action: Action
) -> None:
    assert office[1]["buttons"][action.word] == f"modDvk.DVK_{action.name}"


def test_it_opens_at_the_sheet_with_the_buttons(
    office: tuple[Path, dict[str, Any], list[list[str]]], layout: Layout
) -> None:
    assert office[1]["opened_at"] == layout.by_key["dashboard"].tab
