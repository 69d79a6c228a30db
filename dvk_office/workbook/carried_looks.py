"""How an entry sheet looks beside the one built from it: what the office formatted itself is named, for it stays behind.

Ours is what the new workbook has anywhere in the same column; so it does not matter which rows went on.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import word
from dvk_office.workbook.addresses import column_letter
from dvk_office.workbook.build_pages import LINE_HEIGHT, TALLEST
from dvk_office.workbook.carried_cells import columns_of, hidden_columns, in_openpyxl, widths
from dvk_office.workbook.carried_codes import plain_code
from dvk_office.workbook.carried_notes import named
from dvk_office.workbook.carried_sheet import KEY, CarriedSheet

Look = tuple[object, ...]
_WIDER, _HIGHER = 1.0, 1.5  # less than this is a program's rounding
_EDGES = 2  # points of a row of several lines that are no line
_AUTOMATIC = frozenset({"FF000000", "00000000", "1", "64"})
_ROW = re.compile(r"(?<=[A-Z])\$?\d+")
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})


def look_notes(sheets: Sequence[CarriedSheet], built: bytes, layout: Layout) -> Iterator[Finding]:
    """A note for each sheet with formatting of the office's, and one for words above its headers."""
    new = in_openpyxl(built)
    for sheet in sheets:
        other = new[sheet.plan.tab]
        parts = list(_parts(sheet, other, layout))
        place = Place(sheet.plan.key, sheet.title)
        if parts:
            yield finding("MANG-008", place, what="; ".join(parts))
        ours = {str(cell.value) for line in other.iter_rows() for cell in line if cell.value}
        above = [one for one in sheet.grid.filled if one.row < sheet.found.row]
        if lost := [one.coordinate for one in above if str(one.value) not in ours]:
            yield finding("MANG-012", place, count=len(lost), cells=named(lost))


def _parts(sheet: CarriedSheet, other: Any, layout: Layout) -> Iterator[str]:
    """Each sort of formatting that is the office's own, in words."""
    old = sheet.grid.sheet
    found: Mapping[str, Sequence[str]] = {
        "looks": list(_strange(sheet, other, layout)),
        "widths": [column_letter(at + 1) for at in _wider(sheet, other)],
        "heights": [str(row) for row in _higher(sheet)],
        "merges": [str(one) for one in old.merged_cells.ranges],
        "hidden": [str(row) for row in _hidden(sheet)],
        "hidden_columns": [column_letter(at + 1) for at in _put_away(sheet)],
        "links": [cell.coordinate for cell in sheet.entered if cell.hyperlink],
        "rich": [one.coordinate for one in sheet.entered if isinstance(one.value, list)],
        "conditions": _own_rules(_conditions(old), _conditions(other)),
        "lists": _own_rules(_validations(old), _validations(other)),
    }
    for sort, names in found.items():
        if names:
            yield word(f"carried_{sort}", count=len(names), names=named(names))


def _strange(sheet: CarriedSheet, other: Any, layout: Layout) -> Iterator[str]:
    """Cells below the headers that look as no cell of their column does in the new workbook."""
    look = _remembered()
    new_at = {column.key: at for at, column in enumerate(sheet.plan.columns)}
    new_at |= {key: len(sheet.plan.columns) + n for n, key in enumerate(sheet.own.values())}
    usual: dict[int, set[Look]] = {}
    for cell in (one for line in other.iter_rows(min_row=layout.first_row) for one in line):
        usual.setdefault(cell.column - 1, set()).add(look(cell))
    for cell in (one for line in sheet.grid.sheet.iter_rows() for one in line):
        key = sheet.keys.get(cell.column - 1) or sheet.own.get(cell.column - 1)
        if key is None or cell.row <= sheet.found.row or not cell.has_style:
            continue
        if look(cell) not in usual.get(new_at[key], set()):
            yield cell.coordinate


