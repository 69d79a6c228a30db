"""A row in a list stays in one piece, unless it would take half a page or more."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.documents.tall_rows import with_tall_rows
from tests.paper_book import saved

SHORT = "Tổ dân vận thôn Hạ"
LONG = "Tổ dân vận thôn Hạ. " * 100
MANY_LINES = "Một dòng\n" * 25


def paper(*texts: str) -> bytes:
    """A list of one row for each of `texts`, every row in one piece and held to the next."""
    document = Document()
    made: Table = document.add_table(rows=0, cols=2)
    for text in texts:
        row = made.add_row()
        row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:cantSplit")))  # noqa: SLF001
        row.cells[1].text = text
        row.cells[1].paragraphs[0].paragraph_format.keep_with_next = True
    return saved(document)


def marks(content: bytes) -> list[tuple[bool, bool]]:
    """Of each row: whether it is in one piece, whether it is held to the next."""
    body: Any = Document(BytesIO(content)).element.body
    return [
        tuple(row.find(f".//{qn(name)}") is not None for name in ("w:cantSplit", "w:keepNext"))
        for row in body.iter(qn("w:tr"))
    ]


@pytest.mark.req("R-188")
@pytest.mark.parametrize("text", [LONG, MANY_LINES])
def test_only_a_tall_row_may_break(text: str) -> None:
    content = with_tall_rows(paper(SHORT, text, SHORT), {"rows": ({"name": text},)})
    assert marks(content) == [(True, True), (False, False), (True, True)]


@pytest.mark.req("R-188")
def test_a_paper_without_long_values_is_not_touched() -> None:
    content = paper(SHORT, LONG)
    assert with_tall_rows(content, {"name": SHORT, "rows": [{"name": SHORT}]}) is content


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(categories=["L", "Nd"]), max_size=400), max_size=4))
def test_no_text_is_changed(texts: list[str]) -> None:
    content = with_tall_rows(paper(*texts, LONG), {"texts": (*texts, LONG)})
    (table,) = Document(BytesIO(content)).tables
    assert [row.cells[1].text for row in table.rows] == [*texts, LONG]


@pytest.mark.req("R-188")
@pytest.mark.parametrize("width", [None, {"w": "50%", "type": "pct"}, {"type": "auto"}])
def test_a_cell_whose_width_another_program_left_open_may_break(
    width: dict[str, str] | None,
) -> None:
    document = Document(BytesIO(paper(LONG)))
    body: Any = document.element.body
    for cell in body.iter(qn("w:tcPr")):
        (own,) = cell.findall(qn("w:tcW"))
        cell.remove(own)
        if width:
            own.attrib.clear()
            own.attrib.update({qn(f"w:{key}"): value for key, value in width.items()})
            cell.append(own)
    assert marks(with_tall_rows(saved(document), {"name": LONG})) == [(False, False)]
