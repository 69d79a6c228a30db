"""The reports on the review of old models: of one organisation, of the commune."""

from datetime import date

import pytest

REPORT, SUMMARY = "review_report", "review_summary"
DAY = date(2026, 3, 1)
SETTINGS = {"board_signer_name": "Vũ Thị Dung"}
TEXT = """
| organisations | code | name              | kind   | must_register | previous_models_reviewed |
|               | TC01 | Chi bộ thôn Hạ    | Chi bộ | Có | 01/3/2026 |
|               | TC02 | Chi bộ thôn Trung | Chi bộ | Có |           |
|               | TC03 | Chi bộ Trạm Y tế  | Chi bộ | Có |           |
| registrants | code | kind    | type      | name              | managing_organisation |
|             | CT01 | Tập thể | Chi bộ    | Chi bộ thôn Hạ    | TC01 |
|             | CT02 | Tập thể | Chi bộ    | Chi bộ thôn Trung | TC02 |
|             | CT03 | Tập thể | Chi bộ    | Chi bộ Trạm Y tế  | TC03 |
| models | code | name       | registrant | field | origin   | since_year | previous_goal | goal     | still_suitable | effective | registered_on | dropped_on | drop_reason |
|        | MH01 | Đường hoa  | CT01       | VH    | Tiếp tục | 2024       | 1 km hoa      | 2 km hoa | Có    | Có | 05/02/2026 |            | |
|        | MH02 | Tổ tự quản | CT01       | QA    | Tiếp tục | 2023       | 20 hộ         | 30 hộ    | Có    | Có |            |            | |
|        | MH03 | Chợ cũ     | CT01       | KT    | Tiếp tục | 2022       | 10 quầy       |          | Không |    |            | 20/02/2026 | Chợ đã dời |
|        | MH04 | Bếp ăn     | CT01       | VH    | Tiếp tục | 2025       | 40 suất       |          | Có    |    | 05/02/2026 |            | |
|        | MH05 | Tủ sách    | CT01       | VH    | Mới      |            |               | 400 cuốn |       |    | 05/02/2026 |            | |
|        | MH06 | Loa xóm    | CT02       | VH    | Tiếp tục | 2024       | 5 cụm         | 6 cụm    | Có    | Có | 05/02/2026 |            | |
|        | MH07 | Sổ sức khỏe | CT03      | VH    | Mới      |            |               | 300 sổ   |       |    | 05/02/2026 |            | |
"""


@pytest.fixture
def own(make):
    """The report of the organisation that has a model of every verdict."""
    return make(REPORT, TEXT, only=["TC01"], today=DAY).lines


def rows_under(lines: list[str], title: str, names: int) -> list[list[str]]:
    at = lines.index(title)
    return [lines[at + 1 + 6 * n : at + 7 + 6 * n] for n in range(names)]


@pytest.mark.req("R-161", "R-164")
def test_every_old_model_stands_under_its_verdict_with_what_is_to_be_done(own) -> None:
    assert rows_under(own, "Tiếp tục duy trì: 02 mô hình", 2) == [
        ["1", "Đường hoa", "Chi bộ thôn Hạ", "2024", "1 km hoa", "2 km hoa"],
        ["2", "Tổ tự quản", "Chi bộ thôn Hạ", "2023", "20 hộ", "30 hộ; chưa đăng ký lại"],
    ]
    assert rows_under(own, "Loại bỏ: 01 mô hình", 1) == [
        ["3", "Chợ cũ", "Chi bộ thôn Hạ", "2022", "10 quầy", "Chợ đã dời"]
    ]
    assert rows_under(own, "Chưa rà soát: 01 mô hình", 1) == [
        ["4", "Bếp ăn", "Chi bộ thôn Hạ", "2025", "40 suất", "Chưa trả lời: Có hiệu quả"]
    ]


