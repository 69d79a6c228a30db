"""The templates we hand out: built from one definition of blocks, equal part by part to what is committed."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from dvk_office.documents.template_blocks import add_block
from dvk_office.documents.template_build import build_template
from dvk_office.documents.template_page import new_document
from dvk_office.rules.documents import PaperKind, paper_kinds
from dvk_office.rules.formats import PARTY, STATE, latest_profile
from tests.paper_book import paper_text
from tests.word_files import W

FOLDER = Path(__file__).resolve().parents[2] / "doc_templates"
EACH = pytest.mark.parametrize("kind", paper_kinds().values(), ids=lambda one: one.key)


def parts(content: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(content)) as package:
        return [(one.filename, package.read(one)) for one in package.infolist()]


@EACH
def test_the_committed_template_is_the_one_that_is_built(kind: PaperKind) -> None:
    assert parts(build_template(kind)) == parts((FOLDER / kind.template).read_bytes())


def built(family: str, *blocks: dict[str, object]) -> list[str]:
    """The lines of a template of nothing but `blocks`."""
    profile = latest_profile(family)
    document = new_document(profile, title="Thử")
    for block in blocks:
        add_block(document, profile, block)
    written = BytesIO()
    document.save(written)
    return paper_text(written.getvalue()).splitlines()


@pytest.mark.req("R-191")
def test_a_party_paper_begins_with_the_asterisk_and_the_partys_name() -> None:
    assert built(PARTY, {"block": "header"})[:7] == [
        "{{ superior }}",
        "{{ issuer }}",
        "*",
        "{{ number_line }}",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "",
        "{{ place_date }}",
    ]


@pytest.mark.req("R-191")
def test_a_state_paper_begins_with_the_names_of_the_state_and_no_asterisk() -> None:
    assert built(STATE, {"block": "header"})[:7] == [
        "{{ superior }}",
        "{{ issuer }}",
        "",
        "{{ number_line }}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "{{ place_date }}",
    ]


def test_a_letter_has_its_summary_under_its_number_and_a_units_paper_has_no_number() -> None:
    letter = built(PARTY, {"block": "header", "letter": True})
    assert letter[letter.index("{{ number_line }}") + 1] == "{{ letter_summary }}"
    assert "{{ number_line }}" not in built(PARTY, {"block": "header", "of_unit": True})


def test_number_and_day_of_a_state_paper_stand_on_one_line() -> None:
    profile = latest_profile(STATE)
    document = new_document(profile, title="Thử")
    add_block(document, profile, {"block": "header"})
    lower = [_heights(cell) for cell in document.tables[0].rows[0].cells]
    assert lower[0] == lower[1]


def _heights(cell: Any) -> tuple[int, float]:
    """The lines of text above the last one of a cell, and the points of what is between them."""
    spaces = [one.paragraph_format for one in cell.paragraphs]
    low = [one.line_spacing.pt for one in spaces if one.line_spacing]
    return len(spaces) - len(low), sum(low) + spaces[-1].space_before.pt


def test_a_state_title_has_a_rule_and_a_party_title_five_hyphens() -> None:
    title = {"block": "title", "type": "QUYẾT ĐỊNH", "summary": "khen thưởng"}
    assert built(PARTY, title)[1:4] == ["QUYẾT ĐỊNH", "khen thưởng", "-----"]
    assert "-----" not in built(STATE, title)


def test_the_rule_of_a_state_title_is_no_border_of_its_text() -> None:
    profile = latest_profile(STATE)
    document: Any = new_document(profile, title="Thử")
    add_block(document, profile, {"block": "title", "type": "BIÊN BẢN", "summary": "kiểm tra"})
    *_above, summary, rule = document.paragraphs
    assert (summary.text, rule.text) == ("kiểm tra", "")
    assert summary.paragraph_format.left_indent is None
    assert rule._p.find(f".//{{{W}}}pBdr") is not None  # noqa: SLF001 - the library has no borders


def test_an_item_has_its_value_beside_it_or_dots_and_lines_below() -> None:
    item = {"block": "item", "label": "Mục tiêu:", "value": "goal", "lines": 2}
    known, blank = ["{%p if goal %}", "Mục tiêu: {{ goal }}"], ["Mục tiêu:", "", "", "{%p endif %}"]
    assert [line.strip() for line in built(PARTY, item)] == [*known, "{%p else %}", *blank]


def test_a_signature_leaves_its_room_between_post_and_name() -> None:
    lines = built(PARTY, {"block": "signature"})
    at = lines.index("{{ post }}")
    gap = ["{%p for one in signature_gap %}", "", "{%p endfor %}"]
    assert lines[at : at + 5] == ["{{ post }}", *gap, "{{ signer }}"]


COLUMN = {"head": "TT", "width": 10, "text": "{{ row.number }}"}
TEXT = {"block": "paragraph", "text": "Hết."}
LIST = {"block": "table", "rows": "rows", "columns": [COLUMN]}
BRANCHES = {"block": "when", "test": "x", "blocks": [LIST], "otherwise": []}


@pytest.mark.parametrize("block", ["signature", "signatures"])
@pytest.mark.parametrize(("above", "low_lines"), [(TEXT, 0), (LIST, 1), (BRANCHES, 0)])
def test_only_a_list_has_a_low_line_between_it_and_the_signature(
    block: str, above: dict[str, object], low_lines: int
) -> None:
    signing = {"block": block, "places": [{"heading": "CHỦ TRÌ"}]}
    assert built(PARTY, TEXT, above, signing).count("") - low_lines == blanks_inside(signing)


def blanks_inside(signing: dict[str, object]) -> int:
    """The empty lines of the signing table itself."""
    return built(PARTY, TEXT, signing).count("")


def test_a_signature_has_a_line_of_authority_only_where_there_is_one() -> None:
    lines = built(PARTY, {"block": "signature"})
    at = lines.index("{{ authority }}")
    assert (lines[at - 1], lines[at + 1]) == ("{%p if authority %}", "{%p endif %}")


@pytest.mark.req("R-191")
def test_minutes_have_place_and_day_where_their_form_says_so() -> None:
    lines = built(PARTY, {"block": "header", "minutes": True})
    at = lines.index("{{ place_date }}")
    assert (lines[at - 1], lines[at + 1]) == ("{%p if minutes_dated %}", "{%p endif %}")


@pytest.mark.req("R-178")
def test_a_certificate_has_a_border_of_two_lines_at_every_side_and_its_page_lies() -> None:
    from docx import Document

    kind = paper_kinds()["certificate_collective"]
    page = Document(BytesIO(build_template(kind))).sections[0]
    borders = next(one for one in page._sectPr if one.tag.endswith("pgBorders"))  # noqa: SLF001
    drawn = {one.tag.rpartition("}")[2]: one.values()[0] for one in borders}
    assert drawn == dict.fromkeys(("top", "left", "bottom", "right"), "thinThickSmallGap")
    assert page.page_width > page.page_height


@pytest.mark.req("R-178", "R-191")
@pytest.mark.parametrize("key", ["certificate_collective", "certificate_individual"])
def test_a_certificate_of_the_party_has_no_mark_of_the_state(key: str) -> None:
    text = paper_text(build_template(paper_kinds()[key]))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "CỘNG HÒA" not in text
    assert "Độc lập" not in text


def test_a_table_whose_groups_have_no_title_begins_each_with_a_row_of_its_own() -> None:
    columns = [
        {"head": "TT", "width": 1, "lead": "{{ group.number }}", "text": "{{ row.number }}"},
        {"head": "Tên", "width": 1, "text": "{{ row.name }}"},
    ]
    table = {"block": "table", "groups": "all", "rows": "group.rows", "columns": columns}
    lines = built(PARTY, {"block": "paragraph", "text": "Bảng:"}, table)
    loop = [
        "{%tr for group in all %}",
        "",
        "{{ group.number }}",
        "",
        "{%tr for row in group.rows %}",
    ]
    assert lines[3:8] == loop


def test_places_to_sign_stand_side_by_side() -> None:
    places = [{"heading": "NGƯỜI GHI BIÊN BẢN", "name": "{{ secretary }}"}, {"heading": "CHỦ TRÌ"}]
    lines = built(PARTY, {"block": "signatures", "places": places})
    assert (
        lines.index("NGƯỜI GHI BIÊN BẢN") < lines.index("{{ secretary }}") < lines.index("CHỦ TRÌ")
    )


@EACH
def test_a_page_has_the_prescribed_size_margins_and_font(kind: PaperKind) -> None:
    from docx import Document

    document = Document(BytesIO(build_template(kind)))
    page = document.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.bottom_margin)
    paper = (297, 210) if kind.landscape else (210, 297)
    margins = (20, 14, 20, 20) if "pgBorders" in page._sectPr.xml else (20, 20, 30, 15)  # noqa: SLF001
    assert [round(one.mm) for one in (*sizes, page.left_margin, page.right_margin)] == [
        *paper,
        *margins,
    ]
    assert document.styles["Normal"].font.name == "Times New Roman"


@EACH
def test_the_page_number_stands_in_the_header_from_the_second_page_on(kind: PaperKind) -> None:
    from docx import Document

    page = Document(BytesIO(build_template(kind))).sections[0]
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header.part.blob.decode()
    assert page.first_page_header.is_linked_to_previous


@EACH
def test_lists_repeat_their_heading_row_and_break_no_row(kind: PaperKind) -> None:
    body = dict(parts(build_template(kind)))["word/document.xml"].decode()
    tables = body.count("<w:tblBorders>")
    assert body.count("<w:tblHeader/>") == tables
    assert body.count("<w:cantSplit/>") >= 2 * tables
