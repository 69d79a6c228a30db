"""The year's plan of the movement, sentence by sentence and figure by figure."""

from dataclasses import replace
from datetime import date

import pytest

from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.documents.conftest import Printed

KIND = "movement_plan"
TEXT = """
| organisations | code | name              | kind   | direct | must_register |
|               | TC01 | Chi bộ thôn Hạ    | Chi bộ | Có | Có |
|               | TC02 | Chi bộ thôn Trung | Chi bộ | Có | Có |
| registrants | code | kind    | type   | name              | managing_organisation |
|             | CT01 | Tập thể | Chi bộ | Chi bộ thôn Hạ    | TC01 |
| models | code | name        | registrant | field | origin | commune_task | professional_task | goal      | registered_on | plan_received_on | start_date | launch_planned |
|        | MH01 | Đường hoa   | CT01       | VH    | Mới    | Có           | Có                | 2 km hoa  | 05/02/2026    | 05/02/2026       | 10/3/2026  | 10/3/2026 |
|        | MH02 | Tổ tự quản  | CT01       | QA    | Mới    | Không        | Có                | 30 hộ     | 05/02/2026    | 05/02/2026       | 10/3/2026  | 10/3/2026 |
| details | model | resolution_target        | pressing_issue |
|         | MH01  | Tiêu chí nông thôn mới   | Rác ven đường  |
"""
DAY = date(2026, 2, 20)
NUMBERED = """
| register | issuer            | kind     | number   | date       | state       |
|          | UBND xã An Phú    | Kế hoạch | 09/KH-UBND | 06/02/2026 | Đã ban hành |
|          | Đảng ủy xã An Phú | Kế hoạch | 12-KH/ĐU | 21/01/2026 | Đã ban hành |
"""


@pytest.fixture
def plan(make) -> Printed:
    return make(KIND, TEXT, today=DAY)


@pytest.mark.parametrize(
    ("today", "year"), [(DAY, 2026), (date(2026, 12, 31), 2026), (date(2027, 1, 5), 2027)]
)
def test_the_blanks_for_the_day_are_of_the_year_in_which_the_paper_is_written(
    make, today: date, year: int
) -> None:
    lines = make(KIND, TEXT, today=today).lines
    (dated,) = (one for one in lines if one.startswith("An Phú, ngày"))
    assert dated.split()[-1] == str(year)
    assert "thực hiện phong trào thi đua “Dân vận khéo” năm 2026" in lines


def after(lines: list[str], heading: str) -> str:
    return lines[lines.index(heading) + 1]


@pytest.mark.req("R-169", "R-187")
def test_the_plan_waits_for_its_number_and_is_signed_for_the_standing_committee(plan) -> None:
    assert plan.lines[3] == "Số -KH/ĐU"
    at = plan.lines.index("KẾ HOẠCH")
    assert plan.lines[at + 1] == "thực hiện phong trào thi đua “Dân vận khéo” năm 2026"
    at = plan.lines.index("T/M BAN THƯỜNG VỤ")
    assert plan.lines[at + 1] == "PHÓ BÍ THƯ THƯỜNG TRỰC"


@pytest.mark.req("R-169")
def test_the_number_is_that_of_the_committees_own_plan(make) -> None:
    lines = make(KIND, TEXT + NUMBERED, today=DAY).lines
    assert lines[3] == "Số 12-KH/ĐU"
    assert "An Phú, ngày 21 tháng 01 năm 2026" in lines


@pytest.mark.req("R-002", "R-003", "R-004", "R-005", "R-169")
def test_the_plan_rests_on_the_years_documents_and_the_communes_guidance(plan) -> None:
    opening = next(one for one in plan.lines if one.startswith("Thực hiện Quyết định"))
    for cited in ("23-QĐ/TW", "12-HD/BTGDVTU", "Nghị quyết Đại hội", "07-HD/ĐU"):
        assert cited in opening
    assert "trên địa bàn xã An Phú như sau:" in opening


