"""«Ghi số, ngày»: where a number goes, which numbers are refused, and the workbook that is written."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.edits import CellEdit, Edits
from dvk_office.core.findings import DvkError
from dvk_office.jobs.beside import beside
from dvk_office.jobs.number import number, planned, read_day
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.report import Report
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.entries import read_entries
from tests.paper_book import TEXT, TODAY, opened

DECISION, INVITATION = "recognition_decision", "hearing_invitation"
DAY = date(2026, 10, 5)
WAITING = """
| register | issuer            | kind                         | number | date | state  |
|          | Đảng ủy xã An Phú | Quyết định công nhận mô hình |        |      | Chờ số |
"""
ROWS = {
    "settings": [{"key": "party_committee", "value": "Đảng ủy xã An Phú"}],
    "registrants": [{"code": "CT01", "kind": "Tập thể", "name": "Chi bộ thôn Hạ"}],
    "models": [{"code": "MH01", "registrant": "CT01"}, {"code": "MH02", "registrant": "CT01"}],
    "hearings": [
        {"model": "MH02", "conclusion": "Không đạt"},
        {},
        {"model": "MH01", "conclusion": "Đạt"},
    ],
    "register": [{"issuer": "Đảng ủy xã An Phú"}],
}


@pytest.fixture
def plan(rules: Rules, layout: Layout):
    """What is planned for the small book, changed as the test says."""

    def made(given: str = "41", day: date = DAY, kind: str = DECISION, text: str = TEXT):
        return planned(opened(rules, layout, text), kind, given, day, TODAY)

    return made


def codes(found) -> list[str]:
    return [one.code for one in found[1]]


@pytest.mark.req("R-187")
def test_a_bare_number_gets_type_and_symbol_and_goes_into_every_covered_row(plan) -> None:
    edits, findings = plan()
    assert findings == ()
    hearings = {one.row: one.value for one in edits.cells if one.column_key == "decision_number"}
    assert set(hearings.values()) == {"41-QĐ/ĐU"}
    assert len(hearings) == 3
    assert {one.value for one in edits.cells if one.column_key == "decision_date"} == {DAY}


@pytest.mark.req("R-187")
@pytest.mark.parametrize("given", ["7", " 07 ", "7-qđ/đu", "007 - QĐ/ĐU", "7\u2013QĐ/ĐU"])
def test_a_number_is_recorded_as_its_kind_writes_it(plan, given: str) -> None:
    assert plan(given)[0].rows[0].cells["number"] == "07-QĐ/ĐU"


@pytest.mark.req("R-187")
def test_a_number_with_another_symbol_is_recorded_as_given(plan) -> None:
    assert plan("41a-QĐ/ĐUX")[0].rows[0].cells["number"] == "41a-QĐ/ĐUX"


@pytest.mark.req("R-187")
def test_a_paper_that_did_not_wait_in_the_register_gets_a_row_there(plan) -> None:
    (row,) = plan()[0].rows
    cells = row.cells
    assert (row.sheet_key, cells["number"], cells["date"]) == ("register", "41-QĐ/ĐU", DAY)
    assert (cells["kind"], cells["state"]) == ("Quyết định công nhận mô hình", "Đã ban hành")
    assert (cells["issuer"], cells["signed_by"]) == ("Đảng ủy xã An Phú", "Lê Minh Tâm")


def test_the_register_names_the_file_as_it_is_made_with_the_number(plan) -> None:
    (row,) = plan()[0].rows
    assert row.cells["file"] == "quyet-dinh-cong-nhan-mo-hinh-2026-41-qd-du.docx"
    (row,) = plan(kind="inspection_plan")[0].rows
    assert row.cells["file"] == "ke-hoach-kiem-tra-mo-hinh-2026.docx"


@pytest.mark.req("R-187", "T-21")
def test_a_number_has_the_symbol_of_the_body_that_issues_where_the_office_chooses_it(
    rules: Rules, layout: Layout
) -> None:
    book = opened(rules, layout, TEXT, appraisal_issuer="Ban Xây dựng Đảng")
    (row,) = planned(book, "appraisal_plan", "7", DAY, TODAY)[0].rows
    assert (row.cells["number"], row.cells["issuer"]) == ("07-KH/BXDĐ", "Ban Xây dựng Đảng")


@pytest.mark.req("R-187")
def test_a_paper_that_waits_in_the_register_gets_its_number_there(plan) -> None:
    edits, _ = plan(text=TEXT.replace("| register |", "| register |") + WAITING)
    assert edits.rows == ()
    written = {one.column_key: one.value for one in edits.cells if one.sheet_key == "register"}
    assert written == {"number": "41-QĐ/ĐU", "date": DAY, "state": "Đã ban hành"}


@pytest.mark.req("R-187")
def test_a_number_is_not_written_where_another_bodys_paper_waits(plan) -> None:
    waiting = WAITING.replace("Đảng ủy xã An Phú", "Ủy ban nhân dân xã")
    edits, _ = plan(text=f"{TEXT}\n{waiting}")
    assert [one.row for one in edits.cells if one.sheet_key == "register"] == []
    assert [one.cells["issuer"] for one in edits.rows] == ["Đảng ủy xã An Phú"]


@pytest.mark.req("R-187")
def test_a_number_is_written_in_the_row_from_which_the_paper_takes_it(plan) -> None:
    first = WAITING.replace("Quyết định công nhận mô hình", "Kế hoạch")
    last = first.splitlines()[-1]
    edits, _ = plan(kind="movement_plan", text=f"{TEXT}{first}{last}\n")
    assert {one.row for one in edits.cells} == {5}


@pytest.mark.req("R-187")
def test_the_register_has_the_code_of_what_a_paper_is_made_for(plan, layout: Layout) -> None:
    (row,) = plan(kind=INVITATION)[0].rows
    assert row.cells["subject"] == "CH01"
    label = layout.label("paper_kind", INVITATION)
    waiting = WAITING.replace("Quyết định công nhận mô hình", label)
    edits, _ = plan(kind=INVITATION, text=TEXT + waiting)
    written = {one.column_key: one.value for one in edits.cells if one.sheet_key == "register"}
    assert (edits.rows, written["subject"]) == ((), "CH01")


@pytest.mark.req("R-187")
def test_a_paper_for_the_whole_year_has_no_code_there_whatever_code_named_it(
    rules: Rules, layout: Layout
) -> None:
    book = opened(rules, layout)
    edits, _ = planned(book, "inspection_plan", "41", DAY, TODAY, subject="MH01")
    assert edits.rows[0].cells["subject"] is None


@pytest.mark.req("R-187")
@pytest.mark.parametrize(
    ("given", "day", "code"),
    [
        ("41/QĐ-UBND", DAY, "GS-002"),
        ("41-KH/ĐU", DAY, "GS-002"),
        ("0", DAY, "GS-002"),
        ("00-QĐ/ĐU", DAY, "GS-002"),
        ("bốn mốt", DAY, "GS-002"),
        ("41", date(2026, 11, 24), "GS-003"),
        ("41", date(2025, 10, 5), "GS-006"),
    ],
)
def test_a_number_of_another_form_or_an_impossible_day_is_refused(
    plan, given: str, day: date, code: str
) -> None:
    edits, findings = plan(given, day)
    assert (bool(edits), [one.code for one in findings]) == (False, [code])


@pytest.mark.req("R-187")
def test_a_number_given_before_is_refused_at_its_row(plan) -> None:
    edits, findings = plan("15", text=TEXT.replace("15-BC/ĐU", "15-QĐ/ĐU"))
    assert not edits
    assert [(one.code, one.place.sheet_key, one.place.column_key) for one in findings] == [
        ("GS-004", "register", "number")
    ]


@pytest.mark.req("R-187")
def test_a_number_that_rows_quote_is_refused_though_the_register_has_it_not(plan) -> None:
    quoted = TEXT.replace(
        "| 31-TB/ĐU | 28/9/2026 |             |           |",
        "| 31-TB/ĐU | 28/9/2026 | 41-QĐ/ĐU | 02/10/2026 |",
        1,
    )
    edits, (found,) = plan("041", text=quoted)
    assert (edits, found.code, found.place.sheet_key) == (Edits(), "GS-004", "hearings")
    assert found.place.column_key == "decision_number"


@pytest.mark.req("R-187")
def test_another_bodys_number_is_of_another_series(plan) -> None:
    text = TEXT.replace("Đảng ủy xã An Phú | Báo cáo", "Đảng ủy Công an xã | Báo cáo")
    assert plan("15", text=text.replace("15-BC/ĐU", "15-QĐ/ĐU"))[1] == ()


@pytest.mark.req("R-187")
def test_a_number_of_another_form_is_told_with_one_of_its_kind(plan) -> None:
    (found,) = plan("41-KH/ĐU")[1]
    assert "41-QĐ/ĐU" in found.mend


def test_today_is_not_a_day_to_come(plan) -> None:
    assert plan(day=TODAY)[1] == ()


def test_a_paper_that_has_its_number_does_not_wait(plan) -> None:
    text = TEXT.replace(
        "28/9/2026 |             |           |", "28/9/2026 | 41-QĐ/ĐU | 05/10/2026 |"
    )
    assert codes(plan("42", text=text)) == ["GS-005"]


def test_an_unknown_kind_is_told_with_the_likely_one(plan) -> None:
    (found,) = plan(kind="recognition_decison")[1]
    assert found.code == "GS-001"
    assert DECISION in found.message


def test_a_form_that_is_never_numbered_is_no_kind_to_number(plan) -> None:
    assert codes(plan(kind="registration_form")) == ["GS-001"]


def test_what_a_number_fills_are_columns_of_the_layout(layout: Layout) -> None:
    fills = [one.fills for one in paper_kinds().values() if one.fills]
    assert fills
    for one in fills:
        assert {one.number, one.date} <= layout.by_key[one.sheet].by_key.keys()


@pytest.fixture
def book(rules: Rules, layout: Layout, tmp_path: Path) -> Path:
    """A workbook in which a decision waits for its number."""
    path = tmp_path / "sổ.xlsx"
    build_workbook(layout, rules, ROWS, path)
    return path


def test_the_new_workbook_holds_the_number_and_the_old_one_stays(
    book: Path, layout: Layout
) -> None:
    before = book.read_bytes()
    (made,) = number(open_book(book), DECISION, "41", DAY, TODAY, interpreter="x").made
    assert book.read_bytes() == before
    assert made.path.name == "sổ-da-ghi-so.xlsm"
    entries = read_entries(made.path, layout)
    given = {"decision_number": "41-QĐ/ĐU", "decision_date": DAY}
    first, blank, third = entries.rows["hearings"]
    assert (first, blank, third) == (ROWS["hearings"][0], {}, ROWS["hearings"][2] | given)
    assert entries.rows["register"][-1].items() >= {"number": "41-QĐ/ĐU", "date": DAY}.items()


def test_it_is_told_where_a_second_number_goes_into_the_old_workbook_again(book: Path) -> None:
    def given(typed: str) -> Report:
        return number(open_book(book), DECISION, typed, DAY, TODAY, interpreter="x")

    assert (given("41").findings, given("41").findings) == ((), ())
    (found,) = given("42").findings
    (kept,) = book.parent.glob("*.ban-cu-*")
    assert (found.code, kept.name in found.message) == ("GS-010", True)


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("so.xlsx", "so-da-ghi-so.xlsm"),
        ("so-da-ghi-so.xlsm", "so-da-ghi-so-2.xlsm"),
        ("so-da-ghi-so-9.xlsm", "so-da-ghi-so-10.xlsm"),
        ("so-2026.xlsx", "so-2026-da-ghi-so.xlsm"),
    ],
)
def test_names_do_not_grow_from_number_to_number(name: str, new: str) -> None:
    assert beside(Path("ho so", name)) == Path("ho so", new)


def test_nothing_is_written_where_something_is_wrong(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    held = opened(rules, layout)._replace(path=tmp_path / "so.xlsx")
    report = number(held, DECISION, "bốn", DAY, TODAY)
    assert report.made == ()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["31/11/2026", "5/11/26", "mai"])
def test_a_day_that_is_none_is_told(text: str) -> None:
    with pytest.raises(DvkError) as told:
        read_day(text)
    assert told.value.finding.code == "GS-008"


def test_edits_are_gathered_by_row() -> None:
    edits = Edits((CellEdit("a", 4, "x", 1), CellEdit("a", 4, "y", 2), CellEdit("b", 4, "x", 3)))
    assert edits.by_row() == {("a", 4): {"x": 1, "y": 2}, ("b", 4): {"x": 3}}
    assert not Edits()
