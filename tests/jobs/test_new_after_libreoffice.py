"""A workbook that LibreOffice has saved is made whole again: its lock, its code names, its buttons, no entry lost."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from dvk_office.jobs.build_macros import read_macros
from dvk_office.jobs.build_source import read_source
from dvk_office.jobs.new import new
from dvk_office.rules.actions import workbook_groups
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.reader import read_book

SOURCE = Path(__file__).resolve().parents[2] / "samples" / "so-mau"


@pytest.fixture(scope="module")
def saved(layout: Layout, rules: Rules, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean sample with its buttons, as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("lưu bằng LibreOffice")
    book = folder / "so.xlsm"
    build_workbook(layout, rules, read_source(SOURCE, layout), book, read_macros(interpreter=""))
    assert shutil.which("soffice"), "LibreOffice is not installed: libreoffice-calc"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = "xlsm:Calc MS Excel 2007 VBA XML"
    call = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "ra")]
    subprocess.run([*call, str(book)], check=True, capture_output=True, timeout=180)
    return folder / "ra" / book.name


def whole(book: Path) -> tuple[bool, int, set[str | None]]:
    """Whether the tabs are locked, how many buttons start a macro, the code names of the sheets."""
    with ZipFile(book) as archive:
        drawings = [archive.read(one) for one in archive.namelist() if one.endswith(".vml")]
    opened = openpyxl.load_workbook(book)
    names = {sheet.sheet_properties.codeName for sheet in opened}
    buttons = sum(one.count(b"<x:FmlaMacro>") for one in drawings)
    return bool(opened.security and opened.security.lockStructure), buttons, names


def test_the_lock_of_the_tabs_and_the_code_names_are_lost_when_libreoffice_saves(
    saved: Path,
) -> None:
    locked, _, names = whole(saved)
    assert (locked, names) == (False, {None})


def test_a_new_workbook_from_it_has_them_again_and_every_entry(
    saved: Path, layout: Layout, tmp_path: Path
) -> None:
    made = new(tmp_path, source=saved).made[0].path
    locked, buttons, names = whole(made)
    assert locked
    assert buttons == sum(len(actions) for _, actions in workbook_groups())
    assert len(names) == len(layout.sheets)
    before, after = (read_book(one, layout)[0] for one in (saved, made))
    for sheet in layout.sheets:
        if sheet.role == "entry" and sheet.key != "settings":
            values = [[one.values for one in book[sheet.key]] for book in (before, after)]
            assert values[0] == values[1], sheet.key
    assert before.settings.values == after.settings.values
