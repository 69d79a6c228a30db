"""The slips of the office: what lies in the city's dossier, and which paper is laid before whom to sign."""

from pathlib import Path

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import SUBMISSION, changed, lines_of, runner
from tests.documents.conftest import Printed
from tests.paper_book import field_names, squeezed

SIGNING, DISPATCH = "signing_slip", "dispatch_slip"
ANNUAL = "phieu-trinh-ky-2026-bao-cao-nam-bao-cao-ca-nam"
REWARD = "phieu-trinh-ky-2026-de-nghi-khen-thuong-de-nghi-khen-dien-hinh"
TEXT = """
| register | issuer            | kind                | number   | date      | title                    | subject | signed_by     | cut_off    | state       | recipients |
|          | Ban Xây dựng Đảng | Đề nghị khen thưởng |          |           | Đề nghị khen điển hình   |         | Vũ Thị Dung   |            | Chờ số      | Chủ tịch UBND xã |
|          | Đảng ủy xã An Phú | Báo cáo năm         |          |           | Báo cáo cả năm           |         |               | 15/11/2026 | Chờ số      |            |
|          | Đảng ủy xã An Phú | Công văn            |          |           | Đôn đốc đơn vị A         | TC01    | Lê Minh Tâm   |            | Chờ số      |            |
|          | Đảng ủy xã An Phú | Công văn            |          |           | Đôn đốc đơn vị B         |         | Lê Minh Tâm   |            | Chờ số      |            |
|          | Đảng ủy xã An Phú | Kế hoạch            | 12-KH/ĐU | 21/1/2026 | Kế hoạch phong trào      |         | Lê Minh Tâm   |            | Đã ban hành |            |
|          | UBND xã           | Kế hoạch            |          |           | Kế hoạch khối chính quyền |        | Đặng Quốc Trung |          | Chờ số      |            |
|          | Đảng ủy xã An Phú | Báo cáo 6 tháng     |          |           | Báo cáo hủy              |         |               |            | Hủy         |            |
"""


@pytest.fixture
def slip(make):
    """The slips of the papers of the small register."""
    return lambda *only, text=TEXT, **changed: make(
        SIGNING, text, only=only, board_signer_name="Vũ Thị Dung", **changed
    )


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    return runner(rules, layout, tmp_path)


def titles(found: Printed) -> list[str]:
    return [
        one.removeprefix("1. Trích yếu: ")
        for lines in found.papers.values()
        for one in lines
        if one.startswith("1. Trích yếu: ")
    ]


def test_each_paper_of_ours_that_waits_has_a_slip_under_a_name_of_its_own(slip) -> None:
    found = slip()
    assert sorted(found.papers) == [
        ANNUAL,
        "phieu-trinh-ky-2026-cong-van-don-doc-don-vi-b",
        "phieu-trinh-ky-2026-cong-van-tc01",
        REWARD,
    ]
    assert found.findings == ()


def test_a_slip_keeps_its_name_when_the_paper_above_it_has_got_its_number(slip) -> None:
    rest = "\n".join(line for line in TEXT.splitlines() if "Đôn đốc đơn vị A" not in line)
    assert set(slip(text=rest).papers) == set(slip().papers) - {"phieu-trinh-ky-2026-cong-van-tc01"}


def test_the_slip_of_a_further_letter_to_a_body_is_not_that_of_the_first(slip) -> None:
    (first,) = (line for line in TEXT.splitlines() if "Đôn đốc đơn vị A" in line)
    text = TEXT.replace(first, f"{first}\n{first}")
    waiting = {name for name in slip(text=text).papers if "tc01" in name}
    issued = first.replace("|          |           | Đôn đốc", "| 41-CV/ĐU | 20/11/2026 | Đôn đốc")
    assert issued != first
    left = {name for name in slip(text=text.replace(first, issued, 1)).papers if "tc01" in name}
    assert (len(waiting), len(left)) == (2, 1)
    assert left == {name for name in waiting if name.endswith("-2")}


def test_two_long_titles_that_begin_alike_name_two_slips(slip) -> None:
    title = "Quyết định công nhận mô hình “Dân vận khéo” cấp xã năm 2026, đợt"
    text = TEXT.replace("Báo cáo cả năm ", f"{title} 1").replace("Đôn đốc đơn vị B", f"{title} 2")
    text = text.replace("| Báo cáo năm ", "| Công văn ")
    first, other = (name for name in slip(text=text).papers if "quyet-dinh" in name)
    assert first[:60] == other[:60]
    assert len(first) == len(other) < 80


def test_a_paper_is_named_by_its_number_or_by_what_it_is_about(slip) -> None:
    assert titles(slip("12-KH/ĐU")) == ["Kế hoạch phong trào"]
    assert titles(slip("TC01", text=TEXT + "| organisations | code |\n| | TC01 |")) == [
        "Đôn đốc đơn vị A"
    ]


def test_a_number_that_no_paper_has_is_told(slip) -> None:
    assert ("VB-002", "") in slip("99-KH/ĐU").stopped_by


