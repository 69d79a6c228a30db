"""The letters that urge late units, and the sentence with which plans, notices and letters close."""

from datetime import date

import pytest

from dvk_office.documents.template_build import build_template
from dvk_office.rules.documents import paper_kinds
from tests.paper_book import paper_text

KIND = "reminder_letter"
LATE = date(2026, 2, 12)
TEXT = """
| organisations | code | name              | kind   | must_register |
|               | TC01 | Chi bộ thôn Hạ    | Chi bộ | Có |
|               | TC02 | Chi bộ thôn Trung | Chi bộ | Có |
|               | TC03 | Chi bộ Trạm Y tế  | Chi bộ | Có |
| registrants | code | kind    | type   | name              | managing_organisation |
|             | CT01 | Tập thể | Chi bộ | Chi bộ thôn Hạ    | TC01 |
|             | CT02 | Tập thể | Chi bộ | Chi bộ thôn Trung | TC02 |
| models | code | name       | registrant | field | origin | goal     | registered_on | plan_received_on |
|        | MH01 | Đường hoa  | CT01       | VH    | Mới    | 2 km hoa |               |            |
|        | MH02 | Tổ tự quản | CT01       | QA    | Mới    | 30 hộ    | 05/02/2026    |            |
|        | MH03 | Chợ sạch   | CT02       | KT    | Mới    | 12 quầy  | 05/02/2026    | 06/02/2026 |
"""
HEARD = """
| hearings | model | date      |
|          | MH03  | 16/02/2026 |
"""
REGISTER = """
| register | issuer            | kind     | number   | date       | subject | state       |
|          | Đảng ủy xã An Phú | Công văn | 34-CV/ĐU | 03/02/2026 | TC01    | Đã ban hành |
|          | Đảng ủy xã An Phú | Công văn | 41-CV/ĐU | 11/02/2026 | TC01    | Đã ban hành |
|          | Đảng ủy xã An Phú | Công văn | 50-CV/ĐU | 11/02/2026 |         | Đã ban hành |
"""


@pytest.mark.req("R-146", "R-165")
def test_each_late_unit_has_a_letter_and_no_other(make) -> None:
    found = make(KIND, TEXT, today=LATE)
    assert sorted(found.papers) == ["cong-van-don-doc-2026-tc01", "cong-van-don-doc-2026-tc03"]


@pytest.mark.req("R-146", "R-168")
def test_a_letter_lists_what_is_owed_by_when_and_how_late_it_is(make) -> None:
    lines = make(KIND, TEXT, only=["TC01"], today=LATE).lines
    assert "Đến ngày 12/02/2026, Chi bộ thôn Hạ còn 02 việc đã quá hạn mà chưa hoàn thành:" in lines
    at = lines.index("Tình trạng")
    assert lines[at + 1 : at + 11] == [
        "1",
        "Gửi bản đăng ký và kế hoạch thực hiện mô hình",
        "Đường hoa",
        "09/02/2026",
        "Quá hạn 03 ngày",
        "2",
        "Gửi kế hoạch thực hiện mô hình",
        "Tổ tự quản",
        "09/02/2026",
        "Quá hạn 03 ngày",
    ]


@pytest.mark.req("R-146")
def test_a_unit_without_any_model_is_asked_to_register_one(make) -> None:
    lines = make(KIND, TEXT, only=["TC03"], today=LATE).lines
    at = lines.index("Đăng ký mô hình và gửi kế hoạch thực hiện")
    assert lines[at + 1 : at + 4] == ["", "09/02/2026", "Quá hạn 03 ngày"]


@pytest.mark.req("R-146")
def test_before_the_last_day_the_letter_says_by_when(make) -> None:
    lines = make(KIND, TEXT, only=["TC03"], today=date(2026, 2, 6)).lines
    assert (
        "Đến ngày 06/02/2026, Chi bộ Trạm Y tế còn 01 việc sắp đến hạn mà chưa hoàn thành:" in lines
    )
    assert lines[lines.index("09/02/2026") + 1] == "Sắp đến hạn"
    assert any("chậm nhất vào ngày cuối ghi trong bảng" in one for one in lines)


