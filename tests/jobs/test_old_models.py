"""A plain list of old models, however it comes: a workbook, CSV as Excel writes it, text pasted from Excel."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from dvk_office.core.findings import DvkError
from dvk_office.jobs.new import new
from dvk_office.jobs.old_models import with_old_models
from dvk_office.rules.year import Rules
from dvk_office.workbook.entries import Entries

HEAD = ("STT", "Tên mô hình", "Chủ thể", "Mục tiêu năm trước", "Thực hiện từ năm")
LINES = [
    (1, "Đường hoa", "Chi bộ Hạ", "2 km; lát gạch", 2019),
    (2, "Nhà sạch", "Chi bộ Hạ", "", ""),
]
EXPECTED = [
    {"code": "MH01", "name": "Đường hoa", "registrant": "CT01", "previous_goal": "2 km; lát gạch",
     "since_year": 2019, "origin": "Tiếp tục"},
    {"code": "MH02", "name": "Nhà sạch", "registrant": "CT01", "origin": "Tiếp tục"},
]  # fmt: skip
NOTHING = Entries({}, {}, (), ())


def as_text(separator: str) -> str:
    def shown(cell: object) -> str:
        text = str(cell)
        return f'"{text}"' if separator in text else text

    return "\r\n".join(separator.join(map(shown, line)) for line in (HEAD, *LINES))


@pytest.mark.req("R-161")
@pytest.mark.parametrize(
    "content",
    [
        as_text(";").encode("utf-8-sig"),
        as_text(",").encode(),
        as_text("\t").encode("utf-16"),
        b"\xfe\xff" + as_text("\t").encode("utf-16-be"),
        ("DANH SÁCH MÔ HÌNH\n\n" + as_text(";")).encode(),
        ("sep=;\r\n" + as_text(";")).encode("utf-8-sig"),
    ],
    ids=["csv with BOM", "commas", "unicode text", "big-endian", "below a title", "sep line"],
)
def test_a_list_as_text_gives_its_models(content: bytes, rules: Rules, tmp_path: Path) -> None:
    (tmp_path / "cu.txt").write_bytes(content)
    found, findings = with_old_models(NOTHING, rules, tmp_path / "cu.txt")
    assert (found.rows["models"], findings) == (EXPECTED, ())
    assert found.rows["registrants"] == [{"code": "CT01", "name": "Chi bộ Hạ"}]


@pytest.mark.req("R-161")
def test_a_workbook_gives_its_models_from_whatever_sheet_they_stand_in(
    rules: Rules, tmp_path: Path
) -> None:
    book = Workbook()
    book.active["A1"] = "bìa"
    sheet = book.create_sheet("Cũ")
    sheet["B2"] = "DANH SÁCH"
    for line in (HEAD, *LINES):
        sheet.append([None, *line])
    book.save(tmp_path / "cu.xlsx")
    assert with_old_models(NOTHING, rules, tmp_path / "cu.xlsx")[0].rows["models"] == EXPECTED


def read(tmp_path: Path, rules: Rules, text: str) -> tuple[Entries, list[str]]:
    (tmp_path / "cu.csv").write_text(text, encoding="utf-8", newline="")
    found, findings = with_old_models(NOTHING, rules, tmp_path / "cu.csv")
    return found, [one.message for one in findings]


def test_a_code_of_the_list_is_kept_and_given_to_no_other(tmp_path: Path, rules: Rules) -> None:
    found, _ = read(tmp_path, rules, "Tên mô hình;Mã\nĐường hoa;\nNhà sạch;mh01\nVườn;MH09")
    assert [row["code"] for row in found.rows["models"]] == ["MH02", "mh01", "MH09"]


def test_a_line_break_in_a_cell_ends_no_line(tmp_path: Path, rules: Rules) -> None:
    text = 'Tên mô hình;Mục tiêu năm trước\n"Đường\nhoa";2 km\n;chỉ có mục tiêu\n;;\n'
    found, messages = read(tmp_path, rules, text)
    assert [row["previous_goal"] for row in found.rows["models"]] == ["2 km"]
    assert messages == ["Dòng 4 của danh sách không có tên mô hình nên không lấy vào sổ."]


def test_a_column_that_stands_twice_is_taken_once(tmp_path: Path, rules: Rules) -> None:
    found, _ = read(tmp_path, rules, "Tên mô hình;Tên mô hình\nĐường hoa;tên cũ")
    assert found.rows["models"][0]["name"] == "Đường hoa"


def test_days_and_numbers_of_a_workbook_stay_such(tmp_path: Path, rules: Rules) -> None:
    book = Workbook()
    book.active.append(["Tên mô hình", "Con số năm trước", "Ngày cho chủ trương", "Đơn vị tính"])
    book.active.append(["Đường hoa", 2.5, date(2025, 3, 4), 7])
    book.save(tmp_path / "cu.xlsx")
    (row,) = with_old_models(NOTHING, rules, tmp_path / "cu.xlsx")[0].rows["models"]
    assert (row["previous_figure"], row["approval_date"], row["figure_unit"]) == (
        2.5, date(2025, 3, 4), "7",
    )  # fmt: skip


def test_a_list_is_not_dropped_in_silence_beside_an_older_workbook(tmp_path: Path) -> None:
    with pytest.raises(DvkError) as stopped:
        new(tmp_path / "so", source=tmp_path / "cu.xlsm", old_models=tmp_path / "cu.csv")
    assert stopped.value.finding.code == "TEP-099"
    assert not (tmp_path / "so").exists()
