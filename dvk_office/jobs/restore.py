"""«Khôi phục bản lưu»: the workbook as it was at one of its dated copies; the present one is kept as a copy too."""

from datetime import datetime
from pathlib import Path

from dvk_office.core.dates import short_date
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.backups import backups, clear_old, keep_file, moment_of
from dvk_office.jobs.host import reachable
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made, Report
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.messages import word
from dvk_office.workbook.container import open_container
from dvk_office.workbook.parts import read_parts

KIND = "backup"
HOLDS = ("~${name}", ".~lock.{name}#")
"""How Excel and LibreOffice name the file that says that they have a workbook open."""


def restore(book: Path, number: int | None, moment: datetime) -> Report:
    """Puts copy `number`, counted from the newest (1), in the place of `book`; without a number the copies are listed."""
    found = backups(book)
    answer = {
        "backups": [{"number": n, "path": path.as_posix()} for n, path in enumerate(found, 1)],
        "lines": [backup_label(path, book) for path in found],
    }
    if not found:
        return Report((finding("LUU-002", Place(tab=book.name)),), answer=answer)
    if number is None:
        return Report(answer=answer)
    if not 1 <= number <= len(found):
        raise DvkError(finding("LUU-003", Place(tab=book.name), found=number, count=len(found)))
    content = whole_copy(found[number - 1])
    if held := holder(book):
        raise DvkError(finding("LUU-005", Place(tab=book.name), hold=held.name))
    keep_file(book, moment)
    made = put_back(book, content)
    clear_old(book)
    return Report(made=(made,), answer=answer)


def put_back(book: Path, content: bytes) -> Made:
    """Puts `content` in the place of `book`, wholly; DvkError where that is not possible, and all is as it was."""
    try:
        return write_file(book, content, KIND, keep=False)
    except DvkError:
        raise DvkError(finding("LUU-006", Place(tab=book.name))) from None


def whole_copy(copy: Path) -> bytes:
    """The copy; DvkError for one that is damaged or no workbook of ours: it takes nobody's place."""
    container = open_container(reachable(copy))
    product = load_layout().product
    if read_parts(container).marks.get("dvk_product", product) != product:
        raise DvkError(finding("LUU-004", Place(tab=copy.name)))
    return container.content


def holder(book: Path) -> Path | None:
    """The file beside `book` by which Excel or LibreOffice say that they have it open."""
    marks = (book.with_name(one.replace("{name}", book.name)) for one in HOLDS)
    return next((mark for mark in marks if mark.is_file()), None)


def backup_label(path: Path, book: Path) -> str:
    """When a copy was made, as people read it."""
    made = moment_of(path, book)
    if made is None:
        return path.name
    return word("backup_of", time=f"{made:%H:%M:%S}", date=short_date(made.date()))
