"""Proposal, minutes, decision and certificates: the same models, names, order and totals in all of them."""

from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from dvk_office.jobs.printing import as_pdf
from dvk_office.jobs.report import Report
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.appraisal_book import TEXT, lines_of, made
from tests.openxml import audit_faults, sdk_faults

SUBMISSION, MINUTES, DECISION = (
    "recognition_submission",
    "recognition_minutes",
    "recognition_decision",
)
COLLECTIVE, INDIVIDUAL = "certificate_collective", "certificate_individual"
IN_ORDER = ["Tuyến đường hoa", "Bếp ăn nghĩa tình", "Hiến đất mở đường"]


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


def names(lines: list[str]) -> list[str]:
    """The models of a paper's list, in their order: what stands behind a running number."""
    return [name for number, name in pairwise(lines) if number in {"1", "2", "3"}][-3:]


def listed(lines: list[str]) -> list[str]:
    """The list of a decision, and of the proposal that it follows, to its last line."""
    return lines[lines.index("Ghi chú") :]


@pytest.mark.req("R-141", "R-177", "R-192")
def test_proposal_and_decision_have_the_same_list_to_the_last_word(printed) -> None:
    proposed, decided = printed(SUBMISSION), printed(DECISION)
    assert listed(proposed) == listed(decided)
    assert names(decided) == IN_ORDER


@pytest.mark.req("R-128", "R-177")
def test_a_decision_cites_the_minutes_by_the_number_that_they_were_given(printed) -> None:
    cited = "- Căn cứ Biên bản họp bình xét, công nhận mô hình “Dân vận khéo” số 06-BB/ĐU, ngày 02/10/2026;"
    assert cited in printed(DECISION)


@pytest.mark.req("R-141", "R-192")
def test_the_text_of_each_paper_counts_what_its_list_has(printed) -> None:
    shares = "03 mô hình, gồm 01 mô hình của tập thể, 02 mô hình của cá nhân"
    assert any(shares in one for one in printed(SUBMISSION))
    assert any(
        "Công nhận 03 mô hình" in one and "02 mô hình của cá nhân" in one
        for one in printed(DECISION)
    )
    assert any("Tờ trình đề nghị công nhận 03 mô hình" in one for one in printed(MINUTES))


@pytest.mark.req("R-141", "R-185", "R-192")
@pytest.mark.parametrize("order", ["name", "typed", "votes"])
def test_minutes_decision_and_certificates_follow_one_order(run, printed, order: str) -> None:
    decided = names(printed(DECISION, people_order=order))
    assert names(printed(MINUTES, people_order=order)) == decided
    certified = [
        line.partition("“")[2].rpartition("”")[0]
        for one in run(COLLECTIVE, INDIVIDUAL, people_order=order).made
        for line in lines_of(one.path)
        if line.startswith("có mô hình")
    ]
    assert certified == decided


@pytest.mark.req("R-007", "R-124")
def test_the_proposal_is_the_boards_and_goes_to_the_body_that_decides(printed) -> None:
    lines = printed(SUBMISSION)
    assert lines[:4] == ["ĐẢNG ỦY XÃ AN PHÚ", "BAN XÂY DỰNG ĐẢNG", "*", "Số 05-TTr/BXDĐ"]
    assert "Kính trình: Ban Thường vụ Đảng ủy" in lines
    assert "Kính trình: Đảng ủy xã An Phú" in printed(
        SUBMISSION, recognition_authority="T/M ĐẢNG ỦY"
    )
    assert lines[lines.index("TRƯỞNG BAN") + 5] == "Vũ Thị Dung"


@pytest.mark.req("R-123", "R-124")
def test_the_proposal_rests_on_the_notice_of_results(printed) -> None:
    assert any("Thông báo số 31-TB/ĐU, ngày 28/9/2026" in one for one in printed(SUBMISSION))


@pytest.mark.req("R-114", "T-14")
def test_the_proposal_says_who_found_a_discovered_model_and_why_it_is_proposed(printed) -> None:
    lines = printed(SUBMISSION)
    at = lines.index("Lý do đề xuất công nhận")
    assert lines[at + 1 : at + 6] == [
        "1", "Bếp ăn nghĩa tình", "Nguyễn Thị Ánh", "Đoàn kiểm tra", "Cách làm hay, tiết kiệm",
    ]  # fmt: skip


@pytest.mark.req("R-114")
def test_a_proposal_without_discovered_models_does_not_speak_of_them(printed) -> None:
    lines = printed(SUBMISSION, only=("MH01", "MH03"))
    assert not any("phát hiện" in one.lower() for one in lines)


