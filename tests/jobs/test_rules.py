"""A year's rules are printed in Vietnamese; a new year's file is checked, each fault by table and key."""

import json
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs.rules import rules
from dvk_office.rules import messages
from dvk_office.rules.load import latest_year

NEXT_YEAR = Path(__file__).parents[1] / "rules" / "next_year.toml"
TEXT = NEXT_YEAR.read_text(encoding="utf-8")


def test_the_newest_year_is_printed_by_default() -> None:
    assert rules().answer == rules(latest_year()).answer


def test_the_rules_are_ready_for_json() -> None:
    answer = json.loads(json.dumps(dict(rules().answer)))
    assert answer["rules"]["deadlines"][0]["before"] == "2026-02-10"


@pytest.mark.req("R-013", "R-016", "R-021", "T-01", "T-02")
@pytest.mark.parametrize(
    "line",
    [
        "  A. Mô hình gắn nhiệm vụ chính trị của địa phương: ít nhất 5 (Mục II.1)",
        "  B. Tổ chức đảng trực thuộc có mô hình gắn nhiệm vụ chuyên môn: 100% (Mục II.1)",
        "  C. Tập thể, cá nhân được công nhận điển hình: ít nhất 7 (Mục II.1)",
        (
            "  D5. Báo cáo năm (phụ lục 02): trước ngày 31/11/2026 (Mục V.1); "
            "đang hiểu là “trước ngày 30/11/2026”, chưa được xác nhận"
        ),
        "  “mục 1, phần VI” hiểu là “mục 1, phần IV” (Mục IV.2.1), chưa được xác nhận",
        "  Cấp tính chỉ tiêu điển hình (luôn hiện cả hai cấp): Cấp xã bình chọn (Mục II.1)",
        "  17/02/2026: Tết Nguyên đán",
    ],
)
def test_the_rules_are_vietnamese_lines(line: str) -> None:
    assert line in rules().answer["lines"]


def test_a_year_that_we_have_no_rules_for_is_one_finding() -> None:
    with pytest.raises(DvkError) as stop:
        rules(1999)
    assert stop.value.finding.code == "QT-090"


@pytest.mark.req("R-001")
def test_a_good_file_is_said_to_be_good() -> None:
    report = rules(file=NEXT_YEAR)
    assert report.findings == ()
    assert report.answer["year"] == 2027
    assert len(report.answer["lines"]) == 1


FAULTS = [
    ("year = 2027\n", "year = = 2027\n", "QT-001"),
    ("year = 2027\n", "", "QT-002"),
    ("year = 2027\n", "year = 2027\nyaer = 1\n", "QT-003"),
    ('issuer = "Ban Thường vụ Đảng ủy"', "issuer = 5", "QT-004"),
    ("at_least = 8", 'at_least = "8"', "QT-005"),
    ("new_only = true", 'new_only = "x"', "QT-006"),
    ("before = 2027-03-01", "before = 3", "QT-007"),
    ("before = 2027-03-01", "before = 2027-02-30", "QT-008"),
    ("errata = []", 'errata = "none"', "QT-009"),
    ("errata = []", "errata = [1]", "QT-010"),
    ('issuer = "Ban Thường vụ Đảng ủy"', 'issuer = ""', "QT-011"),
    ('key = "VH"', 'key = "KT"', "QT-013"),
    ('measure = "commune_models"', 'measure = "models_of_the_moon"', "QT-014"),
    ('measure = "nominations"', 'measure = "nominatoins"', "QT-014"),
    ("percent = 90", "percent = 101", "QT-015"),
    ("percent = 90\n", "percent = 90\nat_least = 1\n", "QT-016"),
    ("day = 2027-04-30", "day = 2026-04-30", "QT-017"),
    ("“Dân vận khéo” năm 2027", "“Dân vận khéo” năm 2026", "QT-017"),
    ('default = "31/12/2027"', 'default = "31/12/2026"', "QT-017"),
    ("before = 2027-03-01", "before = 2027-03-02", "QT-018"),
    ('paper = "plan"\n', "", "QT-019"),
    ('default = "calendar"', 'default = "lunar"', "QT-020"),
    ('default = "67"', 'default = "two thirds"', "QT-020"),
    ('key = "c8"', 'key = "c9"', "QT-021"),
    ('key = "l3"', 'key = "l4"', "QT-021"),
    ('key = "commitments"', 'key = "pledges"', "QT-021"),
]


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_each_fault_has_its_code_and_the_files_name(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert old in TEXT
    file = tmp_path / "2027.toml"
    file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    found = {(one.code, one.place.tab) for one in rules(file=file).findings}
    assert found == {(code, "2027.toml")}


def test_a_fault_says_table_and_key_in_vietnamese(tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text(TEXT.replace("percent = 90", 'percent = "90"'), encoding="utf-8")
    (one,) = rules(file=file).findings
    assert str(one).startswith("2027.toml: Lỗi QT-005: Bảng targets[3], mục “percent” ghi “90”")


def test_a_default_that_cannot_be_typed_is_told_beside_other_faults(tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    text = TEXT.replace("percent = 90", "percent = 101").replace('default = "67"', 'default = "?"')
    file.write_text(text, encoding="utf-8")
    assert [one.code for one in rules(file=file).findings] == ["QT-015", "QT-020"]


def test_broken_syntax_names_its_line(tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_text("# năm sau\n\nyear = \n", encoding="utf-8")
    (one,) = rules(file=file).findings
    assert (one.code, "dòng 3" in one.message) == ("QT-001", True)


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / "2027.toml"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert rules(file=file).findings == ()


@pytest.mark.parametrize(
    ("content", "code"), [(None, "QT-091"), ("năm".encode("utf-16"), "QT-092")]
)
def test_a_file_that_cannot_be_read_is_one_finding(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    file = tmp_path / "2027.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DvkError) as stop:
        rules(file=file)
    assert stop.value.finding.code == code


def test_every_kind_of_fault_has_words() -> None:
    from dvk_office.jobs.rules import _CODES

    assert set(_CODES.values()) <= set(messages.codes())
