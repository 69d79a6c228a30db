"""What we hand out, and a workbook after each job, is valid Office Open XML.

Two independent validators look; both are shown to find a planted fault. Word papers: `tests/documents`.
"""

import shutil
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from zipfile import ZipFile

import pytest

from dvk_office.jobs.appendix import appendix
from dvk_office.jobs.new import new
from dvk_office.jobs.next_year import opening
from dvk_office.jobs.number import number
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.rebuild import rebuilt
from dvk_office.jobs.restore import restore
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import read_rules
from dvk_office.rules.year import Rules
from dvk_office.shells import press
from dvk_office.shells.on_file import FileBook
from tests.conftest import YEAR
from tests.openxml import NEWEST, OLDEST, audit_faults, sdk_faults

ROOT = Path(__file__).resolve().parents[2]
CLEAN = next(ROOT.glob("samples/so-mau-[0-9]*.xlsx"))
FAULTY = next(ROOT.glob("samples/so-mau-co-loi-*.xlsx"))
TODAY, GIVEN = date(YEAR, 11, 23), date(YEAR, 11, 12)
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


def _clicked(book: Path, key: str, sheet: str) -> Path:
    """The workbook of results that the button `key` leaves beside a file."""
    port = FileBook(book, load_layout(), lambda _text: None, lambda _question, _choices: None)
    press.press(key, port)
    return port.results_path(sheet)


def _numbered(book: Path) -> Path:
    return number(open_book(book), "inspection_plan", "158", GIVEN, TODAY).made[0].path


def _restored(book: Path) -> Path:
    """A master brought back from its copy."""
    office = Path(shutil.copy(MASTER, book.parent))
    moment = datetime(YEAR, 11, 23, 9, 30)  # noqa: DTZ001 - the office's own clock
    copy = office.parent / "ban-luu" / f"{office.stem} {YEAR}-11-22 08.00.00{office.suffix}"
    copy.parent.mkdir()
    shutil.copy(office, copy)
    return restore(office, 1, moment).made[0].path


def _carried_over(book: Path) -> Path:
    return new(book.parent / "văn phòng", source=book).made[0].path


def _next_year(book: Path) -> Path:
    """The faulty sample opened for an invented year."""
    after = read_rules((ROOT / "tests" / "rules" / "next_year.toml").read_text(encoding="utf-8"))
    assert isinstance(after, Rules)
    opened = open_book(book)
    change = partial(opening, layout=opened.layout, before=opened.rules, after=after)
    target = book.with_name("năm sau.xlsm")
    call = {"change": change, "interpreter": "python"}
    return rebuilt(book, opened.layout, after, target, **call)[0].path


def _appendix(book: Path) -> Path:
    """Of the clean sample: with mistakes in it no appendix is made."""
    return appendix(open_book(CLEAN), "01", book.parent, TODAY).made[0].path


AFTER: Mapping[str, Callable[[Path], Path]] = MappingProxyType(
    {
        "check": lambda book: _clicked(book, "check", "findings"),
        "targets": lambda book: _clicked(book, "targets", "targets"),
        "deadlines": lambda book: _clicked(book, "deadlines", "deadlines"),
        "number": _numbered,
        "restore": _restored,
        "new --from": _carried_over,
        "next year": _next_year,
        "appendix": _appendix,
    }
)


@pytest.mark.parametrize("job", AFTER)
def test_after_a_job_both_validators_find_nothing(job: str, tmp_path: Path) -> None:
    """On the sample with mistakes: whatever was typed is carried, and must not spoil the file."""
    made = AFTER[job](Path(shutil.copy(FAULTY, tmp_path / "sổ (2).xlsx")))
    assert made.is_file()
    assert (sdk_faults(made, OLDEST), audit_faults(made)) == ([], [])


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