@pytest.mark.req("R-114", "R-189")
@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (
            "| Đoàn kiểm tra | Cách làm hay, tiết kiệm |",
            "| Đoàn kiểm tra |                         |",
            "details",
        ),
        (
            "|         | MH04  |                | ",
            "|         | MH02  |                | ",
            "models",
        ),
    ],
    ids=["no reason", "no row at all"],
)
def test_a_discovered_model_without_its_reason_stops_the_proposal(
    run, old: str, new: str, where: str
) -> None:
    assert old in TEXT
    report = run(SUBMISSION, text=TEXT.replace(old, new))
    assert ("VB-004", where) in {(one.code, one.place.sheet_key) for one in report.findings}
    assert report.made == ()


@pytest.mark.req("R-114", "R-124", "R-189")
@pytest.mark.parametrize("kind", [SUBMISSION, DECISION])
def test_a_model_that_was_heard_needs_its_notice_a_discovered_one_does_not(run, kind: str) -> None:
    assert run(kind).findings == ()
    report = run(
        kind,
        text=TEXT.replace(
            "Đạt       |                   | 31-TB/ĐU |",
            "Đạt       |                   |          |",
        ),
    )
    assert [(one.code, one.place.column_key) for one in report.findings] == [
        ("VB-004", "notice_number")
    ]
    assert report.made == ()


@pytest.mark.req("R-128", "R-133")
def test_the_minutes_tell_who_met_how_it_was_voted_and_what_was_concluded(printed) -> None:
    lines = printed(MINUTES)
    for line in (
        "Số 06-BB/ĐU",
        "Hồi 8 giờ 00, ngày 02 tháng 10 năm 2026, tại Phòng họp, Ban Thường vụ Đảng ủy họp bình xét, công nhận mô hình “Dân vận khéo” năm 2026.",
        "- Triệu tập: 12; có mặt: 11. Vắng: một đồng chí đi học.",
        "3. Kết quả bình xét: phiếu phát ra 11, thu về 11, hợp lệ 11.",
        "Thống nhất công nhận 03 mô hình.",
    ):
        assert line in lines
    at = lines.index("Tuyến đường hoa")
    assert lines[at + 2 : at + 4] == ["10", "90,9%"]


@pytest.mark.req("R-113", "R-128")
def test_a_reason_of_absence_typed_as_a_sentence_ends_with_one_full_stop(printed) -> None:
    text = TEXT.replace("một đồng chí đi học", "một đồng chí đi học.")
    assert "- Triệu tập: 12; có mặt: 11. Vắng: một đồng chí đi học." in printed(MINUTES, text=text)


@pytest.mark.req("R-113")
def test_half_a_tenth_of_a_share_is_rounded_up(printed) -> None:
    """9 of 16 are 56,25 %, which people and Excel round to 56,3 %."""
    ballots = TEXT.replace("| 11 | 11 | 11 | Thống nhất", "| 16 | 16 | 16 | Thống nhất")
    text = ballots.replace("01/2026 | 10 |", "01/2026 | 9 |").replace("12       | 11 ", "16 | 16 ")
    lines = printed(MINUTES, text=text)
    at = lines.index("Tuyến đường hoa")
    assert lines[at + 2 : at + 4] == ["09", "56,3%"]


@pytest.mark.req("R-113")
def test_votes_that_were_not_recorded_are_dotted(printed) -> None:
    lines = printed(MINUTES)
    at = lines.index("Bếp ăn nghĩa tình")
    assert lines[at + 2 : at + 4] == ["………", ""]


@pytest.mark.req("R-128", "R-189")
def test_minutes_without_a_chair_are_not_made(run) -> None:
    report = run(
        MINUTES, text=TEXT.replace("| Phòng họp  | Lê Minh Tâm |", "| Phòng họp  |             |")
    )
    assert [(one.code, one.place.column_key) for one in report.findings] == [("VB-004", "chair")]


@pytest.mark.req("R-178")
def test_a_collectives_certificate_names_it_its_model_and_the_decision(printed) -> None:
    assert [one for one in printed(COLLECTIVE) if one] == [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐẢNG ỦY XÃ AN PHÚ",
        "GIẤY CHỨNG NHẬN",
        "Tập thể:",
        "Chi bộ thôn Hạ",
        "có mô hình “Tuyến đường hoa”",
        "được công nhận là mô hình “Dân vận khéo” năm 2026",
        "Quyết định số 41-QĐ/ĐU, ngày 05/10/2026",
        "Số giấy chứng nhận: 01/2026",
        "An Phú, ngày 05 tháng 10 năm 2026",
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ THƯỜNG TRỰC",
        "Lê Minh Tâm",
    ]


