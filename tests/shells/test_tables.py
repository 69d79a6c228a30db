"""How the answers of jobs read on a terminal."""

import pytest

from dvk_office.jobs.report import Report
from dvk_office.shells.tables import deadline_lines, target_lines

TARGET = {
    "label": "Mô hình", "rule": "B. Mô hình: 100% (Mục II.1)", "section": "Mục II.1",
    "required": 40, "actual": 39, "percent": 97.5, "met": False, "missing": ["Chi bộ An"],
    "remarks": ["Trong đó tạm tính 1 mô hình"],
    "rows": [{"sheet_key": "models", "row": row} for row in (4, 5, 6, 9)],
    "excluded": [
        {"sheet_key": "models", "row": 7, "reason": "Đã loại bỏ"},
        {"sheet_key": "models", "row": 8, "reason": "Chưa đăng ký"},
        {"sheet_key": "models", "row": 12, "reason": "Đã loại bỏ"},
    ],
}  # fmt: skip


@pytest.mark.req("R-036")
def test_a_target_shows_number_share_gap_and_the_rows_not_counted_by_reason() -> None:
    lines = list(target_lines(Report(answer={"targets": [TARGET]})))
    assert lines[1].split() == ["Mô", "hình", "40", "39", "97,5%", "chưa", "đạt", "Mục", "II.1"]
    assert lines[3:] == [
        "B. Mô hình: 100% (Mục II.1)",
        "  Còn thiếu: Chi bộ An",
        "  Trong đó tạm tính 1 mô hình",
        "  Được tính: dòng 4–6, 9",
        "  Không tính (dòng 7, 12): Đã loại bỏ",
        "  Không tính (dòng 8): Chưa đăng ký",
    ]


@pytest.mark.req("R-017")
def test_a_share_of_nothing_is_no_number() -> None:
    nothing = TARGET | {"percent": None, "rows": [], "excluded": []}
    lines = list(target_lines(Report(answer={"targets": [nothing]})))
    assert "—" in lines[1].split()
    assert lines[-1] == "  Được tính: không có dòng nào"


DEADLINE = {
    "label": "Gửi báo cáo", "last_day": "2026-09-17", "safe_day": None, "state": "quá hạn",
    "as_written": "trước 03 ngày", "section": "Mục IV.2.2",
}  # fmt: skip


@pytest.mark.req("R-121")
def test_a_deadline_of_a_hearing_names_its_model() -> None:
    rows = [DEADLINE, DEADLINE | {"model": "MH07"}]
    lines = list(deadline_lines(Report(answer={"deadlines": rows})))
    assert [line[:26].rstrip() for line in lines] == [
        "Thời hạn",
        "Gửi báo cáo",
        "Gửi báo cáo (mô hình MH07)",
    ]
    assert lines[2].endswith("17/09/2026  —         quá hạn     trước 03 ngày (Mục IV.2.2)")
