"""The one-page decision that papers are timed with: marked up as Word does it, in the package of one of our templates."""

from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from dvk_office.documents.package import replaced

ROOT = Path(__file__).resolve().parents[2]
BODY = "word/document.xml"
FIELDS, ROWS = 30, 10
COLUMNS = ("number", "name", "registrant", "note")
FONT = (
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'
)
PARAGRAPH = (
    '<w:pPr><w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/>'
    '<w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>'
)
WIDTH = '<w:tcPr><w:tcW w:w="2300" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
_marks = count(1)


def _mark() -> str:
    """The next of the numbers by which Word tells one session of editing from another."""
    return f"00{next(_marks) * 7919 % 0xFFFFFF:06X}"


def run(text: str) -> str:
    """A run as Word writes it."""
    marks = f'w:rsidR="{_mark()}" w:rsidRPr="{_mark()}"'
    return f'<w:r {marks}>{FONT}<w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*texts: str) -> str:
    """A paragraph as Word writes it, in runs that a spelling mark divides."""
    runs = '<w:proofErr w:type="spellStart"/>'.join(map(run, texts))
    return f'<w:p w:rsidR="{_mark()}" w:rsidRDefault="{_mark()}">{PARAGRAPH}{runs}</w:p>'


def row(*cells: str) -> str:
    """A row of a table as Word writes it."""
    inside = "".join(f"<w:tc>{WIDTH}{line(one)}</w:tc>" for one in cells)
    return f'<w:tr w:rsidR="{_mark()}"><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>'


def decision(*, widening: bool) -> bytes:
    """The template: 30 fields, every third divided among runs, and a list.

    `widening` adds a row whose cells a loop makes, so that docxtpl's mending of tables has to run for every paper.
    """
    fields = (
        line(f"Điều {n}. Công nhận ", "{{ ", f"field_{n}", " }} trong năm.")
        if n % 3 == 0
        else line(f"Điều {n}. Giao {{{{ field_{n} }}}} thực hiện Quyết định này.")
        for n in range(FIELDS)
    )
    rows = (
        row(*COLUMNS),
        row("{%tc for one in wide %}", "{{ one }}", "{%tc endfor %}") if widening else "",
        row("{%tr for row in rows %}", "", "", ""),
        row(*(f"{{{{ row.{key} }}}}" for key in COLUMNS)),
        row("{%tr endfor %}", "", "", ""),
    )
    grid = '<w:gridCol w:w="2300"/>' * len(COLUMNS)
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    ours = (ROOT / "doc_templates" / "quyet-dinh-cong-nhan-mo-hinh.docx").read_bytes()
    with ZipFile(BytesIO(ours)) as package:
        own = package.read(BODY).decode()
    start, end = own.index("<w:body>") + len("<w:body>"), own.rindex("<w:sectPr")
    return replaced(ours, {BODY: f"{own[:start]}{''.join(fields)}{table}{own[end:]}".encode()})


def values(number: int) -> dict[str, Any]:
    """The values of one paper."""
    return {
        **{f"field_{n}": f"Tổ dân vận thôn Thượng {n} & Hạ, số {number}" for n in range(FIELDS)},
        "wide": ["một", "hai", "ba", "bốn"],
        "rows": [
            {"number": n, "name": f"Mô hình {number}.{n}", "registrant": "Chi bộ thôn", "note": ""}
            for n in range(ROWS)
        ],
    }
