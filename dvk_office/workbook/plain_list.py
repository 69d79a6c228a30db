"""A list that somebody has or pastes: a workbook of any kind, CSV, text parted by tabs; as numbered lines of cells."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from dvk_office.workbook.carried_cells import headed

Lines = Sequence[tuple[int, Sequence[Any]]]
_SEPARATORS = "\t;,"
_WORKBOOKS = (b"PK", bytes.fromhex("d0cf11e0"))
_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"))


def readings(path: Path) -> Iterator[Lines]:
    """Each way to read the file as a list: every sheet of a workbook, or text parted in each usual way."""
    try:
        content = path.read_bytes()
    except OSError:
        return
    if content.startswith(_WORKBOOKS):
        yield from _sheets(content)
        return
    text = _text(content)
    for separator in sorted(_SEPARATORS, key=text.count, reverse=True):
        found = csv.reader(StringIO(text, newline=""), delimiter=separator)
        try:
            yield [(found.line_num, line) for line in found if any(line)]
        except csv.Error:
            continue


def _text(content: bytes) -> str:
    """The text of a file as Excel writes it: “CSV UTF-8” or “Unicode text”; empty for any other."""
    encoding = next(name for mark, name in _ENCODINGS if content.startswith(mark))
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else text


def _sheets(content: bytes) -> Iterator[Lines]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            for name in workbook.sheet_names:
                rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield [(n, [_cell(cell) for cell in row]) for n, row in enumerate(rows, 1)]
    except CalamineError:
        return


def _cell(value: Any) -> Any:
    """Whole numbers without a decimal point; days and other numbers as they are."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | date) else headed(value)
