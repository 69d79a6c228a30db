"""Numbers as an office writes them: “.” between thousands, “,” before decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.numbers import (
    LARGEST,
    number_fault,
    printed_number,
    read_number,
    typed_number,
    whole,
)

AMBIGUOUS, UNREADABLE = "O-009", "O-006"
counts = st.integers(0, LARGEST - 1)
measures = st.decimals(0, 10**9, places=2).map(float)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("05", 5),
        ("1250", 1250),
        ("1.250", 1250),
        ("70.000.000", 70_000_000),
        ("70 000 000", 70_000_000),
        ("1.250,5", 1250.5),
        ("92,28", 92.28),
        ("0,250", 0.25),
        ("2,0", 2),
        ("-3", -3),
        ("1" * 24, int("1" * 24)),
    ],
)
def test_a_number_is_read_as_the_office_writes_it(text: str, number: float) -> None:
    found = read_number(text)
    assert found == number
    assert isinstance(found, int) == (number == int(number))


@pytest.mark.parametrize("text", ["1,250", "92,280", "-1,250"])
def test_three_digits_after_one_comma_may_mean_two_things(text: str) -> None:
    assert read_number(text) == AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "05 mô hình",
        "khoảng 20",
        "92.28",
        "1.25",
        "12.50.000",
        "1.250 000",
        "0.250",
        "1,250,000",
        "1.2500",
        "50%",
        "1e5",
        "+5",
        "5-7",
        "٥",
        "1" * 25,
        "#REF!",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert read_number(text) == UNREADABLE


@pytest.mark.parametrize(
    ("number", "integer", "code"),
    [
        (0, True, ""),
        (5, True, ""),
        (5.0, True, ""),
        (5.5, True, "O-007"),
        (5.5, False, ""),
        (-1, True, "O-008"),
        (-0.5, True, "O-008"),
        (LARGEST - 1, True, ""),
        (LARGEST, True, "O-010"),
        (-LARGEST, False, "O-010"),
        (float("inf"), False, "O-010"),
        (float("nan"), False, "O-010"),
    ],
)
def test_what_counts_is_neither_negative_nor_broken_nor_endless(
    number: float, code: str, *, integer: bool
) -> None:
    assert number_fault(number, integer=integer) == code


def test_a_float_without_decimals_is_a_whole_number() -> None:
    assert type(whole(5.0)) is int
    assert type(whole(5.5)) is float
    assert type(whole(float("inf"))) is float


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        (5.0, "5"),
        (92.28, "92,28"),
        (1250, "1250"),
        (0.1 + 0.2, "0,3"),
        (0.00001, "0,00001"),
        (-3.5, "-3,5"),
        (901234567.0, "901234567"),
        (123456789012345, "123456789012345"),
        (1e60, "1e+60"),
        (1e-30, "0"),
        (10**17 + 1, "100000000000000001"),
    ],
)
def test_a_number_is_typed_without_noise(number: float, typed: str) -> None:
    assert typed_number(number) == typed


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (5, "5"),
        (1250, "1.250"),
        (70_000_000.0, "70.000.000"),
        (92.28, "92,28"),
        (1250.5, "1.250,5"),
    ],
)
def test_a_paper_shows_points_between_thousands(number: float, printed: str) -> None:
    assert printed_number(number) == printed


@given(counts)
def test_a_count_is_read_back_as_typed_and_as_printed(number: int) -> None:
    assert read_number(typed_number(number)) == number
    assert read_number(printed_number(number)) == number


@given(measures)
def test_a_measure_is_read_back_as_typed_and_as_printed(number: float) -> None:
    assert read_number(typed_number(number)) == number
    assert read_number(printed_number(number)) == number


@given(st.text(alphabet="0123456789., -", max_size=12))
def test_a_number_that_is_read_has_the_digits_that_were_typed(text: str) -> None:
    found = read_number(text)
    if isinstance(found, str):
        assert found in {AMBIGUOUS, UNREADABLE}
    else:
        plain = text.replace(".", "").replace(" ", "").replace(",", ".")
        assert Decimal(str(found)) == Decimal(plain)
