"""What we hand out is valid Office Open XML; both validators are shown to find a planted fault."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import YEAR
from tests.openxml import NEWEST, OLDEST, audit_faults, sdk_faults

ROOT = Path(__file__).resolve().parents[2]
MASTER = ROOT / "workbooks" / f"dvk-{YEAR}.xlsm"
HANDED_OUT = (MASTER, *sorted(ROOT.glob("samples/*.xlsx")))
LOCK = b'<workbookProtection lockStructure="1"/>'


@pytest.mark.parametrize("version", [OLDEST, NEWEST])
@pytest.mark.parametrize("path", HANDED_OUT, ids=lambda path: path.name)
def test_the_sdk_of_microsoft_finds_nothing(path: Path, version: str) -> None:
    assert sdk_faults(path, version) == []


@pytest.mark.parametrize("path", HANDED_OUT, ids=lambda path: path.name)
def test_openxml_audit_finds_nothing(path: Path) -> None:
    assert audit_faults(path) == []


def _spoiled(folder: Path, member: str, right: bytes, wrong: bytes) -> Path:
    """The master workbook with one place of one member changed."""
    path = folder / MASTER.name
    with ZipFile(MASTER) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == member:
                assert right in part
                part = part.replace(right, wrong, 1)
            new.writestr(name, part)
    return path


def test_a_mistake_in_the_ribbon_would_be_found(tmp_path: Path) -> None:
    spoiled = _spoiled(tmp_path, "customUI/customUI.xml", b'size="large"', b'sizes="large"')
    assert ["/customUI/customUI.xml" in one for one in sdk_faults(spoiled)] == [True]


def test_a_lock_in_the_wrong_place_would_be_found(tmp_path: Path) -> None:
    spoiled = _spoiled(tmp_path, "xl/workbook.xml", LOCK, b"<bookViews/>" + LOCK)
    assert sdk_faults(spoiled)
    assert audit_faults(spoiled)
