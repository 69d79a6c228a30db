"""A template that is broken, unsafe or without end is told in one finding, and nothing in it is run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dvk_office.core.findings import DvkError, Finding
from dvk_office.documents.render import render
from tests.paper_book import paper_text
from tests.word_files import R, p, row, table, unzipped, word_file, zipped

CONTEXT: Mapping[str, Any] = {"a": "Một", "many": ({"b": "Hai"},), "long": "x" * 5000}


class Watched:
    """A value that tells when a template reads it."""

    def __init__(self) -> None:
        self.read = False

    def __str__(self) -> str:
        self.read = True
        return "đã đọc"


def fault(folder: Path, content: bytes, name: str = "mau.docx", **context: Any) -> Finding:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(DvkError) as raised:
        render(path, {**CONTEXT, **context})
    return raised.value.finding


def code(folder: Path, *lines: str) -> str:
    return fault(folder, word_file(*map(p, lines))).code


def external(kind: str, target: str) -> str:
    return f'<Relationship Id="rIdOut" Type="{kind}" Target="{target}" TargetMode="External"/>'


def with_relations(written: bytes) -> bytes:
    whole = unzipped(word_file(p("{{ a }}")))
    return zipped({**whole, "word/_rels/settings.xml.rels": written})


def relations_to(target: str) -> str:
    """A file attached to a template elsewhere, as Word writes it."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{external(f"{R}/attachedTemplate", target)}</Relationships>'


def settings_pointing_at(target: str) -> bytes:
    return with_relations(relations_to(target).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"khong phai Word",
        b"PK\x03\x04" + b"\x00" * 40,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        zipped({"ghi-chu.txt": b"x"}),
        word_file(p("{{ a }}"))[:-40],
        word_file(p("{{ a }}"))[:300],
    ],
    ids=["empty", "text", "zeros", "old or encrypted", "no Word", "no directory", "cut short"],
)
def test_what_is_no_word_file_is_told(tmp_path: Path, content: bytes) -> None:
    assert fault(tmp_path, content).code == "VB-011"


def test_a_part_whose_checksum_is_wrong_is_told(tmp_path: Path) -> None:
    whole = bytearray(word_file(p("{{ a }}")))
    at = whole.index(b"word/document.xml") + len(b"word/document.xml") + 20
    whole[at] ^= 0xFF
    assert fault(tmp_path, bytes(whole)).code == "VB-011"


def test_a_part_that_is_no_xml_is_told(tmp_path: Path) -> None:
    parts = {**unzipped(word_file(p("x"))), "word/document.xml": b"<w:document>"}
    assert fault(tmp_path, zipped(parts)).code == "VB-011"


def test_relations_that_are_no_xml_are_told(tmp_path: Path) -> None:
    assert fault(tmp_path, with_relations(b"<Relationships>")).code == "VB-011"


def test_relations_of_two_bytes_a_sign_are_read_too(tmp_path: Path) -> None:
    written = relations_to("file:///c:/mau.dotx").encode("utf-16")
    found = fault(tmp_path, with_relations(written))
    assert (found.code, dict(found.facts)["found"]) == ("VB-016", "file:///c:/mau.dotx")


def test_two_parts_of_one_name_are_told(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(p("{{ a }}")))
    with ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("word/document.xml", b"x")
    assert fault(tmp_path, path.read_bytes()).code == "VB-011"


def test_a_part_that_declares_entities_is_told(tmp_path: Path) -> None:
    body = unzipped(word_file(p("{{ a }}")))["word/document.xml"]
    bomb = body.replace(b"?>\n", b'?>\n<!DOCTYPE d [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]>', 1)
    parts = {**unzipped(word_file(p("x"))), "word/document.xml": bomb}
    assert fault(tmp_path, zipped(parts)).code == "VB-011"


