"""Where the window finds the workbook: open in Excel, open in LibreOffice, or as a file on disk."""

from pathlib import Path
from typing import Any

import pytest

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.rules.layout import Layout
from dvk_office.shells.live import LiveBook
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.panel.hosts import EXCEL, LIBREOFFICE, ON_FILE, attach, open_in_excel


class Name:
    def __init__(self, refers_to: str) -> None:
        self.refers_to = refers_to


class ExcelBook:
    """What the window asks of a workbook that is open in Excel."""

    def __init__(self, fullname: str, product: str = "") -> None:
        self.fullname = fullname
        self.names = {"dvk_product": Name(f'="{product}"')} if product else {}


class WebBook:
    """A workbook from a web address: xlwings raises where it finds no folder for it."""

    names: dict[str, Name] = {}  # noqa: RUF012 - only read

    @property
    def fullname(self) -> str:
        raise RuntimeError("Couldn't find the local SharePoint folder")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "sổ.xlsm"
    path.touch()
    return path


def none() -> list[Any]:
    return []


def unreachable(path: Path) -> Any:
    raise DvkError(finding("NUT-025", Place(tab=path.name), path=path))


def test_a_workbook_that_excel_has_open_is_worked_on_there(book: Path, layout: Layout) -> None:
    books = [WebBook(), ExcelBook(str(book.with_name("khác.xlsm"))), ExcelBook(str(book))]
    found = attach(book, layout, books=lambda: books)
    assert (found.name, found.hold) == (EXCEL, None)
    assert isinstance(found.port, LiveBook)
    assert found.port.path == book
    assert found.results_path("findings") is None


def test_a_workbook_that_libreoffice_has_open_is_worked_on_there(
    book: Path, layout: Layout
) -> None:
    book.with_name(f".~lock.{book.name}#").touch()
    found = attach(book, layout, books=none, office=lambda path: ExcelBook(str(path)))
    assert (found.name, found.hold) == (LIBREOFFICE, None)
    assert isinstance(found.port, LiveBook)


def test_libreoffice_is_not_looked_for_where_nothing_has_the_workbook(
    book: Path, layout: Layout
) -> None:
    found = attach(book, layout, books=none, office=unreachable)
    assert (found.name, found.hold) == (ON_FILE, None)
    assert isinstance(found.port, FileBook)
    assert found.results_path("findings") == book.with_name("sổ.ket-qua-soat-loi.xlsx")


@pytest.mark.parametrize("mark", ["~$sổ.xlsm", ".~lock.sổ.xlsm#"])
def test_a_workbook_that_cannot_be_reached_where_it_is_open_is_held(
    book: Path, layout: Layout, mark: str
) -> None:
    book.with_name(mark).touch()
    found = attach(book, layout, books=none, office=unreachable)
    assert (found.name, found.hold) == (ON_FILE, book.with_name(mark))


def test_the_workbook_of_ours_that_excel_has_open_is_found(book: Path, layout: Layout) -> None:
    other = book.with_name("khác.xlsm")
    other.touch()
    books = [ExcelBook(str(other)), ExcelBook(str(book), layout.product)]
    assert open_in_excel(layout, books=lambda: books) == book
    assert open_in_excel(layout, books=lambda: books[:1]) is None
