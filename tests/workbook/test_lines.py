"""A row has room for every line of its words, as a program breaks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.workbook.build_lines import wrapped_lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("ngắn", 10, 1),
        ("a\nb", 10, 2),
        ("x" * 40, 10, 5),
        ("Không áp dụng", 15, 1),
        ("Không áp dụng", 10, 2),
        ("Dương Thị Minh Phượng", 22, 2),  # LibreOffice breaks it though it has fewer letters
        ("Các đơn vị gửi đăng ký và kế hoạch thực hiện mô hình", 26, 2),
        ("MMMMMMMMMM", 10, 2),
        ("iiiiiiiiiiiiiiii", 10, 1),
    ],
)
def test_lines_are_broken_between_words_by_the_width_of_letters(
    text: str, width: int, lines: int
) -> None:
    assert wrapped_lines(text, width) == lines


@given(st.text(alphabet="abm W\u01b0\n", max_size=60), st.integers(1, 30))
def test_a_wider_column_never_takes_more_lines(text: str, width: int) -> None:
    assert wrapped_lines(text, width + 1) <= wrapped_lines(text, width)
