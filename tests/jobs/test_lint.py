"""Word files judged as an office does it: files and folders in, findings and commented copies out."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs import names_given
from dvk_office.jobs.lint import lint
from dvk_office.rules.documents import paper_kinds
from dvk_office.shells.cli import run
from tests.openxml import NEWEST, OLDEST, audit_faults, sdk_faults
from tests.paper_book import saved
from tests.sample_papers import TEMPLATES, TODAY, papers, sample
from tests.spoiled_papers import Change, add, both, line, put
from tests.word_files import p, word_file, zipped

NAME = "quyet-dinh-cong-nhan-mo-hinh.docx"


def template(folder: Path, change: Change, name: str = NAME) -> Path:
    """Our template of the decision, changed, as a file of the office's."""
    document = Document(str(TEMPLATES / NAME))
    change(document)
    path = folder / name
    path.write_bytes(saved(document))
    return path


def paper(folder: Path, change: Change, name: str = "quyet-dinh.docx") -> Path:
    document = Document(BytesIO(papers("recognition_decision")[0].content))
    change(document)
    path = folder / name
    path.write_bytes(saved(document))
    return path


def found(*paths: Path) -> list[Finding]:
    return list(lint(paths, TODAY).findings)


def codes(*paths: Path) -> list[str]:
    return [one.code for one in found(*paths)]


def test_a_name_typed_wrongly_in_a_template_is_told_with_the_one_meant(tmp_path: Path) -> None:
    path = template(tmp_path, put("{{ signer }}", "{{ singer }}"))
    wrong, forgotten = found(path)
    assert wrong.code == "LB-015"
    assert wrong.message == "Văn bản không có tên “singer”. Có phải ý là “signer”?"
    assert (forgotten.code, dict(forgotten.facts)) == ("LB-022", {"found": "signer"})


def test_a_name_that_papers_give_may_be_printed_where_our_template_does_not(tmp_path: Path) -> None:
    assert codes(template(tmp_path, add("Điều 1.", "Ngày {{ issued_on }}, năm {{ year }}."))) == []


@pytest.mark.parametrize("key", paper_kinds())
def test_every_name_of_a_paper_is_known(key: str) -> None:
    known = names_given.names_given(paper_kinds()[key].template)
    assert {(name,) for one in papers(key) for name in one.values} <= known


def test_an_office_without_the_sample_is_judged_by_our_own_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise DvkError(finding("TEP-090", Place(), folder=tmp_path))

    monkeypatch.setattr(names_given, "sample_path", missing)
    monkeypatch.setattr(names_given, "_sample", names_given._sample.__wrapped__)  # noqa: SLF001
    own = names_given.names_given.__wrapped__
    monkeypatch.setattr("dvk_office.jobs.lint.names_given", own)
    assert codes(TEMPLATES / NAME) == []
    added = template(tmp_path, add("Điều 1.", "{{ issued_on }} {{ sinature_gap }}"))
    assert codes(added) == ["LB-015"]


@pytest.mark.parametrize(
    "name", ["quyet-dinh-cong-nhan-mo-hinh - Copy.docx", "quyet-dinh-cong-nhan-mo-hinh(2).docx"]
)
def test_a_copy_of_a_template_is_known_by_the_start_of_its_name(tmp_path: Path, name: str) -> None:
    assert codes(template(tmp_path, put("{{ place_date }}", "{{ place_dat }}"), name)) == [
        "LB-015",
        "LB-022",
    ]


def test_a_template_of_another_name_is_judged_by_the_names_of_all_papers(tmp_path: Path) -> None:
    changed = add("Điều 1.", "{{ issued_onn }} {{ deadline_rows }}")
    path = template(tmp_path, changed, "mau rieng.docx")
    assert codes(path) == ["LB-015", "LB-015", "LB-024"]


@pytest.mark.req("R-189")
def test_a_finished_paper_with_a_tag_left_over_is_no_template(tmp_path: Path) -> None:
    assert codes(paper(tmp_path, put("Điều 1.", "Điều 1. {{ place }} {%p endfor %}."))) == [
        "LB-050"
    ]


@pytest.mark.req("R-189")
def test_a_paper_is_none_though_its_name_begins_as_that_of_its_template(tmp_path: Path) -> None:
    made = paper(tmp_path, put("Điều 1.", "Điều 1. {{ place }}."))
    named = made.rename(tmp_path / "quyet-dinh-cong-nhan-mo-hinh-2026-214.docx")
    assert codes(named) == ["LB-050"]


def test_a_template_is_judged_by_its_form_as_well(tmp_path: Path) -> None:
    def wide(document: object) -> None:
        document.sections[0].left_margin *= 2

    seen = found(template(tmp_path, wide))
    assert [one.code for one in seen] == ["LB-031"]
    assert "30 mm, ở đây là 60 mm" in seen[0].message


def test_a_template_with_macros_or_from_outside_is_refused_as_when_a_paper_is_made(
    tmp_path: Path,
) -> None:
    path = tmp_path / NAME
    link = (
        '<Relationship Id="rId9" TargetMode="External" Target="file:///c:/a.dotx" Type="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    )
    path.write_bytes(word_file(p("{{ place }}"), relations=link))
    assert codes(path) == ["VB-016"]
    path.write_bytes(word_file(p("{{ place }}"), parts={"word/vbaProject.bin": b"code"}))
    assert codes(path) == ["VB-015"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"plain text", zipped({"a.xml": b"<a/>"})])
