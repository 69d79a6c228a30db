"""The reports of the half-year and of the year: figures of the cut-off, the same in every sentence and table."""

import re
from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.results import results
from dvk_office.jobs.documents import documents
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.report import silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.documents.conftest import Printed
from tests.paper_book import TODAY, field_names, filled, opened, paper_text, squeezed

HALF, ANNUAL = "half_year_report", "annual_report"
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "so-mau-2026.xlsx"
SETTINGS = {"people_committee": "Ủy ban nhân dân xã An Phú"}
TEXT = """
| organisations | code | name             | kind   | direct | must_plan | own_plan_date |
|               | TC01 | Chi bộ thôn Hạ   | Chi bộ | Có     |           |               |
|               | TC02 | Chi bộ thôn Trung | Chi bộ | Có    |           |               |
|               | TC03 | Hội Nông dân xã  | Hội    |        | Có        | 05/02/2026    |
|               | TC04 | Hội Phụ nữ xã    | Hội    |        | Có        | 01/8/2026     |
| registrants | code | kind    | type      | name           | position    | unit    | managing_organisation |
|             | CT01 | Tập thể | Chi bộ    | Chi bộ thôn Hạ |             | thôn Hạ | TC01 |
|             | CT02 | Cá nhân | Đảng viên | Lê Văn Ân      | Trưởng thôn | thôn Hạ | TC01 |
| models | code | name        | registrant | field | origin    | registered_on | plan_received_on | start_date | launch_date | professional_task | since_year | still_suitable | effective | goal | previous_figure | figure |
|        | MH01 | Đường hoa   | CT01       | VH    | Mới       | 05/02/2026    | 05/02/2026       | 01/3/2026  | 01/3/2026   | Có                |            |                |           |      |                 |        |
|        | MH02 | Chợ sạch    | CT02       | KT    | Mới       | 05/02/2026    | 05/02/2026       | 01/3/2026  | 01/7/2026   |                   |            |                |           |      |                 |        |
|        | MH03 | Tổ hòa giải | CT01       | QA    | Tiếp tục  | 05/02/2026    | 05/02/2026       |            |             |                   | 2024       | Có             | Có        | x    | 1               | 2      |
|        | MH04 | Bếp ăn      | CT02       | VH    | Phát hiện |               |                  |            |             |                   |            |                |           |      |                 |        |
| details | model | discovered_by | discovery_reason |
|         | MH04  | Đoàn kiểm tra | Cách làm hay     |
| progress | model | as_of      | resources_money | resources_days | resources_land | participants | results              |
|          | MH01  | 15/6/2026  | 12000000        | 20             |                | 25           | Trồng 1 km đường hoa |
|          | MH01  | 10/11/2026 | 15500000        | 32             | 120            | 40           | Trồng 02 km đường hoa |
|          | MH02  | 10/11/2026 | 500000          |                |                | 1200         | Chợ sạch hằng ngày   |
| inspections | model | date      | kind                      |
|             | MH01  | 10/6/2026 | Chủ thể tự kiểm tra       |
|             | MH01  | 15/6/2026 | Ban Xây dựng Đảng kiểm tra |
|             | MH02  | 15/8/2026 | Ban Xây dựng Đảng kiểm tra |
| activities | date      | kind         | title |
|            | 10/6/2026 | Tuyên truyền | a     |
|            | 10/8/2026 | Tuyên truyền | b     |
|            | 10/5/2026 | Văn bản      | c     |
| meetings | code | kind                   | date       |
|          | CH01 | Phiên thẩm định        | 20/9/2026  |
|          | CH02 | Họp bình xét điển hình | 05/10/2026 |
| hearings | model | meeting | conclusion | notice_number | notice_date | decision_number | decision_date | most_exemplary |
|          | MH01  | CH01    | Đạt        | 31-TB/ĐU      | 28/9/2026   | 41-QĐ/ĐU        | 02/10/2026    | Có             |
|          | MH02  | CH01    | Không đạt  | 31-TB/ĐU      | 28/9/2026   |                 |               |                |
|          | MH04  |         |            |               |             | 41-QĐ/ĐU        | 02/10/2026    |                |
| exemplars | registrant | model | meeting | introduced_by | votes_for | chosen | commend | commendation_number | commendation_date |
|           | CT01       | MH01  | CH02    | MTTQ xã       | 9         | Có     | Có      | 05/QĐ-UBND          | 12/11/2026        |
| register | issuer            | kind           | number   | date      | cut_off   | state       |
|          | Đảng ủy xã An Phú | Báo cáo 6 tháng | 61-BC/ĐU | 23/6/2026 | 20/6/2026 | Đã ban hành |
|          | Đảng ủy xã An Phú | Báo cáo năm    |          |           |           | Chờ số      |
"""
FIELDS = ("VH", "KT", "QA", "HT")


