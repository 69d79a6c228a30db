"""Templates as our builder wrote them are filled without docxtpl, and just as it fills them."""

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from docxtpl import DocxTemplate, RichText
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.documents.fast_render import fast_rendered
from dvk_office.documents.plain_tags import UntidyError, patched
from dvk_office.documents.sandbox import environment
from dvk_office.rules.documents import paper_kinds
from tests.documents.test_fast_render import OURS, by_docxtpl, parts
from tests.sample_papers import TEMPLATES, papers

BODY = re.compile("<w:body>(.*)</w:body>", re.DOTALL)
PIECES = st.sampled_from(
    (
        "<w:p>", '<w:p w:x="1">', "</w:p>", "<w:r>", "</w:r>", "<w:t>", '<w:t xml:space="preserve">',
        "</w:t>", "<w:tr>", "</w:tr>", "<w:tc>", "<w:tcPr></w:tcPr>", "</w:tc>", "<w:pPr/>",
        "{{ a }}", "{{p a }}", "{{r a }}", "{{a|upper}}", "{{ “a” }}", "{{ a &lt; b }}", "{%p if a %}",
        "{%p endif %}", "{%tr for a in b %}", "{%tr endfor %}", "{%tc a %}", "{% if ‘a’ %}", "{% vm %}",
        "{%hm%}", "{% colspan a %}", "{%cellbg a %}", "{%- a -%}", "{{ a -}}", "{# b #}", "{%r a %}", "{",
        "}", "%}", "{%p a % b %}", "chữ", " ", "&amp;", "\n",
    )
)  # fmt: skip


def patch_xml(text: str) -> str:
    """What docxtpl gives, which asks nothing of the document that it would be in."""
    return str(DocxTemplate.patch_xml(None, text))


@pytest.mark.parametrize("path", OURS, ids=lambda one: one.stem)
def test_our_templates_are_patched_as_docxtpl_patches_them(path: Path) -> None:
    with ZipFile(path) as package:
        (body,) = BODY.findall(package.read("word/document.xml").decode())
    assert patched(body) == patch_xml(body)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_patched_as_docxtpl_patches_it_or_left_to_it(text: str) -> None:
    try:
        found = patched(text)
    except UntidyError:
        return
    assert found == patch_xml(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{<w:b/> a }}",
        "{ {a} }",
        "{%- if a %}",
        "{% vm %}",
        "{{r a }}",
        "{# a #}",
        "{%p if a %}",
        "{",
    ],
)
def test_what_docxtpl_may_change_further_is_left_to_it(text: str) -> None:
    with pytest.raises(UntidyError):
        patched(f"<w:tc><w:r><w:t>{text}</w:t></w:r></w:tc>")


@pytest.mark.parametrize("key", paper_kinds())
def test_a_paper_of_the_sample_is_filled_as_docxtpl_fills_it(key: str) -> None:
    template = (TEMPLATES / paper_kinds()[key].template).read_bytes()
    for paper in papers(key)[:1]:
        found = fast_rendered(template, paper.values)
        assert found is not None
        assert parts(found) == parts(by_docxtpl(template, paper.values, environment()))


def test_a_text_with_a_look_of_its_own_goes_through_docxtpls_hands() -> None:
    template = (TEMPLATES / paper_kinds()["registration_form"].template).read_bytes()
    values = {**papers("registration_form")[0].values, "superior": RichText("đậm", bold=True)}
    found = fast_rendered(template, values)
    assert found is not None
    assert parts(found) == parts(by_docxtpl(template, values, environment()))


def test_a_template_that_another_program_packed_is_compiled_by_docxtpl(tmp_path: Path) -> None:
    saved = tmp_path / "mau.docx"
    with ZipFile(OURS[0]) as ours, ZipFile(saved, "w", ZIP_STORED) as other:
        for name in ours.namelist():
            other.writestr(name, ours.read(name))
    values = papers(next(key for key, one in paper_kinds().items() if one.template == OURS[0].name))
    found = fast_rendered(saved.read_bytes(), values[0].values)
    assert found is not None
    assert parts(found) == parts(by_docxtpl(saved.read_bytes(), values[0].values, environment()))


def test_filling_a_template_of_ours_loads_neither_docxtpl_nor_python_docx() -> None:
    program = (
        "import sys; from dvk_office.documents.fast_render import compiled;"
        f"assert compiled(open({str(OURS[0])!r}, 'rb').read());"
        "print(sorted({'docx', 'docxtpl', 'lxml'} & sys.modules.keys()))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.strip() == "[]"