@pytest.mark.req("R-161", "R-192")
def test_the_counts_are_those_of_the_lists(own) -> None:
    at = own.index("Tổng số 04 mô hình của những năm trước, trong đó:")
    assert own[at + 1 : at + 4] == [
        "- Tiếp tục duy trì: 02 mô hình.",
        "- Loại bỏ: 01 mô hình.",
        "- Chưa rà soát: 01 mô hình.",
    ]


@pytest.mark.req("R-161", "R-164")
def test_what_is_registered_beside_the_old_ones_has_its_own_list(own) -> None:
    at = own.index("Đăng ký bổ sung 01 mô hình:")
    assert own[at + 6 : at + 11] == ["1", "Tủ sách", "Chi bộ thôn Hạ", "Mới", "400 cuốn"]


@pytest.mark.req("R-161")
def test_an_organisation_without_an_old_model_has_no_report(make) -> None:
    found = make(REPORT, TEXT, today=DAY)
    assert sorted(found.papers) == [
        f"bao-cao-ra-soat-mo-hinh-2026-{code}" for code in ("tc01", "tc02")
    ]
    second = found.papers["bao-cao-ra-soat-mo-hinh-2026-tc02"]
    assert "Không đăng ký bổ sung mô hình mới." in second
    assert second[:2] == ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN TRUNG"]


@pytest.mark.req("R-161", "R-191")
def test_a_cells_report_greets_nobody_and_is_signed_in_the_cells_name(own) -> None:
    assert not any(one.startswith("Kính") for one in own)
    assert any("báo cáo Đảng ủy xã An Phú (qua Ban Xây dựng Đảng)" in one for one in own)
    assert "T/M CHI BỘ" in own


@pytest.mark.req("R-161", "R-192")
def test_the_summary_of_the_commune_adds_up_and_names_who_has_not_told(make) -> None:
    lines = make(SUMMARY, TEXT, today=DAY, **SETTINGS).lines
    at = lines.index("Tổng số 05 mô hình của những năm trước, trong đó:")
    assert lines[at + 1 : at + 5] == [
        "- Tiếp tục duy trì: 03 mô hình.",
        "- Loại bỏ: 01 mô hình.",
        "- Chưa rà soát: 01 mô hình.",
        "- Chưa báo cáo rà soát: 02 đơn vị (Chi bộ thôn Trung; Chi bộ Trạm Y tế).",
    ]
    assert "Đăng ký bổ sung 02 mô hình:" in lines
    assert lines[:4] == ["ĐẢNG ỦY XÃ AN PHÚ", "BAN XÂY DỰNG ĐẢNG", "*", "Số -BC/BXDĐ"]


@pytest.mark.req("R-152", "R-161")
def test_the_summary_gives_what_was_known_on_its_own_day(make) -> None:
    row = """
| register | issuer            | kind                    | number    | date       | state       |
|          | Ban Xây dựng Đảng | Báo cáo rà soát mô hình | 04-BC/BXDĐ | 12/02/2026 | Đã ban hành |
"""
    lines = make(SUMMARY, TEXT + row, today=DAY, **SETTINGS).lines
    assert lines[3] == "Số 04-BC/BXDĐ"
    assert any("số liệu đến ngày 12/02/2026" in one for one in lines)
    assert any(one.startswith("- Chưa báo cáo rà soát: 03 đơn vị") for one in lines)


@pytest.mark.req("R-164")
def test_a_missing_registration_is_told_and_stops_no_report(make) -> None:
    assert make(REPORT, TEXT, only=["TC01"], today=DAY).findings == ()


@pytest.mark.req("R-189")
def test_a_model_without_a_name_stops_the_report_that_lists_it_alone(make) -> None:
    found = make(REPORT, TEXT.replace("| Đường hoa  |", "|            |"), today=DAY)
    assert list(found.papers) == ["bao-cao-ra-soat-mo-hinh-2026-tc02"]
    assert found.stopped_by == {("VB-004", "name")}