@pytest.mark.req("R-054", "R-178")
def test_a_persons_certificate_has_post_and_unit_where_there_are_any(run) -> None:
    resident, head = (lines_of(one.path) for one in run(INDIVIDUAL).made)
    assert head[head.index("Trần Văn Đức") + 1] == "Trưởng thôn, thôn Hạ"
    assert resident[resident.index("Nguyễn Thị Ánh") + 1] == "có mô hình “Bếp ăn nghĩa tình”"


@pytest.mark.req("R-141", "R-178")
def test_a_unit_that_the_post_names_is_not_named_again(printed) -> None:
    text = TEXT.replace("| Trưởng thôn | thôn Hạ ", "| Bí thư Chi bộ thôn Hạ | Thôn Hạ ")
    certified = printed(INDIVIDUAL, only=("MH03",), text=text)
    assert certified[certified.index("Trần Văn Đức") + 1] == "Bí thư Chi bộ thôn Hạ"
    decided = printed(DECISION, text=text)
    named = decided[decided.index("Hiến đất mở đường") + 1]
    assert named == "Trần Văn Đức, Bí thư Chi bộ thôn Hạ"


@pytest.mark.parametrize(
    ("post", "unit", "told"),
    [
        ("Bí thư Chi bộ thôn 12", "thôn 1", "Bí thư Chi bộ thôn 12, thôn 1"),
        ("Bí thư Chi bộ thôn 1, Trưởng thôn", "Thôn 1", "Bí thư Chi bộ thôn 1, Trưởng thôn"),
    ],
)
def test_a_unit_is_named_where_the_post_has_all_its_words(
    printed, post: str, unit: str, told: str
) -> None:
    text = TEXT.replace("| Trưởng thôn | thôn Hạ ", f"| {post} | {unit} ")
    certified = printed(INDIVIDUAL, only=("MH03",), text=text)
    assert certified[certified.index("Trần Văn Đức") + 1] == told


@pytest.mark.req("R-178")
@pytest.mark.parametrize(
    ("gender", "addressed"), [("Nam", "Ông:"), ("Nữ", "Bà:"), ("", "Ông (Bà):")]
)
def test_a_person_is_spoken_of_as_what_he_or_she_is(printed, gender: str, addressed: str) -> None:
    text = TEXT.replace("| managing_organisation |", "| managing_organisation | gender |", 1)
    rows = [
        f"{row} {gender if row.split('|')[2].strip() == 'CT03' else ''} |"
        if row.startswith("|             | CT0")
        else row
        for row in text.splitlines()
    ]
    assert addressed in printed(INDIVIDUAL, only=("MH03",), text="\n".join(rows))


@pytest.mark.req("R-127", "R-178")
def test_a_model_that_failed_has_no_certificate(run) -> None:
    files = [one.path.stem for one in run(COLLECTIVE, INDIVIDUAL).made]
    assert files == [
        "giay-chung-nhan-tap-the-2026-mh01",
        "giay-chung-nhan-ca-nhan-2026-mh04",
        "giay-chung-nhan-ca-nhan-2026-mh03",
    ]


@pytest.mark.req("R-178", "R-189")
def test_there_is_no_certificate_before_the_decision(run) -> None:
    report = run(
        COLLECTIVE,
        text=TEXT.replace(
            "| 41-QĐ/ĐU | 05/10/2026 | 01/2026 |", "|          |            |         |"
        ),
    )
    assert [(one.code, one.place.column_key) for one in report.findings] == [
        ("VB-004", "decision_number"),
        ("VB-004", "decision_date"),
    ]
    assert report.made == ()


@pytest.mark.req("R-178", "R-187")
def test_a_certificate_without_a_number_of_its_own_leaves_it_blank(printed) -> None:
    lines = printed(COLLECTIVE, text=TEXT.replace("| 01/2026 |", "|         |"))
    assert "Số giấy chứng nhận:" in lines


@pytest.mark.req("R-178")
def test_a_certificate_with_long_names_stays_on_one_page(run) -> None:
    name = "Vận động Nhân dân hiến đất, góp công mở rộng đường ngõ xóm, xây dựng tuyến đường hoa tự quản sáng - xanh - sạch - đẹp"
    post = "Phó Bí thư Chi bộ, Trưởng Ban công tác Mặt trận, Chi hội trưởng Chi hội Cựu chiến binh"
    text = TEXT.replace("Hiến đất mở đường", name).replace("Trưởng thôn", post)
    (printed,), _lost = as_pdf(run(INDIVIDUAL, only=("MH03",), text=text).made)
    assert len(PdfReader(printed.path).pages) == 1


@pytest.mark.parametrize("kind", [COLLECTIVE, SUBMISSION, MINUTES])
def test_what_comes_out_satisfies_both_validators(run, kind: str) -> None:
    (made,) = run(kind).made
    assert audit_faults(made.path) == []
    assert sdk_faults(made.path) == []
