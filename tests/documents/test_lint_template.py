"""Each fault of a template's tags: a small template with one fault, and the same without it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.findings import Finding
from dvk_office.documents.lint_template import template_faults
from dvk_office.documents.render import render
from dvk_office.documents.word_file import read_word_file
from tests.word_files import p, r, row, table, word_file

VALUES = [
    ("place",), ("signer",), ("title",), ("title", "long"), ("rows",), ("rows", "[]"),
    ("rows", "[]", "name"), ("rows", "[]", "score"), ("nothing",),
]  # fmt: skip
BOLD = "<w:rPr><w:b/></w:rPr>"
PROOFED = '<w:rPr><w:noProof/><w:lang w:val="vi-VN"/></w:rPr>'
LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
WHOLE = (
    p("{{ place }}"),
    p("{%p for row in rows %}"),
    p("{{ row.name }}"),
    p("{%p endfor %}"),
)


def found(*body: str, **parts: str) -> list[Finding]:
    file = read_word_file("mau.docx", word_file(*body, **parts))
    return [one.finding for one in template_faults(file, VALUES, None)]


def codes(*body: str, **parts: str) -> list[str]:
    return [one.code for one in found(*body, **parts)]


FAULTY: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "a tag that is not closed": ((p("Số {{ place và"),), ["LB-010"]),
    "a tag that begins inside another": ((p("{{ place {{ signer }}"),), ["LB-010"]),
    "a tag that ends in the next paragraph": ((p("{{ place"), p("}}")), ["LB-010", "LB-011"]),
    "a tag closed twice": ((p("{{ place }} và }}"),), ["LB-011"]),
    "a brace apart from the other": ((p("{ { place }}"),), ["LB-011"]),
    "a loop without its end": (WHOLE[:3], ["LB-012"]),
    "a choice without its end": ((p("{%p if place %}"), p("Có")), ["LB-012"]),
    "an end without its loop": ((p("{%p endfor %}"),), ["LB-013"]),
    "an otherwise without its choice": ((p("{%p else %}"),), ["LB-013"]),
    "two ways for the rest": (
        (p("{%p if place %}"), p("{%p else %}"), p("{%p else %}"), p("{%p endif %}")),
        ["LB-026"],
    ),
    "a way after the rest": (
        (p("{%p if place %}"), p("{%p else %}"), p("{%p elif signer %}"), p("{%p endif %}")),
        ["LB-026"],
    ),
    "a choice and a loop that cross": (
        (
            p("{%p for row in rows %}"),
            p("{%p if row.name %}"),
            p("{{ row.score }}"),
            p("{%p endfor %}"),
            p("{%p endif %}"),
        ),
        ["LB-013"],
    ),
    "a loop of paragraphs that ends inside one": (
        (*WHOLE[:3], p("Hết {% endfor %}")),
        ["LB-014"],
    ),
    "a name that there is not": ((p("{{ plase }}"),), ["LB-015"]),
    "a name that the entries of a list have not": (
        (WHOLE[1], p("{{ row.nmae }} {{ row.name }}"), WHOLE[3]),
        ["LB-015"],
    ),
    "a loop's name after its end": ((*WHOLE, p("{{ row.name }}")), ["LB-015"]),
    "a list that there is not": ((p("{{ rovs|length }}"),), ["LB-015"]),
    "curly quotes in a tag": ((p("{% if place == “An Phú” %}a{% endif %}"),), ["LB-016"]),
    "a tag torn by a link": (
        (f"<w:p>{r('{{ pl')}{LINK.format(r('ace }}'))}</w:p>",),
        ["LB-017"],
    ),
    "a tag that cannot be read": ((p("{{ place + }}"),), ["LB-018"]),
    "a tag with nothing in it": ((p("{{ }}"),), ["LB-018"]),
    "a statement that there is not": ((p("{%p fore row in rows %}"),), ["LB-018"]),
    "a filter that there is not": ((p("{{ place|to }}"),), ["LB-018"]),
    "a filter that there is not in a choice": ((p("{% if place|to %}a{% endif %}"),), ["LB-018"]),
    "a test that there is not": ((p("{% if place is new %}a{% endif %}"),), ["LB-018"]),
    "the program's insides": ((p("{{ place.__class__ }}"),), ["LB-018"]),
    "a tag of which a part is bold": (
        (f"<w:p>{r('{{ pl')}{r('ace', BOLD)}{r(' }}')}</w:p>",),
        ["LB-027"],
    ),
    "text beside a tag that takes its paragraph": (
        (p("Danh sách {%p for row in rows %}"), *WHOLE[2:]),
        ["LB-019"],
    ),
    "text in a row that a tag takes": (
        (
            table(
                row(p("{%tr for row in rows %}"), p("Tên")),
                row(p("{{ row.name }}"), p("")),
                row(p("{%tr endfor %}"), p("")),
                columns=2,
            ),
        ),
        ["LB-019"],
    ),
    "a tag for a row outside a table": (
        (p("{%tr for row in rows %}"), p("{{ row.name }}"), p("{%tr endfor %}")),
        ["LB-020", "LB-020"],
    ),
    "a name that a loop sets for nothing": ((WHOLE[1], p("Tên"), WHOLE[3]), ["LB-021"]),
    "a name set for nothing": ((p("{%p set short = place %}"),), ["LB-021"]),
    "a choice that begins in a link": (
        (f"<w:p>{LINK.format(r('{% if place %}a'))}{r('b{% endif %}')}</w:p>",),
        ["LB-025"],
    ),
    "a choice over the edge of a cell": (
        (table(row(p("{% if place %}a"), p("b")), columns=2), p("c{% endif %}")),
        ["LB-025"],
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_of_the_tags_is_found_by_itself(name: str) -> None:
    body, wanted = FAULTY[name]
    assert codes(*body) == wanted


RIGHT: dict[str, tuple[str, ...]] = {
    "a loop and a value": WHOLE,
    "no tags": (p("Số"),),
    "a tag in many runs": (
        f"<w:p>{r('{')}{r('{ pl')}{r('ace ', PROOFED)}{r('}')}{r('}')}</w:p>",
    ),
    "a tag that is bold as a whole": (f"<w:p>{r('{{ pl', BOLD)}{r('ace }}', BOLD)} và</w:p>",),
    "a tag with a link in its midst": (
        f"<w:p>{r('{{ pl')}{LINK.format(r('ac'))}{r('e }}')}</w:p>",
    ),
    "escaped braces": (p("{_{ place }_}"),),
    "a comment": (p("{# {place} ghi chú #}"),),
    "rows": (
        table(
            row("{%tr for row in rows %}"), row("{{ loop.index }}. {{ row.name }}"), row("{%tr endfor %}")
        ),
    ),
    "a loop in a line": (p("{% for row in rows %}{{ row.name }}{{ ', ' if not loop.last }}{% endfor %}"),),
    "a choice with all its ways": (
        p("{%p if place %}"), p("a"), p("{%p elif signer %}"), p("b"), p("{%p else %}"), p("c"), p("{%p endif %}"),
    ),
    "a list in another order": (
        p("{%p for row in rows|sort(attribute='name') %}"), p("{{ row.name }}"), p("{%p endfor %}"),
    ),
    "a loop that only leaves room": (p("{%p for one in rows %}"), p(""), p("{%p endfor %}")),
    "a name for another one": (p("{% set short = rows[0] %}{{ short.name }}"),),
    "a name for a while": (p("{% with short = place %}{{ short }}{% endwith %}"),),
    "a tag that takes the space around it": (p("{%- if place -%}a{%- endif -%}"),),
    "a choice over paragraphs": (p("{% if place %}a"), p("b{% endif %}")),
    "what is known of a text by Word": (p("{{ place.upper() }} {{ title.long }}"),),
    "entries of which nothing is known": (p("{% for one in nothing %}{{ one.any }}{% endfor %}"),),
    "jinja's own names": (p("{% for n in range(3) %}{{ n }}{% endfor %}"),),
    "straight quotes": (p("{% if place == 'An Phú' %}a{% endif %}"),),
    "names that a macro has": (p("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(place) }}"),),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_word_and_the_renderer_can_do_passes(name: str) -> None:
    assert [str(one) for one in found(*RIGHT[name])] == []


@pytest.mark.parametrize("name", RIGHT)
def test_what_passes_can_be_filled(name: str, tmp_path: Path) -> None:
    template = tmp_path / "mau.docx"
    template.write_bytes(word_file(*RIGHT[name]))
    rows = [{"name": "Hạ", "score": 2}, {"name": "Đông", "score": 1}]
    values = {"place": "An Phú", "signer": "Lê", "title": {"long": "Hết"}, "rows": rows}
    assert render(template, {**values, "nothing": []})


PIECES = (
    "{%p if place %}", "{%p elif signer %}", "{%p else %}", "{%p endif %}", "{%p for row in rows %}",
    "{%p endfor %}", "{{ row.name }}", "{{ place }}", "{% if place %}", "{% endif %}", "chữ",
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7))
def test_a_template_in_which_no_error_is_found_can_be_filled(pieces: list[str]) -> None:
    content = word_file(*map(p, pieces))
    file = read_word_file("mau.docx", content)
    errors = [one for one in template_faults(file, VALUES, None) if one.finding.severity == "error"]
    rows = [{"name": "Hạ", "score": 2}]
    with TemporaryDirectory() as folder:
        template = Path(folder, "mau.docx")
        template.write_bytes(content)
        if not errors:
            assert render(template, {"place": "An Phú", "signer": "Lê", "rows": rows})


def test_all_faults_are_told_at_once_each_at_its_place() -> None:
    seen = found(
        p("{{ plase }}"),
        p("{%p if signer %}"),
        header=p("{{ place"),
        footnotes=f'<w:footnote w:id="2">{p("{{ singer }}")}</w:footnote>',
    )
    places = {one.code: str(one.place) for one in seen if one.code != "LB-015"}
    assert places == {
        "LB-010": "mau.docx, đầu trang, đoạn 1 (“{{ place”)",
        "LB-012": "mau.docx, thân văn bản, đoạn 2 (“{%p if signer %}”)",
    }
    unknown = [(str(one.place), one.message) for one in seen if one.code == "LB-015"]
    assert unknown == [
        (
            "mau.docx, thân văn bản, đoạn 1 (“{{ plase }}”)",
            "Văn bản không có tên “plase”. Có phải ý là “place”?",
        ),
        (
            "mau.docx, chú thích, đoạn 1 (“{{ singer }}”)",
            "Văn bản không có tên “singer”. Có phải ý là “signer”?",
        ),
    ]


def test_the_name_meant_is_looked_for_among_the_entries_of_the_same_list() -> None:
    [one] = found(WHOLE[1], p("{{ row.nmae }}{{ row.score }}"), WHOLE[3])
    assert one.message == "Văn bản không có tên “row.nmae”. Có phải ý là “name”?"


def test_a_block_that_is_opened_in_the_body_is_not_closed_in_the_head() -> None:
    assert codes(p("{%p if place %}"), header=p("{%p endif %}")) == ["LB-012", "LB-013"]


def test_what_our_own_template_prints_and_this_one_forgot_is_named() -> None:
    ours = word_file(
        *WHOLE, p("{{ title.long }} {{ signer }}"), field("causes", "Ghi nguyên nhân.")
    )
    office = word_file(p("{{ place }}"), p("{{ title.long }}"))
    file, handed_out = read_word_file("mau.docx", office), read_word_file("mau.docx", ours)
    seen = [one.finding for one in template_faults(file, VALUES, handed_out)]
    assert [(one.code, dict(one.facts)["found"]) for one in seen] == [
        ("LB-022", "rows"),
        ("LB-022", "signer"),
        ("LB-023", "Ghi nguyên nhân."),
    ]
    assert template_faults(handed_out, VALUES, handed_out) == ()


def field(key: str, prompt: str) -> str:
    tag = f'<w:sdtPr><w:tag w:val="dvk.{key}"/></w:sdtPr>'
    return f"<w:sdt>{tag}<w:sdtContent>{p(prompt)}</w:sdtContent></w:sdt>"
