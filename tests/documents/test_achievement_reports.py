"""Reports of achievements, word by word, as they come out of the small book of nominees."""

from pathlib import Path

import pytest

from dvk_office.documents.kept import unwritten
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import COLLECTIVE, INDIVIDUAL, LEADER, changed, lines_of, runner
from tests.paper_book import field_names, filled, paper_text, squeezed


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    return runner(rules, layout, tmp_path)


@pytest.fixture
def printed(run):
    """The lines of one paper."""
    return lambda kind, **how: lines_of(run(kind, **how))


@pytest.mark.req("R-138")
def test_every_report_is_printed_in_the_sets_that_the_guidance_asks_for(rules: Rules) -> None:
    (sets,) = [part.copies for part in rules.dossier_parts if part.key == "achievement_report"]
    assert {paper_kinds()[key].copies for key in (COLLECTIVE, INDIVIDUAL, LEADER)} == {sets}


@pytest.mark.req("R-096", "R-098", "R-135")
def test_a_collective_reports_by_the_criteria_of_its_model_and_its_own(
    printed, rules: Rules
) -> None:
    lines = printed(COLLECTIVE, only=("CT01",))
    for one in rules.criteria:
        assert f"{one.number}. {one.label}" in lines
    for line in (
        "Kế hoạch thực hiện số 01-KH/CB, ngày 04/02/2026. Ra mắt ngày 01/3/2026.",
        "Số người tham gia: 1.250. Tiền huy động: 12.000.000 đồng.",
        "Hồ sơ lưu gồm: bản đăng ký, kế hoạch thực hiện, minh chứng ra mắt. Nơi lưu: Tủ 1.",
        "Xếp loại: Hoàn thành tốt nhiệm vụ (năm 2026, dự kiến).",
    ):
        assert line in lines


@pytest.mark.req("R-152")
def test_a_report_keeps_the_results_of_the_day_on_which_it_came_in(printed) -> None:
    lines = printed(COLLECTIVE, only=("CT01",))
    assert "II. KẾT QUẢ THỰC HIỆN MÔ HÌNH (số liệu đến ngày 31/8/2026)" in lines
    later = changed(("| Có | 06/10/2026", "| Có |"))
    assert any(
        "đến ngày 15/11/2026" in one for one in printed(COLLECTIVE, text=later, only=("CT01",))
    )


def test_a_criterion_of_which_the_workbook_tells_nothing_is_left_to_people(run) -> None:
    (made,) = run(COLLECTIVE, only=("CT02",)).made
    assert len(unwritten(made.path.read_bytes())) == 1 + 6
    (told,) = run(COLLECTIVE, only=("CT01",)).made
    assert len(unwritten(told.path.read_bytes())) == 1


@pytest.mark.req("R-135")
def test_earlier_awards_are_told_by_year_and_none_is_said(printed) -> None:
    lines = printed(COLLECTIVE, only=("CT01",))
    at = lines.index("2023")
    assert lines[at : at + 4] == [
        "2023",
        "Bằng khen",
        "Số 18/QĐ-UBND, ngày 05/01/2023",
        "Chủ tịch UBND thành phố",
    ]
    assert lines[at + 4] == "2025"
    assert "Chưa được tặng hình thức khen thưởng nào." in printed(COLLECTIVE, only=("CT02",))


@pytest.mark.req("R-110", "R-135")
@pytest.mark.parametrize(
    ("kind", "code", "asked"),
    [(INDIVIDUAL, "CT04", ("individual",)), (LEADER, "CT03", ("individual", "leader"))],
)
def test_a_person_answers_six_criteria_who_leads_three_more(
    printed, rules: Rules, kind: str, code: str, asked: tuple[str, ...]
) -> None:
    lines = printed(kind, only=(code,))
    titles = [one for one in lines if one.startswith("- ") and one.endswith(": đạt")]
    labels = [one.label for one in rules.exemplar_criteria if one.who in asked]
    assert titles == [f"- {label}: đạt" for label in labels]


@pytest.mark.req("R-108")
def test_who_leads_names_the_model_that_he_directed(printed) -> None:
    assert "Đã chỉ đạo mô hình “Hiến đất mở đường” (loại đăng ký: mới)." in printed(LEADER)


@pytest.mark.req("R-054", "R-136", "T-18")
def test_who_is_in_no_party_is_confirmed_by_the_cell_where_he_lives(printed) -> None:
    lines = printed(INDIVIDUAL)
    assert "Cấp ủy trực tiếp quản lý: Chi bộ thôn Trung." in lines
    assert not any(one.startswith("Chức vụ trong Đảng") for one in lines)
    at = lines.index("TRỰC TIẾP QUẢN LÝ")
    assert lines[at - 1] == "XÁC NHẬN CỦA CẤP ỦY"
    assert lines[at + 1] == "Chi bộ thôn Trung"
    assert lines.index("Hồ Văn Cam") > at


@pytest.mark.req("R-136", "R-137")
def test_a_report_has_three_places_to_sign(printed) -> None:
    lines = printed(INDIVIDUAL)
    places = [
        "NGƯỜI BÁO CÁO",
        "TRỰC TIẾP QUẢN LÝ",
        "ĐẢNG ỦY XÃ AN PHÚ",
    ]
    assert [one for one in lines if one in places] == places


@pytest.mark.req("R-136", "R-137", "T-19")
@pytest.mark.parametrize(("once", "confirmations"), [("Có", 1), ("Không", 2)])
def test_whom_the_commune_manages_itself_has_one_confirmation_or_two_as_the_office_chose(
    printed, once: str, confirmations: int
) -> None:
    lines = printed(COLLECTIVE, only=("CT01",), one_confirmation=once)
    assert "Tổ chức đảng trực tiếp quản lý: Đảng ủy xã An Phú." in lines
    assert sum(one.startswith("XÁC NHẬN CỦA") for one in lines) == confirmations
    moved = changed(("1960 | | | thôn Trung | TC02", "1960 | | | thôn Trung | TC03"))
    person = printed(INDIVIDUAL, text=moved, one_confirmation=once)
    assert sum(one.startswith("XÁC NHẬN CỦA") for one in person) == confirmations


def test_a_report_is_headed_by_those_who_write_it(printed) -> None:
    assert printed(COLLECTIVE, only=("CT02",))[:2] == ["CHI BỘ THÔN TRUNG", "TỔ DÂN VẬN THÔN TRUNG"]
    assert printed(COLLECTIVE, only=("CT01",))[:2] == ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN HẠ"]
    assert printed(LEADER)[:2] == ["ĐẢNG BỘ XÃ AN PHÚ", "CHI BỘ THÔN HẠ"]


def test_what_people_wrote_under_a_criterion_stands_there_when_the_report_is_made_again(
    run,
) -> None:
    (first,) = run(COLLECTIVE, only=("CT02",)).made
    words = "Treo 20 pa nô, phát 300 tờ gấp."
    first.path.write_bytes(filled(first.path.read_bytes(), words, at=1))
    (again,) = run(COLLECTIVE, only=("CT02",)).made
    lines = [squeezed(one) for one in paper_text(again.path).splitlines()]
    at = lines.index("3. Tuyên truyền rộng rãi để nhiều người biết, hưởng ứng")
    assert lines[at + 1] == words
    assert lines.count(words) == 1


def test_the_fields_of_a_report_have_names_of_their_own(run) -> None:
    for code, kind in (("CT02", COLLECTIVE), ("CT03", LEADER)):
        (made,) = run(kind, only=(code,)).made
        names = field_names(made.path.read_bytes())
        assert len(set(names)) == len(names) > 1
