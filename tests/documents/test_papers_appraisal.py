"""The papers of the appraisal, word by word, as they come out of the small book."""

from pathlib import Path

import pytest

from dvk_office.core.findings import Finding
from dvk_office.jobs.report import Report
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.appraisal_book import TEXT, lines_of, made

PLAN, TEAM, INVITATION = "appraisal_plan", "team_decision", "hearing_invitation"
MINUTES, NOTICE = "hearing_minutes", "appraisal_notice"


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    """The job on the small book, changed as the test says."""

    def job(*kinds: str, **changed: object) -> Report:
        return made(rules, layout, tmp_path, *kinds, **changed)

    return job


@pytest.fixture
def printed(run):
    """The lines of the one paper that comes out."""

    def lines(kind: str, **changed: object) -> list[str]:
        report = run(kind, **changed)
        assert len(report.made) == 1, report.findings
        return lines_of(report.made[0].path)

    return lines


def seen(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(one.code, one.place.sheet_key, one.place.column_key) for one in findings]


@pytest.mark.req("R-115", "R-121", "R-172")
def test_the_plan_has_every_sitting_with_its_models_and_the_day_their_reports_are_due(
    printed,
) -> None:
    lines = printed(PLAN)
    first = lines.index("Phiên 1: 13 giờ 30, thứ Sáu, ngày 18/9/2026, tại Trạm Y tế")
    assert lines[first + 1 : first + 6] == [
        "1", "Tổ tự quản", "Tổ dân vận thôn Trung", "Công an xã", "15/9/2026",
    ]  # fmt: skip
    second = lines.index("Phiên 2: 7 giờ 30, Chủ nhật, ngày 20/9/2026, tại Hội trường")
    assert lines[second + 6 : second + 11] == [
        "3", "Tuyến đường hoa (9 giờ 00)", "Chi bộ thôn Hạ", "Chi hội Phụ nữ", "17/9/2026",
    ]  # fmt: skip


@pytest.mark.req("R-172", "R-192")
def test_the_plans_text_counts_what_its_schedule_has(printed) -> None:
    text = "\n".join(printed(PLAN))
    assert "Số 12-KH/ĐU" in text
    assert "Thẩm định 03 mô hình, gồm 02 mô hình của tập thể, 01 mô hình của cá nhân" in text
    assert "làm việc 02 phiên, từ ngày 18/9/2026 đến ngày 20/9/2026" in text


@pytest.mark.req("R-121", "T-05")
def test_working_days_move_the_day_on_which_reports_are_due(printed) -> None:
    lines = printed(PLAN, appraisal_days="working")
    assert "16/9/2026" in lines
    assert "17/9/2026" not in lines


@pytest.mark.req("R-113", "R-167")
def test_the_plan_wants_openness_and_says_where_difficulties_are_taken(printed) -> None:
    text = "\n".join(printed(PLAN))
    assert "dân chủ, công khai, minh bạch" in text
    assert "báo cáo Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng)" in text


@pytest.mark.req("R-172", "R-189")
def test_a_hearing_without_a_day_stops_the_plan_at_its_cell(run) -> None:
    report = run(PLAN, text=TEXT.replace("| MH02  | CH02    |", "| MH02  |         |"))
    assert seen(report.findings) == [("VB-004", "hearings", "date")]
    assert report.made == ()


@pytest.mark.req("R-116", "R-117", "R-173")
def test_the_decision_on_the_team_names_its_members_by_office_and_each_unit_once(printed) -> None:
    lines = printed(TEAM)
    at = lines.index("Nhiệm vụ trong Đoàn")
    assert lines[at + 1 : at + 13] == [
        "1", "Vũ Thị Dung", "Trưởng Ban Xây dựng Đảng", "Trưởng đoàn",
        "2", "Phạm Đạt", "Phó Trưởng phòng, Phòng Kinh tế", "Thành viên",
        "3", "Lê Văn Ân", "Chuyên viên, Văn phòng Đảng ủy", "Thư ký",
    ]  # fmt: skip
    assert any("gồm 03 đồng chí" in one for one in lines)