@pytest.fixture
def run(make):
    """One of the two reports from the small book, changed as the test says."""

    def job(kind: str, text: str = TEXT, **changed: object) -> Printed:
        return make(kind, text, **{**SETTINGS, **changed})

    return job


def line(lines: list[str], words: str) -> str:
    (found,) = [one for one in lines if words in one]
    return found


def table(lines: list[str], last_head: str) -> dict[str, list[str]]:
    """The rows of the table whose last column is `last_head`: six figures by the name of the field."""
    at = lines.index(last_head) + 1
    rows = {}
    while len(rows) < len(FIELDS) + 1:
        rows[lines[at + 1]] = lines[at + 2 : at + 8]
        at += 8
    return rows


@pytest.mark.req("R-150", "R-151", "R-181")
def test_both_are_reports_of_the_committee_to_the_city_body(run) -> None:
    for kind, period in ((HALF, "06 tháng đầu năm 2026"), (ANNUAL, "năm 2026")):
        lines = run(kind).lines
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" in lines
        title = f"kết quả thực hiện phong trào thi đua “Dân vận khéo” {period}"
        assert lines[lines.index("BÁO CÁO") + 1] == title
        assert "- Ban Tuyên giáo và Dân vận Thành ủy;" in lines
        assert "T/M BAN THƯỜNG VỤ" in lines


@pytest.mark.req("R-152", "R-187")
def test_the_half_year_keeps_its_number_its_day_and_the_cut_off_of_the_register(run) -> None:
    lines = run(HALF).lines
    assert "Số 61-BC/ĐU" in lines
    assert "An Phú, ngày 23 tháng 6 năm 2026" in lines
    assert "(số liệu tính đến ngày 20/6/2026)" in line(lines, "số liệu tính đến")


@pytest.mark.req("R-152")
def test_the_year_takes_its_cut_off_from_the_settings_until_the_register_has_one(run) -> None:
    assert "tính đến ngày 15/11/2026" in line(run(ANNUAL).lines, "số liệu tính đến")
    moved = TEXT.replace("|          |           |           | Chờ số", "| | | 10/10/2026 | Chờ số")
    assert "tính đến ngày 10/10/2026" in line(run(ANNUAL, text=moved).lines, "số liệu tính đến")


@pytest.mark.req("R-152")
def test_before_the_cut_off_the_figures_are_those_of_the_day_it_is_made(run) -> None:
    lines = run(ANNUAL, today=date(2026, 10, 3)).lines
    assert "tính đến ngày 03/10/2026" in line(lines, "số liệu tính đến")


@pytest.mark.req("R-150", "R-152", "R-192")
def test_the_half_year_tells_what_was_there_by_june(run) -> None:
    lines = run(HALF).lines
    assert "Có 03 mô hình đăng ký, đang thực hiện, trong đó:" in lines
    assert "Đã tổ chức ra mắt 01 mô hình." in lines
    assert "Còn 01 mô hình phải ra mắt mà chưa tổ chức: “Chợ sạch”." in lines
    assert "Nguồn lực huy động của 01 mô hình có số liệu: 12.000.000 đồng; 20 ngày công." in lines
    assert "Chưa có số liệu của 02 mô hình: “Chợ sạch”, “Tổ hòa giải”." in lines
    assert "Chưa tổ chức thẩm định mô hình." in lines
    assert "Chưa có điển hình được lựa chọn, khen thưởng trong kỳ." in lines
    assert "Đã tổ chức 01 hoạt động tuyên truyền." in lines
    assert line(lines, "kế hoạch riêng").startswith("Có 01/02 ")


@pytest.mark.req("R-151", "R-152", "R-192")
def test_the_year_tells_what_was_there_by_november(run) -> None:
    lines = run(ANNUAL).lines
    assert (
        "Nguồn lực huy động của 02 mô hình có số liệu: 16.000.000 đồng; 32 ngày công; 120 m² đất."
    ) in lines
    assert "Có 1.240 lượt người tham gia." in lines
    assert "Đã thẩm định 02 mô hình: 01 mô hình đạt, 01 mô hình không đạt." in lines
    decided = "Đã công nhận 02 mô hình “Dân vận khéo” (Quyết định số 41-QĐ/ĐU, ngày 02/10/2026)."
    assert decided in lines
    assert line(lines, "không thuộc số đăng ký").startswith(
        "Trong số mô hình được công nhận có 01 "
    )
    assert "- Mô hình “Đường hoa”, Chi bộ thôn Hạ: Trồng 02 km đường hoa" in lines
    assert line(lines, "kiểm tra, giám sát 0").endswith(
        "03 lượt tại 02 mô hình, trong đó: chủ thể tự kiểm tra 01 lượt; "
        "Ban Xây dựng Đảng kiểm tra 02 lượt."
    )


