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
    settings, labels = book.settings, layout.setting_by_key
    for key in kind.settings:
        taken = key if settings.values[key] is not None else instead(key) or key
        place, blank = settings.place(taken), not _filled(settings.values[taken])
        yield from _amiss(kind, place, labels[taken].label, errors, blank=blank)
    for key in kind.quotes_settings:
        yield from _amiss(kind, settings.place(key), labels[key].label, errors)


def _filled(value: object) -> bool:
    return value is not None and bool(str(value).strip())


def _rows(kind: PaperKind, quoted: Quoted, layout: Layout, errors: Errors) -> Iterator[Finding]:
    for sheet, records in quoted.rows.items():
        columns = layout.by_key[sheet].by_key
        compulsory = kind.columns.get(sheet, ())
        keys = (*compulsory, *kind.quotes.get(sheet, ()))
        for record in records:
            for key in keys:
                blank = key in compulsory and record.blank(key)
                if blank or (sheet, record.row, key) in errors:
                    place, label = record.place(key), columns[key].header
                    yield from _amiss(kind, place, label, errors, blank=blank)


def _amiss(
    kind: PaperKind, place: Place, label: str, errors: Errors, *, blank: bool = False
) -> Iterator[Finding]:
    """What is wrong with the cell at `place`, if anything is; `blank` where it must not be so."""
    if blank:
        yield finding("VB-004", place, paper=kind.title, column=label)
    elif codes := errors.get(_cell(place)):
        yield finding("VB-005", place, paper=kind.title, column=label, codes=", ".join(codes))


def _cell(place: Place) -> Cell:
    return place.sheet_key, place.row, place.column_key