@pytest.mark.req("R-115", "R-173")
def test_the_decision_on_the_team_rests_on_the_plan_once_that_has_its_number(printed) -> None:
    plan = "- Căn cứ Kế hoạch số 12-KH/ĐU, ngày 01/9/2026 về thẩm định mô hình “Dân vận khéo” năm 2026;"
    assert plan in printed(TEAM)
    pending = TEXT.replace(
        "12-KH/ĐU  | 01/9/2026 |         | Đã ban hành",
        "          |           |         | Chờ số     ",
    )
    assert not any("Kế hoạch số" in one for one in printed(TEAM, text=pending))


@pytest.mark.req("R-115", "R-173")
def test_the_decision_on_the_team_does_not_rest_on_a_plan_of_a_later_day(printed) -> None:
    later = TEXT.replace("12-KH/ĐU  | 01/9/2026 |", "12-KH/ĐU  | 04/9/2026 |")
    assert not any("Kế hoạch số" in one for one in printed(TEAM, text=later))


@pytest.mark.req("R-117", "R-189")
def test_a_team_without_a_head_is_not_set_up(run) -> None:
    report = run(TEAM, text=TEXT.replace("| Trưởng đoàn |", "| Thành viên  |"))
    assert "TD-001" in {one.code for one in report.findings}
    assert report.made == ()


@pytest.mark.req("T-21")
def test_the_board_issues_and_signs_where_the_office_says_so(printed) -> None:
    lines = printed(TEAM, appraisal_issuer="Ban Xây dựng Đảng")
    assert lines[:2] == ["ĐẢNG ỦY XÃ AN PHÚ", "BAN XÂY DỰNG ĐẢNG"]
    assert "BAN XÂY DỰNG ĐẢNG QUYẾT ĐỊNH:" in lines
    assert "- Lưu Ban Xây dựng Đảng." in lines
    assert not any(one.startswith(("T/M", "- Xét")) for one in lines)
    at = lines.index("TRƯỞNG BAN")
    assert lines[at + 5] == "Vũ Thị Dung"


@pytest.mark.req("T-21", "R-189")
def test_what_must_be_filled_in_follows_the_body_that_issues(run) -> None:
    blank = {"board_signer_name": None, "appraisal_issuer": "board"}
    (found,) = run(TEAM, **blank).findings
    assert found.code == "VB-004"
    assert "Người ký của Ban Xây dựng Đảng" in found.message
    assert run(TEAM, signer_name=None, appraisal_issuer="board").findings == ()


@pytest.mark.req("R-119", "R-122")
def test_an_invitation_says_when_where_what_and_who_is_in_the_chair(printed) -> None:
    lines = printed(INVITATION, only=("CH01",))
    assert lines[3] == "Số 08-GM/ĐU"
    for line in (
        "Thời gian: 7 giờ 30, Chủ nhật, ngày 20 tháng 9 năm 2026.",
        "Địa điểm: Hội trường.",
        "Chủ trì: Vũ Thị Dung.",
        "Nội dung: thẩm định 02 mô hình theo thứ tự sau:",
    ):
        assert line in lines
    assert any("chậm nhất ngày 17/9/2026" in one for one in lines)


def test_there_is_one_invitation_for_each_sitting_named_by_its_meeting(run) -> None:
    names = [one.path.name for one in run(INVITATION).made]
    assert names == [
        "giay-moi-hoi-nghi-tham-dinh-2026-ch02.docx",
        "giay-moi-hoi-nghi-tham-dinh-2026-ch01.docx",
    ]


@pytest.mark.req("R-119")
@pytest.mark.parametrize("kind", [PLAN, INVITATION])
def test_a_model_heard_elsewhere_than_its_sitting_says_where(printed, kind: str) -> None:
    row = "|          | MH01  | CH01    | 9h00 | Chi hội Phụ nữ  | 16/9/2026       |"
    text = TEXT.replace("| hearings | model |", "| hearings | place | model |")
    for one in ("MH03", "MH02", "MH04"):
        text = text.replace(f"|          | {one}  |", f"|          |       | {one} |")
    text = text.replace(row, row.replace("| MH01", "| Đình làng | MH01"))
    lines = printed(kind, only=("CH01",) if kind == INVITATION else (), text=text)
    assert "Tuyến đường hoa (9 giờ 00, tại Đình làng)" in lines
    assert "Hiến đất mở đường" in lines


