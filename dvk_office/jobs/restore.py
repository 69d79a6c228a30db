"""«Khôi phục bản lưu»: the workbook as it was at one of its dated copies; the present one is kept as a copy too."""

from datetime import datetime
from pathlib import Path

from dvk_office.core.dates import short_date
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.backups import backups, keep_file, moment_of
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Report
from dvk_office.rules.messages import word

KIND = "backup"


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
    content = found[number - 1].read_bytes()
    keep_file(book, moment)
    made = write_file(book, content, KIND, keep=False)
    return Report(made=(made,), answer=answer)


def backup_label(path: Path, book: Path) -> str:
    """When a copy was made, as people read it."""
    made = moment_of(path, book)
    if made is None:
        return path.name
    return word("backup_of", time=f"{made:%H:%M:%S}", date=short_date(made.date()))