@pytest.mark.req("R-121", "R-146")
def test_what_is_late_and_what_is_not_are_told_apart(make) -> None:
    text = TEXT.replace("| 05/02/2026    | 06/02/2026 |", "| 05/02/2026    |            |")
    lines = make(KIND, text + HEARD, only=["TC02"], today=LATE).lines
    assert (
        "Đến ngày 12/02/2026, Chi bộ thôn Trung còn 02 việc chưa hoàn thành, trong đó 01 việc đã quá hạn:"
        in lines
    )
    assert "Gửi báo cáo kết quả thực hiện mô hình về Đoàn thẩm định" in lines


@pytest.mark.req("R-146", "R-191")
def test_a_letter_has_its_summary_under_the_number_and_greets_its_unit(make) -> None:
    lines = make(KIND, TEXT, only=["TC01"], today=LATE).lines
    assert lines[3:5] == [
        "Số -CV/ĐU",
        "Về việc đôn đốc đăng ký, thực hiện mô hình “Dân vận khéo” năm 2026",
    ]
    assert "Kính gửi: Chi bộ thôn Hạ" in lines
    assert "- Như trên," in lines


@pytest.mark.req("R-146")
def test_a_letter_to_a_lower_party_organisation_goes_to_its_committee(make) -> None:
    text = TEXT.replace(
        "| Chi bộ thôn Hạ    | Chi bộ | Có", "| Đảng bộ Công an xã | Đảng bộ cơ sở | Có"
    )
    assert "Kính gửi: Đảng ủy Công an xã" in make(KIND, text, only=["TC01"], today=LATE).lines


@pytest.mark.req("R-146", "R-152", "R-187")
def test_the_last_letter_in_the_register_is_the_one_made_as_of_its_own_day(make) -> None:
    lines = make(KIND, TEXT + REGISTER, only=["TC01"], today=LATE).lines
    assert lines[3] == "Số 41-CV/ĐU"
    assert "An Phú, ngày 11 tháng 02 năm 2026" in lines
    assert lines[lines.index("Tình trạng") + 5] == "Quá hạn 02 ngày"


@pytest.mark.req("R-187")
def test_a_further_letter_leaves_the_file_of_the_one_that_was_issued(make) -> None:
    rows = REGISTER.splitlines()
    names = [
        name
        for upto in (3, 4)
        for name in make(KIND, TEXT + "\n".join(rows[:upto]), only=["TC01"], today=LATE).papers
    ]
    assert names == ["cong-van-don-doc-2026-tc01", "cong-van-don-doc-2026-tc01-2"]


@pytest.mark.req("R-146")
def test_the_blank_day_for_which_a_unit_is_urged_stops_no_letter(make) -> None:
    assert make(KIND, TEXT, today=LATE).findings == ()


@pytest.mark.req("R-146")
def test_where_nobody_is_late_there_is_nothing_to_write_and_that_is_said(make) -> None:
    found = make(KIND, TEXT, today=date(2026, 1, 20))
    assert not found.papers
    assert found.stopped_by == {("VB-018", "")}
    assert "chưa có đơn vị nào quá hạn" in found.findings[0].message


@pytest.mark.req("R-189")
def test_without_a_signer_there_is_no_letter(make) -> None:
    found = make(KIND, TEXT, today=LATE, signer_name=None)
    assert not found.papers
    assert {code for code, _column in found.stopped_by} == {"VB-004"}


@pytest.mark.req("R-167")
@pytest.mark.parametrize(
    "kind",
    [KIND, "movement_plan", "inspection_plan", "appraisal_plan", "appraisal_notice"],
)
def test_plans_notices_and_letters_close_with_where_to_tell_of_difficulties(kind: str) -> None:
    lines = paper_text(build_template(paper_kinds()[kind])).splitlines()
    (closing,) = (one for one in lines if "nếu có vướng mắc, phát sinh" in one)
    assert "{{ standing_committee }} (qua {{ board }})" in closing


@pytest.mark.req("R-154", "R-167")
def test_the_closing_sentence_names_the_bodies_of_the_settings(make) -> None:
    lines = make(KIND, TEXT, only=["TC01"], today=LATE, board_name="Cơ quan MTTQ xã").lines
    closing = next(one for one in lines if "nếu có vướng mắc" in one)
    assert "báo cáo Ban Thường vụ Đảng ủy (qua Cơ quan MTTQ xã)" in closing
