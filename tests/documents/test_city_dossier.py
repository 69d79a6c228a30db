"""The dossier for the city, word by word, as it comes out of the small book of nominees."""

from pathlib import Path

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import LIST, SUBMISSION, SUMMARY, changed, lines_of, runner, seen


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    return runner(rules, layout, tmp_path)


@pytest.fixture
def printed(run):
    """The lines of one paper."""
    return lambda kind, **how: lines_of(run(kind, **how))


def numbered(day: str, *others: tuple[str, str]) -> str:
    """The text of the book with number and day of the submission in the register."""
    pending = "thành phố | | | | Chờ số |"
    return changed((pending, f"thành phố | 57-TTr/ĐU | {day} | | Đã ban hành |"), *others)


@pytest.mark.req("R-134")
def test_the_submission_is_laid_before_the_city_body_and_cites_the_minutes(printed) -> None:
    lines = printed(SUBMISSION)
    assert lines[3] == "Số -TTr/ĐU"
    assert "Kính trình: Ban Tuyên giáo và Dân vận Thành ủy" in lines
    cited = [one for one in lines if one.startswith("- Căn cứ")]
    named = ("12-HD/BTGDVTU", "07-HD/ĐU", "số 12-BB/ĐU, ngày 05/10/2026,")
    assert [name in line for name, line in zip(named, cited, strict=True)] == [True] * 3


@pytest.mark.req("R-134")
def test_a_submission_of_before_the_new_form_is_addressed_not_laid_before(printed) -> None:
    in_spring = (("25/9", "25/4"), ("28/9", "28/4"), ("02/10/", "02/5/"), ("05/10/", "05/5/"))
    lines = printed(SUBMISSION, text=numbered("08/5/2026", *in_spring))
    assert "Kính gửi: Ban Tuyên giáo và Dân vận Thành ủy" in lines


@pytest.mark.req("R-132", "R-138")
def test_the_submission_encloses_four_parts_the_reports_in_three_bound_sets_each(printed) -> None:
    lines = printed(SUBMISSION)
    at = lines.index("Hồ sơ gửi kèm gồm:")
    assert [one.partition(":")[2].strip() for one in lines[at + 1 : at + 5]] == [
        "01 bản.",
        "04 báo cáo, mỗi báo cáo 03 bộ, cộng 12 quyển.",
        "01 bản.",
        "01 bản.",
    ]


@pytest.mark.req("R-132", "R-133", "R-192")
def test_the_submission_counts_the_minutes_of_each_meeting_that_chose_as_the_slip_does(run) -> None:
    second = "| | CH03 | Họp bình xét điển hình | 05/10/2026 | 16h00 | Phòng họp | Lê Minh Tâm | Đỗ Thị Xoan |"
    moved = "MTTQ xã | CH02 | 8 |", "MTTQ xã | CH03 | 8 |"
    numbered = changed(("| hearings |", f"{second}{' |' * 7}\n| hearings |"), moved)
    name = "Biên bản họp bình xét điển hình “Dân vận khéo”"
    both = f"1. {name} số 12-BB/ĐU, ngày 05/10/2026; {name} ngày 05/10/2026: 02 bản."
    assert both in lines_of(run(SUBMISSION, text=numbered))
    alike = numbered.replace("| 12-BB/ĐU | 05/10/2026 | CH02 |", "| | | CH02 |")
    assert f"1. {name} ngày 05/10/2026: 02 bản." in lines_of(run(SUBMISSION, text=alike))


@pytest.mark.req("R-140", "R-192")
def test_the_total_of_a_list_names_no_kind_of_which_there_is_none(printed) -> None:
    assert "Danh sách gồm 04 tập thể, cá nhân (02 tập thể, 02 cá nhân)." in printed(LIST)
    rest = "Chi bộ thôn Trung | CH02 | 9 | ", "Chi bộ thôn Hạ | CH02 | 10 | "
    persons = changed(*((f"{one}Có | 06/10/2026", f"{one}Không | ") for one in rest))
    assert "Danh sách gồm 02 cá nhân." in printed(LIST, text=persons)


@pytest.mark.req("R-139", "R-141")
def test_the_summary_tells_birth_post_model_achievements_and_grading(printed) -> None:
    lines = printed(SUMMARY)
    at = lines.index("Trần Văn Đức")
    assert lines[at + 1 : at + 4] == [
        "1975; Trưởng thôn; thôn Hạ",
        "Hiến đất mở đường; Kinh tế",
        "Vận động 20 hộ hiến đất",
    ]
    assert lines[lines.index("Trồng 1,5 km đường hoa") + 1].startswith("Hoàn thành tốt nhiệm vụ")


@pytest.mark.req("R-097", "R-140")
def test_the_list_tells_post_unit_model_field_and_the_decision(printed) -> None:
    lines = printed(LIST)
    at = lines.index("Trần Văn Đức")
    assert lines[at + 1 : at + 6] == [
        "Trưởng thôn",
        "thôn Hạ",
        "Hiến đất mở đường",
        "Kinh tế",
        "41-QĐ/ĐU, 02/10/2026",
    ]


@pytest.mark.req("R-134", "R-139", "R-140")
@pytest.mark.parametrize("kind", [SUMMARY, LIST])
def test_what_goes_with_the_submission_bears_its_number_and_day(printed, kind: str) -> None:
    attached = "(kèm theo Tờ trình số 57-TTr/ĐU, ngày 09/10/2026 của Ban Thường vụ Đảng ủy)"
    assert attached in printed(kind, text=numbered("09/10/2026"))


@pytest.mark.req("R-097", "R-189")
def test_a_nominee_whose_model_is_not_recognised_stops_the_dossier(run) -> None:
    text = changed(("MH04 | CH01 | 25/9/2026 | Đạt", "MH04 | CH01 | 25/9/2026 | Không đạt"))
    report = run(SUBMISSION, LIST, text=text)
    assert ("VB-005", "model") in seen(report.findings)
    assert report.made == ()
