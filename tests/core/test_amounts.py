"""Sums of money in words: as an office writes them, and read back to the same number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.amounts import in_words, money_in_words
from dvk_office.core.numbers import LARGEST

WORDS = "không một hai ba bốn năm sáu bảy tám chín mốt lăm"
DIGITS = dict(zip(WORDS.split(), [*range(10), 1, 5], strict=True))
SCALES = {"nghìn": 10**3, "triệu": 10**6}
NUMBERS = st.integers(0, LARGEST - 1) | st.integers(0, 2000)


@pytest.mark.req("R-179")
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm lẻ một"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm lẻ năm"),
        (800_000, "tám trăm nghìn"),
        (1_500_000, "một triệu năm trăm nghìn"),
        (2_001_000, "hai triệu không trăm lẻ một nghìn"),
        (9_100_000, "chín triệu một trăm nghìn"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (70_000_000, "bảy mươi triệu"),
        (1_000_000_000, "một tỷ"),
        (2_050_000_000_000, "hai nghìn không trăm năm mươi tỷ"),
    ],
)
def test_a_number_is_read_as_an_office_reads_it(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.req("R-179")
def test_an_amount_begins_a_line_and_ends_with_its_unit() -> None:
    assert money_in_words(1_500_000) == "Một triệu năm trăm nghìn đồng"
    assert money_in_words(0) == "Không đồng"


@given(NUMBERS)
def test_what_is_read_out_is_read_back_as_the_same_number(number: int) -> None:
    assert back(in_words(number)) == number


@given(NUMBERS.filter(bool))
def test_no_word_is_empty_and_only_an_amount_of_nothing_is_nought(number: int) -> None:
    words = in_words(number).split(" ")
    assert all(words)
    assert words[0] != "không"
    assert words[-1] not in {"không", "lẻ"}


@given(NUMBERS)
def test_one_after_tens_is_mot_and_five_is_lam(number: int) -> None:
    words = in_words(number)
    for tens in ("mươi một", "mươi năm", "mười năm", "mười mốt", "lẻ mốt", "lẻ lăm"):
        assert tens not in words


def back(words: str) -> int:
    """The number that `words` name, by another way than they were made: sums of what each scale closes."""
    above, _, below = words.rpartition("tỷ")
    return (back(above) if above.strip() else 0) * 10**9 + under_a_billion(below.split())


def under_a_billion(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        elif word == "trăm":
            group *= 100
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group += 9 * (group % 10)
        elif word != "lẻ":
            group += DIGITS[word]
    return total + group
