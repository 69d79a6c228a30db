"""What a hearing rests on: the report of the subject and the sheets of the appraisers."""

from pathlib import Path

import pytest

from dvk_office.jobs.report import Report
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.appraisal_book import TEXT, lines_of, made

REPORT, SHEET = "result_report", "score_sheet"


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    """The job on the small book, changed as the test says."""

    def job(*kinds: str, **changed: object) -> Report:
        return made(rules, layout, tmp_path, *kinds, **changed)

    return job


@pytest.fixture
def papers(run):
    """The lines of every paper that comes out, by the end of its file's name."""

    def lines(kind: str, **changed: object) -> dict[str, list[str]]:
        report = run(kind, **changed)
        return {one.path.stem.partition("2026-")[2]: lines_of(one.path) for one in report.made}

    return lines


@pytest.mark.req("R-118", "R-152")
def test_a_report_gives_the_figures_of_the_day_of_its_hearing_not_later_ones(papers) -> None:
    lines = papers(REPORT, only=("MH01",))["mh01"]
    assert {"So với mục tiêu: 1,5/2 km.", "Số người hưởng lợi: 1.250."} <= set(lines)
    assert any(
        "(số liệu đến ngày 31/8/2026)" in one and "30.000.000 đồng; 120 ngày công" in one
        for one in lines
    )
    assert not any("Đã trồng 2 km." in one for one in lines)


@pytest.mark.req("R-118")
def test_a_goal_in_per_cent_is_compared_with_the_sign_behind_both_figures(papers) -> None:
    lines = papers(REPORT, only=("MH01",), text=TEXT.replace("| km ", "| %  "))["mh01"]
    assert "So với mục tiêu: 1,5%/2%." in lines


@pytest.mark.req("R-118", "R-152")
def test_a_report_of_a_model_without_a_hearing_gives_the_last_figures(papers) -> None:
    text = TEXT.replace("| MH01  | CH01    |", "| MH03  | CH01    |")
    lines = papers(REPORT, only=("MH01",), text=text)["mh01"]
    assert "6. Kết quả, hiệu quả: Đã trồng 2 km." in lines


@pytest.mark.req("R-075", "R-118")
def test_a_report_tells_of_registration_launch_and_inspections(papers) -> None:
    lines = papers(REPORT, only=("MH01",))["mh01"]
    assert "1. Đăng ký: ngày 05/02/2026." in lines
    assert any(one.endswith("; ra mắt ngày 10/3/2026.") for one in lines)
    assert "- Chủ thể tự kiểm tra ngày 20/6/2026: Đúng tiến độ." in lines


@pytest.mark.req("R-085", "R-118")
def test_a_model_that_need_not_be_launched_reports_no_launch(papers) -> None:
    lines = papers(REPORT, only=("MH02",))["mh02"]
    assert not any("ra mắt ngày" in one for one in lines)


@pytest.mark.req("R-118")
def test_only_a_goal_with_a_figure_is_compared_with_what_was_reached(papers) -> None:
    lines = papers(REPORT, only=("MH02",))["mh02"]
    assert not any(one.startswith("So với mục tiêu") for one in lines)


@pytest.mark.req("R-114", "R-118")
def test_a_discovered_model_says_who_found_it_in_place_of_its_registration(papers) -> None:
    lines = papers(REPORT, only=("MH04",))["mh04"]
    assert any(one.endswith("nơi phát hiện: Đoàn kiểm tra.") for one in lines)
    assert not any("kế hoạch số" in one for one in lines)


@pytest.mark.req("R-118")
def test_a_report_is_headed_by_the_unit_and_confirmed_by_its_committee(papers) -> None:
    lines = papers(REPORT, only=("MH03",))["mh03"]
    assert lines[:2] == ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN HẠ"]
    assert {"XÁC NHẬN CỦA CẤP ỦY", "ĐẠI DIỆN CHỦ THỂ"} <= set(lines)


@pytest.mark.req("R-092", "R-118")
def test_a_report_lists_what_was_filed_before_it(papers) -> None:
    archive = """
| archive | model | registration | plan | launch_evidence | result_report | appraisal_minutes |
|         | MH01  | Có           | Có   | Thiếu           | Có            | Có                |
"""
    lines = papers(REPORT, only=("MH01",), text=TEXT + archive)["mh01"]
    assert "8. Hồ sơ lưu: Bản đăng ký; kế hoạch thực hiện." in lines


@pytest.mark.req("R-189")
def test_a_report_without_a_name_of_the_model_is_not_made(run) -> None:
    report = run(
        REPORT, only=("MH02",), text=TEXT.replace("| Tổ tự quản        |", "|                   |")
    )
    assert ("VB-004", "name") in {(one.code, one.place.column_key) for one in report.findings}
    assert report.made == ()


@pytest.mark.req("R-174")
def test_there_is_a_sheet_for_every_appraiser_and_model_but_for_who_stood_back(papers) -> None:
    found = papers(SHEET)
    assert sorted(found) == [
        "mh01-01", "mh01-02", "mh02-01", "mh02-02", "mh02-03", "mh03-01", "mh03-02", "mh03-03",
    ]  # fmt: skip
    assert not any("Người đánh giá: Phạm Đạt" in found[one] for one in ("mh01-01", "mh01-02"))


