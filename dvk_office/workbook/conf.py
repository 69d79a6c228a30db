"""What a workbook with buttons says of the program: the interpreter that they start, the version that built it."""

from dataclasses import dataclass
from pathlib import Path

from dvk_office.workbook.build_buttons import PYTHON

TAB = "xlwings.conf"
PROGRAM = "dvk_program"


@dataclass(frozen=True)
class Conf:
    """`interpreter` and `program` are empty where the workbook does not say."""

    interpreter: str
    program: str


def read_conf(path: Path) -> Conf:
    """The settings of the buttons of the workbook at `path`, which the reader accepts."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    try:
        rows = book[TAB].iter_rows(max_col=2, values_only=True) if TAB in book.sheetnames else ()
        told = {str(key): str(value or "") for key, value in rows}
        mark = book.defined_names.get(PROGRAM)
        program = str(mark.attr_text).strip('="') if mark else ""
    finally:
        book.close()
    return Conf(told.get(PYTHON, ""), program)
