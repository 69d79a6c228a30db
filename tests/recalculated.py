"""Workbooks calculated anew by LibreOffice, and what their formulas said before."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from string import digits
from typing import Any

import openpyxl

from tests.soffice import office_python

DRIVER = Path(__file__).with_name("soffice_recalc.py")
LIMIT = 600  # seconds
Cells = Mapping[str, Mapping[str, Any]]
_DAY_NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zones


def recalculated(
    books: Sequence[Path], profile: Path, typed: Sequence[tuple[Path, str, str, str]] = ()
) -> tuple[Cells, ...]:
    """What every formula of each book gives, then of those into whose tab and cell a text is `typed`: by tab, address."""
    last = ("\t".join(map(str, one)) for one in typed)
    call = [office_python(), str(DRIVER), str(profile), *map(str, books), *last]
    done = subprocess.run(
        call, capture_output=True, text=True, encoding="utf-8", timeout=LIMIT, check=False
    )
    assert not done.returncode, done.stderr
    found = tuple(json.loads(line) for line in done.stdout.splitlines())
    assert len(found) == len(books) + len(typed), done.stderr
    return found


def differences(book: Path, found: Cells, ours: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Each formula of ours that gives something else than the file said: of the columns named by tab, of all where none."""
    said = openpyxl.load_workbook(book, data_only=True)
    for tab, columns in ours.items():
        for address, value in found[tab].items():
            before = _plain(said[tab][address].value)
            if (not columns or address.rstrip(digits) in columns) and not _same(before, value):
                yield f"{tab}!{address}: {before!r} in the file, {value!r} calculated"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        moment = (
            value if isinstance(value, datetime) else datetime.combine(value, datetime.min.time())
        )
        return (moment - _DAY_NOUGHT) / timedelta(days=1)
    return "" if value is None else value


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-6
    return one == other