@pytest.mark.req("R-080", "R-092", "R-174")
def test_a_sheet_has_every_criterion_of_the_year_with_its_parts(papers, rules: Rules) -> None:
    lines = papers(SHEET, only=("MH01",))["mh01-01"]
    for criterion in rules.criteria:
        assert lines[lines.index(criterion.label) - 1] == str(criterion.number)
        for part in criterion.parts:
            at = lines.index(part.key)
            assert lines[at + 1].startswith(f"{part.label}: ")


@pytest.mark.req("R-095", "R-174")
def test_a_sheet_is_filled_with_what_the_scores_hold(papers, rules: Rules) -> None:
    lines = papers(SHEET, only=("MH01",))["mh01-01"]
    at = lines.index(rules.criteria[0].label)
    assert lines[at + 1 : at + 6] == ["☒ Đạt", "☐ Không đạt", "10", "9,5", "Tên gọi rõ."]
    assert "Tổng điểm: 92,5/100 (điểm chỉ để xếp thứ tự, không bù cho tiêu chí không đạt)." in lines
    assert "Kết luận (đạt khi đủ các tiêu chí áp dụng): ☒ Đạt ☐ Không đạt" in lines
    assert "Nhận xét chung: Nên duy trì." in lines


@pytest.mark.req("R-174")
def test_a_sheet_that_nobody_filled_in_has_empty_boxes_and_dots(papers, rules: Rules) -> None:
    lines = papers(SHEET, only=("MH02",))["mh02-01"]
    assert not any("☒" in one for one in lines)
    assert lines.count("☐ Đạt") == len(rules.criteria)
    assert lines[lines.index("NGƯỜI ĐÁNH GIÁ") + 6] == "Vũ Thị Dung"
    assert "An Phú, ngày tháng năm 2026" in lines


@pytest.mark.req("R-085", "R-174")
def test_only_what_new_models_must_do_can_be_not_applicable_to_others(papers) -> None:
    new, old = (papers(SHEET, only=(code,))[f"{code.lower()}-01"] for code in ("MH01", "MH03"))
    assert "☐ Không áp dụng" not in new
    assert old.count("☐ Không áp dụng") == 1
    assert "Có tổ chức ra mắt: không áp dụng với mô hình này." in old


@pytest.mark.req("R-080", "R-084", "R-087", "R-088", "R-174")
def test_beside_each_part_stands_what_the_workbook_knows(papers) -> None:
    lines = papers(SHEET, only=("MH01",))["mh01-01"]
    for line in (
        "Đăng ký với cơ quan, đơn vị phát động phong trào: đăng ký ngày 05/02/2026.",
        "Có kế hoạch cụ thể: kế hoạch số 01-KH/CB, ngày 04/02/2026.",
        "Có tổ chức ra mắt: ra mắt ngày 10/3/2026.",
        "Nhiều lực lượng cùng tham gia: 40 người tham gia; phối hợp: Chi hội Phụ nữ.",
        "Huy động được nguồn lực xã hội hóa: 30.000.000 đồng; 120 ngày công.",
    ):
        assert line in lines
    bare = papers(SHEET, only=("MH03",))["mh03-01"]
    assert "Huy động được nguồn lực xã hội hóa: sổ chưa ghi." in bare


@pytest.mark.req("R-087", "R-174")
def test_a_fact_typed_as_a_sentence_ends_with_one_full_stop(papers) -> None:
    text = TEXT.replace("Chi hội Phụ nữ  | Mỗi hộ", "Chi hội Phụ nữ. | Mỗi hộ")
    lines = papers(SHEET, only=("MH01",), text=text)["mh01-01"]
    known = "Nhiều lực lượng cùng tham gia: 40 người tham gia; phối hợp: Chi hội Phụ nữ."
    assert known in lines


@pytest.mark.req("R-174", "T-33")
def test_a_team_that_concludes_jointly_has_one_sheet_for_each_model(papers) -> None:
    found = papers(SHEET, only=("MH02",), appraisal_mode="joint")
    assert list(found) == ["mh02-01"]
    assert "Người đánh giá: ĐOÀN" in found["mh02-01"]


@pytest.mark.req("R-094", "R-189")
def test_points_above_their_maximum_stop_that_sheet_alone(run) -> None:
    report = run(SHEET, only=("MH01",), text=TEXT.replace("| Đạt | 9,5 |", "| Đạt | 19 |"))
    assert ("VB-005", "p1") in {(one.code, one.place.column_key) for one in report.findings}
    assert [one.path.stem[-7:] for one in report.made] == ["mh01-02"]


@pytest.mark.req("R-094", "T-33")
def test_a_sheet_prints_the_maxima_that_the_office_chose(papers) -> None:
    own = papers(SHEET, only=("MH02",), appraisal_mode="joint", points_c1="12,5", points_c2="7,5")
    ours = papers(SHEET, only=("MH02",), appraisal_mode="joint")
    told = {name: "\n".join(found["mh02-01"]) for name, found in (("own", own), ("ours", ours))}
    assert [told[name].count("12,5") for name in ("own", "ours")] == [1, 0]
