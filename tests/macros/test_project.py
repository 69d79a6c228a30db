"""vbaProject.bin: rebuilt byte by byte, and as Excel wants it; no Excel was at hand.

Sources: [MS-OVBA] 2.3.4 (streams, module names), [MS-OVBA] 2.2.1 and 2.3.1.7 (PROJECT), XlsxWriter "Working with VBA
Macros" (code names of workbook and sheets must be the names of their document modules).
"""

import re
from io import BytesIO
from pathlib import Path

import olefile
import pytest
from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB

from dvk_office.core.findings import DvkError
from dvk_office.jobs.build_macros import build_macros, read_macros
from dvk_office.rules.layout import Layout
from tests.macros.built import MASTER, ROOT, modules, part

LONGEST_NAME = 31
DOCUMENT = {"00020819": "workbook", "00020820": "sheet"}


def test_what_is_committed_is_what_the_sources_give_byte_by_byte(
    layout: Layout, tmp_path: Path
) -> None:
    made = build_macros(layout, tmp_path)
    assert [one.path.name for one in made] == ["modDvk.bas", "vbaProject.bin"]
    assert [one.path.read_bytes() for one in made] == [
        (ROOT / "macros" / one.path.name).read_bytes() for one in made
    ]


def test_the_workbook_carries_the_committed_project() -> None:
    assert part("xl/vbaProject.bin") == (ROOT / "macros" / "vbaProject.bin").read_bytes()


def test_the_container_is_sound_to_a_strict_reader_and_lists_each_module_once() -> None:
    with olefile.OleFileIO(
        BytesIO(part("xl/vbaProject.bin")), raise_defects=olefile.DEFECT_INCORRECT
    ) as container:
        assert container.parsing_issues == []
        listed = container.openstream("PROJECT").read().decode("ascii")
        streams = {path[-1] for path in container.listdir() if path[0] == "VBA"}
    names = re.findall(r"^(?:Document|Module)=(\w+)", listed, re.MULTILINE)
    assert sorted(names) == sorted(modules())
    assert streams == {*names, "dir", "_VBA_PROJECT"}


def test_the_streams_of_the_project_agree_with_each_other() -> None:
    with ExcelFile(MASTER) as file:
        container = CFB.from_bytes(file.vba_project_bytes())
        assert file.vba_project().validate(container) == []


def test_every_sheet_and_the_workbook_have_their_document_module(layout: Layout) -> None:
    """Otherwise Excel makes modules of its own, and the ones with our names belong to nothing."""
    names = [
        _code_name(part(f"xl/worksheets/sheet{n}.xml")) for n in range(1, 1 + len(layout.sheets))
    ]
    book = _code_name(part("xl/workbook.xml"))
    documents = {
        name: DOCUMENT[found[1]]
        for name, text in modules().items()
        if (found := re.search(r'VB_Base = "0\{(\w{8})-', text))
    }
    assert documents == {book: "workbook", **dict.fromkeys(names, "sheet")}
    assert len(set(names)) == len(layout.sheets)


def _code_name(source: bytes) -> str:
    found = re.search(rb'<(?:sheetPr|workbookPr)[^>]* ?codeName="(\w+)"', source)
    assert found
    return found[1].decode()


def test_every_name_of_a_module_is_one_that_excel_takes() -> None:
    names = list(modules())
    assert [name for name in names if not re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII)] == []
    assert max(map(len, names)) <= LONGEST_NAME
    assert len({name.casefold() for name in names}) == len(names)


def test_every_source_is_ascii_with_the_line_ends_of_windows() -> None:
    for text in modules().values():
        assert text.isascii()
        assert "\n" not in text.replace("\r\n", "")


def test_the_document_modules_hold_no_code() -> None:
    """Nothing runs when the workbook is opened or typed into."""
    for name, text in modules().items():
        if name.startswith(("Sheet", "ThisWorkbook")):
            assert [line for line in text.splitlines() if not line.startswith("Attribute ")] == []


def test_a_program_without_its_macros_says_so(tmp_path: Path) -> None:
    with pytest.raises(DvkError) as caught:
        read_macros(tmp_path)
    assert caught.value.finding.code == "TEP-028"


def test_the_master_is_named_as_a_workbook_with_macros() -> None:
    assert MASTER.suffix == ".xlsm"
    assert b"sheet.macroEnabled.main+xml" in part("[Content_Types].xml")
