"""Filling a template: a fault of the template is a finding, nothing in it can reach further than the page."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from dvk_office.core.findings import DvkError, Finding
from dvk_office.documents.render import render
from tests.paper_book import paper_text


def template(folder: Path, *lines: str) -> Path:
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "mau.docx"
    document.save(str(path))
    return path


def fault(path: Path, **context: object) -> Finding:
    with pytest.raises(DvkError) as raised:
        render(path, context)
    return raised.value.finding


def test_values_loops_and_choices_are_filled_in(tmp_path: Path) -> None:
    lines = ("{{ a }}", "{%p for one in many %}", "{{ one.b }}", "{%p endfor %}")
    made = render(template(tmp_path, *lines), {"a": "Một", "many": [{"b": "Hai"}, {"b": "Ba"}]})
    assert paper_text(made).splitlines()[:3] == ["Một", "Hai", "Ba"]


def test_two_runs_give_equal_bytes(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ a }}")
    assert render(path, {"a": "Một"}) == render(path, {"a": "Một"})


def test_every_part_has_the_same_time_on_every_run(tmp_path: Path) -> None:
    made = render(template(tmp_path, "{{ a }}"), {"a": "Một"})
    with ZipFile(BytesIO(made)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.req("R-189")
def test_a_name_that_the_paper_does_not_have_is_told_with_the_likely_one(tmp_path: Path) -> None:
    found = fault(template(tmp_path, "{{ signr }}"), signer="Lê Minh Tâm", year="2026")
    assert (found.code, dict(found.facts)["found"]) == ("VB-012", "signr")
    assert "signer" in found.message


def test_an_unknown_name_of_an_entry_is_told_too(tmp_path: Path) -> None:
    lines = ("{%p for row in rows %}", "{{ row.nam }}", "{%p endfor %}")
    found = fault(template(tmp_path, *lines), rows=[{"name": "Một"}])
    assert (found.code, dict(found.facts)["found"]) == ("VB-012", "nam")


def test_a_value_that_is_not_there_prints_nothing(tmp_path: Path) -> None:
    assert paper_text(render(template(tmp_path, "A{{ a }}B"), {"a": None})).splitlines() == ["AB"]


@pytest.mark.parametrize("line", ["{{ a", "{% for x in %}", "{% if a %}", "{{ a | }}"])
def test_a_tag_written_wrongly_is_a_finding(tmp_path: Path, line: str) -> None:
    assert fault(template(tmp_path, line, "{{ a }}"), a="Một").code == "VB-013"


@pytest.mark.parametrize("first", [(), ("một", "hai", "ba", "bốn", "năm")])
def test_a_tag_written_wrongly_is_told_with_its_paragraph(
    tmp_path: Path, first: tuple[str, ...]
) -> None:
    found = fault(template(tmp_path, *first, "Ngày {{ a | }} ký", "{{ a }}"), a="Một")
    assert "“Ngày {{ a | }} ký”" in found.message


def test_a_fault_without_a_place_quotes_nothing(tmp_path: Path) -> None:
    assert "“" not in fault(template(tmp_path, "{{ 1 / 0 }}")).message


@pytest.mark.parametrize(
    "line",
    [
        "{{ a.__class__.__mro__ }}",
        "{{ a.__init__.__globals__ }}",
        "{{ (1).to_bytes(8, 'big') }}",
        "{% set _ = many.append('x') %}",
    ],
)
def test_a_template_that_reaches_further_than_the_page_is_stopped(
    tmp_path: Path, line: str
) -> None:
    assert fault(template(tmp_path, line), a="Một", many=["Hai"]).code in {"VB-012", "VB-014"}


def test_a_template_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    found = fault(tmp_path / "khong-co.docx")
    assert (found.code, found.place.tab) == ("VB-010", "khong-co.docx")


@pytest.mark.parametrize("content", [b"", b"khong phai Word", b"PK\x03\x04" + b"\x00" * 40])
def test_a_template_that_is_no_word_file_is_a_finding(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(content)
    assert fault(path).code == "VB-011"


def test_a_zip_without_a_document_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "rong.docx"
    with ZipFile(path, "w") as package:
        package.writestr("ghi-chu.txt", "x")
    assert fault(path).code == "VB-011"