@pytest.mark.req("R-148", "R-151")
def test_the_year_tells_who_was_chosen_and_rewarded(run) -> None:
    lines = run(ANNUAL).lines
    assert line(lines, "giới thiệu đề nghị").startswith("Đã lựa chọn 01 tập thể là điển hình")
    assert "Chủ tịch Ủy ban nhân dân xã An Phú đã tặng Giấy khen cho 01 tập thể." in lines
    assert not any("Thành phố đã công nhận" in one for one in lines)


@pytest.mark.req("R-051", "R-192")
@pytest.mark.parametrize("kind", [HALF, ANNUAL])
def test_the_fields_of_each_table_add_up_to_its_last_row(run, rules: Rules, kind: str) -> None:
    lines = run(kind).lines
    assert lines[lines.index("- Theo lĩnh vực:") + 1] == "TT"
    for head in ("Cá nhân", "Điển hình"):
        rows = table(lines, head)
        assert [one for one in rows if one != "Cộng"] == [one.label for one in rules.fields]
        columns = zip(
            *(map(int, cells) for name, cells in rows.items() if name != "Cộng"), strict=True
        )
        assert [sum(one) for one in columns] == [int(cell) for cell in rows["Cộng"]]


@pytest.mark.req("R-013", "R-016", "R-151")
def test_each_target_is_told_with_what_is_missing(run) -> None:
    lines = run(ANNUAL).lines
    at = lines.index("Tổ chức đảng trực thuộc có mô hình gắn nhiệm vụ chuyên môn")
    assert lines[at + 1 : at + 5] == ["02", "01", "50%", "Chưa đạt"]
    assert line(lines, "còn thiếu: Chi bộ thôn Trung").startswith("Chỉ tiêu “Tổ chức đảng")


@pytest.mark.req("R-150", "R-151")
def test_what_only_people_can_write_is_a_field_and_stays_when_the_report_is_made_again(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    book = opened(rules, layout, TEXT, **SETTINGS)
    (made,) = documents(book, (ANNUAL,), (), tmp_path, TODAY, silent).made
    names = field_names(made.path.read_bytes())
    assert names[0] == "dvk.direction"
    assert {"dvk.strengths", "dvk.limits", "dvk.lessons", "dvk.proposals"} <= set(names)
    assert len(names) == len(set(names))
    made.path.write_bytes(filled(made.path.read_bytes(), "Phong trào được Nhân dân hưởng ứng."))
    documents(book, (ANNUAL,), (), tmp_path, TODAY, silent)
    assert "Phong trào được Nhân dân hưởng ứng." in paper_text(made.path)


@pytest.mark.req("R-189")
def test_an_error_in_a_row_that_is_counted_stops_the_report(run) -> None:
    found = run(ANNUAL, text=TEXT.replace("Đường hoa   | CT01", "Đường hoa   | CT99"))
    assert found.papers == {}
    assert ("VB-005", "registrant") in found.stopped_by


@pytest.mark.req("R-005", "R-189")
def test_a_report_without_the_guidances_number_is_stopped(run) -> None:
    found = run(HALF, guidance_number=None)
    assert (found.papers, found.stopped_by) == ({}, {("VB-004", "value")})


def test_a_book_without_models_has_nothing_to_report(run) -> None:
    assert run(ANNUAL, text="").stopped_by == {("VB-003", "")}


@pytest.mark.req("R-151", "R-192")
def test_the_report_of_the_sample_says_what_is_counted(tmp_path: Path) -> None:
    sample = open_book(SAMPLE)
    (made,) = documents(sample, (ANNUAL,), (), tmp_path, TODAY, silent).made
    text = squeezed(paper_text(made.path))
    found = results(sample.book, sample.rules, date(2026, 11, 15)).whole.reached
    told = re.search(r"Đã thẩm định (\d+) mô hình: (\d+) mô hình đạt", text)
    assert told is not None
    assert [int(one) for one in told.groups()] == [len(found.appraised), len(found.passed)]
    assert f"Có {len(found.registered)} mô hình đăng ký" in text
    assert f"Đã công nhận {len(found.recognised)} mô hình" in text
