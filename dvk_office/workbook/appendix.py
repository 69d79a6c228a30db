"""Draws an appendix: A4 landscape, one page wide, its header on every page, every text in full. Same page, same bytes."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from dvk_office.workbook.appendix_formats import FONT, SIZES, Look, look
from dvk_office.workbook.appendix_page import Page
from dvk_office.workbook.appendix_table import band, band_height, header, merged, model_row
from dvk_office.workbook.wrapping import LINE

A4 = 9
_INCHES = {"left": 0.6, "right": 0.4, "top": 0.6, "bottom": 0.6}


def appendix_workbook(page: Page) -> bytes:
    """The .xlsx of `page`; every text is text, never a formula."""
    import xlsxwriter

    written = BytesIO()
    workbook = xlsxwriter.Workbook(written, _options())
    created = datetime(page.year, 1, 1, tzinfo=UTC)
    workbook.set_properties({"title": page.name, "created": created})
    _draw(workbook.add_worksheet(page.tab), page, look(workbook))
    workbook.close()
    return written.getvalue()


def _options() -> dict[str, Any]:
    """Texts stay texts; widths are measured in the digits of our letters. Made anew, since the library writes into it."""
    return {
        "in_memory": True,
        "strings_to_urls": False,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 11},
    }


def _draw(sheet: Any, page: Page, styles: Look) -> None:
    for index, column in enumerate(page.columns):
        sheet.set_column(index, index, column.width)
    top = _head(sheet, page, styles)
    row = header(sheet, top, page, styles)
    for group in page.groups:
        row = band(sheet, row, ("heading", group.heading), page, styles)
        for cells in group.rows:
            row = model_row(sheet, row, cells, page, styles)
        row = band(sheet, row, ("subtotal", group.subtotal), page, styles)
    row = band(sheet, row, ("closing", page.closing), page, styles)
    end = _signatures(sheet, row + 1, page, styles)
    _paper(sheet, page, top, end)


def _paper(sheet: Any, page: Page, top: int, end: int) -> None:
    """Landscape, as wide as the paper, the header at `top` on every page, page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(**_INCHES)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.center_horizontally()
    sheet.set_footer(f'&C&"{FONT},Regular"&11{page.footer}')
    sheet.print_area(0, 0, end, page.last)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{end + 1}"})


def _head(sheet: Any, page: Page, styles: Look) -> int:
    """The issuer at the left, the Party's name at the right, the titles below; returns the row of the header."""
    depth = max(len(page.left), len(page.right))
    for row in range(depth):
        sides = ((page.left, 0, page.half), (page.right, page.half + 1, page.last))
        held = [(side[row], first, last) for side, first, last in sides if row < len(side)]
        for (style, text), first, last in held:
            merged(sheet, (row, first, row, last), text, styles[style])
        sheet.set_row(row, max(band_height(piece, page, a, b) for piece, a, b in held))
    row = depth + 1
    for piece in page.titles:
        row = band(sheet, row, piece, page, styles)
    return row + 1


def _signatures(sheet: Any, row: int, page: Page, styles: Look) -> int:
    """Both signatures in one row, so that no page break parts a title from its name."""
    merged(sheet, (row, 0, row, page.half), page.maker, styles["maker"])
    merged(sheet, (row, page.half + 1, row, page.last), "", styles["signer"])
    pieces = [piece for style, text in page.signer for piece in (styles[style], text)]
    sheet.write_rich_string(row, page.half + 1, *pieces, styles["signer"])
    lines = sum(text.count("\n") for _, text in page.signer) + 2
    sheet.set_row(row, lines * SIZES["signer"] * LINE)
    return row
