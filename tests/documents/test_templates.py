"""The templates we hand out: built from one definition of blocks, equal part by part to what is committed."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from dvk_office.documents.template_build import build_template
from dvk_office.rules.documents import PaperKind, paper_kinds
from tests.paper_book import paper_text

FOLDER = Path(__file__).resolve().parents[2] / "doc_templates"
EACH = pytest.mark.parametrize("kind", paper_kinds().values(), ids=lambda one: one.key)


def parts(content: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(content)) as package:
        return [(one.filename, package.read(one)) for one in package.infolist()]


@EACH
def test_the_committed_template_is_the_one_that_is_built(kind: PaperKind) -> None:
    assert parts(build_template(kind)) == parts((FOLDER / kind.template).read_bytes())


@EACH
def test_every_paper_begins_with_the_same_header_and_holds_the_same_signature(
    kind: PaperKind,
) -> None:
    lines = paper_text(build_template(kind)).splitlines()
    assert lines[:7] == [
        "{{ superior }}",
        "{{ issuer }}",
        "*",
        "{{ number_line }}",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "",
        "{{ place_date }}",
    ]
    at = lines.index("{{ authority }}")
    assert lines[at : at + 7] == ["{{ authority }}", "{{ post }}", "", "", "", "", "{{ signer }}"]


@EACH
def test_a_page_has_the_prescribed_size_margins_and_font(kind: PaperKind) -> None:
    from docx import Document

    document = Document(BytesIO(build_template(kind)))
    page = document.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.bottom_margin)
    assert [round(one.mm) for one in (*sizes, page.left_margin, page.right_margin)] == [
        210, 297, 20, 20, 30, 15,
    ]  # fmt: skip
    assert document.styles["Normal"].font.name == "Times New Roman"


@EACH
def test_the_page_number_stands_in_the_header_from_the_second_page_on(kind: PaperKind) -> None:
    from docx import Document

    page = Document(BytesIO(build_template(kind))).sections[0]
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header.part.blob.decode()
    assert page.first_page_header.is_linked_to_previous


@EACH
def test_a_list_repeats_its_heading_row_and_breaks_no_row(kind: PaperKind) -> None:
    body = dict(parts(build_template(kind)))["word/document.xml"].decode()
    assert body.count("<w:tblHeader/>") == 1
    assert body.count("<w:cantSplit/>") >= 4
