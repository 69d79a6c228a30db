"""The master workbook as it is handed out, taken apart: its macros, its buttons, its ribbon."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from pyopenvba import ExcelFile

from dvk_office.rules.actions import Action, workbook_groups
from tests.conftest import YEAR

ROOT = Path(__file__).resolve().parents[2]
MASTER = ROOT / "workbooks" / f"dvk-{YEAR}.xlsm"
RIBBON = "{http://schemas.microsoft.com/office/2006/01/customui}"
BUTTONS: tuple[Action, ...] = tuple(one for _, actions in workbook_groups() for one in actions)
_SUB = re.compile(r"^Public Sub (\w+)\((.*)\)\s*$", re.MULTILINE)


@cache
def part(name: str) -> bytes:
    """One member of the master workbook."""
    with ZipFile(MASTER) as archive:
        return archive.read(name)


@cache
def modules() -> Mapping[str, str]:
    """The source of every module of the project in the workbook."""
    with ExcelFile(MASTER) as file:
        return file.vba_modules()


def public_subs() -> Mapping[str, str]:
    """The public Subs of our standard modules with their parameters."""
    ours = (modules()[name] for name in ("modDvk", "modHost"))
    return {name: parameters for source in ours for name, parameters in _SUB.findall(source)}


def sheet_buttons() -> Iterator[tuple[str, str]]:
    """The caption and the macro of each button on a sheet."""
    with ZipFile(MASTER) as archive:
        drawings = [name for name in archive.namelist() if name.endswith(".vml")]
    for name in drawings:
        for shape in re.findall(r"<v:shape .*?</v:shape>", part(name).decode(), re.DOTALL):
            caption = re.search(r"<font[^>]*>([^<]*)<", shape)
            macro = re.search(r"<x:FmlaMacro>\[0\]!([^<]*)<", shape)
            assert caption, shape
            assert macro, shape
            yield caption[1], macro[1]


def ribbon_buttons() -> Iterator[Mapping[str, str]]:
    """The attributes of each button of the ribbon, in its order."""
    root = ET.fromstring(part("customUI/customUI.xml"))  # noqa: S314 - our own file
    for button in root.iter(f"{RIBBON}button"):
        yield button.attrib


def ribbon_labels(kind: str) -> list[str]:
    """The labels of the tabs or of the groups of the ribbon."""
    root = ET.fromstring(part("customUI/customUI.xml"))  # noqa: S314 - our own file
    return [one.attrib["label"] for one in root.iter(RIBBON + kind)]
