"""Whatever is typed into a cell is printed as it is: never run, never read as a template, never breaking the file."""

import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.documents.render import render
from tests.paper_book import paper_text

NASTY = (
    "=cmd()",
    "=cmd|' /C calc'!A0",
    "{{ 7*7 }}",
    "{{ x }}",
    "{% for a in b %}",
    "{%p endfor %}",
    "{# ghi chú #}",
    "{_{ x }_}",
    "{_% x %_}",
    "A & B < C > \"D\" 'E'",
    "]]>",
    "<w:br/>",
    "&amp; &lt; &#123;",
    "</w:t></w:r></w:p>",
    "Tổ dân vận 🌾",
    "\\n \\t C:\\thu-muc",
    "Khoảng  trống   nhiều",
    " đầu và cuối ",
    "__class__",
)
E_READY = "mau.docx"


@cache
def template() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("Trước {{ value }} sau")
    table = document.add_table(rows=3, cols=1)
    for row, text in zip(
        table.rows, ("{%tr for one in many %}", "{{ one.value }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text
    document.sections[0].header.paragraphs[0].text = "{{ value }}"
    written = BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ready = tmp_path_factory.mktemp("mau") / E_READY
    ready.write_bytes(template())
    return ready


def printed(path: Path, value: str) -> str:
    """The text of the paper: the value in a line, in a row of a table, in the header."""
    return paper_text(render(path, {"value": value, "many": [{"value": value}]}))


@pytest.mark.req("R-188")
@pytest.mark.parametrize("value", NASTY)
def test_a_nasty_value_is_printed_as_it_was_typed(path: Path, value: str) -> None:
    assert printed(path, value) == f"Trước {value} sau\n{value}\n{value}"


@pytest.mark.req("R-188")
@pytest.mark.parametrize("value", ["Một\nHai", "Một\r\nHai", "Một\rHai", "Một\u2028Hai"])
def test_a_line_break_stays_a_line_break_of_the_same_paragraph(path: Path, value: str) -> None:
    lines = printed(path, value).splitlines()
    assert lines == ["Trước Một", "Hai sau", "Một", "Hai", "Một", "Hai"]


@pytest.mark.req("R-188")
def test_a_tab_stays_a_tab(path: Path) -> None:
    assert printed(path, "Một\tHai").splitlines()[0] == "Trước Một\tHai sau"


@pytest.mark.req("R-188")
def test_signs_that_no_file_can_hold_are_left_out(path: Path) -> None:
    value = "Một\x00\x07\x0c\x1b\x9f\ufffe\ud800 Hai"
    assert printed(path, value).splitlines()[0] == "Trước Một Hai sau"


@pytest.mark.req("R-183")
def test_a_decomposed_text_is_printed_composed(path: Path) -> None:
    text = "Tổ dân vận thôn Thượng"
    assert printed(path, unicodedata.normalize("NFD", text)).splitlines()[1] == text


@pytest.mark.req("R-188")
def test_the_longest_cell_that_excel_holds_is_printed_whole(path: Path) -> None:
    value = ("Tuyến đường hoa & cây xanh. " * 1200)[:32_767].strip()
    assert printed(path, value).splitlines()[1] == value


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=40))
def test_any_text_is_printed_as_itself(value: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / E_READY
        path.write_bytes(template())
        lines = printed(path, value).split("\n")
    assert lines[1] == unicodedata.normalize("NFC", value)
