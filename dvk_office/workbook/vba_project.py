"""`vbaProject.bin` from the text of its modules, and xlwings' own module for workbooks without its add-in.

Built when the program is built, with pyopenvba; at work the built file is read, and pyopenvba is not needed.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any
from zipfile import ZipFile

from dvk_office.rules.actions import Action, Groups
from dvk_office.rules.layout import Layout
from dvk_office.workbook.vba_branches import Constant, resolve
from dvk_office.workbook.vba_text import ascii_source

BOOK_CODE_NAME = "ThisWorkbook"
HOST: Mapping[str, Constant] = MappingProxyType(
    {"App": "Microsoft Excel", "Mac": False, "MAC_OFFICE_VERSION": 0}
)
_STARTED = '" -B -c ""'  # how xlwings starts Python for a button
_LEAN = "from dvk_office.shells import lean;lean.block();"
_HEAD = """Attribute VB_Name = "modDvk"
Option Explicit

' Made by "dvk build" from rules/actions.toml: a macro for each button, a callback for each button of the ribbon.
"""
_MACRO = """
' {word}
Public Sub {macro}()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.{name}()"
End Sub

Public Sub {callback}(control As Object)
    {macro}
End Sub
"""


def code_name(key: str) -> str:
    """The name by which VBA knows the sheet `key`; also of its document module."""
    return "Sheet" + "".join(part.capitalize() for part in key.split("_"))


def macro_name(action: Action) -> str:
    """The macro behind the sheet button of `action`."""
    return f"DVK_{action.name}"


def callback_name(action: Action) -> str:
    """The macro behind the ribbon button of `action`."""
    return f"Ribbon_{action.name}"


def macro_module(groups: Groups) -> str:
    """The module `modDvk` as text: one line of Python a button."""
    return _HEAD + "".join(
        _MACRO.format(
            word=action.word,
            name=action.name,
            macro=macro_name(action),
            callback=callback_name(action),
        )
        for _, actions in groups
        for action in actions
    )


def xlwings_module() -> str:
    """The module of xlwings for workbooks without its add-in, for Excel on Windows; its licence stands at its head.

    Its command imports xlwings before the line of the button: what shall not be imported with it is blocked before.
    """
    found = find_spec("xlwings")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("xlwings")
    source = Path(found.origin).with_name("xlwings.bas").read_text(encoding="utf-8")
    before, first = f"{_STARTED}import xlwings.utils;", f"{_STARTED}{_LEAN}import xlwings.utils;"
    if source.count(before) != 1:
        raise ValueError(before)
    return resolve(source.replace(before, first), HOST)


def build_project(layout: Layout, modules: Mapping[str, str]) -> bytes:
    """The project with `modules` by name, and a document module for the workbook and for every sheet."""
    from pyopenvba import ExcelFile

    with TemporaryDirectory() as folder:
        path = Path(folder) / "project.xlsm"
        _skeleton(layout, path)
        with ExcelFile(path) as file:
            project = file.add_vba_project()
            for name, text in modules.items():
                source = ascii_source(text, name)
                project.add_module(name, source.replace("\n", "\r\n"))
            file.save(path)
        with ZipFile(path) as archive:
            return archive.read("xl/vbaProject.bin")


def name_modules(workbook: Any, sheets: Mapping[str, Any]) -> None:
    """Gives workbook and sheets the names of their document modules, else Excel makes modules of its own."""
    workbook.set_vba_name(BOOK_CODE_NAME)
    for key, sheet in sheets.items():
        sheet.set_vba_name(code_name(key))


def _skeleton(layout: Layout, path: Path) -> None:
    """A workbook with nothing in it but its sheets and their code names."""
    import xlsxwriter

    workbook = xlsxwriter.Workbook(str(path))
    name_modules(workbook, {sheet.key: workbook.add_worksheet() for sheet in layout.sheets})
    workbook.close()
