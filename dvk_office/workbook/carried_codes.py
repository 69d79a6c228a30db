"""How a workbook shows its numbers, and whether the new one would show them so by itself."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from dvk_office.workbook.build_cells import Cell, Raw, Shown
from dvk_office.workbook.number_codes import GENERAL, TEXT, usual_code

_FIRST_OWN = 164  # the built-in formats have lower numbers; some of them look as the language of the PC wants
_LOCALE = re.compile(r"\[\$[^\]]*\]|\\|;@$|\"")
_DAYS_OF_THE_PC: Mapping[int | str, str] = MappingProxyType({14: "m/d/yyyy", 22: "m/d/yyyy h:mm"})
_AS_TYPED = frozenset({GENERAL.lower(), TEXT})
_OF_WHOLE_NUMBERS = frozenset({"0", "#,##0"})


def number_code(cell: Any) -> int | str:
    """How openpyxl's `cell` shows a number: the number of a built-in format, or a code."""
    code = str(cell.number_format)  # gives a cell without a style the usual one, too
    number = cell._style.numFmtId  # noqa: SLF001 - openpyxl has no words for some of them
    return number if 0 < number < _FIRST_OWN else code


def shown_code(cell: Any) -> str:
    """The same for Excel's object model, which knows no numbers of formats; a cell for texts would make texts of numbers."""
    number = number_code(cell)
    code = _DAYS_OF_THE_PC.get(number, str(cell.number_format))
    return GENERAL if code == TEXT else code


def plain_code(cell: Any) -> str:
    """The code without the signs that programs write differently."""
    return _LOCALE.sub("", str(cell.number_format)).lower()


def as_shown(cell: Any, value: Cell | Raw, kind: str) -> Cell | Raw | Shown:
    """The `value` of openpyxl's `cell`, with how it is shown where a column of `kind` would show it otherwise."""
    number = value.formula if isinstance(value, Raw) else not isinstance(value, str)
    if not number or _usual(plain_code(cell), value, usual_code(kind, value)):
        return value
    return Shown(value, number_code(cell))


def _usual(code: str, value: Cell | Raw, usual: str) -> bool:
    """Whether `value` looks the same; whole numbers may get the point between their thousands.

    LibreOffice shows a truth value as the number 1, or as a day, where the format is one of numbers or days.
    """
    if code in _AS_TYPED and not isinstance(value, bool):
        whole = isinstance(value, int | float) and float(value).is_integer()
        return usual.lower() in _AS_TYPED or (whole and usual in _OF_WHOLE_NUMBERS)
    return code == usual.lower()
