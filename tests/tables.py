"""Books for tests, written as Markdown tables; no file is read."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any

from dvk_office.core.records import Book, Heading, Place, Record, Settings, Sheet, Value
from dvk_office.core.values import Problem, read_value
from dvk_office.rules.layout import Layout, Setting, SheetLayout
from dvk_office.rules.year import Rules


def book(layout: Layout, rules: Rules, text: str = "", **settings: object) -> Book:
    """A Book of the tables in `text`; settings not given have the layout's and the rules' defaults.

    | models | code | name              | registrant | field   | origin | registered_on |
    |--------|------|-------------------|------------|---------|--------|---------------|
    |        | MH01 | Tuyến đường hoa   | CT01       | VH      | Mới    | 5/2/2026      |
    | 9      | MH02 | Tổ tự quản        | CT02       | Kinh tế | new    |               |

    The first cell of a header line is the sheet, the others its columns. Cells are typed as in Excel, labels and keys
    of choices alike; an empty cell is blank, `<br>` a line break; what cannot be read is `Unreadable.CELL`. Rows are
    numbered from `layout.first_row` on, or by the number in their first cell. Columns left out are blank.
    """
    typed = dict(_tables(layout, text))
    values = MappingProxyType({**_defaults(layout, rules), **_given(layout, settings)})
    sheets = {one.key: _sheet(layout, one, typed.get(one.key, [])) for one in layout.sheets}
    sheets["settings"] = _settings_sheet(layout, values)
    places = _places(layout)
    return Book(
        MappingProxyType(sheets), Settings(values, places, frozenset(settings)), "test.xlsx"
    )


def heading(sheet: SheetLayout) -> Heading:
    """The sheet's columns as we build them."""
    index = {column.key: n for n, column in enumerate(sheet.columns)}
    return Heading(sheet.key, sheet.tab, MappingProxyType(index), sheet.letters)


def parsed(layout: Layout, kind: str, choices: str, cell: Any) -> Value:
    """The value of a cell as the reader would hold it."""
    found = read_value(kind, cell, layout.choices[choices] if choices else ())
    return found.value if isinstance(found, Problem) else found


def _tables(layout: Layout, text: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    rows: list[dict[str, str]] = []
    keys: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        cells = [
            cell.strip().replace("<br>", "\n")
            for cell in line.removeprefix("|").removesuffix("|").split("|")
        ]
        if cells[0] in layout.by_key:
            unknown = set(cells[1:]) - layout.by_key[cells[0]].by_key.keys()
            assert not unknown, f"no such columns in {cells[0]}: {unknown}"
            rows, keys = [], ["", *cells[1:]]
            yield cells[0], rows
        elif set(line) - set("|-: "):
            assert len(cells) == len(keys), f"{len(cells)} cells under {len(keys)} headers: {line}"
            rows.append(dict(zip(keys, cells, strict=True)))


def _sheet(layout: Layout, sheet: SheetLayout, rows: list[dict[str, str]]) -> Sheet:
    head = heading(sheet)
    records, number = [], layout.first_row - 1
    for row in rows:
        number = int(row[""] or number + 1)
        values = tuple(
            parsed(layout, c.kind, c.choices, row.get(c.key, "") or None) for c in sheet.columns
        )
        records.append(Record(head, number, values))
    return Sheet(head, tuple(records))


def _settings_sheet(layout: Layout, values: Mapping[str, Value]) -> Sheet:
    sheet = layout.by_key["settings"]
    head = heading(sheet)

    def record(number: int, one: Setting) -> Record:
        cells = {"key": one.key, "value": values[one.key]}
        row = layout.first_row + number
        return Record(head, row, tuple(cells.get(c.key) for c in sheet.columns))

    return Sheet(head, tuple(record(n, one) for n, one in enumerate(layout.settings)))


def _places(layout: Layout) -> Mapping[str, Place]:
    sheet = layout.by_key["settings"]
    return MappingProxyType(
        {
            one.key: Place(
                sheet.key, sheet.tab, layout.first_row + n, "value", sheet.letters["value"]
            )
            for n, one in enumerate(layout.settings)
        }
    )


def _defaults(layout: Layout, rules: Rules) -> dict[str, Value]:
    defaults = {one.key: one.default for one in layout.settings} | dict(rules.local_defaults)
    kinds = layout.setting_by_key
    found = {
        key: parsed(layout, kinds[key].kind, kinds[key].choices, text or None)
        for key, text in defaults.items()
        if key in kinds
    }
    return {**found, "year": rules.year}


def _given(layout: Layout, settings: Mapping[str, object]) -> Mapping[str, Value]:
    """Settings as the test gives them: text is read as typed, other values stand as they are."""
    kinds = layout.setting_by_key
    found: dict[str, Value] = {}
    for key, value in settings.items():
        if isinstance(value, str):
            found[key] = parsed(layout, kinds[key].kind, kinds[key].choices, value or None)
        else:
            assert key in kinds, key
            assert isinstance(value, int | float | date | time | None), key
            found[key] = value
    return found
