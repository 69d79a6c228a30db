"""What stops a paper: a compulsory cell left blank, or an error in a cell that it quotes. Each is named (R-189)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dvk_office.core.findings import ERROR, Finding, finding
from dvk_office.core.records import Book, Place, Record
from dvk_office.rules.documents import PaperKind, instead
from dvk_office.rules.layout import Layout

Cell = tuple[str, int, str]
Errors = Mapping[Cell, tuple[str, ...]]


class Quoted(NamedTuple):
    """The rows that one paper rests on, by sheet."""

    rows: Mapping[str, tuple[Record, ...]]


def errors_by_cell(findings: Iterable[Finding]) -> Errors:
    """The codes of the errors at each cell."""
    found: dict[Cell, tuple[str, ...]] = {}
    for one in findings:
        if one.severity == ERROR and one.place.row:
            cell = _cell(one.place)
            found[cell] = (*found.get(cell, ()), one.code)
    return found


def stops(
    kind: PaperKind, quoted: Quoted, book: Book, layout: Layout, errors: Errors
) -> tuple[Finding, ...]:
    """Every cell that keeps this paper from being made; empty where it can be made."""
    found = (*_settings(kind, book, layout, errors), *_rows(kind, quoted, layout, errors))
    return tuple(dict.fromkeys(found))


def _settings(kind: PaperKind, book: Book, layout: Layout, errors: Errors) -> Iterator[Finding]:
    settings = book.settings
    for key in kind.settings:
        taken = key if settings.values[key] is not None else instead(key) or key
        place, label = settings.place(taken), layout.setting_by_key[taken].label
        if not _filled(settings.values[taken]):
            yield finding("VB-004", place, paper=kind.title, column=label)
        else:
            yield from _wrong(kind, place, label, errors)
    for key in kind.quotes_settings:
        yield from _wrong(kind, settings.place(key), layout.setting_by_key[key].label, errors)


def _filled(value: object) -> bool:
    return value is not None and bool(str(value).strip())


def _rows(kind: PaperKind, quoted: Quoted, layout: Layout, errors: Errors) -> Iterator[Finding]:
    for sheet, records in quoted.rows.items():
        columns = layout.by_key[sheet].by_key
        compulsory = kind.columns.get(sheet, ())
        for record in records:
            for key in (*compulsory, *kind.quotes.get(sheet, ())):
                place, label = record.place(key), columns[key].header
                if key in compulsory and record.blank(key):
                    yield finding("VB-004", place, paper=kind.title, column=label)
                else:
                    yield from _wrong(kind, place, label, errors)


def _wrong(kind: PaperKind, place: Place, label: str, errors: Errors) -> Iterator[Finding]:
    if codes := errors.get(_cell(place)):
        yield finding("VB-005", place, paper=kind.title, column=label, codes=", ".join(codes))


def _cell(place: Place) -> Cell:
    return place.sheet_key, place.row, place.column_key
