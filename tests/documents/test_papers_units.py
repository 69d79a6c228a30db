"""The papers that units write or are given for one model: forms, plans, pledges, launches."""

import re
from datetime import date

import pytest

from dvk_office.rules.year import Rules
from tests.documents.conftest import Printed

FORM, BLANK, PLAN, PLEDGE = (
    "registration_form",
    "registration_form_blank",
    "model_plan",
    "commitment",
)
PROGRAMME, MINUTES = "launch_programme", "launch_minutes"
TICKED, UNTICKED = "☒", "☐"
TEXT = """
| organisations | code | name            | kind   |
|               | TC01 | Chi bộ thôn Hạ  | Chi bộ |
| registrants | code | kind    | type      | name             | position    | unit    | managing_organisation | phone |
|             | CT01 | Tập thể | Chi bộ    | Chi bộ thôn Hạ   |             | thôn Hạ | TC01 | 0900000001 |
|             | CT02 | Cá nhân | Đảng viên | Trần Văn Đức     | Trưởng thôn | thôn Hạ | TC01 | 0900000002 |
| models | code | name       | registrant | field | origin    | since_year | replicated_from | previous_goal | goal        | registered_on | plan_number | plan_date  | start_date | end_date   | launch_planned | launch_date | person_in_charge | dropped_on |
|        | MH01 | Đường hoa  | CT01       | VH    | Mới       |            |                 |               | 2 km hoa    | 05/02/2026    | 01-KH/CB    | 03/02/2026 | 10/3/2026  | 30/11/2026 | 12/3/2026      | 15/3/2026   | Lê Thị Sen       | |
|        | MH02 | Tổ tự quản | CT02       | QA    | Tiếp tục  | 2024       |                 | 20 hộ         | 30 hộ       | 05/02/2026    | 07/KH-THCS  | 03/02/2026 | 10/3/2026  | 30/11/2026 |                |             | Trần Văn Đức     | |
|        | MH03 | Ngõ hoa    | CT02       | VH    | Nhân rộng |            | MH01            |               | 1 km hoa    | 05/02/2026    |             |            |            |            |                |             |                  | |
|        | MH04 | Bếp ăn     | CT01       | VH    | Phát hiện |            |                 |               | 40 suất     |               |             |            |            |            |                |             |                  | |
|        | MH05 | Chợ sạch   | CT01       | KT    | Tiếp tục  | 2022       |                 | 10 quầy       | 12 quầy     |               |             |            |            |            |                |             |                  | 20/02/2026 |
|        | MH06 | Tủ sách    | CT01       | VH    | Mới       |            |                 |               | 400 cuốn    | 05/02/2026    |             |            |            |            |                |             |                  | |
| details | model | partners          | success_criteria | expected_results | tasks       | methods       | milestones    | resources_planned | launch_place      | check_schedule  | leader_in_charge | members_assigned          | commitments | pressing_issue |
|         | MH01  | Chi hội Phụ nữ    | 80% hộ tham gia  | Đường sạch, đẹp  | Họp dân     | Đến từng nhà  | Tháng 3: trồng | 20 triệu đồng    | Nhà văn hóa thôn  | Tháng 6, tháng 9 | Lê Thị Sen      | Hồ Văn An; Lê Thị Sen     | 120 hộ      | Rác ven đường |
"""
HEADING = re.compile(r"\d+\. ")


def value(lines: list[str], start: str) -> str:
    """What stands in the line that begins with `start`, after it."""
    return next(one for one in lines if one.startswith(start)).removeprefix(start).strip()


def under(lines: list[str], heading: str) -> list[str]:
    """The lines below a numbered heading, down to the next one."""
    at = next(n for n, one in enumerate(lines) if one.partition(". ")[2] == heading)
    below = lines[at + 1 :]
    end = next((n for n, one in enumerate(below) if HEADING.match(one)), len(below))
    return below[:end]


