"""Tables of our templates: bordered lists with loops in their rows, and the frames without borders."""

from collections.abc import Mapping, Sequence
from typing import Any

from dvk_office.documents.template_page import set_style

BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
TWENTIETHS = 20  # of a point


def borderless(document: Any, widths: Sequence[float], *, above: float = 0) -> Any:
    """The one row of a table without borders, kept on one page, its columns `widths` millimetres wide.

    The text of a row begins `above` points below what stands over it.
    """
    made = _table(document, widths)
    _margins(made, above)
    row = made.add_row()
    _fit(row, widths)
    _unbroken(row)
    return row


def row_below(row: Any, widths: Sequence[float]) -> Any:
    """Another row of the table of `row`, kept on one page as well."""
    made = row.table.add_row()
    _fit(made, widths)
    _unbroken(made)
    return made


def add_table(document: Any, block: Mapping[str, Any], width: float) -> None:
    """A list: the heading row on every page, a row for each entry of `rows`, before them the title of each group.

    A group without a `title` begins with a row of its own, the `lead` of every column. A `whole` table stays on one page.
    Rows in which people write have a `row_height` in millimetres.
    """
    from docx.shared import Mm

    columns: Sequence[Mapping[str, Any]] = block["columns"]
    scale = width / sum(column["width"] for column in columns)
    widths = [column["width"] * scale for column in columns]
    made = _table(document, widths)
    _borders(made)
    texts = [(column["head"], "table_head") for column in columns]
    _repeated(_row(made, texts, widths))
    if "groups" in block:
        _tag(made, f"{{%tr for group in {block['groups']} %}}", widths)
        _begin(made, block, widths)
    _tag(made, f"{{%tr for row in {block['rows']} %}}", widths)
    row = _row(made, [(c["text"], c.get("style", "table_text")) for c in columns], widths)
    if "row_height" in block:
        row.height = Mm(block["row_height"])
    _lowered(row, columns)
    _tag(made, "{%tr endfor %}", widths)
    if "groups" in block:
        _tag(made, "{%tr endfor %}", widths)
    if "total" in block:
        cells = [(c["text"].replace("row.", f"{block['total']}."), "table_head") for c in columns]
        _free(_row(made, cells, widths))
    if block.get("whole"):
        _together(made)


def _lowered(row: Any, columns: Sequence[Mapping[str, Any]]) -> None:
    """Puts a name at the `bottom` of its cell, so that there is room to sign above it."""
    from docx.enum.table import WD_ALIGN_VERTICAL

    for cell, column in zip(row.cells, columns, strict=True):
        if column.get("bottom"):
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM


def _begin(made: Any, block: Mapping[str, Any], widths: Sequence[float]) -> None:
    if "title" in block:
        _wide(made, block["title"], widths)
        return
    texts = [(c.get("lead", ""), c.get("lead_style", "table_text")) for c in block["columns"]]
    _row(made, texts, widths)


def _free(row: Any) -> None:
    """Lets the page end after `row`."""
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = False


def _together(made: Any) -> None:
    """Keeps every row but the last with the next one."""
    for row in made.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _table(document: Any, widths: Sequence[float]) -> Any:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    made = document.add_table(rows=0, cols=len(widths))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    return made


def _row(made: Any, texts: Sequence[tuple[str, str]], widths: Sequence[float]) -> Any:
    row = made.add_row()
    _fit(row, widths)
    _unbroken(row)
    for cell, (text, style) in zip(row.cells, texts, strict=True):
        line = cell.paragraphs[0]
        set_style(line, style)
        line.add_run(text)
    return row


def _tag(made: Any, text: str, widths: Sequence[float]) -> None:
    """A row that holds a loop's tag and vanishes when the template is filled."""
    row = made.add_row()
    _fit(row, widths)
    row.cells[0].paragraphs[0].add_run(text)


def _wide(made: Any, text: str, widths: Sequence[float]) -> None:
    """One cell over the whole row."""
    row = made.add_row()
    _fit(row, widths)
    _unbroken(row)
    line = row.cells[0].merge(row.cells[-1]).paragraphs[0]
    set_style(line, "table_group")
    line.add_run(text)


def _fit(row: Any, widths: Sequence[float]) -> None:
    from docx.shared import Mm

    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)


def _unbroken(row: Any) -> None:
    _set(row, "w:cantSplit")


def _repeated(row: Any) -> None:
    _set(row, "w:tblHeader")


def _set(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - not in the library


def _margins(made: Any, above: float) -> None:
    """No room at the sides of a cell, `above` points over its text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    sides = {"top": above, "left": 0.0, "right": 0.0}
    for side in sides if above else ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(sides[side] * TWENTIETHS)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = made._tbl.tblPr  # noqa: SLF001
    properties.insert_element_before(margins, "w:tblLook")


def margin_right(cell: Any, width: float) -> None:
    """`width` millimetres at the right of a cell that stay free of text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    margins, margin = OxmlElement("w:tcMar"), OxmlElement("w:right")
    margin.set(qn("w:w"), str(round(Mm(width).pt * TWENTIETHS)))
    margin.set(qn("w:type"), "dxa")
    margins.append(margin)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    properties.insert_element_before(margins, "w:textDirection", "w:tcFitText", "w:vAlign")


def _borders(made: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in BORDERS:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = made._tbl.tblPr  # noqa: SLF001 - not in the library
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