@pytest.mark.req("R-009")
@pytest.mark.parametrize(
    "addressee",
    [
        "cấp ủy đảng",
        "chính quyền",
        "phòng, ban, ngành",
        "cơ quan, đơn vị",
        "trường học",
        "doanh nghiệp",
        "Mặt trận Tổ quốc Việt Nam",
        "tổ chức chính trị - xã hội",
        "lực lượng vũ trang",
    ],
)
def test_the_first_purpose_names_every_addressee(plan, addressee: str) -> None:
    assert addressee in after(plan.lines, "I. MỤC ĐÍCH, YÊU CẦU")


@pytest.mark.req("R-010")
def test_the_second_purpose_is_the_congress_resolution_in_all_its_fields(make) -> None:
    own = "Nghị quyết Đại hội Đảng bộ xã An Phú lần thứ I, nhiệm kỳ 2025-2030"
    lines = make(KIND, TEXT, today=DAY, resolution=own).lines
    purpose = next(one for one in lines if one.startswith("2. Vận động"))
    for aim in ("kinh tế - xã hội", "quốc phòng, an ninh", "xây dựng Đảng và hệ thống chính trị"):
        assert aim in purpose
    assert purpose.endswith(f"{own}.")


@pytest.mark.req("R-010")
def test_without_its_own_wording_the_resolution_is_that_of_the_rules(plan) -> None:
    purpose = next(one for one in plan.lines if one.startswith("2. Vận động"))
    assert "Nghị quyết Đại hội Đảng bộ xã lần thứ I" in purpose


@pytest.mark.req("R-011")
def test_the_third_requirement_is_real_effect_and_the_pressing_issues_of_the_place(plan) -> None:
    demand = next(one for one in plan.lines if one.startswith("3. Triển khai"))
    for words in (
        "đồng bộ, thực chất, hiệu quả",
        "mục tiêu, chỉ tiêu nghị quyết",
        "khó khăn, vướng mắc, vấn đề nổi cộm phát sinh ở cơ sở",
    ):
        assert words in demand


@pytest.mark.req("R-012")
def test_the_list_ties_each_model_to_a_target_of_the_resolution_and_an_issue(plan) -> None:
    at = plan.lines.index("Đường hoa")
    row = ["Đường hoa", "Chi bộ thôn Hạ", "Tiêu chí nông thôn mới", "Rác ven đường"]
    assert plan.lines[at : at + 4] == row
    assert "Tổ tự quản" not in plan.lines


@pytest.mark.req("R-013", "R-014", "R-016", "R-021", "R-169")
def test_the_targets_are_those_of_the_rules(plan) -> None:
    at = plan.lines.index("1. Chỉ tiêu năm 2026")
    commune, organisations, exemplars = plan.lines[at + 1 : at + 4]
    assert commune.startswith("- Cấp xã có ít nhất 05 mô hình")
    assert commune.endswith("trong đó xây dựng mới hoặc nhân rộng ít nhất 01 mô hình.")
    assert organisations.startswith("- 100% tổ chức đảng trực thuộc Đảng ủy")
    assert exemplars.startswith("- Có ít nhất 07 tập thể, cá nhân")


@pytest.mark.req("R-144", "R-169")
def test_other_rules_give_other_targets_and_days(make, rules: Rules) -> None:
    first, *others = rules.targets
    deadline, *later = rules.deadlines
    changed = replace(
        rules,
        targets=(first._replace(at_least=12), *others),
        deadlines=(
            deadline._replace(as_written="trước ngày 18/02/2026", before=date(2026, 2, 18)),
            *later,
        ),
    )
    lines = make(KIND, TEXT, today=DAY, rules=changed).lines
    assert any(one.startswith("- Cấp xã có ít nhất 12 mô hình") for one in lines)
    assert after(lines, "Trước ngày 18/02/2026") == "13/02/2026 (thứ Sáu)"


@pytest.mark.req("R-026", "R-027", "R-028", "R-029", "R-030", "R-031", "R-032", "R-033", "R-169")
def test_the_plan_says_which_models_count(make) -> None:
    lines = make(KIND, TEXT, today=DAY).lines
    at = lines.index("2. Mô hình được tính vào chỉ tiêu")
    old, anew, each = lines[at + 1 : at + 4]
    for words in ("còn phù hợp", "có hiệu quả", "đăng ký lại trong năm 2026", "cao hơn"):
        assert words in old
    assert "bắt đầu thực hiện trong năm 2026. Mô hình mới phải tổ chức ra mắt." in anew
    assert "một chủ thể chủ trì phù hợp, thiết thực" in each
    lines = make(KIND, TEXT, today=DAY, launch_replicated=True).lines
    assert any(one.endswith("mô hình nhân rộng cũng tổ chức ra mắt.") for one in lines)


