"""The first two papers, word by word, as they come out of the small book."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT, TODAY, opened, paper_text, squeezed

DECISION, REPORT = "recognition_decision", "registration_report"


@pytest.fixture
def printed(rules: Rules, layout: Layout, tmp_path: Path):
    """The lines of one paper of the small book, changed as the test says."""

    def lines(kind: str, text: str = TEXT, **settings: object) -> list[str]:
        book = opened(rules, layout, text, **settings)
        report = documents(book, (kind,), (), tmp_path, TODAY, silent)
        assert len(report.made) == 1, report.findings
        return [squeezed(one) for one in paper_text(report.made[0].path).splitlines()]

    return lines


@pytest.mark.req("R-177", "R-187")
def test_a_decision_without_a_number_leaves_it_blank(printed) -> None:
    lines = printed(DECISION)
    assert lines[3] == "Số -QĐ/ĐU"
    assert lines[6] == "An Phú, ngày tháng năm 2026"


@pytest.mark.req("R-177")
def test_a_decision_with_a_number_prints_it_and_its_day_on_both_sheets(printed) -> None:
    lines = printed(
        DECISION,
        TEXT.replace(
            "28/9/2026 |             |           |", "28/9/2026 | 41-QĐ/ĐU | 05/10/2026 |"
        ),
    )
    assert lines[3] == "Số 41-QĐ/ĐU"
    assert lines[6] == "An Phú, ngày 05 tháng 10 năm 2026"
    attached = "(kèm theo Quyết định số 41-QĐ/ĐU, ngày 05/10/2026 của Ban Thường vụ Đảng ủy)"
    assert attached in lines


@pytest.mark.req("R-002", "R-003", "R-004", "R-005", "R-124", "R-128")
def test_the_basis_names_the_years_documents_the_guidance_the_notice_and_the_minutes(
    printed,
) -> None:
    lines = [one for one in printed(DECISION) if one.startswith(("- Căn cứ", "- Xét"))]
    years = ("23-QĐ/TW", "12-HD/BTGDVTU", "Nghị quyết Đại hội")
    named = ("Điều lệ", "Quy chế làm việc của Đảng ủy xã An Phú", *years, "07-HD/ĐU", "31-TB/ĐU")
    for line, name in zip(lines, named, strict=False):
        assert name in line
    assert lines[-2].endswith("ngày 02/10/2026;")
    assert lines[-1] == "- Xét đề nghị của Ban Xây dựng Đảng,"
    assert all(one.endswith(";") for one in lines[:-1])


@pytest.mark.req("R-003", "R-004")
def test_what_the_office_typed_takes_the_place_of_the_years_line(printed) -> None:
    own = {
        "resolution": "Nghị quyết Đại hội Đảng bộ xã An Phú lần thứ I, nhiệm kỳ 2025-2030",
        "city_guidance_number": "14-HD/BTGDVTU",
        "city_guidance_date": "12/01/2026",
    }
    text = "\n".join(printed(DECISION, **own))
    assert text.count("Nghị quyết Đại hội") == text.count("BTGDVTU") == 1
    assert "xã An Phú lần thứ I" in text
    assert "số 14-HD/BTGDVTU, ngày 12/01/2026" in text


@pytest.mark.req("R-177", "R-192")
def test_the_list_has_collectives_then_persons_and_its_counts_agree_with_the_text(printed) -> None:
    lines = printed(DECISION)
    assert any(
        "Công nhận 03 mô hình" in one and "01 mô hình của tập thể, 02" in one for one in lines
    )
    first, second = lines.index("I. Tập thể: 01 mô hình"), lines.index("II. Cá nhân: 02 mô hình")
    assert lines[first + 1 : second] == [
        "1",
        "Tuyến đường hoa",
        "Chi bộ thôn Hạ",
        "Văn hóa - xã hội",
        "",
    ]
    assert "Trần Văn Đức, Trưởng thôn, thôn Hạ" in lines[second:]
    assert "Danh sách gồm 03 mô hình." in lines


@pytest.mark.req("T-14")
def test_a_discovered_model_is_marked_as_such(printed) -> None:
    lines = printed(DECISION)
    at = lines.index("Bếp ăn nghĩa tình")
    assert lines[at + 3] == "Phát hiện qua kiểm tra, giám sát"


@pytest.mark.req("R-007", "T-22")
@pytest.mark.parametrize(
    ("authority", "heading"),
    [
        ("T/M BAN THƯỜNG VỤ", "BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH:"),
        ("T/M ĐẢNG ỦY", "ĐẢNG ỦY XÃ AN PHÚ QUYẾT ĐỊNH:"),
    ],
)
def test_the_body_that_decides_follows_the_line_it_signs_under(
    printed, authority: str, heading: str
) -> None:
    lines = printed(DECISION, recognition_authority=authority)
    assert {authority, heading} <= set(lines)


@pytest.mark.req("R-007")
def test_the_decision_is_signed_by_its_own_signer_where_there_is_one(printed) -> None:
    own = {"recognition_signer_name": "Vũ Thị Hà", "recognition_signer_post": "BÍ THƯ"}
    lines = printed(DECISION, **own)
    at = lines.index("T/M BAN THƯỜNG VỤ")
    assert (lines[at + 1], lines[at + 6]) == ("BÍ THƯ", "Vũ Thị Hà")


@pytest.mark.req("R-008", "R-193", "T-23")
def test_recipients_stand_in_their_order_with_each_body_spelt_as_in_the_settings(printed) -> None:
    lines = printed(DECISION)
    at = lines.index("Nơi nhận:")
    assert lines[at + 1 : at + 8] == [
        "- Ban Tuyên giáo và Dân vận Thành ủy (để báo cáo);",
        "- Thường trực Đảng ủy;",
        "- Lãnh đạo UBND xã;",
        "- Ủy ban MTTQ Việt Nam và các tổ chức chính trị, xã hội xã;",
        "- Ban Xây dựng Đảng;",
        "- Các Tổ chức Đảng thuộc Đảng ủy;",
        "- Lưu VPĐU.",
    ]


@pytest.mark.req("R-166", "R-171", "T-24")
def test_the_report_of_march_goes_to_three_recipients_parted_by_commas(printed) -> None:
    lines = printed(REPORT)
    at = lines.index("Nơi nhận:")
    assert lines[3] == "Số 15-BC/ĐU"
    assert lines[at + 1 : at + 5] == [
        "- Ban Tuyên giáo và Dân vận Thành ủy,",
        "- Thường trực Đảng ủy,",
        "- Ban Thường vụ Đảng ủy,",
        "- Lưu VPĐU.",
    ]


@pytest.mark.req("R-145", "R-171")
def test_the_report_tells_counts_fields_lateness_and_who_is_missing(printed) -> None:
    lines = printed(REPORT)
    for line in (
        "Tính đến ngày 06/3/2026 có 04 mô hình đăng ký thực hiện trong năm 2026, trong đó:",
        "- Theo chủ thể: 03 mô hình của tập thể; 01 mô hình của cá nhân.",
        "- Gửi muộn: Tổ tự quản an ninh, Tổ dân vận thôn Trung (muộn 03 ngày).",
        "- Chưa gửi kế hoạch thực hiện: Lúa một giống, Chi bộ thôn Hạ.",
        "- Chưa đăng ký mô hình: Chi bộ Trạm Y tế.",
    ):
        assert line in lines
    at = lines.index("Cộng")
    assert lines[at + 1 : at + 7] == ["4", "1", "2", "1", "3", "1"]


@pytest.mark.req("R-001")
def test_another_year_leaves_none_of_this_one_but_in_cited_days(
    layout: Layout, tmp_path: Path
) -> None:
    from dvk_office.rules.load import read_rules
    from dvk_office.rules.year import Rules

    source = (Path(__file__).parents[1] / "rules" / "next_year.toml").read_text(encoding="utf-8")
    following = read_rules(source)
    assert isinstance(following, Rules)
    book = opened(following, layout, TEXT.replace("2026", "2027"), guidance_date="20/01/2027")
    report = documents(book, (DECISION, REPORT), (), tmp_path, date(2027, 11, 23), silent)
    assert report.made
    for made in report.made:
        assert "2026" not in paper_text(made.path)
        assert "2026" not in made.path.name
