"""A workbook in, typed records out: they keep Excel's row numbers, and everything odd is a finding at its cell."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import python_calamine

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Place, Sheet
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.container import Container, open_container
from dvk_office.workbook.headings import SEARCHED_ROWS, empty_heading, find_heading
from dvk_office.workbook.notices import notices
from dvk_office.workbook.parts import Parts, read_parts
from dvk_office.workbook.rows import read_rows
from dvk_office.workbook.scan import Seen, check_strings, scan_sheet
from dvk_office.workbook.settings import read_settings
from dvk_office.workbook.tabs import find_tabs


class _Sheet(NamedTuple):
    """One sheet as read, and what was found in it."""

    sheet: Sheet
    findings: tuple[Finding, ...]


def read_book(path: Path, layout: Layout) -> tuple[Book, tuple[Finding, ...]]:
    """The workbook at `path` and what the reader found in it; DvkError where the file makes no sense at all."""
    container = open_container(path)
    parts = read_parts(container)
    _check_marks(container, parts, layout)
    tabs, findings = find_tabs(layout, parts.tabs)
    if not tabs:
        raise container.fault("TEP-023")
    check_strings(container)
    seen = {
        key: scan_sheet(container, parts.tabs[tab], Place(key, tab), parts)
        for key, tab in tabs.items()
    }
    book, more = _read(container, layout, tabs, seen)
    return book, (*_lock_notes(path), *findings, *more)


def _check_marks(container: Container, parts: Parts, layout: Layout) -> None:
    """DvkError for the workbook of another product, or of another version of its layout."""
    product = parts.marks.get("dvk_product", layout.product)
    if product != layout.product:
        raise container.fault("TEP-020", found=product)
    version = parts.marks.get("dvk_layout_version", str(layout.version))
    if version == str(layout.version):
        return
    newer = version.isdecimal() and int(version[:9]) > layout.version
    raise container.fault("TEP-021" if newer else "TEP-022", found=version, known=layout.version)


def _lock_notes(path: Path) -> tuple[Finding, ...]:
    """A note where Excel or LibreOffice left the mark of having the file open."""
    marks = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    try:
        held = any(mark.exists() for mark in marks)
    except OSError:
        return ()
    return (finding("TEP-027", Place(tab=path.name)),) if held else ()


def _read(
    container: Container, layout: Layout, tabs: Mapping[str, str], seen: Mapping[str, Seen]
) -> tuple[Book, list[Finding]]:
    findings: list[Finding] = []
    sheets: dict[str, Sheet] = {}
    with _calamine(container) as workbook:
        for sheet in layout.sheets:
            if sheet.key not in tabs:
                sheets[sheet.key] = Sheet(empty_heading(sheet), found=False)
                continue
            source = workbook.get_sheet_by_name(tabs[sheet.key])
            found = _sheet(source, layout, sheet, seen[sheet.key])
            sheets[sheet.key] = found.sheet
            findings += found.findings
    settings, more = read_settings(layout, sheets["settings"])
    book = Book(MappingProxyType(sheets), settings, container.name, container.digest)
    return book, [*findings, *more]


@contextmanager
def _calamine(container: Container) -> Iterator[python_calamine.CalamineWorkbook]:
    """The workbook as calamine opens it; whatever it stumbles over is one finding at the file."""
    try:
        yield python_calamine.CalamineWorkbook.from_filelike(BytesIO(container.content))
    except (python_calamine.CalamineError, OverflowError):
        raise container.fault("TEP-017") from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise container.fault("TEP-017") from None
        raise


def _sheet(
    source: python_calamine.CalamineSheet, layout: Layout, sheet: SheetLayout, seen: Seen
) -> _Sheet:
    first_column = source.start[1] + 1 if source.start else 1
    rows = source.iter_rows() if source.start else iter(())
    head = list(islice(rows, SEARCHED_ROWS))
    found = find_heading(sheet, source.name, head, first_column, layout.header_row)
    read = read_rows(layout, sheet, found, chain(head, rows), seen)
    records = read.records if found.row else ()
    findings = (*found.findings, *read.findings, *notices(seen, found, records))
    return _Sheet(Sheet(found.heading, records), findings)
