"""Days and numbers as formulas read them: real ones, and those typed as text in the ways that the reader accepts.

Each column of days that something is counted by has a name whose formula looks at the cell of that column in the row
where it is used: a reference in a defined name is kept as seen from A1, so a row without “$” means the same row
(XlsxWriter issue 2 and PhpSpreadsheet pull request 3673 show Excel doing so).
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from dvk_office.core.dates import LAST_YEAR, checked_date
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.build_cells import shown_text

DAY, NUMBER_OF = "dvk_day_", "dvk_amount_"
Column = tuple[str, str]
DAYS: Sequence[Column] = (
    ("models", "registered_on"), ("models", "plan_date"), ("models", "plan_received_on"),
    ("models", "start_date"), ("models", "launch_date"), ("models", "dropped_on"),
    ("progress", "as_of"), ("inspections", "date"), ("meetings", "date"), ("hearings", "date"),
    ("hearings", "report_received"), ("hearings", "notice_date"), ("hearings", "decision_date"),
    ("exemplars", "submission_date"), ("exemplars", "city_date"), ("exemplars", "commendation_date"),
    ("register", "sent_on"), ("register", "cut_off"),
)  # fmt: skip
NUMBERS: Sequence[Column] = (("models", "figure"), ("models", "previous_figure"))
NEVER = 2_958_465  # the last day that Excel knows
NO_DAY = 9_999_999  # stands for a day that is not there or cannot be read
LAST_DAY = (date(LAST_YEAR, 12, 31) - date(1899, 12, 30)).days  # the last that the program believes
_TYPED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NUMBER = re.compile(r"[0-9]+(?:,([0-9]*))?")
_THOUSANDS = 3  # digits


def define_days(workbook: Any, layout: Layout) -> None:
    """Gives every column of days and of numbers its name."""
    for sheet_key, key in DAYS:
        cell = _same_row(layout.by_key[sheet_key], key)
        workbook.define_name(f"{DAY}{sheet_key}_{key}", f"={day_in(cell)}")
    for sheet_key, key in NUMBERS:
        cell = _same_row(layout.by_key[sheet_key], key)
        workbook.define_name(f"{NUMBER_OF}{sheet_key}_{key}", f"={number_in(cell)}")


def _same_row(plan: SheetLayout, key: str) -> str:
    tab = plan.tab.replace("'", "''")
    return f"'{tab}'!${plan.letters[key]}1"


def day_in(cell: str) -> str:
    """The day in `cell`: a real one, or d/m/yyyy as text; `NO_DAY` for anything else.

    Short, for LibreOffice puts the formula of a name wherever the name is used. A day written year-month-day is read
    alike whatever the country (Microsoft's page on DATEVALUE), and one that no month has is an error.
    """
    first = f'FIND("/",{cell})'
    month = f"MID({cell},{first}+1,LEN({cell})-{first}-5)"
    typed = f'DATEVALUE(RIGHT({cell},4)&"-"&{month}&"-"&LEFT({cell},{first}-1))'
    return f"IF(ISNUMBER({cell}),INT({cell}),IFERROR({typed},{NO_DAY}))"


def day_or_none(cell: str) -> str:
    """The day in `cell`, 0 for none: for one cell by itself."""
    return f"IF({day_in(cell)}>{LAST_DAY},0,{day_in(cell)})"


def number_in(cell: str) -> str:
    """The number in `cell`: real, or digits as text with “,” before one, two or many decimals; empty for anything else.

    Three decimals may be thousands, a point may be either: such texts are left to the program.
    """
    text = f"TRIM({cell})"
    digits = f'SUBSTITUTE({text},",","")'
    decimals = f'IF(ISNUMBER(FIND(",",{text})),LEN({text})-FIND(",",{text}),0)'
    only_digits = f'TEXT(VALUE("1"&{digits}),"0")="1"&{digits}'
    one_sign = f"LEN({text})-LEN({digits})<2"
    typed = f'IF(AND({only_digits},{one_sign},{decimals}<>3),VALUE({digits})/10^{decimals},"")'
    return f'IF(ISNUMBER({cell}),IF({cell}<0,"",{cell}),IFERROR({typed},""))'


def reads_day(cell: Any) -> bool:
    """Whether the formula finds a day in a cell that is to be written."""
    if isinstance(cell, date):
        return cell.year <= LAST_YEAR
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell <= LAST_DAY
    typed = _TYPED.fullmatch(shown_text(cell))
    return typed is not None and isinstance(
        checked_date(int(typed[3]), int(typed[2]), int(typed[1])), date
    )


def reads_number(cell: Any) -> bool:
    """Whether the formula finds a number in a cell that is to be written."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell >= 0
    typed = _NUMBER.fullmatch(shown_text(cell).strip())
    return typed is not None and len(typed[1] or "") != _THOUSANDS