def test_a_file_that_is_no_word_file_is_one_finding(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert codes(path, tmp_path / "b.docx") == ["LB-001", "LB-002"]


def test_a_folder_stands_for_the_word_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    assert codes(tmp_path / "trong") == ["LB-004"]
    paper(tmp_path, put("Số", "Số: 214-QĐ/ĐU"))
    (tmp_path / "~$yet-dinh.docx").write_bytes(b"lock")
    assert lint([tmp_path], TODAY, annotate=True).made
    assert codes(tmp_path) == ["LB-043"]


def comments(path: Path) -> list[tuple[str, str]]:
    """Each comment of a file: the text it stands at, and what it says."""
    document = Document(str(path))
    body = document.element.body
    said = {str(one.comment_id): one.text for one in document.comments}
    starts = {one.get(qn("w:id")): one for one in body.iter(qn("w:commentRangeStart"))}
    return [
        ("".join(t.text or "" for t in starts[key].getparent().iter(qn("w:t"))), text)
        for key, text in said.items()
    ]


def test_findings_stand_as_comments_at_their_place_in_a_copy(tmp_path: Path) -> None:
    path = paper(tmp_path, both(put("Số", "Số: 214-QĐ/ĐU"), put("- Lưu", "- Lưu VPĐU")))
    before = path.read_bytes()
    report = lint([path], TODAY, annotate=True)
    [copy] = report.made
    assert path.read_bytes() == before
    assert copy.path == tmp_path / "quyet-dinh.da-soat.docx"
    seen = comments(copy.path)
    assert [place for place, _ in seen] == ["Số: 214-QĐ/ĐU", "- Lưu VPĐU"]
    assert all(
        text == f"{one.code}: {one.message} Cách sửa: {one.mend}"
        for (_, text), one in zip(seen, report.findings, strict=True)
    )


def test_what_is_said_of_the_whole_file_stands_at_its_first_paragraph(tmp_path: Path) -> None:
    def spoil(document: object) -> None:
        document.sections[0].header.paragraphs[0].add_run("{{ page }")
        put("{{ signer }}", "")(document)

    [copy] = lint([template(tmp_path, spoil)], TODAY, annotate=True).made
    seen = comments(copy.path)
    assert {place for place, _ in seen} == {"{{ superior }}"}
    assert any(text.startswith(f"{NAME}, đầu trang, đoạn 1") for _, text in seen)


def test_a_commented_copy_is_valid_and_the_same_on_every_run(tmp_path: Path) -> None:
    spoil = both(
        put("{{ signer }}", "{{ singer }}"), lambda d: line(d, "{{ superior }}").clear(),
        add("Điều 1.", "{%p for a in basis %}"),
    )  # fmt: skip
    path = template(tmp_path, spoil)
    [copy] = lint([path], TODAY, annotate=True).made
    first = copy.path.read_bytes()
    for version in (OLDEST, NEWEST):
        assert sdk_faults(copy.path, version) == []
    assert audit_faults(copy.path) == []
    lint([path], TODAY, annotate=True)
    assert copy.path.read_bytes() == first
    assert len(list(tmp_path.iterdir())) == 2


def test_a_commented_copy_in_which_somebody_wrote_is_kept(tmp_path: Path) -> None:
    path = paper(tmp_path, put("Số", "Số: 214-QĐ/ĐU"))
    (tmp_path / "quyet-dinh.da-soat.docx").write_bytes(b"answers")
    lint([path], TODAY, annotate=True)
    assert b"answers" in [one.read_bytes() for one in tmp_path.iterdir()]


def test_nothing_found_makes_no_copy(tmp_path: Path) -> None:
    report = lint([paper(tmp_path, lambda _: None)], TODAY, annotate=True)
    assert (report.findings, report.made) == ((), ())


@pytest.mark.req("R-191", "R-193")
def test_with_a_workbook_its_own_choices_hold(tmp_path: Path) -> None:
    path = paper(tmp_path, put("Điều 1.", "Điều 1. Ban xây dựng đảng và Văn phòng."))
    spelt = [one.message for one in lint([path], TODAY, opened=sample()).findings]
    assert spelt == ["Phải ghi “Ban Xây dựng Đảng” như các chỗ khác, ở đây là “Ban xây dựng đảng”."]


def test_the_command_says_what_is_wrong_where_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = paper(tmp_path, put("Điều 1.", "Điều 1. {{ name }}"))
    assert run(["lint", str(path), "--annotate"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("quyet-dinh.docx, thân văn bản, đoạn ")
    assert "Lỗi LB-050: Còn chỗ chưa điền: “{{”." in said[0]
    assert said[-1] == f"Đã lập: {tmp_path / 'quyet-dinh.da-soat.docx'}"
    book = shutil.copy(sample().path, tmp_path / "so.xlsx")
    assert run(["lint", str(path), "--workbook", str(book), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in answer["findings"]] == ["LB-050"]
    assert answer["findings"][0]["sheet_key"] == "body"
