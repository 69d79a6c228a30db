"""Where the workbook is: open in Excel, open in LibreOffice, or a file on disk. Asked anew at every click."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk_office.core.findings import DvkError
from dvk_office.jobs.host import find_excel
from dvk_office.jobs.restore import HOLDS, holder
from dvk_office.rules.layout import Layout
from dvk_office.shells.live import LiveBook, give_up_in_time
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.port import Port

EXCEL, LIBREOFFICE, ON_FILE = "Excel", "LibreOffice", ""
Books = Callable[[], Iterable[Any]]
OpenInOffice = Callable[[Path], Any]


@dataclass(frozen=True)
class Host:
    """The workbook where it is; `hold` is a file that says that some program has open what is worked on as a file."""

    port: Port
    name: str
    hold: Path | None = None

    def results_path(self, sheet_key: str) -> Path | None:
        """The workbook of results beside ours; none where they are shown in ours."""
        return self.port.results_path(sheet_key) if isinstance(self.port, FileBook) else None


def excel_books() -> Iterator[Any]:
    """The workbooks that are open in Excel; xlwings makes a thread ready for Excel when it first looks."""
    if find_excel():
        import xlwings

        give_up_in_time()
        for app in xlwings.apps:
            yield from app.books


def office_book(path: Path) -> Any:
    """The workbook at `path` open in LibreOffice; DvkError where it cannot be reached there."""
    from dvk_office.shells.libreoffice import open_workbook

    return open_workbook(path)


def attach(
    path: Path, layout: Layout, *, books: Books = excel_books, office: OpenInOffice = office_book
) -> Host:
    """The workbook at `path` where it is open, else as a file."""
    for book in books():
        if _same(_path_of(book), path):
            return Host(LiveBook(book, layout), EXCEL)
    if _mark_of(path, HOLDS[1]).is_file():
        try:
            return Host(LiveBook(office(path), layout), LIBREOFFICE)
        except DvkError:
            pass  # another person's LibreOffice, or one that crashed
    return Host(FileBook(path, layout, _nothing_said, _nothing_asked), ON_FILE, holder(path))


def open_in_excel(layout: Layout, *, books: Books = excel_books) -> Path | None:
    """The first workbook of ours that is open in Excel."""
    for book in books():
        path = _path_of(book)
        if path and LiveBook(book, layout).mark("dvk_product") == layout.product:
            return path
    return None


def _path_of(book: Any) -> Path | None:
    """The file of an open workbook; none where it has no place on this machine."""
    try:
        path = Path(book.fullname)
    except Exception:  # noqa: BLE001 - xlwings: a workbook from a web address that it finds no folder for
        return None
    return path if path.is_file() else None


def _same(one: Path | None, other: Path) -> bool:
    return one is not None and other.is_file() and one.samefile(other)


def _mark_of(path: Path, hold: str) -> Path:
    return path.with_name(hold.replace("{name}", path.name))


def _nothing_said(_text: str) -> None:
    """The window says it."""


def _nothing_asked(_question: str, _choices: Sequence[str]) -> int | None:
    """The window asks."""
    return None