@pytest.mark.req("R-115", "R-119")
def test_the_hour_and_place_of_the_sitting_are_not_said_again_beside_a_model(printed) -> None:
    text = TEXT.replace("| MH01  | CH01    | 9h00 |", "| MH01  | CH01    | 7h30 |")
    assert "Tuyến đường hoa" in printed(INVITATION, only=("CH01",), text=text)


@pytest.mark.req("R-119", "R-189")
def test_nobody_is_invited_while_hour_or_place_are_not_known(run) -> None:
    report = run(INVITATION, text=TEXT.replace("| 13h30 | Trạm Y tế  |", "|       |            |"))
    assert seen(report.findings) == [
        ("VB-004", "meetings", "time"),
        ("VB-004", "meetings", "place"),
    ]
    assert len(report.made) == 1


@pytest.mark.req("R-122", "R-175")
def test_the_minutes_tell_who_was_there_how_it_was_voted_and_what_was_concluded(printed) -> None:
    lines = printed(MINUTES, only=("MH01",))
    for line in (
        "Hồi 9 giờ 00, ngày 20 tháng 9 năm 2026, tại Hội trường, Đoàn thẩm định tổ chức hội nghị thẩm định mô hình “Dân vận khéo”.",
        "1. Đoàn thẩm định: có mặt 03/03 thành viên.",
        "2. Đại biểu, chủ thể mô hình: Chi hội Phụ nữ.",
        "6. Biểu quyết: có mặt 03 thành viên; tán thành 03 phiếu; không tán thành 0 phiếu.",
        "Mô hình được kết luận: Đạt. Tồn tại, nội dung cần bổ sung: Ghi sổ thu chi đều.",
    ):
        assert line in lines


@pytest.mark.req("R-113", "T-39")
def test_the_minutes_name_who_stood_back_and_why(printed) -> None:
    assert "Không tham gia đánh giá: Phạm Đạt (Vợ là chủ thể)." in printed(MINUTES, only=("MH01",))


@pytest.mark.req("R-113", "R-175")
def test_what_was_typed_as_a_sentence_ends_in_the_minutes_with_one_full_stop(printed) -> None:
    text = TEXT.replace(
        "| 7h30  | Hội trường |             |           | 3        | 3       |  ",
        "| 7h30 | Hội trường | | | 3 | 2 | Đồng chí Ân ốm. ",
    )
    text = text.replace("| Chi hội Phụ nữ  |", "| Chi hội Phụ nữ. |").replace(
        "Vợ là chủ thể", "Vợ là chủ thể."
    )
    lines = printed(MINUTES, only=("MH01",), text=text)
    for line in (
        "1. Đoàn thẩm định: có mặt 03/03 thành viên. Vắng: Đồng chí Ân ốm.",
        "Không tham gia đánh giá: Phạm Đạt (Vợ là chủ thể).",
        "2. Đại biểu, chủ thể mô hình: Chi hội Phụ nữ.",
    ):
        assert line in lines


@pytest.mark.req("R-093", "R-175")
def test_the_minutes_count_the_sheets_for_each_criterion_of_the_year(printed, rules: Rules) -> None:
    lines = printed(MINUTES, only=("MH01",))
    for one in rules.criteria:
        at = lines.index(one.label)
        assert lines[at - 1 : at + 5] == [str(one.number), one.label, "02", "0", "0", "Đạt"]


@pytest.mark.req("R-175", "T-33")
@pytest.mark.parametrize(
    ("mode", "whose"),
    [
        ("individual", "số phiếu đánh giá của thành viên"),
        ("joint", "phiếu đánh giá chung của Đoàn thẩm định"),
    ],
)
def test_the_minutes_say_whose_sheets_are_counted(printed, mode: str, whose: str) -> None:
    lines = printed(MINUTES, only=("MH01",), appraisal_mode=mode)
    assert f"5. Đánh giá từng tiêu chí ({whose}):" in lines


