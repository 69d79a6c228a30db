"""Workbooks written by hand, part by part: what Excel, another program or an accident may leave in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from dvk_office.core.findings import Finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.workbook.addresses import cell_of, column_letter
from dvk_office.workbook.reader import read_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMATS = (
    "General",
    "dd/mm/yyyy",
    "[h]:mm",
    '#,##0 "đồng"',
    '"ngày" dd "tháng" mm',
    "hh:mm",
    "0\\ \\h\\ộ",
)
"""The formats of cell styles 0, 1, 2 …"""
DAY, SPAN, MONEY, IN_WORDS, CLOCK, FAMILIES = range(1, 7)
DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True)
class Xml:
    """A cell as it stands in the file; @ is its address."""

    text: str


@dataclass(frozen=True)
class Styled:
    """A number in one of the styles of `FORMATS`."""

    number: float | str
    style: int


Content = str | float | bool | date | Xml | Styled
ERROR = Xml('<c r="@" t="e"><f>A1</f><v>#REF!</v></c>')
UNCACHED = Xml('<c r="@"><f>1+1</f></c>')
BLANK = Xml('<c r="@" s="1"/>')


def cell(address: str, content: Content) -> str:
    """The XML of one cell."""
    if isinstance(content, Xml):
        return content.text.replace("@", address)
    if isinstance(content, Styled):
        return f'<c r="{address}" s="{content.style}"><v>{content.number}</v></c>'
    if isinstance(content, bool):
        return f'<c r="{address}" t="b"><v>{int(content)}</v></c>'
    if isinstance(content, date):
        return cell(address, Styled((content - DAY_ZERO).days, DAY))
    if isinstance(content, str):
        text = f'<t xml:space="preserve">{escape(content)}</t>'
        return f'<c r="{address}" t="inlineStr"><is>{text}</is></c>'
    return f'<c r="{address}"><v>{content!r}</v></c>'


def sheet(
    cells: Mapping[str, Content],
    *,
    rows: Mapping[int, str] | None = None,
    after: str = "",
    namespace: str = MAIN,
) -> str:
    """The XML of a sheet of these cells; `rows` are more attributes by row, `after` what follows the cells."""
    by_row: dict[int, dict[int, str]] = {number: {} for number in rows or {}}
    for address, content in cells.items():
        row, column = cell_of(address) or (0, 0)
        by_row.setdefault(row, {})[column] = cell(address, content)
    lines = [
        f'<row r="{row}" {(rows or {}).get(row, "")}>{"".join(found[n] for n in sorted(found))}</row>'
        for row, found in sorted(by_row.items())
    ]
    inside = f"<sheetData>{''.join(lines)}</sheetData>{after}"
    return f'<worksheet xmlns="{namespace}" xmlns:r="{RELATIONS}">{inside}</worksheet>'


def table(
    top: int, rows: Sequence[Sequence[Content | None]], left: str = "A"
) -> dict[str, Content]:
    """Cells from rows of contents, the first one in Excel's row `top`; None is an empty cell."""
    _, first = cell_of(f"{left}1") or (1, 1)
    return {
        f"{column_letter(first + column)}{top + row}": content
        for row, contents in enumerate(rows)
        for column, content in enumerate(contents)
        if content is not None
    }


def styles(fonts: Sequence[str] = ("Times New Roman",)) -> str:
    """The style sheet: a style for each of `FORMATS` in the first font, then one for each further font."""
    formats = "".join(
        f"<numFmt numFmtId={quoteattr(str(170 + n))} formatCode={quoteattr(code)}/>"
        for n, code in enumerate(FORMATS)
    )
    named = "".join(f"<font><sz val='14'/><name val={quoteattr(name)}/></font>" for name in fonts)
    cells = [f'<xf numFmtId="{170 + n if n else 0}" fontId="0"/>' for n in range(len(FORMATS))]
    cells += [f'<xf numFmtId="0" fontId="{n}"/>' for n in range(1, len(fonts))]
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="9">{formats}</numFmts>'
        f'<fonts count="{len(fonts)}">{named}</fonts><cellXfs>{"".join(cells)}</cellXfs></styleSheet>'
    )


def parts(
    tabs: Mapping[str, str], *, properties: str = "", names: str = "", looks: str = ""
) -> dict[str, str | bytes]:
    """The members of a workbook by name: each tab with the XML of its sheet."""
    kind = f"{RELATIONS}/worksheet"
    sheets = [
        f'<sheet name={quoteattr(tab)} sheetId="{n}" r:id="rId{n}"/>'
        for n, tab in enumerate(tabs, 1)
    ]
    targets = [
        f'<Relationship Id="rId{n}" Type="{kind}" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(tabs, 1)
    ]
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}'
        f"<sheets>{''.join(sheets)}</sheets><definedNames>{names}</definedNames></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{''.join(targets)}</Relationships>",
        "xl/styles.xml": looks or styles(),
        **{f"xl/worksheets/sheet{n}.xml": source for n, source in enumerate(tabs.values(), 1)},
    }


def pack(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Writes the members as one archive."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def read(
    path: Path, layout: Layout, sheet_key: str, source: str, **more: str
) -> tuple[Book, list[tuple[str, str]]]:
    """A workbook of the one sheet, read; its findings there as (cell or tab, code), in the order they came."""
    tab = layout.by_key[sheet_key].tab
    book, findings = read_book(pack(path, parts({tab: source}, **more)), layout)
    return book, [place_and_code(one) for one in findings if one.place.sheet_key == sheet_key]


def place_and_code(one: Finding) -> tuple[str, str]:
    """The cell of a finding, or its tab where it points at no cell; and its code."""
    return one.place.cell or one.place.tab, one.code


def headers(layout: Layout, sheet_key: str, *keys: str) -> list[str]:
    """The headers of these columns as the layout spells them."""
    return [layout.by_key[sheet_key].by_key[key].header for key in keys]