def test_a_file_that_unpacks_without_end_is_told_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as package, package.open("word/a.xml", "w") as part:
        for _ in range(60):
            part.write(b"\x00" * 1_000_000)
    assert path.stat().st_size < 100_000
    assert fault(tmp_path, path.read_bytes()).code == "VB-011"


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").mkdir()
    with pytest.raises(DvkError) as raised:
        render(tmp_path / "mau.docx", CONTEXT)
    assert raised.value.finding.code == "VB-011"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("mau.docm", {}),
        ("mau.docx", {"word/vbaProject.bin": b"x"}),
        ("mau.docx", {"word/vbaData.xml": b"<x/>"}),
        ("mau.docx", {"word/activeX/activeX1.xml": b"<x/>"}),
    ],
)
def test_a_template_that_holds_code_is_told(
    tmp_path: Path, name: str, parts: Mapping[str, bytes]
) -> None:
    found = fault(tmp_path, word_file(p("{{ a }}"), parts=parts), name)
    assert (found.code, found.place.tab) == ("VB-015", name)


def test_a_file_with_macros_that_was_only_renamed_is_told(tmp_path: Path) -> None:
    whole = unzipped(word_file(p("{{ a }}")))
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = whole["[Content_Types].xml"].replace(
        plain, b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    assert fault(tmp_path, zipped({**whole, "[Content_Types].xml": types})).code == "VB-015"


@pytest.mark.parametrize(
    "kind", ["attachedTemplate", "image", "oleObject", "subDocument", "frame", "aFChunk"]
)
def test_a_template_that_points_at_an_outside_file_is_told(tmp_path: Path, kind: str) -> None:
    target = "file:///x/y"
    content = word_file(p("{{ a }}"), relations=external(f"{R}/{kind}", target))
    found = fault(tmp_path, content)
    assert (found.code, dict(found.facts)["found"]) == ("VB-016", target)


def test_a_template_attached_to_another_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path, settings_pointing_at("//x/y.dotm")).code == "VB-016"


@pytest.mark.parametrize("target", ["file:///x", "\\\\may\\x", "../x.docx", "javascript:x"])
def test_a_link_to_a_file_is_told(tmp_path: Path, target: str) -> None:
    content = word_file(p("{{ a }}"), relations=external(f"{R}/hyperlink", target))
    assert fault(tmp_path, content).code == "VB-016"


@pytest.mark.parametrize("target", ["https://vidu.vn", "mailto:a@vidu.vn"])
def test_a_link_that_waits_for_its_reader_is_let_in(tmp_path: Path, target: str) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(p("{{ a }}"), relations=external(f"{R}/hyperlink", target)))
    assert paper_text(render(path, CONTEXT)).startswith("Một")


@pytest.mark.parametrize(
    "field",
    [
        'INCLUDETEXT "C:\\\\x.docx"',
        "INCLUDEPICTURE http://x/y.png",
        "DDEAUTO cmd x",
        " dde x y",
        "LINK Excel.Sheet x",
        "&#73;NCLUDETEXT x",
    ],
)
def test_a_field_that_reads_files_is_told(tmp_path: Path, field: str) -> None:
    start, end = map('<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format, ("begin", "end"))
    half = len(field) // 2
    pieces = (field,) if "&" in field else (field[:half], field[half:])
    runs = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    for inside in (f"<w:p>{start}{runs}{end}</w:p>", _simple(field)):
        assert fault(tmp_path, word_file(inside)).code == "VB-016"


def _simple(field: str) -> str:
    quoted = field.replace('"', "&quot;")
    return f'<w:p><w:fldSimple w:instr="{quoted}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


@pytest.mark.parametrize("field", ["PAGE", " NUMPAGES ", 'HYPERLINK "https://vidu.vn"', "LINKED x"])
def test_other_fields_are_let_in(tmp_path: Path, field: str) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(_simple(field), p("{{ a }}")))
    assert "Một" in paper_text(render(path, CONTEXT))


