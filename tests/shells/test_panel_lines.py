"""Results as the lines of the window: nothing is said otherwise than in the sheets and on the terminal."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.jobs.check import check
from dvk_office.jobs.opening import open_book
from dvk_office.rules.layout import Layout
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.pages import findings_page
from dvk_office.shells.panel.lines import text_lines
from dvk_office.workbook.marks import CellNames
from dvk_office.workbook.results import BAD, GOOD, ROW, FileLink, Line, Link, Results

FAULTY = Path(__file__).resolve().parents[2] / "samples" / "so-mau-co-loi-2026.xlsx"


def lines(layout: Layout, sheet_key: str, **cells: object) -> list[tuple[str, str]]:
    line = Line(cells, ROW)  # type: ignore[arg-type]
    found = text_lines(Results(sheet_key, "", (line,)), layout)
    return [(one.head, one.rest) for one in found]


def test_a_finding_reads_as_everywhere(layout: Layout, today: date) -> None:
    opened = open_book(FAULTY)
    report = check(opened, today)
    page = findings_page("Soát lỗi", report, RowNames(opened), CellNames({}, {}))
    found = [f"{one.head} {one.rest}" for one in text_lines(page, layout)]
    assert found == [str(one) for one in report.findings]


def test_a_file_that_was_made_reads_by_its_name_and_keeps_its_place(layout: Layout) -> None:
    path = Path("ket-qua", "thông báo.docx")
    cells = {"severity": "Đã lập", "record": path.name, "message": "…", "link": FileLink(path)}
    (line,) = text_lines(Results("findings", "", (Line(cells, GOOD),)), layout)
    assert (line.head, line.rest, line.file) == ("Đã lập:", "thông báo.docx", path)


def test_a_target_reads_with_its_figures_under_their_headers(layout: Layout) -> None:
    figures = {"required": 1250, "actual": 22, "difference": -13, "percent": 62.86}
    found = lines(
        layout,
        "targets",
        label="B. Tổ chức đảng",
        state="Chưa đạt",
        remark="ít nhất 1.250 (Mục II.1)\nCòn thiếu: A",
        section="Mục II.1",
        **figures,
    )
    rest = (
        "Yêu cầu: 1.250; Thực hiện: 22; Hơn, kém: -13; Tỷ lệ (%): 62,86\n"
        "ít nhất 1.250 (Mục II.1)\nCòn thiếu: A"
    )
    assert found == [("B. Tổ chức đảng: Chưa đạt.", rest)]


def test_a_deadline_reads_with_its_days_and_its_section(layout: Layout) -> None:
    days = {"last_day": date(2027, 3, 9), "days_left": 0}
    found = lines(
        layout, "deadlines", label="Báo cáo", state="Hôm nay", remark="…", section="Mục V.1", **days
    )
    assert found == [("Báo cáo: Hôm nay.", "Ngày cuối: 09/03/2027; Còn (ngày): 0\n…\n(Mục V.1)")]


@pytest.mark.parametrize("state", ["Được tính", None])
def test_a_row_reads_with_where_it_stands(layout: Layout, state: str | None) -> None:
    link = Link("Mô hình, dòng 6", "Mô hình", "A6")
    head = f"MH03: {state}" if state else "MH03"
    assert lines(layout, "targets", label="MH03", state=state, link=link) == [
        (head, "(Mô hình, dòng 6)")
    ]


def test_the_look_of_a_line_is_kept(layout: Layout) -> None:
    (line,) = text_lines(Results("targets", "", (Line({"label": "A"}, BAD),)), layout)
    assert line.look == BAD
