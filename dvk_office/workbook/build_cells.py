"""What stands in the cells of a workbook that we build: typed text made into cell values, names beside codes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from dvk_office.core.records import Value
from dvk_office.core.values import Problem, read_value
from dvk_office.rules.layout import Column, Layout, Setting

Cell = str | int | float | bool | date | time | timedelta | None
Row = Mapping[str, Cell]
Content = Mapping[str, Sequence[Row]]
Codes = Mapping[tuple[str, str], Mapping[int, int | str]]
"""By the keys of a sheet and a column: the code of each row, counted from nought, that has one of its own."""
_TYPED_KINDS = frozenset({"date", "time", "integer", "number", "money", "year"})
NAME = "_name"
_CALLED: Mapping[str, str] = MappingProxyType({"meetings": "kind"})  # what has no name is called so
_EVE = datetime(1899, 12, 31)  # noqa: DTZ001 - day nought; a workbook knows no time zones
NO_LEAP_DAY = 60  # Excel counts 29 February 1900, which was none
_CALLS = re.compile(r"[\w.]+\(")


@dataclass(frozen=True)
class Raw:
    """A cell to be written exactly so: a text as it is, or (`formula`) a formula with its last `value`, if any.

    The formula of an array fills the cells of its `area`.
    """

    text: str
    formula: bool = False
    value: Cell = None
    area: str = ""


@dataclass(frozen=True)
class Shown:
    """A cell whose number is not shown as its column shows numbers: in the built-in format of this number, or by a code."""

    value: Cell | Raw
    code: int | str


def bare(cell: Any) -> Any:
    """The cell, however it is shown."""
    return cell.value if isinstance(cell, Shown) else cell


def parted(content: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[Content, Codes]:
    """The bare cells, and how those are shown that are not shown as their columns are."""
    codes: dict[tuple[str, str], dict[int, int | str]] = {}
    for sheet, rows in content.items():
        for number, row in enumerate(rows):
            for key, cell in row.items():
                if isinstance(cell, Shown):
                    codes.setdefault((sheet, key), {})[number] = cell.code
    plain = {
        sheet: [{key: bare(cell) for key, cell in row.items()} for row in rows]
        for sheet, rows in content.items()
    }
    return plain, codes


def cell_of(kind: str, choices: str, typed: str, layout: Layout) -> Cell:
    """The cell for a text `typed` into a column of `kind`; text that is not of that kind stays text."""
    if kind in {"choice", "tick"}:
        return _label(choices or "tick", typed, layout)
    if kind not in _TYPED_KINDS:
        return typed or None
    found = read_value(kind, typed)
    return _plain(found) if not isinstance(found, Problem) else typed


def default_cell(setting: Setting, layout: Layout) -> Cell:
    """The cell for the default of a setting, a choice by its own label whatever spelling the default has."""
    choices = layout.choices[setting.choices] if setting.choices else ()
    key = read_value(setting.kind, setting.default, choices)
    typed = str(key) if choices and not isinstance(key, Problem) else setting.default
    return cell_of(setting.kind, setting.choices, typed, layout)


def _label(choices: str, typed: str, layout: Layout) -> str | None:
    """The label where a key was typed; anything else as typed."""
    return layout.label(choices, typed) or None


def _plain(value: Value) -> Cell:
    return value if isinstance(value, str | int | float | date | time) else None


def names(content: Content, column: Column) -> Mapping[str, str]:
    """The name of each code that `column` may hold, for the grey column beside it; of equal codes the first one's."""
    called = name_key(column.refers)
    found: dict[str, str] = {}
    for row in content.get(column.refers, ()):
        if code := code_key(row.get("code")):
            found.setdefault(code, shown_text(row.get(called)))
    return found


def name_key(sheet_key: str) -> str:
    """The column by which people know the rows of a sheet that others refer to."""
    return _CALLED.get(sheet_key, "name")


def code_key(cell: Any) -> str:
    """A code as Excel compares it: case does not count, nor do spaces around it."""
    return " ".join(shown_text(cell).split()).casefold()


def shown_text(cell: Any) -> str:
    """The text of a cell that is written: typed, raw, or the result of a formula."""
    found = result(cell)
    return "" if found is None else str(found)


def result(cell: Any) -> Any:
    """What a cell that is written holds: what was typed, or the result of its formula."""
    if isinstance(cell, Raw):
        return cell.value if cell.formula else cell.text
    return cell


def stored(value: Cell) -> str | int | float | bool:
    """The result of a formula as a file keeps it: days as numbers, nothing where there is none."""
    if isinstance(value, datetime):
        days = (value - _EVE) / timedelta(days=1)
        return days + (days >= NO_LEAP_DAY)
    if isinstance(value, date):
        return int(stored(datetime.combine(value, time())))
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    if isinstance(value, time):
        return (datetime.combine(_EVE, value) - _EVE) / timedelta(days=1)
    return "" if value is None else value


def write_cell(sheet: Any, at: tuple[int, int], value: object, style: Any) -> None:
    """Writes `value` by its own type: text never becomes a formula, a link or a number."""
    row, column = at
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, Raw) and value.area:
        sheet.write_array_formula(value.area, f"{{{value.text}}}", style, stored(value.value))
    elif isinstance(value, Raw):
        write = sheet.write_formula if value.formula else sheet.write_string
        write(row, column, value.text, style, *([stored(value.value)] if value.formula else []))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif isinstance(value, date | datetime | time | timedelta):
        sheet.write_number(row, column, stored(value), style)
    else:
        sheet.write_string(row, column, str(value), style)


def ask_of_functions_once(sheets: Sequence[Any]) -> None:
    """Lets XlsxWriter look once at the name of each function, not a hundred times at every formula, for newer ones.

    Its searches are half the time in which a workbook is built, and it has no switch for them.
    """
    prepare = sheets[0]._prepare_formula  # noqa: SLF001 - see above

    @cache
    def newer(name: str) -> bool:
        return bool(prepare(name, True) != name)  # noqa: FBT003 - also those that tables and marks expand

    def prepared(formula: str, *expand: bool) -> Any:
        if formula.startswith("{") or any(map(newer, _CALLS.findall(formula))):
            return prepare(formula, *expand)
        return formula.removeprefix("=")

    for sheet in sheets:
        sheet._prepare_formula = prepared  # noqa: SLF001 - see above
