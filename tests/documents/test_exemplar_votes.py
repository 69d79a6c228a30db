"""The papers of the vote on exemplars, word by word, as they come out of the small book of nominees."""

from pathlib import Path

import pytest

from dvk_office.documents.kept import unwritten
from dvk_office.jobs.papers_city import SOURCES
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import (
    BALLOT,
    CITY_SETTINGS,
    CITY_TEXT,
    COUNTING,
    MINUTES,
    changed,
    lines_of,
    runner,
    seen,
)
from tests.paper_book import TODAY, opened


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    return runner(rules, layout, tmp_path)


@pytest.fixture
def printed(run):
    """The lines of one paper."""
    return lambda kind, **how: lines_of(run(kind, **how))


@pytest.mark.req("R-113", "R-133")
def test_the_ballot_lists_everybody_considered_and_tells_no_votes(printed) -> None:
    lines = printed(BALLOT)
    names = [one.partition(",")[0] for one in lines]
    for name in ("Chi bộ thôn Hạ", "Tổ dân vận thôn Trung", "Trần Văn Đức", "Lê Văn Bình"):
        assert names.count(name) == 1
    at = lines.index("Lê Văn Bình, thôn Trung")
    assert lines[at - 1 : at + 4] == ["4", "Lê Văn Bình, thôn Trung", "Chợ sạch", "", ""]
    assert "Số -BB/ĐU" not in lines


@pytest.mark.req("R-133")
def test_a_ballot_is_printed_for_everybody_who_is_summoned(rules: Rules, layout: Layout) -> None:
    book = opened(rules, layout, CITY_TEXT, **CITY_SETTINGS)
    (paper,) = SOURCES[BALLOT](book, paper_kinds()[BALLOT], (), TODAY)
    assert paper.kind.copies == 15


@pytest.mark.req("R-133")
def test_the_minutes_of_counting_tell_ballots_votes_and_shares(printed) -> None:
    lines = printed(COUNTING)
    assert "- Số phiếu hợp lệ: 12; số phiếu không hợp lệ: 01." in lines
    at = lines.index("Chi bộ thôn Hạ")
    assert lines[at + 1 : at + 5] == ["Tuyến đường hoa", "10", "02", "83,3%"]


@pytest.mark.req("R-133", "R-129")
def test_the_minutes_tell_who_was_there_who_stood_and_who_was_chosen(printed) -> None:
    lines = printed(MINUTES)
    assert lines[3] == "Số 12-BB/ĐU"
    assert lines[6] == "An Phú, ngày 05 tháng 10 năm 2026"
    for line in (
        "1. Số người được triệu tập: 15; có mặt: 13; vắng: 02 (Hai đồng chí đi công tác).",
        "2. Chủ trì: Lê Minh Tâm.",
        "3. Thư ký: Đỗ Thị Xoan.",
        "Nhất trí chọn.",
        "1. Tổ dân vận thôn Trung, mô hình “Tổ tự quản an ninh”.",
        "4. Trần Văn Đức, mô hình “Hiến đất mở đường”.",
    ):
        assert line in lines
    assert any("có 02 tập thể, 03 cá nhân được giới thiệu" in one for one in lines)
    assert any("thống nhất chọn 02 tập thể, 02 cá nhân" in one for one in lines)
    at = lines.index("Lê Văn Bình, thôn Trung")
    assert lines[at + 1 : at + 6] == ["Chợ sạch", "MTTQ xã", "04", "33,3%", "Không chọn"]


@pytest.mark.req("R-133")
def test_minutes_are_signed_by_secretary_and_chair(printed) -> None:
    lines = printed(MINUTES)
    assert lines.index("NGƯỜI GHI BIÊN BẢN") < lines.index("Đỗ Thị Xoan")
    assert lines.index("Đỗ Thị Xoan") < lines.index("CHỦ TRÌ HỘI NGHỊ") < lines.index("Lê Minh Tâm")
    assert any("kết thúc hồi …… giờ …… cùng ngày" in one for one in lines)


@pytest.mark.req("R-133")
def test_a_meeting_that_chose_nobody_proposes_nobody(printed) -> None:
    lines = printed(MINUTES, text=changed(("| Có | 06/10/2026", "| Không |")))
    assert not any("thống nhất chọn" in one for one in lines)


def test_minutes_leave_the_discussion_to_those_who_were_there(run) -> None:
    (made,) = run(MINUTES).made
    assert unwritten(made.path.read_bytes()) == ("[Ghi tóm tắt ý kiến của các thành viên dự họp]",)


def test_a_nominee_without_a_meeting_stops_that_paper_alone(run) -> None:
    text = changed(("| MTTQ xã | CH02 | 4", "| MTTQ xã | | 4"))
    report = run(MINUTES, text=text)
    assert ("VB-004", "meeting") in seen(report.findings)
    assert [one.path.name for one in report.made] == [
        "bien-ban-hop-binh-xet-dien-hinh-2026-ch02.docx"
    ]
