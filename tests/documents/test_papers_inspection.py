"""The plan of inspections, and the minutes of each in the form of the body that made it."""

from datetime import date

import pytest

PLAN, MINUTES, STATE = "inspection_plan", "inspection_minutes", "inspection_minutes_state"
TEXT = """
| organisations | code | name           | kind   |
|               | TC01 | Chi bộ thôn Hạ | Chi bộ |
| registrants | code | kind    | type      | name           | position    | unit    | managing_organisation |
|             | CT01 | Tập thể | Chi bộ    | Chi bộ thôn Hạ |             | thôn Hạ | TC01 |
|             | CT02 | Cá nhân | Đảng viên | Trần Văn Đức   | Trưởng thôn | thôn Hạ | TC01 |
| models | code | name       | registrant | field | origin   | goal     | figure_unit | registered_on | person_in_charge |
|        | MH01 | Đường hoa  | CT01       | VH    | Mới      | 2 km hoa | km          | 05/02/2026    | Lê Thị Sen   |
|        | MH02 | Tổ tự quản | CT02       | QA    | Mới      | 30 hộ    | hộ          | 05/02/2026    | Trần Văn Đức |
|        | MH03 | Chợ sạch   | CT01       | KT    | Mới      | 12 quầy  | quầy        | 05/02/2026    | Lê Thị Sen   |
| progress | model | as_of     | figure_reached | resources_days |
|          | MH01  | 10/5/2026 | 0,5            | 40             |
|          | MH01  | 10/6/2026 | 1,5            | 90             |
| inspections | model | date      | kind                | by           | result         | difficulties    | resolution  | resolved_on | follow_up      |
|             | MH01  | 20/5/2026 | Chủ thể tự kiểm tra | Lê Thị Sen   | Đúng tiến độ.  | Thiếu nước tưới | Khoan giếng | 30/5/2026   | Xem lại giếng  |
|             | MH02  | 25/5/2026 | UBND kiểm tra       | Tổ công tác  | Có hiệu quả.   | Thiếu người     |             |             | Bổ sung người  |
|             | MH01  | 20/5/2026 | Ban Xây dựng Đảng kiểm tra | Đoàn kiểm tra | Hồ sơ đủ. | |             |             |                |
|             | MH01  | 05/6/2026 | MTTQ giám sát       | Đoàn giám sát | Dân đồng tình. | |             |             |                |
"""
DAY = "bien-ban-kiem-tra-mo-hinh-2026-mh01-2026-05-20"
SELF, BOARD = f"{DAY}-chu-the-tu-kiem-tra", f"{DAY}-ban-xay-dung-dang-kiem-tra"


def value(lines: list[str], start: str) -> str:
    return next(one for one in lines if one.startswith(start)).removeprefix(start).strip()


