"""The master workbook: the same from the same sources, locked, marked, and open at its buttons."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl

from dvk_office import __version__
from dvk_office.jobs.build import build_master
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_buttons import CONF, PYTHON
from tests.macros.built import MASTER, part


def _parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_committed_is_what_the_sources_give_part_by_part(
    rules: Rules, tmp_path: Path
) -> None:
    fresh, committed = _parts(build_master(rules, tmp_path).path), _parts(MASTER)
    assert list(fresh) == list(committed)
    assert [name for name, content in fresh.items() if committed[name] != content] == []


def test_two_builds_are_equal_byte_by_byte(rules: Rules, tmp_path: Path) -> None:
    first, second = (build_master(rules, tmp_path / name).path for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_no_entry_says_when_or_on_what_system_it_was_made() -> None:
    with ZipFile(MASTER) as archive:
        entries = {(one.date_time, one.create_system) for one in archive.infolist()}
    assert entries == {((1980, 1, 1, 0, 0, 0), 0)}


def test_tabs_cannot_be_renamed_moved_or_deleted_and_no_password_is_asked() -> None:
    protection = openpyxl.load_workbook(MASTER).security
    assert protection.lockStructure
    assert (protection.workbookPassword, protection.workbookHashValue) == (None, None)


def test_no_sheet_for_typing_is_protected(layout: Layout) -> None:
    """In Excel a table on a protected sheet takes no new rows."""
    book = openpyxl.load_workbook(MASTER)
    entries = [sheet.tab for sheet in layout.sheets if sheet.role == "entry"]
    assert [tab for tab in entries if book[tab].protection.sheet] == []


def test_the_workbook_says_which_program_made_it(layout: Layout, rules: Rules) -> None:
    properties = {one.name: one.value for one in openpyxl.load_workbook(MASTER).custom_doc_props}
    assert properties == {
        "dvk_product": layout.product,
        "dvk_layout_version": layout.version,
        "dvk_year": rules.year,
        "dvk_program": __version__,
    }


def test_it_opens_at_the_sheet_with_the_buttons(layout: Layout) -> None:
    assert openpyxl.load_workbook(MASTER).active.title == layout.by_key["dashboard"].tab


def test_the_place_of_python_is_empty_and_out_of_sight(layout: Layout) -> None:
    sheet = openpyxl.load_workbook(MASTER)[layout.by_key[CONF].tab]
    assert (sheet["A1"].value, sheet["B1"].value or "") == (PYTHON, "")
    assert sheet.sheet_state == "veryHidden"


def test_the_ribbon_is_found_from_the_package() -> None:
    """[MS-CUSTOMUI] 2.1: the relationship of the part, from the package itself."""
    relation = b"http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
    assert (
        part("_rels/.rels").count(b'Type="' + relation + b'" Target="customUI/customUI.xml"') == 1
    )