@pytest.mark.req("R-037", "R-057")
def test_each_field_has_its_box_on_a_line_and_the_models_own_is_ticked(make, rules: Rules) -> None:
    lines = make(FORM, TEXT, only=["MH01"]).lines
    at = lines.index("3. Lĩnh vực (chọn một):")
    marks = [TICKED if one.key == "VH" else UNTICKED for one in rules.fields]
    boxes = [f"{mark} {one.label}" for mark, one in zip(marks, rules.fields, strict=True)]
    assert lines[at + 1 : at + 5] == boxes


@pytest.mark.req("R-057", "R-062")
@pytest.mark.parametrize(
    ("model", "line"),
    [
        ("MH01", f"{TICKED} Xây dựng mới"),
        ("MH02", f"{TICKED} Tiếp tục thực hiện, từ năm 2024"),
        ("MH03", f"{TICKED} Nhân rộng, từ mô hình Đường hoa"),
    ],
)
def test_the_kind_of_registration_is_ticked_with_what_it_rests_on(
    make, model: str, line: str
) -> None:
    lines = make(FORM, TEXT, only=[model]).lines
    assert line in lines
    assert sum(one.startswith(TICKED) for one in lines) == 2  # the field and this


def test_a_form_says_nothing_of_what_does_not_concern_its_model(make) -> None:
    anew = make(FORM, TEXT, only=["MH01"]).lines
    assert not any(one.startswith("Mục tiêu, chỉ tiêu năm trước") for one in anew)
    assert value(anew, "Thời gian, địa điểm ra mắt (mô hình mới):") == (
        "ngày 12/3/2026, tại Nhà văn hóa thôn"
    )
    old = make(FORM, TEXT, only=["MH02"]).lines
    assert value(old, "Mục tiêu, chỉ tiêu năm trước (mô hình tiếp tục):") == "20 hộ."
    assert not any(one.startswith("Thời gian, địa điểm ra mắt") for one in old)
    assert not any("không." in one for one in (*anew, *old))


@pytest.mark.req("R-059", "R-060")
def test_what_a_form_does_not_know_is_left_as_dotted_lines(make) -> None:
    lines = make(FORM, TEXT, only=["MH02"]).lines
    at = next(n for n, one in enumerate(lines) if one.startswith("5. Thực trạng"))
    assert lines[at : at + 6] == [
        "5. Thực trạng, lý do xây dựng mô hình:",
        "",
        "",
        "",
        "",
        "Thuận lợi:",
    ]


@pytest.mark.req("R-055")
def test_a_persons_form_names_position_and_unit_and_who_manages_him(make) -> None:
    lines = make(FORM, TEXT, only=["MH02"]).lines
    assert value(lines, "2. Chủ thể thực hiện:") == "Trần Văn Đức, Trưởng thôn, thôn Hạ"
    assert value(lines, "Tổ chức đảng quản lý:") == "Chi bộ thôn Hạ"
    assert value(lines, "14. Người phụ trách, điện thoại:") == "Trần Văn Đức, 0900000002"


def test_dropped_and_discovered_models_have_no_form(make) -> None:
    assert sorted(make(FORM, TEXT).papers) == [
        f"ban-dang-ky-mo-hinh-2026-{code}" for code in ("mh01", "mh02", "mh03", "mh06")
    ]


@pytest.mark.req("R-057", "R-059", "R-060", "R-062")
def test_the_blank_form_has_every_item_no_tick_and_room_under_the_long_ones(make) -> None:
    lines = make(BLANK, TEXT).lines
    assert not any(TICKED in one for one in lines)
    assert sum(one.startswith(UNTICKED) for one in lines) == 7
    for number in range(1, 15):
        assert any(one.startswith(f"{number}. ") for one in lines)
    for long in ("5. Thực trạng", "7. Nội dung", "Giải pháp", "6. Mục tiêu", "12. Kết quả"):
        at = next(n for n, one in enumerate(lines) if one.startswith(long))
        assert lines[at + 1 : at + 4] == ["", "", ""]