@pytest.mark.req("R-075", "R-191")
def test_each_inspection_has_minutes_in_the_form_of_the_body_that_made_it(make) -> None:
    party = make(MINUTES, TEXT).papers
    assert {name: lines[:2] for name, lines in party.items()} == {
        SELF: ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN HẠ"],
        BOARD: ["ĐẢNG ỦY XÃ AN PHÚ", "BAN XÂY DỰNG ĐẢNG"],
    }
    own = {
        "people_committee": "Ủy ban nhân dân xã An Phú",
        "front_name": "Ủy ban MTTQ Việt Nam xã An Phú",
    }
    state = make(STATE, TEXT, **own).papers
    assert {name[26:]: lines[:2] for name, lines in state.items()} == {
        "2026-mh02-2026-05-25-ubnd-kiem-tra": ["ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"],
        "2026-mh01-2026-06-05-mttq-giam-sat": ["ỦY BAN MTTQ VIỆT NAM", "XÃ AN PHÚ"],
    }
    assert all("ĐẢNG CỘNG SẢN VIỆT NAM" in lines for lines in party.values())
    assert all("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines for lines in state.values())


def test_minutes_keep_their_name_however_the_inspections_are_sorted(make) -> None:
    *head, own, ubnd, board, front = TEXT.strip().splitlines()
    other = "\n".join([*head, board, front, ubnd, own])
    assert make(MINUTES, other).papers == make(MINUTES, TEXT).papers


def test_a_body_with_a_name_of_its_own_stands_whole_in_its_line(make) -> None:
    found = make(STATE, TEXT, only=["MH02"], people_committee="UBND xã An Phú")
    assert found.lines[:2] == ["", "UBND XÃ AN PHÚ"]


def test_a_body_typed_with_two_spaces_is_parted_at_the_same_word(make) -> None:
    found = make(STATE, TEXT, only=["MH02"], people_committee="Ủy  ban nhân dân xã An Phú")
    assert found.lines[:2] == ["ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"]


@pytest.mark.req("R-075", "R-076", "R-156")
def test_minutes_tell_what_was_found_and_how_it_was_mended(make) -> None:
    lines = make(MINUTES, TEXT, only=["MH01"]).papers[SELF]
    assert any("ngày 20 tháng 5 năm 2026" in one for one in lines)
    assert value(lines, "1. Hình thức:") == "Chủ thể tự kiểm tra."
    assert value(lines, "2. Đánh giá:") == "Đúng tiến độ."
    assert value(lines, "3. Khó khăn, vướng mắc:") == "Thiếu nước tưới."
    assert value(lines, "4. Cách tháo gỡ:") == "Khoan giếng."
    assert "Tháo gỡ xong ngày 30/5/2026." in lines
    assert value(lines, "5. Việc theo dõi tiếp:") == "Xem lại giếng."


@pytest.mark.req("R-152")
def test_minutes_give_the_figures_known_on_their_day(make) -> None:
    lines = make(MINUTES, TEXT, only=["MH01"]).papers[SELF]
    told = value(lines, "Kết quả so với mục tiêu, nguồn lực huy động:")
    assert told == "đến ngày 10/5/2026 đạt 0,5 km; 40 ngày công"


def test_a_figure_in_per_cent_has_its_sign_close_behind_it(make) -> None:
    lines = make(MINUTES, TEXT.replace("| km ", "| %  "), only=["MH01"]).papers[SELF]
    told = value(lines, "Kết quả so với mục tiêu, nguồn lực huy động:")
    assert told == "đến ngày 10/5/2026 đạt 0,5%; 40 ngày công"


def test_what_nobody_recorded_is_dotted(make) -> None:
    lines = make(MINUTES, TEXT, only=["MH01"]).papers[BOARD]
    at = lines.index("3. Khó khăn, vướng mắc:")
    assert lines[at + 1] == ""
    assert any("tại ……………………, đã tiến hành kiểm tra" in one for one in lines)


@pytest.mark.req("R-189")
def test_an_inspection_without_a_day_has_no_minutes(make) -> None:
    found = make(MINUTES, TEXT.replace("| MH01  | 20/5/2026 | Chủ", "| MH01  |           | Chủ"))
    assert list(found.papers) == [BOARD]
    assert found.stopped_by == {("VB-004", "date")}


@pytest.mark.req("R-146", "R-156")
def test_the_plan_puts_first_what_was_never_checked_then_what_is_not_mended(make) -> None:
    lines = make(PLAN, TEXT).lines
    at = lines.index("Chưa được kiểm tra: 01 mô hình")
    assert lines[at : at + 21] == [
        "Chưa được kiểm tra: 01 mô hình",
        "1", "Chợ sạch", "Chi bộ thôn Hạ; Lê Thị Sen", "", "", "",
        "Còn khó khăn chưa tháo gỡ xong: 01 mô hình",
        "2", "Tổ tự quản", "Trần Văn Đức, Trưởng thôn, thôn Hạ", "25/5/2026", "Thiếu người Bổ sung người", "",
        "Đã được kiểm tra: 01 mô hình",
        "3", "Đường hoa", "Chi bộ thôn Hạ; Lê Thị Sen", "05/6/2026", "", "",
    ]  # fmt: skip
    assert any("Có 03 mô hình đang thực hiện, trong đó 01 mô hình chưa" in one for one in lines)


@pytest.mark.req("R-152", "R-187")
def test_a_plan_that_was_issued_knows_no_later_checks(make) -> None:
    row = """
| register | issuer            | kind              | number   | date      | state       |
|          | Đảng ủy xã An Phú | Kế hoạch kiểm tra | 30-KH/ĐU | 15/5/2026 | Đã ban hành |
"""
    lines = make(PLAN, TEXT + row, today=date(2026, 11, 23)).lines
    assert lines[3] == "Số 30-KH/ĐU"
    assert "Chưa được kiểm tra: 03 mô hình" in lines


@pytest.mark.req("R-189")
def test_without_the_guidances_number_there_is_no_plan(make) -> None:
    found = make(PLAN, TEXT, guidance_number=None)
    assert not found.papers
    assert {code for code, _column in found.stopped_by} == {"VB-004"}
