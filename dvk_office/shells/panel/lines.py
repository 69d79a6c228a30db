"""Results as lines of text: the same that a sheet of results shows in its cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dvk_office.core.dates import short_date
from dvk_office.core.numbers import printed_number
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.rules.messages import word
from dvk_office.workbook.results import LINK, FileLink, Line, Link, Results, Shown

_FINDINGS = "findings"
_UNNAMED = ("label", "state", "remark", "section", LINK)  # read without the header of their column


@dataclass(frozen=True)
class TextLine:
    """One line as it is read: its `head` in the colour of its `look`, the `rest`; and the file that it speaks of."""

    head: str
    rest: str
    look: str
    file: Path | None = None


def text_lines(results: Results, layout: Layout) -> tuple[TextLine, ...]:
    """Every line of `results`."""
    plan = layout.by_key[results.sheet_key]
    parts = _finding if results.sheet_key == _FINDINGS else _figures
    return tuple(TextLine(*parts(line, plan), line.look, _file(line)) for line in results.lines)


def _file(line: Line) -> Path | None:
    link = line.cells.get(LINK)
    return link.path if isinstance(link, FileLink) else None


def _finding(line: Line, _plan: SheetLayout) -> tuple[str, str]:
    """“Mô hình!D9: Lỗi MH-003: … Cách sửa: … (Mục II.2)”, as everywhere; a file that was made by its name."""
    cells = {key: _words(value) for key, value in line.cells.items()}
    if _file(line):
        return f"{cells['severity']}:", cells["record"]
    if "code" not in cells:
        return cells["message"], ""
    mend = f" {word('mend')}: {cells['mend']}" if cells["mend"] else ""
    section = f" ({cells['section']})" if cells["section"] else ""
    place = f"{cells[LINK]}: " if cells[LINK] else ""
    return f"{place}{cells['severity']} {cells['code']}:", f"{cells['message']}{mend}{section}"


def _figures(line: Line, plan: SheetLayout) -> tuple[str, str]:
    """The label with its state; then each figure after the header of its column, the remark, the section."""
    cells = {key: text for key, value in line.cells.items() if (text := _words(value))}
    head = ": ".join(cells[key] for key in ("label", "state") if key in cells)
    remark, section = cells.get("remark", ""), cells.get("section", "")
    told = "" if section in remark else section  # a remark that quotes the rule names its section
    place = "; ".join(filter(None, (cells.get(LINK, ""), told)))
    rest = ("; ".join(_named(cells, plan)), remark, f"({place})" if place else "")
    return f"{head}." if remark else head, "\n".join(filter(None, rest))


def _named(cells: dict[str, str], plan: SheetLayout) -> Iterator[str]:
    for column in plan.columns:
        if column.key in cells and column.key not in _UNNAMED:
            yield f"{column.header}: {cells[column.key]}"


def _words(value: Shown) -> str:
    if isinstance(value, Link):
        return value.text
    if isinstance(value, FileLink):
        return value.path.name
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, int | float):
        return printed_number(value)
    return value or ""