@pytest.mark.req("R-063", "R-064", "R-065", "R-066", "R-067", "R-068", "R-069", "R-070")
@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Tên mô hình", "Đường hoa."),
        ("Chủ thể thực hiện", "Chi bộ thôn Hạ."),
        ("Lực lượng phối hợp", "Chi hội Phụ nữ."),
        ("Mục tiêu", "Mục tiêu, chỉ tiêu năm nay: 2 km hoa."),
        ("Các tiêu chí", "80% hộ tham gia."),
        ("Kết quả cần đạt", "Đường sạch, đẹp."),
        ("Cách thức, biện pháp thực hiện", "Biện pháp: Đến từng nhà."),
        (
            "Tiến độ, thời gian hoàn thành",
            "Thực hiện từ ngày 10/3/2026, hoàn thành ngày 30/11/2026.",
        ),
        ("Nguồn lực, điều kiện bảo đảm", "20 triệu đồng."),
        ("Thời gian ra mắt mô hình", "Dự kiến ra mắt ngày 12/3/2026."),
        ("Thời gian khảo sát, kiểm tra, tổng kết, báo cáo", "Tháng 6, tháng 9."),
        ("Phân công chỉ đạo, theo dõi", "Cán bộ, đảng viên theo dõi: Hồ Văn An; Lê Thị Sen."),
    ],
)
def test_a_plan_has_each_item_under_its_own_heading(make, heading: str, told: str) -> None:
    assert told in under(make(PLAN, TEXT, only=["MH01"]).lines, heading)


@pytest.mark.req("R-068")
def test_only_a_model_that_must_be_launched_plans_a_launch(make) -> None:
    lines = make(PLAN, TEXT, only=["MH02"]).lines
    assert not any("Thời gian ra mắt" in one for one in lines)
    numbers = [one.partition(".")[0] for one in lines if HEADING.match(one)]
    assert numbers == [str(number) for number in range(1, 12)]


@pytest.mark.req("R-063")
def test_an_item_of_which_nothing_is_known_is_dotted(make) -> None:
    assert under(make(PLAN, TEXT, only=["MH02"]).lines, "Các tiêu chí") == ["", ""]


@pytest.mark.req("R-063", "R-187")
def test_a_plan_has_the_units_heading_number_and_day(make) -> None:
    lines = make(PLAN, TEXT, only=["MH01"]).lines
    assert lines[:4] == ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN HẠ", "*", "Số 01-KH/CB"]
    assert "An Phú, ngày 03 tháng 02 năm 2026" in lines


