"""What holds for every sheet: required cells are filled, codes exist, no row is there twice."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record, Sheet, Unreadable, Value
from dvk_office.core.text import bare, fold
from dvk_office.core.values import shown
from dvk_office.rules import messages
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.year import Rules

_SETTINGS = "settings"
_NUMBER = re.compile(r"0*([0-9]+)")


def _sheets(book: Book, layout: Layout) -> Iterator[tuple[SheetLayout, Sheet]]:
    for sheet in layout.sheets:
        if sheet.key in book.sheets and sheet.key != _SETTINGS:
            yield sheet, book.sheets[sheet.key]


def required_cells(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A required cell is filled in every row of its sheet."""
    for sheet, found in _sheets(book, layout):
        letters = found.heading.letters
        columns = [one for one in sheet.columns if one.required and one.key in letters]
        for record in found.records:
            for column in columns:
                if record.blank(column.key):
                    yield finding("O-001", record.place(column.key), column=column.header)


def required_when(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A cell that another cell of its row makes necessary is filled."""
    for sheet, found in _sheets(book, layout):
        letters = found.heading.letters
        for column in sheet.columns:
            if column.required_when and column.key in letters:
                yield from _needed(layout, sheet, column, found.records)


def _needed(
    layout: Layout, sheet: SheetLayout, column: Column, records: Sequence[Record]
) -> Iterator[Finding]:
    condition = column.required_when
    if condition is None:
        return
    cause = sheet.by_key[condition.column]
    for record in records:
        if (
            record.blank(column.key)
            and (word := _word(record.value(cause.key))) in condition.values
        ):
            label = layout.label(cause.choices or "tick", word)
            place = record.place(column.key)
            yield finding("O-002", place, column=column.header, because=cause.header, found=label)


def _word(value: Value) -> str:
    """A value as a condition names it: a choice by its key, a tick as yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value is not None else ""


def missing_codes(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A row without a code is told the next one that is free."""
    for sheet, found in _sheets(book, layout):
        if not sheet.prefix or "code" not in found.heading.letters:
            continue
        following = _following(sheet.prefix, found.records)
        for record in found.records:
            if record.blank("code"):
                place = record.place("code")
                yield finding("O-046", place, next=next(following))


def _following(prefix: str, records: Sequence[Record]) -> Iterator[str]:
    """The codes after the highest one in use, written as wide as those."""
    used = [record.text("code") for record in records]
    numbers = [code[len(prefix) :] for code in used if code.startswith(prefix)]
    numbers = [number for number in numbers if number.isdecimal() and len(number) < 10]  # noqa: PLR2004
    highest = max(map(int, numbers), default=0)
    width = max(map(len, numbers), default=2)
    while True:
        highest += 1
        yield f"{prefix}{highest:0{width}}"


def unknown_codes(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """A code that points at another sheet exists there; a blank cell points nowhere."""
    likely: dict[str, Callable[[str], str]] = {}
    for sheet, found in _sheets(book, layout):
        for column in sheet.columns:
            if not column.refers or column.key not in found.heading.letters:
                continue
            known = book.by_code(column.refers)
            near = likely.setdefault(column.refers, _likely_code(book, column.refers))
            tab = layout.by_key[column.refers].tab
            for record in found.records:
                for code in record.codes(column.key) or (record.text(column.key),):
                    if code and code not in known:
                        facts = {"column": column.header, "found": shown(code), "tab": tab}
                        place = record.place(column.key)
                        yield finding("O-004", place, **facts, hint=near(code))


def _plain_code(code: str) -> str:
    """A code without case, signs and leading zeros: “mh 1” and “MH01” are the same."""
    return _NUMBER.sub(r"\1", bare(code).replace(" ", ""))


def _likely_code(book: Book, sheet_key: str) -> Callable[[str], str]:
    """What gives the hint for a wrong code: the same code spelt otherwise, or the code of the name typed there."""
    meant: dict[str, str] = {}

    def near(code: str) -> str:
        if not meant:
            meant.update(_meanings(book, sheet_key))
        found = meant.get(_plain_code(code)) or meant.get(fold(code))
        return messages.word("text_did_you_mean", near=found) if found else ""

    return near


def _meanings(book: Book, sheet_key: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for record in book[sheet_key]:
        code = record.text("code")
        if code and "name" in record.heading.index:
            found.setdefault(fold(record.text("name")), code)
        if code:
            found[_plain_code(code)] = code
    return found


def duplicate_rows(book: Book, _rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """The columns that name a row together do so only once in its sheet."""
    for sheet, found in _sheets(book, layout):
        letters = found.heading.letters
        if not sheet.identity or not all(key in letters for key in sheet.identity):
            continue
        first: dict[tuple[str, ...], int] = {}
        for record in found.records:
            values = [record.value(key) for key in sheet.identity]
            if None in values:
                continue
            name = tuple(fold(value) if isinstance(value, str) else str(value) for value in values)
            if name in first:
                place = record.place(sheet.identity[0])
                same = _same(layout, sheet, record)
                yield finding("O-005", place, first=first[name], found=same)
            first.setdefault(name, record.row)


def _same(layout: Layout, sheet: SheetLayout, record: Record) -> str:
    """« Mã MH01, Ngày 05/02 »: what two rows have in common, in words."""
    parts = []
    for key in sheet.identity:
        column, value = sheet.by_key[key], record.value(key)
        if column.kind == "choice" and isinstance(value, str):
            value = layout.label(column.choices, value)
        text = "; ".join(value) if isinstance(value, tuple) else value
        seen = "" if isinstance(text, Unreadable) else shown(text)
        parts.append(f"{column.header} \u201c{seen}\u201d")
    return ", ".join(parts)


CHECKS = (required_cells, required_when, missing_codes, unknown_codes, duplicate_rows)