@pytest.mark.req("R-144", "R-192")
def test_the_plan_tells_what_is_reached_and_what_is_still_to_be_built(plan) -> None:
    at = plan.lines.index("3. Kết quả đến ngày 20/02/2026 và phần còn phải xây dựng")
    table = plan.lines[at + 6 : at + 26]
    rows = [table[n : n + 5] for n in range(0, 20, 5)]
    assert [row[2:] for row in rows] == [
        ["05", "01", "04"],
        ["01", "01", "0"],
        ["02", "01", "01"],
        ["07", "0", "07"],
    ]
    missing = plan.lines[at + 26 : at + 29]
    assert missing[0].endswith("còn thiếu 04 mô hình.")
    assert missing[1].endswith("còn thiếu Chi bộ thôn Trung.")


@pytest.mark.req("R-144", "R-152")
def test_a_plan_of_a_day_before_registration_tells_of_targets_alone(make) -> None:
    lines = make(KIND, TEXT + NUMBERED, today=DAY).lines
    assert not any(one.startswith("3. Kết quả đến ngày") for one in lines)
    assert "DANH SÁCH" not in lines


@pytest.mark.req("R-024", "R-037", "R-052", "R-053", "R-169")
def test_the_plan_names_the_fields_the_topics_and_who_may_register(plan, rules: Rules) -> None:
    for field in rules.fields:
        assert any(one.endswith(f". {field.label}") for one in plan.lines)
        assert {f"- {topic.label}." for topic in field.topics} <= set(plan.lines)
    collective, individual = (
        next(one for one in plan.lines if one.startswith(start))
        for start in ("- Tập thể:", "- Cá nhân:")
    )
    assert "; Mặt trận Tổ quốc Việt Nam; tổ chức chính trị" in collective
    for one in rules.registrant_types:
        assert one.label[1:] in (collective if one.kind == "collective" else individual)


@pytest.mark.req("R-145", "R-149", "R-150", "R-151", "R-165", "T-01", "T-06")
def test_every_deadline_stands_with_the_last_working_day_in_time(plan) -> None:
    at = plan.lines.index("Nơi nhận")
    rows = [plan.lines[at + 1 + 6 * n : at + 7 + 6 * n] for n in range(7)]
    assert [(row[2], row[3]) for row in rows] == [
        ("Trước ngày 10/02/2026", "09/02/2026 (thứ Hai)"),
        ("Trước ngày 10/3/2026", "09/3/2026 (thứ Hai)"),
        ("Trước ngày 30/6/2026", "29/6/2026 (thứ Hai)"),
        ("Hoàn thành trước ngày 15/10/2026", "14/10/2026 (thứ Tư)"),
        ("Trước ngày 30/11/2026", "27/11/2026 (thứ Sáu)"),
        ("Trước 03 ngày tổ chức hội nghị thẩm định", ""),
        ("Dịp tổng kết cuối năm", ""),
    ]
    assert not any("31/11" in one or "01/12" in one for one in plan.lines)


@pytest.mark.req("R-154", "R-193", "T-23")
def test_tasks_and_deadlines_name_each_body_as_the_settings_do(make) -> None:
    lines = make(
        KIND, TEXT, today=DAY, board_name="Cơ quan MTTQ xã", people_committee="UBND phường Một"
    ).lines
    assert {"1. Cơ quan MTTQ xã", "2. UBND phường Một"} <= set(lines)
    assert not any("Ban Xây dựng Đảng" in one for one in lines)


@pytest.mark.req("R-189")
@pytest.mark.parametrize("setting", ["guidance_number", "signer_name", "party_superior"])
def test_without_a_compulsory_setting_there_is_no_plan(make, layout: Layout, setting: str) -> None:
    found = make(KIND, TEXT, today=DAY, **{setting: None})
    assert not found.papers
    (stop,) = found.findings
    label = layout.setting_by_key[setting].label
    assert (stop.code, dict(stop.facts)) == (
        "VB-004",
        {"paper": paper_kinds()[KIND].title, "column": label},
    )
