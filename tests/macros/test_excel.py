"""What a click does in Excel, up to the call of RunPython: run by pyOpenVBA, since no Excel was at hand.

Where this rests on Excel's own behaviour: VBA's MsgBox, GetAttr and Environ work in the code page of the PC
(Microsoft, "Visual Basic for Applications: Issues Using a Client-Server Environment and Double-byte Character Sets");
WScript.Shell and FileSystemObject are COM and take any letter. xlwings 0.37.8 splits its arguments at “;” in
`xlwings.utils.prepare_sys_path` and at “=” in `xlwings.Book.caller`.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import _intrinsics
from pyopenvba.interpreter._values import VBAInt

from dvk_office.rules.actions import Action
from tests.macros.built import BUTTONS, modules
from tests.macros.excel import LOG, PYTHON, RECORDER, Started, Windows, on_windows, opened, set_up

DELETE = 'Worksheets("xlwings.conf").Delete'
LINE = "from dvk_office.shells import buttons; buttons.check()"


@pytest.fixture
def windows() -> Iterator[Windows]:
    machine = Windows()
    with on_windows(machine):
        yield machine


@pytest.fixture
def excel(windows: Windows, tmp_path: Path) -> ExcelApplication:  # noqa: ARG001 - Excel runs on it
    return opened(tmp_path, RECORDER.format(answer=""))


def _code(windows: Windows) -> str:
    """The code of the one message that was shown; it ends with the place of the log, which has a line with the code."""
    ((text, title),) = windows.said
    assert title == "Dân vận khéo"
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith(f" (Nhật ký: {LOG})")
    code = text.partition(":")[0]
    assert [
        re.fullmatch(rf"\d{{4}}-\d+-\d+ \d+:\d+ {code}", line) is not None for line in windows.log
    ] == [True]
    return code


@pytest.mark.parametrize("action", BUTTONS, ids=lambda action: action.key)
@pytest.mark.parametrize("ribbon", [False, True], ids=["sheet", "ribbon"])
def test_a_click_runs_the_line_of_its_action(
    excel: ExcelApplication, windows: Windows, action: Action, *, ribbon: bool
) -> None:
    if ribbon:
        excel.run(f"Ribbon_{action.name}", excel.workbook)
    else:
        excel.run(f"DVK_{action.name}")
    line = f"from dvk_office.shells import buttons; buttons.{action.name}()"
    assert (excel.console, windows.said) == ([line], [])


@pytest.mark.parametrize(
    ("folder", "name", "code"),
    [
        ("", "Sổ1", "NUT-001"),
        ("https://d.docs.live.net/0a1b2c/Documents", "dvk.xlsm", "NUT-002"),
        ("D:\\sổ", "năm=2.xlsm", "NUT-003"),
        ("D:\\sổ", "một;hai.xlsm", "NUT-003"),
        ("D:\\một;hai", "dvk.xlsm", "NUT-003"),
    ],
)
def test_a_workbook_in_a_place_that_cannot_work_is_refused_by_name(
    excel: ExcelApplication, windows: Windows, folder: str, name: str, code: str
) -> None:
    excel.workbook.path, excel.workbook.name = folder, name
    excel.run("DVK_check")
    assert (_code(windows), excel.console) == (code, [])


def test_a_folder_may_hold_an_equals_sign(excel: ExcelApplication, windows: Windows) -> None:
    excel.workbook.path = "D:\\a=b"
    excel.run("DVK_check")
    assert (excel.console, windows.said) == ([LINE], [])


def test_a_workbook_that_no_program_set_up_says_so(
    excel: ExcelApplication, windows: Windows
) -> None:
    set_up(excel, "")
    excel.run("DVK_check")
    assert (_code(windows), excel.console) == ("NUT-004", [])


def test_a_workbook_that_lost_its_hidden_sheet_says_so(
    excel: ExcelApplication, windows: Windows
) -> None:
    excel.workbook.protection = None
    excel.evaluate(DELETE)
    excel.run("DVK_check")
    assert (_code(windows), excel.console) == ("NUT-004", [])


def test_no_tab_can_be_deleted(excel: ExcelApplication) -> None:
    with pytest.raises(VBARuntimeError, match="1004"):
        excel.evaluate(DELETE)


def test_a_python_that_is_gone_is_named(excel: ExcelApplication, windows: Windows) -> None:
    windows.files = frozenset()
    excel.run("DVK_check")
    assert PYTHON in windows.said[0][0]
    assert (_code(windows), excel.console) == ("NUT-005", [])


@pytest.mark.parametrize(
    ("code_page", "python", "works"),
    [
        ("cp1252", "C:\\Nguyễn\\python.exe", False),
        ("cp1252", "C:\\André\\python.exe", True),
        ("cp1258", "C:\\Đô\\python.exe", True),
        ("cp1258", "C:\\Nguyễn\\python.exe", False),
    ],
)
def test_a_python_whose_path_vba_cannot_read_is_refused(
    excel: ExcelApplication, windows: Windows, code_page: str, python: str, *, works: bool
) -> None:
    windows.code_page, windows.files = code_page, frozenset({python})
    set_up(excel, python)
    excel.run("DVK_check")
    assert (excel.console == [LINE]) is works
    assert [text.partition(":")[0] for text, _ in windows.said] == ["NUT-006"] * (not works)


def test_a_python_that_fails_is_followed_by_a_sentence_in_vietnamese(
    windows: Windows, tmp_path: Path
) -> None:
    excel = opened(tmp_path, RECORDER.format(answer="RunPython = -1"))
    excel.run("DVK_check")
    assert (_code(windows), excel.console) == ("NUT-007", [LINE])


def test_an_error_of_vba_is_told_and_the_next_click_works(windows: Windows, tmp_path: Path) -> None:
    excel = opened(tmp_path, RECORDER.format(answer='Err.Raise 70, , "Permission denied"'))
    excel.run("DVK_check")
    excel.run("DVK_check")
    assert [text.partition(":")[0] for text, _ in windows.said] == ["NUT-099"] * 2
    assert "(70: Permission denied)" in windows.said[0][0]
    assert excel.console == [LINE] * 2


def test_a_second_click_while_the_first_runs_starts_nothing(
    windows: Windows, tmp_path: Path
) -> None:
    excel = opened(tmp_path, RECORDER.format(answer="DVK_targets"))
    excel.run("DVK_check")
    assert (_code(windows), excel.console) == ("NUT-011", [LINE])


def test_without_the_shell_of_windows_the_message_is_still_shown(
    excel: ExcelApplication, windows: Windows
) -> None:
    windows.has_shell, excel.workbook.path = False, ""
    excel.run("DVK_check")
    assert [(kind, text[:7]) for kind, text, *_ in excel.dialogs] == [("MsgBox", "NUT-001")]


def _real_xlwings() -> str:
    """The module of xlwings as built, but for two expressions that the interpreter does not know.

    It compares the text “False” with True, and asks for the handle of Excel's window.
    """
    text = modules()["xlwings"]
    for old, new in (
        ('GetConfig("SHOW CONSOLE", False) = True', 'CBool(GetConfig("SHOW CONSOLE", False))'),
        ("Application.Hwnd", "7"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


def test_xlwings_starts_that_python_with_that_line_and_nothing_of_the_users_own(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real module: the folder of the workbook stays off the path, and %TEMP% keeps its letters."""
    for name, answer in (("getattr", VBAInt(32, "Integer")), ("environ", "C:\\Users\\Nguy?n")):
        monkeypatch.setitem(_intrinsics.INTRINSICS, name, lambda *_, answer=answer: answer)
    excel = opened(tmp_path, _real_xlwings())
    with pytest.raises(Started) as started:
        excel.run("DVK_check")
    command = started.value.args[0]
    lean = "from dvk_office.shells import lean;lean.block();"
    python = 'cmd.exe /C C: & cd "C:\\dvk" & "C:\\dvk\\python.exe"'
    assert command.startswith(f'{python} -B -c "{lean}import xlwings.utils;')
    assert r"prepare_sys_path(\"false;" in command
    assert f"; {LINE}" in command
    assert "--wb=\"Sổ 'Dân vận khéo' & 100% (2).xlsm\" --from_xl=1" in command
    assert re.search(r'--hwnd="7" 2> "C:\\Users\\Nguyễn\\Temp\\xlwings-[-0-9A-F]+\.log" $', command)
    assert (int(started.value.args[1]), started.value.args[2]) == (0, True)
    assert windows.said == []


def test_every_question_of_xlwings_is_answered_in_the_workbook(excel: ExcelApplication) -> None:
    """Else a file of the user's own for another workbook would answer it."""
    rows = excel.sheet("xlwings.conf").rows()
    answered = {str(row[0]) for row in rows}
    source = modules()["xlwings"]
    start, end = (
        source.index("Public Function RunPython("),
        source.index("Public Function RunFrozen"),
    )
    show = source[source.index("Sub ShowError(") :]
    asked = re.findall(r'GetConfig\("([^"]+)"', source[start:end] + show[: show.index("End Sub")])
    assert set(asked) - answered == {"INTERPRETER", "LICENSE_KEY"}  # asked only where there is none