def _remembered() -> Callable[[Any], Look]:
    """What a cell looks like; cells that share a style of their workbook are looked at once."""
    known: dict[object, Look] = {}

    def look(cell: Any) -> Look:
        style = (id(cell.parent.parent), *cell._style)  # noqa: SLF001 - the number of its style
        if style not in known:
            known[style] = _look(cell)
        return known[style]

    return look


def _look(cell: Any) -> Look:
    font, fill = cell.font, cell.fill
    filled = _colour(fill.fgColor) if fill.patternType not in (None, "none") else ""
    return (
        font.name,
        font.sz,
        bool(font.b),
        bool(font.i),
        font.u or "none",
        bool(font.strike),
        _colour(font.color),
        "" if filled in _WHITE else filled,
        plain_code(cell),
    )


def _colour(colour: Any) -> str:
    if colour is None:
        return ""
    text = str(getattr(colour, colour.type))
    return "" if text in _AUTOMATIC else text


def _wider(sheet: CarriedSheet, other: Any) -> Iterator[int]:
    """Columns of ours whose width somebody changed."""
    old, new = widths(sheet.grid.sheet), widths(other)
    places = {column.key: at for at, column in enumerate(sheet.plan.columns)}
    for at, key in sheet.keys.items():
        wide = old.get(at)
        if wide is not None and abs(wide - new.get(places[key], wide)) > _WIDER:
            yield at


def _higher(sheet: CarriedSheet) -> Iterator[int]:
    """Rows whose height somebody set: of one that we or a program gave it, some lines fill it."""
    for number, row in sheet.grid.sheet.row_dimensions.items():
        if number > sheet.found.row and row.customHeight and row.height:
            lines = round((row.height - _EDGES) / LINE_HEIGHT)
            ours = min(max(lines, 1) * LINE_HEIGHT + _EDGES, TALLEST)
            if abs(row.height - ours) > _HIGHER:
                yield number


def _hidden(sheet: CarriedSheet) -> Iterator[int]:
    for number, row in sheet.grid.sheet.row_dimensions.items():
        if row.hidden and number > sheet.found.row:
            yield number


def _put_away(sheet: CarriedSheet) -> Sequence[int]:
    """Columns of ours that somebody hid, not by folding their band, and that the program does not hide itself."""
    shown = {column.key for column in sheet.plan.columns if not column.hidden and column.key != KEY}
    folded = {at for at, one in columns_of(sheet.grid.sheet) if one.outlineLevel}
    hidden = hidden_columns(sheet.grid.sheet) - folded
    return sorted(at for at, key in sheet.keys.items() if at in hidden and key in shown)


def _own_rules(old: Sequence[tuple[str, Look]], new: Sequence[tuple[str, Look]]) -> Sequence[str]:
    """The areas of the rules that the new workbook has not in any area."""
    ours = {rule for _, rule in new}
    return [area for area, rule in old if rule not in ours]


def _conditions(sheet: Any) -> Sequence[tuple[str, Look]]:
    return [
        (str(one.sqref), (rule.type, rule.operator, *map(_anywhere, rule.formula)))
        for one in sheet.conditional_formatting
        for rule in one.rules
    ]


def _validations(sheet: Any) -> Sequence[tuple[str, Look]]:
    """Those that say more than a hint."""
    return [
        (str(one.sqref), (one.type, one.operator or "between", *map(_anywhere, _limits(one))))
        for one in sheet.data_validations.dataValidation
        if one.type
    ]


def _limits(rule: Any) -> tuple[str, str]:
    """LibreOffice writes a second limit of nought where there is none."""
    return rule.formula1 or "", "" if rule.formula2 == "0" else rule.formula2 or ""


def _anywhere(formula: str) -> str:
    """A formula without the numbers of its rows: a program that splits an area counts from another first cell.

    LibreOffice writes the truth as 1.
    """
    return _ROW.sub("", formula).replace("TRUE", "1")
