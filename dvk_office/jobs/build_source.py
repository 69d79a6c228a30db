"""The text that sample workbooks are built from: a folder of CSV files, and edits that plant mistakes (TOML)."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.build_cells import Cell, Raw, cell_of, default_cell

Rows = list[dict[str, Any]]
KEY = "key"


def read_source(folder: Path, layout: Layout) -> dict[str, Rows]:
    """The rows of every sheet that has a file `<sheet key>.csv`; its header is the keys of the columns."""
    found = {path.stem: list(_rows(path, layout)) for path in sorted(folder.glob("*.csv"))}
    return {**found, "settings": settings_rows(layout, found.get("settings", []))}


def _rows(path: Path, layout: Layout) -> Iterator[dict[str, Any]]:
    sheet = layout.by_key[path.stem]
    with path.open(encoding="utf-8", newline="") as lines:
        for typed in csv.DictReader(lines, strict=True):
            if None in typed or None in typed.values():
                raise ValueError(f"{path.name}: cells and headers do not match: {typed}")
            yield {key: _cell(layout, sheet, typed, key) for key in typed}


def _cell(layout: Layout, sheet: SheetLayout, row: Mapping[str, Any], key: str) -> Cell:
    """The cell for what was typed; a setting is read by the kind of its own."""
    column = sheet.by_key[key]
    if column.kind == "any":
        setting = layout.setting_by_key[row[KEY]]
        return cell_of(setting.kind, setting.choices, row[key], layout)
    return cell_of(column.kind, column.choices, row[key], layout)


def settings_rows(layout: Layout, typed: Rows) -> Rows:
    """Every setting in the order of the layout: as typed, the default where nothing was."""
    given = {row[KEY]: row for row in typed}
    return [
        given.get(one.key) or {KEY: one.key, "value": default_cell(one, layout)}
        for one in layout.settings
    ]


def edited(content: Mapping[str, Rows], edits: Path, layout: Layout) -> dict[str, Rows]:
    """`content` with the edits of a TOML file, one `[[edits]]` table a mistake.

    A row is named by `row` (as in Excel) or `code` (its first column). `column` and `value` write one cell as typed
    into Excel: `raw = true` as text whatever its column, `formula = true` as a formula without a value, or with the
    value that it `shows`. `cells` writes several cells of the row, `add` a new last row, `drop = true` blanks the row;
    `header` is told in `retitled`. `mistake` and `finds` (“code cell” of each finding that it brings about) are for
    people and for the test.
    """
    rows = {sheet.key: [dict(row) for row in content.get(sheet.key, ())] for sheet in layout.sheets}
    for edit in read_edits(edits):
        if "header" not in edit:
            _apply(rows[edit["sheet"]], layout, layout.by_key[edit["sheet"]], edit)
    return rows


def read_edits(edits: Path) -> tuple[Mapping[str, Any], ...]:
    """The `[[edits]]` tables of a TOML file."""
    return tuple(tomllib.loads(edits.read_text(encoding="utf-8"))["edits"])


def retitled(layout: Layout, edits: Path) -> Layout:
    """`layout` with the headers that edits give to a `column` of a `sheet`: what somebody typed over a header."""
    given = {
        (edit["sheet"], edit["column"]): edit["header"]
        for edit in read_edits(edits)
        if "header" in edit
    }
    return replace(layout, sheets=tuple(_retitled(sheet, given) for sheet in layout.sheets))


def _retitled(sheet: SheetLayout, given: Mapping[tuple[str, str], str]) -> SheetLayout:
    columns = (
        one._replace(header=given.get((sheet.key, one.key), one.header)) for one in sheet.columns
    )
    return replace(sheet, columns=tuple(columns))


def _apply(rows: Rows, layout: Layout, sheet: SheetLayout, edit: Mapping[str, Any]) -> None:
    if "add" in edit:
        rows.append({})
    row = rows[-1] if "add" in edit else _found(rows, layout, sheet, edit)
    if edit.get("drop"):
        row.clear()
    elif "column" in edit:
        row[edit["column"]] = _typed(layout, sheet, {**row, **edit})
    for key, value in (edit.get("add") or edit.get("cells") or {}).items():
        row[key] = _typed(layout, sheet, {**row, "column": key, "value": value})


def _found(
    rows: Rows, layout: Layout, sheet: SheetLayout, edit: Mapping[str, Any]
) -> dict[str, Any]:
    if "row" in edit:
        index = int(edit["row"]) - layout.first_row
        rows.extend({} for _ in range(index + 1 - len(rows)))
        return rows[index]
    first = sheet.columns[0].key
    return next(row for row in rows if row.get(first) == edit["code"])


def _typed(layout: Layout, sheet: SheetLayout, edit: Mapping[str, Any]) -> Any:
    value = edit["value"]
    if edit.get("raw") or edit.get("formula"):
        return Raw(str(value), formula=bool(edit.get("formula")), value=edit.get("shows"))
    if not isinstance(value, str):
        return value
    return _cell(layout, sheet, {**edit, edit["column"]: value}, edit["column"])
