"""Numbers and symbols of papers."""

import pytest

from dvk_office.core.paper_numbers import PARTY, STATE, read_paper_number, same_number, well_spelt


@pytest.mark.req("R-187", "T-42")
@pytest.mark.parametrize(
    ("text", "running", "symbol", "family"),
    [
        ("12-QĐ/ĐU", 12, "-qđ/đu", PARTY),
        ("05-KH/BXDĐ", 5, "-kh/bxdđ", PARTY),
        ("12-HD/BTGDVTU", 12, "-hd/btgdvtu", PARTY),
        ("05/QĐ-UBND", 5, "/qđ-ubnd", STATE),
        ("17/2026/QĐ-UBND", 17, "/2026/qđ-ubnd", STATE),
        ("88/UBND-VX", 88, "/ubnd-vx", STATE),
        ("12/KH-MTTQ-BTT", 12, "/kh-mttq-btt", STATE),
    ],
)
def test_the_two_families_are_told_apart(text: str, running: int, symbol: str, family: str) -> None:
    found = read_paper_number(text)
    assert found is not None
    assert (found.running, found.symbol, found.family) == (running, symbol, family)


@pytest.mark.req("R-187")
@pytest.mark.parametrize(
    "text", ["", "12", "QĐ/ĐU", "Số 12-QĐ/ĐU", "12 QĐ/ĐU", "12-QĐ", "null", "0-QĐ/ĐU", "00/QĐ-UBND"]
)
def test_what_is_no_number_of_a_paper_is_not_read(text: str) -> None:
    assert read_paper_number(text) is None


@pytest.mark.req("R-187")
@pytest.mark.parametrize("text", ["12-QĐ/ĐU", "05/QĐ-UBND", "57-TTr/ĐU", "12/KH-MTTQ-BTT"])
def test_a_number_stands_in_hyphens_and_capitals(text: str) -> None:
    assert well_spelt(text)


@pytest.mark.req("R-187")
@pytest.mark.parametrize("text", ["12-qđ/đu", "12\u2013QĐ/ĐU", "05/QĐ\u2014UBND", "05/QĐ-ubnd"])
def test_other_dashes_and_small_letters_are_misspelt(text: str) -> None:
    assert read_paper_number(text)
    assert not well_spelt(text)


@pytest.mark.req("R-187")
def test_spaces_case_and_leading_zeros_make_no_other_number() -> None:
    assert same_number("012 - qđ/đu") == same_number("12-QĐ/ĐU")
    assert same_number("102-QĐ/ĐU") != same_number("12-QĐ/ĐU")
    assert same_number("") == ""
