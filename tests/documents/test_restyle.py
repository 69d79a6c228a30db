"""The sizes that the office settled, given to a finished paper."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from dvk_office.documents.restyle import restyled
from dvk_office.documents.template_build import build_template
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.formats import PARTY, latest_profile, settled


@pytest.fixture(scope="module")
def paper() -> bytes:
    return build_template(paper_kinds()["recognition_decision"])


def style(content: bytes, name: str):
    return Document(BytesIO(content)).styles[name]


def test_nothing_is_touched_where_nothing_was_settled(paper: bytes) -> None:
    assert restyled(paper, latest_profile(PARTY)) is paper


def test_words_alone_touch_no_style(paper: bytes) -> None:
    assert restyled(paper, settled(latest_profile(PARTY), {"form_basis_last": "."})) is paper


def test_a_size_reaches_its_styles_and_no_other(paper: bytes) -> None:
    made = restyled(paper, settled(latest_profile(PARTY), {"form_left_size": 13}))
    assert style(made, "Cơ quan ban hành").font.size.pt == 13
    assert style(made, "Tiêu đề của Đảng").font.size.pt == 15


def test_spaces_reach_running_text(paper: bytes) -> None:
    typed = {"form_line": 20, "form_space_after": 3}
    form = style(
        restyled(paper, settled(latest_profile(PARTY), typed)), "Nội dung"
    ).paragraph_format
    assert (form.line_spacing.pt, form.space_after.pt, form.space_before.pt) == (20, 3, 6)


def test_a_slanted_basis_is_slanted(paper: bytes) -> None:
    made = restyled(paper, settled(latest_profile(PARTY), {"form_basis_italic": True}))
    assert style(made, "Căn cứ").font.italic
    assert not style(made, "Nội dung").font.italic


def test_a_template_that_lost_a_style_is_left_as_it_is(paper: bytes, tmp_path: Path) -> None:
    document = Document(BytesIO(paper))
    one = document.styles["Cơ quan ban hành"].element
    one.getparent().remove(one)
    document.save(str(tmp_path / "mau.docx"))
    made = restyled(
        (tmp_path / "mau.docx").read_bytes(), settled(latest_profile(PARTY), {"form_left_size": 13})
    )
    assert style(made, "Số và ký hiệu").font.size.pt == 13


@pytest.mark.req("R-191")
def test_the_line_under_the_partys_name_is_as_long_as_the_name(paper: bytes) -> None:
    made = restyled(paper, settled(latest_profile(PARTY), {"form_motto_size": 13}))
    lengths = [_line(one) for one in (paper, made)]
    assert lengths[1] / lengths[0] == pytest.approx(13 / 15, rel=0.01)


def _line(content: bytes) -> float:
    cell = Document(BytesIO(content)).tables[0].rows[0].cells[1]
    form = cell.paragraphs[0].paragraph_format
    return cell.width.mm - form.left_indent.mm - form.right_indent.mm
