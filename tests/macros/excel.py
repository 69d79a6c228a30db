"""The built workbook in an Excel that is none: pyOpenVBA runs its VBA, with doubles for what only Windows has."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from pyopenvba import ExcelFile
from pyopenvba.apps.excel import ExcelApplication, _bridge
from pyopenvba.interpreter import _intrinsics
from pyopenvba.interpreter._objects import VBAObject, method
from pyopenvba.interpreter._values import VBAInt, error

from tests.macros.built import MASTER

PYTHON = r"C:\dvk\python.exe"
LOG = r"C:\Users\Nguyễn\Temp\dvk_office.log"
FOLDER = r"D:\Dân vận khéo"
RECORDER = """Public Function RunPython(PythonCommand As String)
    Debug.Print PythonCommand
    {answer}
End Function
"""


class Started(Exception):  # noqa: N818 - not an error: the process is started
    """The process that xlwings would start: its command line, and how its window shows."""


@dataclass
class Windows:
    """What Windows has and was asked: the files that are there, the messages shown as (text, title), the lines of the log."""

    files: frozenset[str] = frozenset({PYTHON})
    code_page: str = "cp1252"
    has_shell: bool = True
    said: list[tuple[str, str]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)


class Shell(VBAObject):
    """WScript.Shell."""

    vba_type_name = "IWshShell3"

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    @method
    def Popup(self, Text: str, SecondsToWait: object, Title: str, Type: object) -> object:  # noqa: N802, N803
        assert (int(SecondsToWait), int(Type)) == (0, 48 + 4096)  # type: ignore[call-overload]
        self._windows.said.append((Text, Title))
        return VBAInt(1, "Long")

    @method
    def ExpandEnvironmentStrings(self, Src: str) -> object:  # noqa: N802, N803
        return Src.replace("%TEMP%", r"C:\Users\Nguyễn\Temp")

    @method
    def Run(self, Command: str, WindowStyle: object, WaitOnReturn: object) -> object:  # noqa: N802, N803
        raise Started(Command, WindowStyle, WaitOnReturn)


class Files(VBAObject):
    """Scripting.FileSystemObject."""

    vba_type_name = "FileSystemObject"

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    @method
    def FileExists(self, FileSpec: str) -> object:  # noqa: N802, N803
        return FileSpec in self._windows.files

    @method
    def OpenTextFile(self, FileName: str, IOMode: object, Create: object) -> object:  # noqa: N802, N803
        assert (FileName, int(IOMode), bool(Create)) == (LOG, 8, True)  # type: ignore[call-overload]
        return Lines(self._windows)


class Lines(VBAObject):
    """The end of the log."""

    vba_type_name = "TextStream"

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    @method
    def WriteLine(self, Text: str) -> object:  # noqa: N802, N803
        self._windows.log.append(Text)
        return VBAInt(0, "Long")

    @method
    def Close(self) -> object:  # noqa: N802
        return VBAInt(0, "Long")


CANNOT_CREATE = 429  # "ActiveX component can't create object"
DOUBLES = {"wscript.shell": Shell, "scripting.filesystemobject": Files}


@contextmanager
def on_windows(windows: Windows) -> Iterator[None]:
    """Lets the interpreter find the doubles, and read letters in the code page of that PC."""

    def ask(_interpreter: object, arguments: list[object], _named: object) -> object:
        letter = str(arguments[0])[0].encode(windows.code_page, "replace")
        return VBAInt(letter[0], "Integer")

    def spell(_interpreter: object, arguments: list[object], _named: object) -> object:
        return bytes([int(str(arguments[0]))]).decode(windows.code_page)

    def create(_self: object, name: str) -> VBAObject:
        if not windows.has_shell:
            raise error(CANNOT_CREATE)
        return DOUBLES[name.lower()](windows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_bridge.ExcelBridge, "create", create)
        patch.setitem(_intrinsics.INTRINSICS, "asc", ask)
        patch.setitem(_intrinsics.INTRINSICS, "chr", spell)
        yield


@cache
def _master() -> ExcelApplication:
    """The sheets of the master workbook without its macros: reading them takes four times as long as copying them."""
    return ExcelApplication.open(MASTER, with_vba=False)


def opened(folder: Path, xlwings: str) -> ExcelApplication:
    """The master workbook, its module `xlwings` replaced, open as a file of an office."""
    path = folder / MASTER.name
    with ExcelFile(MASTER) as file:
        file.set_module("xlwings", xlwings)
        file.save(path)
    app = deepcopy(_master())
    app.load_vba(path)
    app.workbook.path, app.workbook.name = FOLDER, "Sổ 'Dân vận khéo' & 100% (2).xlsm"
    set_up(app, PYTHON)
    return app


def set_up(app: ExcelApplication, python: str) -> None:
    """Names the Python where no formula reads it; typed as people type, it would have all formulas parsed for that."""
    app.sheet("xlwings.conf").sheet.cell(1, 2, create=True).value = python
