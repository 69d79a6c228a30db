"""What only docxtpl itself can put into a paper: pictures, links, replaced media, in a template that it has open."""

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any

import pytest
from docxtpl import DocxTemplate, InlineImage, RichText
from lxml import etree

from dvk_office.documents.by_docxtpl import Template
from dvk_office.documents.render import render
from dvk_office.documents.sandbox import environment
from tests.paper_book import paper_text
from tests.word_files import R, p, unzipped, word_file

PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='9' cy='9'/><wp:docPr id='1' name='Dấu'/>"
    "<a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'>"
    "<pic:pic><pic:nvPicPr><pic:cNvPr id='0' name='dau.png'/><pic:cNvPicPr/></pic:nvPicPr>"
    "<pic:blipFill><a:blip r:embed='rIdPicture'/></pic:blipFill><pic:spPr/></pic:pic>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
RELATION = f'<Relationship Id="rIdPicture" Type="{R}/image" Target="media/dau.png"/>'


def png(grey: int) -> bytes:
    """A picture of one grey point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    size = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + size
        + chunk(b"IDAT", zlib.compress(bytes([0, grey])))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A template with a value, a place for what is put in, and a picture of its own."""
    ready = tmp_path / "mau.docx"
    lines = (p("{{ a }}"), p("{{ put_in }}"), PICTURE)
    ready.write_bytes(word_file(*lines, relations=RELATION, parts={"word/media/dau.png": png(1)}))
    return ready


def picture(template: Template) -> dict[str, Any]:
    return {"put_in": InlineImage(template, BytesIO(png(2)))}


def link(template: Template) -> dict[str, Any]:
    return {"put_in": RichText("trang & mạng", url_id=template.build_url_id("https://vidu.vn"))}


def replaced(template: Template) -> dict[str, Any]:
    template.replace_pic("dau.png", BytesIO(png(3)))
    return {"put_in": ""}


@pytest.mark.parametrize("prepare", [picture, link, replaced])
def test_what_is_prepared_gives_the_paper_that_docxtpl_gives(path: Path, prepare: Any) -> None:
    document = DocxTemplate(path)
    document.init_docx()
    document.render({"a": "A & B", **prepare(document)}, environment())
    written = BytesIO()
    document.save(written)
    assert parts(render(path, {"a": "A & B"}, prepare)) == parts(written.getvalue())


def parts(content: bytes) -> dict[str, bytes]:
    return {
        name: part
        if name.endswith(".png")
        else etree.tostring(etree.fromstring(part), method="c14n")
        for name, part in unzipped(content).items()
    }


def test_a_picture_is_in_the_paper_and_its_text_is_plain(path: Path) -> None:
    made = render(path, {"a": "{{ 7*7 }} & <x>"}, picture)
    media = [one for name, one in unzipped(made).items() if name.startswith("word/media/")]
    assert sorted(media) == sorted([png(1), png(2)])
    assert paper_text(made).startswith("{{ 7*7 }} & <x>")


def test_a_replaced_picture_takes_the_place_of_the_templates(path: Path) -> None:
    assert unzipped(render(path, {"a": "x"}, replaced))["word/media/dau.png"] == png(3)


def test_two_runs_with_a_picture_give_equal_bytes(path: Path) -> None:
    assert render(path, {"a": "x"}, picture) == render(path, {"a": "x"}, picture)


def test_a_picture_of_the_template_itself_needs_nothing_prepared(path: Path) -> None:
    made = render(path, {"a": "x", "put_in": "y"})
    assert unzipped(made)["word/media/dau.png"] == png(1)
