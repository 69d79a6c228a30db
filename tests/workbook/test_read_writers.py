"""The same book, saved by different programs and in different dialects of XML, is read as the same records."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import MAIN, RELATIONS, STRICT, pack

ROOT = Path(__file__).resolve().parents[2]
CLEAN = next(ROOT.glob("samples/so-mau-[0-9]*.xlsx"))
FAULTY = next(ROOT.glob("samples/so-mau-co-loi-*.xlsx"))
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
Members = Mapping[str, bytes]


def content(book: Book) -> list[object]:
    """All that was read: settings, and each record with its row."""
    records = [
        (one.heading.sheet_key, one.row, one.values) for sheet in book for one in sheet.records
    ]
    return [dict(book.settings.values), *records]


def assert_same(saved: Path, original: Path, layout: Layout) -> None:
    book, findings = read_book(saved, layout)
    first, first_findings = read_book(original, layout)
    assert content(book) == content(first)
    assert sorted(map(str, findings)) == sorted(map(str, first_findings))
    assert len(content(book)) > 600


def by_openpyxl(original: Path, folder: Path) -> Path:
    """Loaded and saved: formulas lose the results that were stored with them."""
    target = folder / "so-openpyxl.xlsx"
    openpyxl.load_workbook(original).save(target)
    return target


def by_libreoffice(original: Path, folder: Path) -> Path:
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed: libreoffice-calc"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    call = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "saved")]
    subprocess.run([*call, str(original)], check=True, capture_output=True, timeout=180)
    return folder / "saved" / original.name


def changed(original: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The book with each of its members changed."""
    with ZipFile(original) as archive:
        return pack(target, {name: change(name, archive.read(name)) for name in archive.namelist()})


def strict(_name: str, source: bytes) -> bytes:
    """The namespaces of ISO 29500 strict."""
    return source.replace(MAIN.encode(), STRICT.encode()).replace(
        RELATIONS.encode(), STRICT_RELATIONS.encode()
    )


def prefixed(name: str, source: bytes) -> bytes:
    """Every tag of workbook, sheets, texts and styles with a prefix of its namespace."""
    if not re.fullmatch(r"xl/(?:workbook|styles|sharedStrings|worksheets/sheet\d+)\.xml", name):
        return source
    source = source.replace(b' xmlns="', b' xmlns:x="')
    return re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", source)


def inline(strings: list[bytes]) -> Callable[[str, bytes], bytes]:
    """Each text in its own cell, none shared."""

    def change(name: str, source: bytes) -> bytes:
        if not name.startswith("xl/worksheets/sheet"):
            return source
        form = rb'(<c r="[A-Z0-9]+"(?: s="\d+")?) t="s"><v>(\d+)</v></c>'
        return re.sub(
            form,
            lambda cell: cell[1] + b' t="inlineStr"><is>' + strings[int(cell[2])] + b"</is></c>",
            source,
        )

    return change


@pytest.mark.parametrize("save", [by_openpyxl, by_libreoffice])
def test_a_book_saved_by_another_program_is_the_same_book(
    tmp_path: Path, layout: Layout, save: Callable[[Path, Path], Path]
) -> None:
    assert_same(save(CLEAN, tmp_path), CLEAN, layout)


@pytest.mark.parametrize("dialect", [strict, prefixed])
def test_namespaces_and_prefixes_make_no_difference(
    tmp_path: Path, layout: Layout, dialect: Callable[[str, bytes], bytes]
) -> None:
    for sample in (CLEAN, FAULTY):
        assert_same(changed(sample, tmp_path / "so.xlsx", dialect), sample, layout)


def test_texts_in_their_cells_are_read_as_shared_ones(tmp_path: Path, layout: Layout) -> None:
    with ZipFile(CLEAN) as archive:
        strings = re.findall(rb"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml"), re.DOTALL)
    assert_same(changed(CLEAN, tmp_path / "so.xlsx", inline(strings)), CLEAN, layout)


@pytest.mark.parametrize("old", ["\t", "\n ", "  "], ids=["tab", "line", "spaces"])
def test_white_space_inside_tags_makes_no_difference(
    tmp_path: Path, layout: Layout, old: str
) -> None:
    def spaced(name: str, source: bytes) -> bytes:
        if not name.startswith("xl/worksheets/sheet"):
            return source
        return source.replace(b"<c r=", b"<c" + old.encode() + b"r=").replace(
            b"<row r=", b"<row  r="
        )

    assert_same(changed(FAULTY, tmp_path / "so.xlsx", spaced), FAULTY, layout)
