"""Days, counts and numbers as an office writes them."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.documents.wording import (
    clock,
    count,
    counted,
    day_cited,
    end_bound,
    ended,
    joined,
    last_bound,
    long_day,
    number_text,
    short_day,
    stopped,
    tenths,
    weekday,
)

BLANK = "\u00a0" * 4  # short enough for place and day to stay in one line


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 2, 5), "05/02/2026", "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 10), "10/3/2026", "ngày 10 tháng 3 năm 2026"),
        (date(2026, 5, 27), "27/5/2026", "ngày 27 tháng 5 năm 2026"),
        (date(2026, 10, 1), "01/10/2026", "ngày 01 tháng 10 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_nought(
    day: date, short: str, long: str
) -> None:
    assert (short_day(day), long_day(day, 2026)) == (short, long)


@pytest.mark.req("R-187")
def test_a_day_not_known_yet_is_left_blank_for_the_clerk() -> None:
    assert long_day(None, 2026) == f"ngày {BLANK} tháng {BLANK} năm 2026"
    assert day_cited(None, 2026) == long_day(None, 2026)


def test_an_hour_is_written_out_with_both_figures_of_its_minutes() -> None:
    assert [clock(time(7, 30)), clock(time(13, 5)), clock(None)] == ["7 giờ 30", "13 giờ 05", ""]


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 9, 7), "thứ Hai"), (date(2026, 9, 8), "thứ Ba"), (date(2026, 9, 13), "Chủ nhật")],
)
def test_a_day_has_its_name_in_the_week(day: date, name: str) -> None:
    assert weekday(day) == name


def test_a_count_that_is_not_on_record_is_dotted_and_nought_is_nought() -> None:
    assert [counted(None, "…"), counted(0, "…"), counted(7, "…")] == ["…", "0", "07"]


def test_a_known_day_is_cited_short() -> None:
    assert day_cited(date(2026, 10, 5), 2026) == "ngày 05/10/2026"


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (5, "05"), (10, "10"), (45, "45"), (1250, "1.250")]
)
def test_counts_below_ten_have_a_nought(number: int, written: str) -> None:
    assert count(number) == written


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [(92.28, 2, "92,28"), (70_000_000, 0, "70.000.000"), (1234.5, 1, "1.234,5"), (-3, 0, "-3")],
)
def test_a_point_parts_thousands_and_a_comma_decimals(
    number: float, decimals: int, written: str
) -> None:
    assert number_text(number, decimals) == written


@settings(max_examples=60)
@given(st.integers(0, 10**12))
def test_a_count_is_read_back_as_itself(number: int) -> None:
    assert int(count(number).replace(".", "")) == number


def test_each_line_of_a_list_has_its_end_and_the_last_its_own() -> None:
    lines = ended(("Một;", "Hai", "Ba. "), start="- ", end=";", last=".")
    assert lines == ("- Một;", "- Hai;", "- Ba.")


def test_a_single_line_has_the_last_end() -> None:
    assert ended(("Một",), start="- ", end=";", last=".") == ("- Một.",)


def test_no_lines_make_no_list() -> None:
    assert ended((), start="- ", end=";", last=".") == ()


def test_parts_that_are_not_there_leave_no_gap() -> None:
    assert joined(["Trần Văn Đức", "", "thôn Hạ"], ", ") == "Trần Văn Đức, thôn Hạ"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Họp dân", "Họp dân."),
        ("Họp dân.", "Họp dân."),
        ("từ 80%", "từ 80%."),
        ("…", "…"),
        ("", ""),
    ],
)
def test_a_text_typed_without_a_mark_at_its_end_has_one_full_stop(typed: str, printed: str) -> None:
    assert stopped(typed) == printed


def test_a_year_stays_beside_the_word_before_it_below_a_place_with_a_long_name() -> None:
    assert last_bound("ngày 05 tháng 02 năm 2027") == "ngày 05 tháng 02 năm\u00a02027"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("ĐẢNG ỦY XÃ AN PHÚ", "ĐẢNG ỦY XÃ AN PHÚ"),
        ("ĐẢNG ỦY PHƯỜNG TÂN GIANG", "ĐẢNG ỦY PHƯỜNG TÂN\u00a0GIANG"),
        ("HỢP TÁC XÃ NÔNG NGHIỆP AN PHÚ", "HỢP TÁC XÃ NÔNG NGHIỆP AN\u00a0PHÚ"),
        ("ĐẢNGỦYXÃANPHÚTHÀNHPHỐMINHGIANG", "ĐẢNGỦYXÃANPHÚTHÀNHPHỐMINHGIANG"),
    ],
)
def test_a_name_too_long_for_one_line_is_not_parted_before_its_last_word(
    name: str, printed: str
) -> None:
    assert end_bound(name) == printed


@pytest.mark.req("R-113")
@pytest.mark.parametrize(
    ("number", "text"), [(56.25, "56,3"), (31.25, "31,3"), (200 / 3, "66,7"), (50, "50"), (0, "0")]
)
def test_half_a_tenth_goes_up(number: float, text: str) -> None:
    assert tenths(number) == text
