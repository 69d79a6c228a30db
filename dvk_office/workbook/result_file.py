"""Results as a workbook of their own, beside the workbook that they speak of; its links lead into that one."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from dvk_office.rules.layout import Layout
from dvk_office.workbook.build_cells import write_cell
from dvk_office.workbook.build_formats import Formats, formats, options
from dvk_office.workbook.build_lines import wrapped_lines
from dvk_office.workbook.build_pages import PROTECTED, row_height
from dvk_office.workbook.build_results import frame
from dvk_office.workbook.results import SUMMARY_ROW, FileLink, Link, Results, Shown

_ESCAPED = str.maketrans({sign: f"%{ord(sign):02x}" for sign in '%#"<>[]^`{} '})
"""What Excel escapes in the address of a file; letters with accents it leaves as they are. A space that is not escaped
makes Excel 2007 refuse the whole workbook (ClosedXML issue 2397, XlsxWriter issues 278 and 304)."""


def link_target(book: str, link: Link) -> str:
    """Where a link of the results leads: the cell in the workbook `book` beside them."""
    tab = link.tab.replace("'", "''")
    return f"{_address(book)}#'{tab}'!{link.cell}"


def _address(path: str) -> str:
    """A file for XlsxWriter, which would take “#” for the end of its name and “%41” for an escaped letter."""
    return f"external:{path.translate(_ESCAPED)}"


def result_file(layout: Layout, results: Results, book: Path) -> bytes:
    """The workbook of `results`, which speak of the workbook `book` and lie beside it."""
    import xlsxwriter

    made = BytesIO()
    workbook = xlsxwriter.Workbook(made, options())
    look, plan = formats(workbook), layout.by_key[results.sheet_key]
    sheet = workbook.add_worksheet(plan.tab)
    frame(look, layout, sheet, plan)
    sheet.write_string(SUMMARY_ROW - 1, 0, results.summary, look["summary"])
    for number, row in enumerate(results.rows(tuple(plan.by_key)), layout.first_row - 1):
        lines = [1]
        for index, (column, value) in enumerate(zip(plan.columns, row, strict=True)):
            _write(sheet, (number, index), value, look, column.kind, book)
            lines.append(0 if column.hidden else wrapped_lines(str(value or ""), column.width))
        row_height(sheet, number, max(lines))
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", PROTECTED)
    workbook.close()
    return made.getvalue()


def result_rows(layout: Layout, sheet_key: str, path: Path) -> Iterator[Sequence[Any]]:
    """The lines of the results that `path` holds, every column of the layout."""
    from python_calamine import CalamineWorkbook

    width = len(layout.by_key[sheet_key].columns)
    with CalamineWorkbook.from_path(path) as workbook:
        grid = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for row in grid[layout.first_row - 1 :]:
        yield (*row, *[""] * (width - len(row)))


def _write(  # noqa: PLR0913, PLR0917 - a cell, its value, its look, and where its link leads
    sheet: Any, at: tuple[int, int], value: Shown, look: Formats, kind: str, book: Path
) -> None:
    if isinstance(value, Link):
        sheet.write_url(*at, link_target(book.name, value), look["link"], value.text)
    elif isinstance(value, FileLink):
        sheet.write_url(*at, _address(_seen_from(book, value.path)), look["link"], value.path.name)
    else:
        write_cell(sheet, at, value, look[f"column:{kind}"])


def _seen_from(book: Path, path: Path) -> str:
    """A file in the folder of `book` by its way from there, so that the folder may be moved; any other by its full name."""
    folder = book.parent
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