def test_a_slip_says_who_issues_who_signs_who_receives_and_how_many(slip) -> None:
    lines = slip().papers[REWARD]
    assert lines[:2] == ["ĐẢNG ỦY XÃ AN PHÚ", "BAN XÂY DỰNG ĐẢNG"]
    assert lines[lines.index("PHIẾU TRÌNH KÝ") + 1] == "đề nghị khen thưởng"
    assert "2. Cơ quan ban hành: Ban Xây dựng Đảng" in lines
    assert "3. Người ký: Vũ Thị Dung" in lines
    assert "5. Nơi nhận: Chủ tịch UBND xã" in lines
    assert "6. Số bản phát hành: 01" in lines
    assert lines[lines.index("Người ký văn bản") + 2] == "Vũ Thị Dung"


def test_the_head_of_the_board_looks_once_at_what_he_signs_himself(slip) -> None:
    papers = slip().papers
    looked_at = "Lãnh đạo Ban Xây dựng Đảng duyệt nội dung"
    assert looked_at not in papers[REWARD]
    assert looked_at in papers[ANNUAL]


@pytest.mark.req("R-152", "R-187")
def test_what_is_not_known_is_dotted_and_figures_have_their_day(slip) -> None:
    lines = slip().papers[ANNUAL]
    assert "3. Người ký:" in lines
    assert "4. Số, ngày văn bản:" in lines
    assert "Số liệu trong văn bản tính đến ngày 15/11/2026." in lines
    numbered = slip("12-KH/ĐU").lines
    assert "4. Số, ngày văn bản: 12-KH/ĐU, ngày 21/01/2026" in numbered
    assert not any("tính đến ngày" in one for one in numbered)


def test_content_and_what_goes_with_it_are_for_people_to_write(slip, tmp_path: Path) -> None:
    slip("12-KH/ĐU")
    (path,) = tmp_path.glob("*.docx")
    assert field_names(path.read_bytes()) == ["dvk.content", "dvk.attached"]


@pytest.mark.req("R-189")
def test_a_paper_without_a_title_has_no_slip(slip) -> None:
    found = slip(text=TEXT.replace("Đề nghị khen điển hình", ""))
    assert ("VB-004", "title") in found.stopped_by
    assert REWARD not in found.papers


def test_where_nothing_waits_all_is_well(slip) -> None:
    found = slip(text=TEXT.replace("Chờ số", "Hủy"))
    assert found.stopped_by == {("VB-018", "")}
    assert "đang chờ số" in found.findings[0].message


@pytest.mark.req("R-132", "R-138", "R-141")
def test_the_dispatch_slip_lists_every_part_with_its_copies(run) -> None:
    lines = lines_of(run(DISPATCH))
    at = lines.index("Số bản") + 1
    rows = [lines[n : n + 4] for n in range(at, at + 4 * 8, 4)]
    assert [(number, name, copies) for number, name, _cited, copies in rows] == [
        ("1", "Biên bản họp bình xét", "01"),
        ("2", "Tờ trình đề nghị", "01"),
        ("3", "Báo cáo thành tích của Tổ dân vận thôn Trung", "03"),
        ("4", "Báo cáo thành tích của Chi bộ thôn Hạ", "03"),
        ("5", "Báo cáo thành tích của Nguyễn Thị Ánh", "03"),
        ("6", "Báo cáo thành tích của Trần Văn Đức", "03"),
        ("7", "Trích ngang thành tích", "01"),
        ("8", "Danh sách đề nghị công nhận", "01"),
    ]
    assert rows[0][2] == "12-BB/ĐU, 05/10/2026"
    assert lines[at + 33] == "Cộng"
    assert lines[at + 35] == "16"
    (said,) = [one for one in lines if one.startswith("Hồ sơ gồm")]
    assert "08 tài liệu, 16 bản, trong đó có 12 quyển" in said
    assert "04 báo cáo, mỗi báo cáo 03 bộ" in said


@pytest.mark.req("R-134", "R-138")
def test_the_dispatch_slip_is_addressed_and_names_the_submission(run) -> None:
    text = changed(
        ("thành phố | | | | Chờ số |", "thành phố | 57-TTr/ĐU | 09/10/2026 | | Đã ban hành |")
    )
    lines = lines_of(run(DISPATCH, text=text))
    assert "Kính gửi: Ban Tuyên giáo và Dân vận Thành ủy" in lines
    assert any("kèm theo Tờ trình số 57-TTr/ĐU, ngày 09/10/2026" in one for one in lines)
    assert {"NGƯỜI NHẬN", "NGƯỜI GIAO"} <= set(lines)


@pytest.mark.req("R-141", "R-192")
def test_slip_and_submission_count_the_same_volumes(run) -> None:
    slip, submission = lines_of(run(DISPATCH)), lines_of(run(SUBMISSION))
    assert any("12 quyển" in one for one in slip)
    assert any("cộng 12 quyển" in squeezed(one) for one in submission)
