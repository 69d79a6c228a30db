"""The fast way gives what docxtpl gives, part by part, on every template of ours and on many that are hard."""

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from jinja2 import Environment, StrictUndefined
from lxml import etree

from dvk_office.documents.fast_render import compiled, fast_rendered
from dvk_office.documents.render import render
from dvk_office.documents.sandbox import environment
from tests.difficult_templates import DIRECT, SPECIMENS, VALUES
from tests.paper_book import paper_text
from tests.word_files import p, row, table, unzipped, word_file

OURS = sorted(Path(__file__).resolve().parents[2].joinpath("doc_templates").glob("*.docx"))
EACH = pytest.mark.parametrize("name", SPECIMENS)
TAME: Mapping[str, Any] = {"a": "Đường hoa & <cây>", "many": [{"b": "1"}, {"b": "2"}]}


def values() -> dict[str, Any]:
    """The values of all of them, with texts of docxtpl's own kinds."""
    rich = RichText("đậm & <x>", bold=True)
    rich.add("thường\nhai", italic=True, color="FF0000")
    return {
        **VALUES,
        "rich": rich,
        "listing": Listing("một\ndòng\ahai\fba & {{ x }}"),
        "paragraphs": RichTextParagraph(RichText("đậm\nhai", bold=True)),
    }


def by_docxtpl(template: bytes, context: Mapping[str, Any], sandbox: Environment) -> bytes:
    document = DocxTemplate(BytesIO(template))
    document.render(dict(context), sandbox)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def parts(content: bytes) -> list[tuple[str, bytes]]:
    """Every part in its order, XML in its canonical form."""
    return [
        (name, etree.tostring(etree.fromstring(part), method="c14n"))
        for name, part in unzipped(content).items()
    ]


@EACH
def test_a_hard_template_is_filled_as_docxtpl_fills_it(name: str) -> None:
    one = SPECIMENS[name]
    expected = by_docxtpl(one.template, values(), environment())
    found = fast_rendered(one.template, values())
    assert found is not None
    assert parts(found) == parts(expected)


@EACH
def test_a_template_filled_again_gives_the_same_bytes(name: str) -> None:
    one = SPECIMENS[name]
    first = fast_rendered(one.template, values())
    fast_rendered(one.template, {**values(), "a": "khác", "yes": False, "columns": "abc"})
    assert fast_rendered(one.template, values()) == first


@EACH
def test_text_that_is_proven_goes_onto_the_paper_as_it_is(name: str) -> None:
    ready = compiled(SPECIMENS[name].template)
    assert ready is not None
    assert ready.direct == (SPECIMENS[name].way == DIRECT)


def test_plain_values_are_printed_as_docxtpl_prints_them_without_our_sandbox() -> None:
    template = word_file(
        p("{{ a }}"), p("{%p for one in many %}"), p("{{ one.b }}"), p("{%p endfor %}")
    )
    standard = Environment(autoescape=True, undefined=StrictUndefined)
    found = fast_rendered(template, TAME)
    assert found is not None
    assert parts(found) == parts(by_docxtpl(template, TAME, standard))


@pytest.mark.parametrize("path", OURS, ids=lambda one: one.stem)
def test_none_of_our_templates_needs_docxtpl_itself_or_its_mending(path: Path) -> None:
    ready = compiled(path.read_bytes())
    assert ready is not None
    assert ready.direct


def test_there_are_templates_of_ours_to_be_looked_at() -> None:
    assert OURS


def test_a_part_without_tags_is_copied_as_it_stands_in_the_zip() -> None:
    path = OURS[0]
    ready = compiled(path.read_bytes())
    assert ready is not None
    own = {one.name: one.packed for one in ready.members}
    with_tags = {one.name for one in ready.parts}
    assert with_tags == {"word/document.xml"}
    assert own["word/styles.xml"] in path.read_bytes()


def test_a_template_that_was_restyled_is_compiled_anew(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(p("trước {{ a }}")))
    first = paper_text(render(path, TAME))
    path.write_bytes(word_file(p("đổi kiểu {{ a }}")))
    second = paper_text(render(path, TAME))
    assert [one.splitlines()[0] for one in (first, second)] == [
        "trước Đường hoa & <cây>",
        "đổi kiểu Đường hoa & <cây>",
    ]


def test_a_file_without_properties_gets_some_that_hold_no_day_of_today() -> None:
    found = fast_rendered(word_file(p("{{ a }}"), core=None), TAME)
    assert found is not None
    assert b"1980-01-01T00:00:00Z" in unzipped(found)["docProps/core.xml"]


@pytest.mark.req("R-188")
def test_a_property_of_the_file_is_text_and_as_long_as_word_allows(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(p("x"), core="<dc:title>{{ a }}</dc:title>"))
    for value, title in (("A & B < {{ x }}", "A & B < {{ x }}"), ("x" * 300, "x" * 255)):
        part = etree.fromstring(unzipped(render(path, {"a": value}))["docProps/core.xml"])
        assert part.findtext("{http://purl.org/dc/elements/1.1/}title") == title


def test_all_parts_have_the_first_day_of_zips_and_nothing_else_beside_them() -> None:
    found = fast_rendered(SPECIMENS["header and footer"].template, VALUES)
    assert found is not None
    with ZipFile(BytesIO(found)) as package:
        assert package.testzip() is None
        assert {(one.date_time, one.extra, one.comment) for one in package.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), b"", b"")
        }


@EACH
def test_without_the_fast_way_papers_are_the_same(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(SPECIMENS[name].template)
    quickly = render(path, values())
    monkeypatch.setitem(sys.modules, "dvk_office.documents.fast_render", None)
    assert parts(render(path, values())) == parts(quickly)


def test_a_header_that_two_relations_share_is_left_to_docxtpl(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    shared = (
        '<Relationship Id="rIdTwo" Target="header.xml" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/>'
    )
    path.write_bytes(word_file(p("{{ a }}"), header=p("đầu {{ a }}"), relations=shared))
    assert fast_rendered(path.read_bytes(), TAME) is None


def test_footnotes_with_tags_are_left_to_docxtpl() -> None:
    notes = '<w:footnote w:id="1">' + p("{{ a }}") + "</w:footnote>"
    assert fast_rendered(word_file(p("x"), footnotes=notes), TAME) is None


def test_footnotes_without_tags_are_copied() -> None:
    notes = '<w:footnote w:id="1">' + p("chú") + "</w:footnote>"
    template = word_file(p("{{ a }}"), footnotes=notes)
    found = fast_rendered(template, TAME)
    assert found is not None
    assert parts(found) == parts(by_docxtpl(template, TAME, environment()))


def test_many_papers_of_one_template_do_not_add_up_in_memory() -> None:
    import tracemalloc

    template = word_file(
        table(
            row("TT"),
            row("{%tr for one in many %}"),
            row("{{ one.b }} {{ a }}"),
            row("{%tr endfor %}"),
        )
    )
    few, many = 50, 550
    tracemalloc.start()
    try:
        _made(template, few)
        before = tracemalloc.get_traced_memory()[0]
        _made(template, many - few)
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 100 * (many - few)


def _made(template: bytes, papers: int) -> None:
    for number in range(papers):
        fast_rendered(template, {"a": f"số {number}", "many": [{"b": n} for n in range(20)]})
