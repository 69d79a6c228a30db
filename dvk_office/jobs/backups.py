"""Dated copies of a workbook beside it: made before anything writes entries, the last twenty kept."""

import shutil
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import reachable, replace
from dvk_office.rules.messages import word

KEPT = 20
_STAMP = "%Y-%m-%d %H.%M.%S"


def backup_folder(book: Path) -> Path:
    """Where the copies of `book` lie."""
    return book.parent / word("backup_folder")


def backup_path(book: Path, moment: datetime) -> Path:
    """A new name for the copy made at `moment`; a second one in the same second gets a number."""
    stem = backup_folder(book) / f"{book.stem} {moment.strftime(_STAMP)}"
    names = (f"{stem} ({number})" if number > 1 else f"{stem}" for number in count(1))
    return next(path for name in names if not (path := Path(f"{name}{book.suffix}")).exists())


def new_backup(book: Path, moment: datetime) -> Path:
    """The name for the copy made at `moment`, its folder made; DvkError where that is not possible."""
    copy = backup_path(book, moment)
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise _not_written(book, copy) from None
    return copy


def _not_written(book: Path, copy: Path) -> DvkError:
    return DvkError(finding("LUU-001", Place(tab=book.name), path=copy))


def backups(book: Path) -> tuple[Path, ...]:
    """The copies of `book`, the newest first."""
    found = [
        (made, len(path.stem), path)
        for path in backup_folder(book).glob(f"*{book.suffix}")
        if (made := moment_of(path, book))
    ]
    return tuple(path for *_, path in sorted(found, reverse=True))


def moment_of(path: Path, book: Path) -> datetime | None:
    """When a copy was made, as its name says; None for a file that is no copy of `book`."""
    stamp = path.stem.removeprefix(f"{book.stem} ").partition(" (")[0]
    try:
        return datetime.strptime(stamp, _STAMP)  # noqa: DTZ007 - the office's own clock
    except ValueError:
        return None


def clear_old(book: Path) -> None:
    """Keeps the last twenty copies; one that somebody has open is cleared away another time.

    Only after what a copy was made for is done: till then the oldest may be the one that is brought back.
    """
    for path in backups(book)[KEPT:]:
        with suppress(OSError):
            path.unlink()


def keep_file(book: Path, moment: datetime) -> Path:
    """Copies `book` as it is on disk; DvkError where that is not possible."""
    copy = new_backup(book, moment)
    part = reachable(copy.with_name(f".{copy.name}.tmp"))
    try:
        shutil.copyfile(reachable(book), part)
        replace(part, reachable(copy))
    except OSError:
        raise _not_written(book, copy) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return copy
