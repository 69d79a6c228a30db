"""«Văn bản»: which papers are made, which are stopped and by what, and what is entered of them."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from dvk_office.core.findings import Finding
from dvk_office.jobs import documents as jobs_documents
from dvk_office.jobs.documents import documents, list_kinds
from dvk_office.jobs.places import TEMPLATES
from dvk_office.jobs.report import Report, silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT, TODAY, filled, opened, paper_text, saved
from tests.word_files import R, p, unzipped, word_file

DECISION, REPORT = "recognition_decision", "registration_report"
RESULT, LESSONS = "result_report", "dvk.lessons"
DECISION_FILE = "quyet-dinh-cong-nhan-mo-hinh-2026-cho-so.docx"
REPORT_FILE = "bao-cao-tong-hop-dang-ky-mo-hinh-2026.docx"


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    """The job on the small book, changed as the test says."""

    def job(
        *kinds: str, text: str = TEXT, only: tuple[str, ...] = (), **settings: object
    ) -> Report:
        book = opened(rules, layout, text, **settings)
        return documents(book, kinds, only, tmp_path, TODAY, silent)

    return job


def names(report: Report) -> list[str]:
    return [one.path.name for one in report.made]


def seen(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(one.code, one.place.sheet_key, one.place.cell) for one in findings]


def test_no_kind_named_is_told_and_nothing_is_made(run) -> None:
    report = run()
    assert [one.code for one in report.findings] == ["VB-007"]
    assert report.made == ()


def test_the_kinds_named_are_made_in_their_order(run) -> None:
    report = run(DECISION, REPORT)
    assert names(report) == [DECISION_FILE, REPORT_FILE]
    assert report.findings == ()


def test_only_the_kinds_named_are_made(run) -> None:
    assert names(run(REPORT)) == [REPORT_FILE]


def test_two_runs_give_equal_files(run) -> None:
    first, second = run(DECISION, REPORT), run(DECISION, REPORT)
    assert [one.sha256 for one in first.made] == [one.sha256 for one in second.made]


def test_each_paper_is_entered_in_the_manifest_with_its_template(run, tmp_path: Path) -> None:
    made = run(DECISION).made[0]
    (entry,) = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert (entry["path"], entry["kind"], entry["sha256"]) == (DECISION_FILE, DECISION, made.sha256)
    assert entry["template"]["name"] == "quyet-dinh-cong-nhan-mo-hinh.docx"


@pytest.mark.req("R-005", "R-189")
def test_a_missing_compulsory_setting_is_named_and_nothing_is_made(run, layout: Layout) -> None:
    report = run(DECISION, guidance_number=None)
    row = layout.first_row + [one.key for one in layout.settings].index("guidance_number")
    letter = layout.by_key["settings"].letters["value"]
    assert seen(report.findings) == [("VB-004", "settings", f"{letter}{row}")]
    assert report.made == ()


def test_a_paper_never_takes_the_place_of_another_whose_code_gives_the_same_file_name(run) -> None:
    report = run("commitment", text=TEXT.replace("MH01", "Đ01").replace("MH02", "D01"))
    (found,) = report.findings
    assert (found.code, found.place.tab) == ("VB-022", "ban-cam-ket-mo-hinh-2026-d01.docx")
    assert len(set(names(report))) == len(report.made) > 1


@pytest.mark.req("R-189")
def test_what_one_paper_lacks_stops_that_paper_alone(run) -> None:
    text = TEXT.replace("31-TB/ĐU | 28/9/2026 |", "         | 28/9/2026 |", 1)
    report = run(DECISION, REPORT, text=text)
    assert {one.code for one in report.findings} == {"VB-004"}
    assert names(report) == [REPORT_FILE]


@pytest.mark.req("R-189")
def test_an_error_found_by_the_checks_in_a_quoted_cell_stops_the_paper(run) -> None:
    text = TEXT.replace(
        "| MH01 | Tuyến đường hoa      | CT01 ", "| MH01 | Tuyến đường hoa      | CT99 "
    )
    report = run(DECISION, text=text)
    assert ("VB-005", "models", "C4") in seen(report.findings)
    assert report.made == ()


def test_two_days_for_one_number_stop_that_decision(run) -> None:
    text = TEXT.replace(
        "28/9/2026 |             |           |", "28/9/2026 | 41-QĐ/ĐU | 05/10/2026 |", 1
    )
    text = text.replace(
        "28/9/2026 |             |           |", "28/9/2026 | 41-QĐ/ĐU | 06/10/2026 |", 1
    )
    report = run(DECISION, text=text)
    assert "VB-006" in {one.code for one in report.findings}
    assert names(report) == [DECISION_FILE]


@pytest.mark.parametrize("typed", ["41-QĐ/đu", "41 - QĐ/ĐU", "041-QĐ/ĐU"])
def test_one_number_typed_in_two_ways_makes_one_decision(run, typed: str) -> None:
    blank = "28/9/2026 |             |           |"
    text = TEXT.replace(blank, "28/9/2026 | 41-QĐ/ĐU | 05/10/2026 |", 1)
    text = text.replace(blank, f"28/9/2026 | {typed} | 05/10/2026 |", 1)
    (made, _waiting) = run(DECISION, text=text).made
    assert all(name in paper_text(made.path) for name in ("Tuyến đường hoa", "Hiến đất mở đường"))


def test_a_book_with_nothing_to_decide_is_a_note(run) -> None:
    report = run(DECISION, text="")
    assert [(one.code, one.severity) for one in report.findings] == [("VB-003", "note")]
    assert report.made == ()


@pytest.mark.req("R-188")
def test_a_list_with_a_text_longer_than_a_page_goes_on_over_it(run) -> None:
    held = [
        unzipped(run(DECISION, text=text).made[0].path.read_bytes())["word/document.xml"]
        for text in (TEXT, TEXT.replace("Tuyến đường hoa", "Tuyến đường hoa " * 300))
    ]
    usual, long = (one.count(b"<w:cantSplit") for one in held)
    assert usual - long == 1


def outside(target: str) -> str:
    return f'<Relationship Id="rIdOut" Type="{R}/image" Target="{target}" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"khong phai Word", "VB-011"),
        (word_file(p("Một"))[:-60], "VB-011"),
        (word_file(p("Một"), parts={"word/vbaProject.bin": b"x"}), "VB-015"),
        (word_file(p("Một"), relations=outside("file:///c:/x.png")), "VB-016"),
        (word_file(p("{% for n in range(10**9) %}x{% endfor %}")), "VB-017"),
        (word_file(p("{{ year.__class__.__mro__ }}")), "VB-014"),
    ],
    ids=["no Word file", "damaged", "macros", "outside file", "without end", "Python's insides"],
)
def test_a_bad_template_of_the_office_stops_its_own_papers_alone(
    rules: Rules, layout: Layout, tmp_path: Path, content: bytes, code: str
) -> None:
    own = tmp_path / TEMPLATES / "quyet-dinh-cong-nhan-mo-hinh.docx"
    own.parent.mkdir()
    own.write_bytes(content)
    book = opened(rules, layout)._replace(path=tmp_path / "so.xlsx")
    report = documents(book, (DECISION, REPORT), (), tmp_path / "ra", TODAY, silent)
    assert [(one.code, one.place.tab) for one in report.findings] == [(code, own.name)]
    assert sorted(one.name for one in (tmp_path / "ra").iterdir()) == [REPORT_FILE, "manifest.json"]


def test_an_unknown_kind_is_told_with_the_likely_one(run) -> None:
    (found,) = run("recognition_decison").findings
    assert found.code == "VB-001"
    assert DECISION in found.message


def test_an_unknown_code_is_told(run) -> None:
    report = run(DECISION, only=("MH99", "MH01"))
    assert [one.code for one in report.findings] == ["VB-002"]
    assert names(report) == [DECISION_FILE]


def test_a_code_of_which_a_kind_has_no_paper_is_told_with_the_kind(run) -> None:
    (found,) = run("registration_form", only=("TC01",)).findings
    assert (found.code, found.place.sheet_key, dict(found.facts)["codes"]) == (
        "VB-019",
        "models",
        "TC01",
    )


def test_the_list_of_kinds_says_what_each_is() -> None:
    kinds = list_kinds().answer["kinds"]
    assert {DECISION, REPORT} <= {one["key"] for one in kinds}
    assert set(kinds[0]) == {"key", "title", "family", "section", "per", "copies", "template"}
    json.dumps(kinds)


def test_progress_is_told_once_a_paper(rules: Rules, layout: Layout, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    documents(
        opened(rules, layout),
        (DECISION, REPORT),
        (),
        tmp_path,
        TODAY,
        lambda _what, done, total: told.append((done, total)),
    )
    assert told == [(1, 2), (2, 2)]


@pytest.mark.req("R-187", "R-189")
def test_an_error_in_what_the_register_says_of_a_paper_stops_it(run) -> None:
    report = run(REPORT, text=TEXT.replace("15-BC/ĐU | 6/3/2026", "15-BC/ĐU | 24/11/2026"))
    assert seen(report.findings) == [("VB-005", "register", "D4")]
    assert report.made == ()


@pytest.mark.req("R-190")
def test_a_draft_that_somebody_edited_is_kept_and_that_is_said(run, tmp_path: Path) -> None:
    (tmp_path / DECISION_FILE).write_bytes(b"edited in Word")
    (found,) = run(DECISION).findings
    assert (found.code, found.severity) == ("VB-020", "note")
    assert (tmp_path / dict(found.facts)["kept"]).read_bytes() == b"edited in Word"


def taken_away(content: bytes, tag: str) -> bytes:
    """A paper without the mark of one field, as LibreOffice saves it, or a template that has it no longer."""
    document = Document(BytesIO(content))
    (mark,) = (
        one for one in document.element.body.iter(qn("w:tag")) if one.get(qn("w:val")) == tag
    )
    mark.getparent().remove(mark)
    return saved(document)


@pytest.mark.req("R-190")
def test_text_whose_field_lost_its_mark_is_told_with_the_file_that_has_it(run) -> None:
    (made,) = run(RESULT, only=("MH01",)).made
    made.path.write_bytes(taken_away(filled(made.path.read_bytes(), "Bài học."), LESSONS))
    (found,) = run(RESULT, only=("MH01",)).findings
    assert (found.code, found.severity) == ("VB-021", "warning")
    assert "Bài học." in paper_text(made.path.with_name(dict(found.facts)["kept"]))


@pytest.mark.req("R-190")
def test_text_that_was_carried_once_is_not_lost_unsaid_when_the_template_drops_its_field(
    run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made,) = run(RESULT, only=("MH01",)).made
    made.path.write_bytes(filled(made.path.read_bytes(), "Bài học."))
    assert [one.code for one in run(RESULT, only=("MH01",)).findings] == ["VB-020"]
    really = jobs_documents.restyled
    monkeypatch.setattr(
        jobs_documents, "restyled", lambda *given: taken_away(really(*given), LESSONS)
    )
    assert [one.code for one in run(RESULT, only=("MH01",)).findings] == ["VB-021"]


@pytest.mark.req("R-190")
def test_a_draft_that_is_made_over_with_other_values_is_not_called_edited(run) -> None:
    run(DECISION)
    assert run(DECISION, text=TEXT.replace("Tuyến đường hoa", "Đường hoa")).findings == ()