@pytest.mark.req("R-175")
def test_the_minutes_are_signed_by_three_and_leave_to_people_what_was_said(printed) -> None:
    lines = printed(MINUTES, only=("MH02",))
    assert [
        lines.count(one) for one in ("NGƯỜI GHI BIÊN BẢN", "ĐẠI DIỆN CHỦ THỂ", "CHỦ TRÌ HỘI NGHỊ")
    ] == [1, 1, 1]
    assert lines[lines.index("NGƯỜI GHI BIÊN BẢN") + 5] == "Lê Văn Ân"
    assert "[Ghi ý kiến phát biểu, câu hỏi và trả lời của chủ thể]" in lines


@pytest.mark.req("R-175")
def test_minutes_of_a_hearing_not_held_yet_are_dotted_to_be_filled_in_by_hand(printed) -> None:
    row = next(one for one in TEXT.splitlines() if one.startswith("|          | MH02"))
    bare = "|          | MH02  | CH02 " + "|  " * 15 + "|"
    lines = printed(
        MINUTES,
        only=("MH02",),
        text=TEXT.replace(row, bare).replace("| 3        | 3       |", "| 3        |         |"),
    )
    assert (
        "6. Biểu quyết: có mặt ……… thành viên; tán thành ……… phiếu; không tán thành ……… phiếu."
        in lines
    )
    assert "Mô hình được kết luận: ………." in lines


def test_minutes_have_no_place_and_day_where_the_office_wants_none(printed) -> None:
    day = "An Phú, ngày 20 tháng 9 năm 2026"
    assert day in printed(MINUTES, only=("MH01",))
    assert day not in printed(MINUTES, only=("MH01",), form_minutes_place_date="Không")


@pytest.mark.req("R-123", "R-176", "R-192")
def test_the_notice_tells_the_result_of_each_model_and_its_text_counts_them(printed) -> None:
    lines = printed(NOTICE)
    assert lines[3] == "Số 31-TB/ĐU"
    assert "1. Kết quả chung: 02 mô hình đạt; 01 mô hình không đạt." in lines
    at = lines.index("Đề nghị")
    assert lines[at + 8 : at + 15] == [
        "2", "Tổ tự quản", "Tổ dân vận thôn Trung", "Quốc phòng - an ninh, dân tộc - tôn giáo",
        "Không đạt", "Thiếu hồ sơ.", "Hoàn thiện, đăng ký lại",
    ]  # fmt: skip


@pytest.mark.req("R-167", "R-176")
def test_the_notice_tells_failed_models_what_to_do_only_where_there_is_one(printed) -> None:
    said = "Các chủ thể có mô hình không đạt khắc phục tồn tại"
    passed = TEXT.replace("| 1 | 2 | Không đạt |", "| 3 | 0 | Đạt       |")
    assert any(said in one for one in printed(NOTICE))
    assert not any(said in one for one in printed(NOTICE, text=passed))
    assert any("(qua Ban Xây dựng Đảng)" in one for one in printed(NOTICE))


@pytest.mark.req("R-127", "R-176")
def test_the_notice_promises_recognition_only_where_a_model_passed(printed) -> None:
    said = "trình xem xét công nhận"
    failed = TEXT.replace("| 3 | 3 | 0 | Đạt       |", "| 3 | 1 | 2 | Không đạt |")
    assert any(said in one for one in printed(NOTICE))
    lines = printed(NOTICE, text=failed)
    assert not any(said in one for one in lines)
    told = "3. Việc tiếp theo: Các chủ thể có mô hình không đạt khắc phục tồn tại"
    assert any(one.startswith(told) for one in lines)


@pytest.mark.req("R-123", "R-187")
def test_results_without_a_number_wait_in_a_notice_of_their_own(run) -> None:
    text = TEXT.replace(
        "| Thiếu hồ sơ.      | 31-TB/ĐU | 28/9/2026 |",
        "| Thiếu hồ sơ.      |          |           |",
    )
    names = [one.path.name for one in run(NOTICE, text=text).made]
    assert names == [
        "thong-bao-ket-qua-tham-dinh-2026-31-tb-du.docx",
        "thong-bao-ket-qua-tham-dinh-2026-cho-so.docx",
    ]


@pytest.mark.req("R-189")
def test_two_days_for_one_notice_stop_it(run) -> None:
    report = run(NOTICE, text=TEXT.replace("31-TB/ĐU | 28/9/2026 |", "31-TB/ĐU | 29/9/2026 |", 1))
    assert "VB-006" in {one.code for one in report.findings}
    assert report.made == ()
