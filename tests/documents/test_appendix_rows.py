"""What each column of Appendix 01 says of a model."""

from datetime import date

import pytest

from dvk_office.documents.appendix_rows import row_cells
from dvk_office.rules.appendix import appendix_forms
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

DAY = date(2026, 3, 6)
TEXT = """
| organisations | code | name           |
|               | TC01 | Chi bộ thôn Hạ |
| registrants | code | kind     | name           | position    | unit    | managing_organisation |
|             | CT01 | Tập thể  | Chi bộ thôn Hạ |             | thôn Hạ | TC01 |
|             | CT02 | Cá nhân  | Trần Văn Đức   | Trưởng thôn | thôn Hạ | TC01 |
| models | code | name       | registrant | field | origin    | commune_task | since_year | replicated_from | previous_goal | previous_figure | goal | figure | figure_unit | start_date | end_date | launch_planned | launch_date | person_in_charge | note |
|        | MH01 | Đường hoa  | CT01       | VH    | Tiếp tục  | Có    | 2024 |      | Trồng 1 km | 1,25 | Trồng 2 km | 1250 | m  | 16/3/2026 | 15/12/2026 |           |           | Lê Hoa | Làm hai đợt |
|        | MH02 | Giúp nhau  | CT02       | KT    | Nhân rộng | Không |      | MH01 | Việc cũ    | 3    | 5 hộ       | 92,5 | %  |           |            | 20/3/2026 | 06/3/2026 |        |             |
|        | MH03 | Chợ sạch   | CT02       | KT    | Mới       |       | 2023 |      |            |      |            |      |    |           |            | 20/3/2026 | 07/3/2026 |        |             |
| details | model | tasks      | area    | audience |
|         | MH01  | Khảo sát<br>rồi làm | thôn Hạ | 85 hộ |
"""


@pytest.fixture
def cells(rules: Rules, layout: Layout):
    """The columns of a model by the start of their headers."""
    found, form = book(layout, rules, TEXT), appendix_forms()["01"]

    def of(code: str) -> dict[str, str]:
        model = found.by_code("models")[code]
        texts = row_cells(found, layout, form, model, DAY)
        heads = (" ".join(one.header.split()[:2]) for one in form.columns)
        return dict(zip(heads, texts, strict=True))

    return of


@pytest.mark.req("R-170")
def test_a_continued_model_says_last_years_goal_beside_this_years(cells) -> None:
    assert cells("MH01") == {
        "TT": "",
        "Tên mô": "Đường hoa",
        "Chủ thể": "Chi bộ thôn Hạ",
        "Tập thể/": "Tập thể",
        "Tổ chức": "Chi bộ thôn Hạ",
        "Loại đăng": "Tiếp tục",
        "Nội dung,": "Khảo sát\nrồi làm\nTrồng 2 km\nChỉ tiêu: 1.250 m",
        "Mục tiêu,": "Trồng 1 km\nChỉ tiêu: 1,25 m",
        "Địa bàn,": "thôn Hạ; 85 hộ",
        "Thời gian": "",
        "Gắn với": "x",
        "Người phụ": "Lê Hoa",
        "Ghi chú": "Thực hiện từ năm 2024\nLàm hai đợt",
    }


def test_the_time_of_a_model_is_its_first_and_its_last_day(rules: Rules, layout: Layout) -> None:
    found, form = book(layout, rules, TEXT), appendix_forms()["01"]
    texts = row_cells(found, layout, form, found.by_code("models")["MH01"], DAY)
    at = [one.header for one in form.columns].index("Thời gian thực hiện")
    assert texts[at] == "từ 16/3/2026\nđến 15/12/2026"


def test_a_person_stands_with_post_and_unit(cells) -> None:
    assert cells("MH02")["Chủ thể"] == "Trần Văn Đức, Trưởng thôn, thôn Hạ"


def test_only_a_continued_model_shows_last_year(cells) -> None:
    assert cells("MH02")["Mục tiêu,"] == ""
    assert cells("MH03")["Ghi chú"] == ""


def test_a_replicated_model_names_the_one_it_follows(cells) -> None:
    assert cells("MH02")["Ghi chú"] == "Nhân rộng từ: Đường hoa"


def test_a_per_cent_stands_close_to_its_figure(cells) -> None:
    assert cells("MH02")["Nội dung,"] == "5 hộ\nChỉ tiêu: 92,5%"


@pytest.mark.req("T-13")
def test_a_launch_held_by_the_day_is_printed_and_a_later_one_only_as_planned(cells) -> None:
    # both columns of time begin alike; the later one, of the launch, stands in the answer
    assert cells("MH02")["Thời gian"] == "06/3/2026"
    assert cells("MH03")["Thời gian"] == "20/3/2026 (dự kiến)"


def test_empty_cells_leave_no_stray_words(cells) -> None:
    assert cells("MH03")["Nội dung,"] == cells("MH03")["Địa bàn,"] == ""