@pytest.mark.parametrize(
    "content",
    [
        word_file(p("{{ watched }}"), parts={"word/vbaProject.bin": b"x"}),
        word_file(p("{{ watched }}"), relations=external(f"{R}/image", "file:///x")),
        word_file(p("{{ watched }}"), p("{% if %}")),
    ],
)
def test_nothing_of_a_refused_template_is_run(tmp_path: Path, content: bytes) -> None:
    watched = Watched()
    fault(tmp_path, content, watched=watched)
    assert not watched.read


@pytest.mark.parametrize(
    "line",
    [
        "{% for n in range(10**9) %}x{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{{ a }}{% endfor %}{% endfor %}",
        "{% for i in range(99999)|map('upper') %}{% for j in range(9) %}{% endfor %}{% endfor %}",
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "{% for x in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
        "{{ 10**10**10 }}",
        "{{ 'x' * 10**10 }}",
        "{{ many * 10**9 }}",
        "{{ 'x'|center(10**9) }}",
        "{{ long.ljust(10**9) }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ long|replace('', long) }}",
        "{{ long|batch(10**9, 'x')|list }}",
        "{{ 1|round(10**8, 'ceil') }}",
        "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
        "{% for i in range(99999) %}{{ long }}{% endfor %}",
    ],
)
def test_a_template_without_end_is_stopped(tmp_path: Path, line: str) -> None:
    assert code(tmp_path, line) == "VB-017"


@pytest.mark.parametrize("opened", ["{{ ", "{%tr x ", "{"])
def test_tags_without_number_that_nobody_closed_are_told(tmp_path: Path, opened: str) -> None:
    assert code(tmp_path, opened * 30_000) == "VB-017"


@pytest.mark.parametrize(
    "line",
    [
        "{{ a.__class__.__mro__ }}",
        "{{ a.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ self.__init__ }}",
        "{{ many.__class__ }}",
        "{{ (a|attr('__class__')).__base__ }}",
        "{{ '{0.__class__}'.format(a).x }}",
        "{{ (1).to_bytes(8, 'big') }}",
    ],
)
def test_a_template_that_reaches_for_python_is_stopped(tmp_path: Path, line: str) -> None:
    assert code(tmp_path, line) in {"VB-012", "VB-014"}


@pytest.mark.parametrize(
    "line",
    [
        "{{ a",
        "{% for x in %}",
        "{% if a %}",
        "{{ a | }}",
        "{% include 'x' %}",
        "{% import 'x' as x %}",
        "{{ a|safe }}",
        "{{ a|khong_co }}",
        "{{ 1 / 0 }}",
        "{{ a + 1 }}",
        "{{ a() }}",
        "{% for x in 1 %}{% endfor %}",
    ],
)
def test_a_tag_written_wrongly_is_told(tmp_path: Path, line: str) -> None:
    assert code(tmp_path, line, "{{ a }}") == "VB-013"


def test_tags_that_cross_in_a_header_are_told(tmp_path: Path) -> None:
    crossed = p("{% if blank %}mở") + table(row("đóng{% endif %}"))
    found = fault(tmp_path, word_file(p("x"), header=crossed), blank="")
    assert found.code == "VB-013"


def test_a_value_is_escaped_whatever_the_template_says(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(
        word_file(p("{% autoescape false %}{{ a }}{{ (a|e).unescape() }}{% endautoescape %}"))
    )
    assert paper_text(render(path, {"a": "<w:br/>"})).splitlines()[0] == "<w:br/><w:br/>"


def test_a_long_list_is_no_template_without_end(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    loop = "{% for n in many %}{% for m in (1, 2, 3) %}{{ n }}{% endfor %}{% endfor %}"
    path.write_bytes(word_file(p(loop)))
    assert paper_text(render(path, {"many": list(range(10_000))})).startswith("000111222")


def test_the_turns_of_one_paper_are_not_taken_from_the_next(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file(p("{% for n in range(90000) %}{% endfor %}{{ a }}")))
    assert {paper_text(render(path, {"a": str(n)})).strip() for n in range(12)} == {
        str(n) for n in range(12)
    }