@pytest.mark.parametrize(
    ("name", "kind", "head"),
    [
        ("Đảng bộ Công an xã", "Đảng bộ cơ sở", ["ĐẢNG BỘ XÃ AN PHÚ", "ĐẢNG ỦY CÔNG AN XÃ", "ĐU"]),
        (
            "Đảng bộ xã An Phú",
            "Đảng bộ cơ sở",
            ["ĐẢNG BỘ THÀNH PHỐ HẢI VÂN", "ĐẢNG ỦY XÃ AN PHÚ", "ĐU"],
        ),
        ("Đảng  bộ  Trạm Y tế", "Đảng bộ cơ sở", ["ĐẢNG BỘ XÃ AN PHÚ", "ĐẢNG ỦY TRẠM Y TẾ", "ĐU"]),
        ("Chi bộ thôn Thượng", "Chi bộ", ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN THƯỢNG", "CB"]),
    ],
)
def test_a_units_paper_is_headed_by_its_committee_below_the_party_organisation_of_the_commune(
    make, name: str, kind: str, head: list[str]
) -> None:
    text = TEXT.replace("| Chi bộ thôn Hạ  | Chi bộ |", f"| {name} | {kind} |")
    lines = make(PLAN, text, only=["MH03"]).lines
    number = f"Số -KH/{head.pop()}"
    assert lines[:4] == [*head, "*", number]


@pytest.mark.req("R-191")
def test_a_number_in_the_states_form_does_not_stand_under_the_partys_name(make) -> None:
    lines = make(PLAN, TEXT, only=["MH02"]).lines
    assert lines[3] == "Số -KH/CB"
    assert not any("07/KH-THCS" in one for one in lines)


@pytest.mark.req("R-065", "R-189")
def test_a_plan_without_a_goal_is_not_made(make) -> None:
    found = make(PLAN, TEXT.replace("2 km hoa", "        "), only=["MH01"])
    assert not found.papers
    assert found.stopped_by == {("VB-004", "goal")}


@pytest.mark.req("R-072")
def test_a_pledge_says_what_for_and_leaves_rows_to_sign_in(make) -> None:
    lines = make(PLEDGE, TEXT, only=["MH01"]).lines
    assert value(lines, "Mục tiêu năm 2026:") == "2 km hoa."
    assert "Họp dân." in lines
    at = lines.index("Ký tên")
    assert lines[at + 1 : at + 9] == ["1", "", "", "", "2", "", "", ""]
    assert lines[at + 1 :].count("") >= 60


@pytest.mark.req("R-071")
def test_a_programme_says_when_where_and_who_speaks(make) -> None:
    lines = make(PROGRAMME, TEXT, only=["MH01"]).lines
    assert "Thời gian: …… giờ ……, Chủ nhật, ngày 15 tháng 3 năm 2026." in lines
    assert "Địa điểm: Nhà văn hóa thôn." in lines
    at = lines.index("Giới thiệu mô hình, kế hoạch thực hiện, lực lượng nòng cốt")
    assert lines[at + 1] == "Lê Thị Sen"
    assert "Ký cam kết thực hiện" in lines


@pytest.mark.req("R-071", "R-189")
def test_a_programme_needs_a_day_and_names_the_cell_that_wants_it(make) -> None:
    found = make(PROGRAMME, TEXT)
    assert list(found.papers) == ["chuong-trinh-ra-mat-mo-hinh-2026-mh01"]
    assert found.stopped_by == {("VB-004", "launch_planned")}
    (stop,) = found.findings
    assert stop.place.row == 9


@pytest.mark.req("R-033", "R-071")
@pytest.mark.parametrize(("must", "rows"), [(True, {6, 9}), (False, {9})])
def test_a_replicated_model_has_a_launch_where_the_office_asks_for_it(
    make, must: object, rows: set[int]
) -> None:
    found = make(PROGRAMME, TEXT, launch_replicated=must)
    assert {one.place.row for one in found.findings} == rows


@pytest.mark.req("R-033", "R-071")
def test_a_replicated_model_that_plans_a_launch_of_its_own_has_a_programme(make) -> None:
    text = TEXT.replace(
        "| 1 km hoa    | 05/02/2026    |             |            |            |            |                |",
        "| 1 km hoa    | 05/02/2026    |             |            |            |            | 12/3/2026      |",
    )
    assert "chuong-trinh-ra-mat-mo-hinh-2026-mh03" in make(PROGRAMME, text).papers


@pytest.mark.req("R-071", "R-072")
def test_minutes_tell_of_the_day_the_place_and_the_pledges(make) -> None:
    lines = make(MINUTES, TEXT, only=["MH01"]).lines
    assert any("ngày 15 tháng 3 năm 2026, tại Nhà văn hóa thôn" in one for one in lines)
    assert value(lines, "2. Ký cam kết thực hiện:") == "120 hộ"


@pytest.mark.req("R-071")
def test_minutes_are_made_of_launches_that_were_held_alone(make) -> None:
    assert list(make(MINUTES, TEXT).papers) == ["bien-ban-ra-mat-mo-hinh-2026-mh01"]


@pytest.mark.req("R-071", "R-189")
def test_minutes_asked_for_by_code_name_the_day_that_is_missing(make) -> None:
    found = make(MINUTES, TEXT, only=["MH06"])
    assert not found.papers
    assert found.stopped_by == {("VB-004", "launch_date")}


@pytest.mark.req("R-191")
@pytest.mark.parametrize("kind", [FORM, PLAN, PLEDGE, PROGRAMME, MINUTES])
def test_a_units_paper_has_the_form_of_its_own_day(make, kind: str) -> None:
    found: Printed = make(kind, TEXT, only=["MH01"], today=date(2026, 11, 23))
    assert found.lines[2] == "*"
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in found.lines
