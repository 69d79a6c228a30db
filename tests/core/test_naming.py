"""How names of people, bodies and places are spelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.naming import (
    body_key,
    district,
    other_commune,
    properly_cased,
    spelling,
    spelt_inside,
)
from dvk_office.core.text import clean

KINDS = frozenset({"xã", "phường", "đặc khu"})
LETTERS = "aAăÂđĐêÊơƯỷỶzZ 09.,;-–'’()\n\t\u200b"
NAMES = st.lists(
    st.text("aăâbcdđeêhioôơuưyáàảãạởụ", min_size=1, max_size=6), min_size=1, max_size=5
).map(lambda words: " ".join(word.capitalize() for word in words))


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn A", "K’Brốp", "K'Brốp", "Y Bhĩu", "Hồ A Ma", "H’Hen Niê", "Lan", "Rơ-châm A",
        "Ksor H'Bơ", "Bùi Thị Hòa (1964)", "Trần Văn An, bí thư chi bộ", "TS. Lê Bình",
        "Trần Văn An và Lê Thị Bình", "Trần Văn An; Lê Thị Bình", "Đỗ Thị Ánh - thôn Đông",
        "Mohamad bin Ali", "Trần Văn An\nLê Thị Bình", "",
    ],
)  # fmt: skip
def test_names_of_every_people_pass(name: str) -> None:
    assert properly_cased(name) == name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Vũ viết Lập", "Vũ Viết Lập"),
        ("vũ viết lập", "Vũ Viết Lập"),
        ("VŨ VIẾT LẬP", "Vũ Viết Lập"),
        ("NGuyễn Văn An", "Nguyễn Văn An"),
        ("đỗ Văn Đức", "Đỗ Văn Đức"),
        ("y Bhĩu", "Y Bhĩu"),
        ("k’Brốp", "K’Brốp"),
        ("lan", "Lan"),
        ("Trần Văn An; lê Bình", "Trần Văn An; Lê Bình"),
    ],
)
def test_what_is_meant_by_a_name_in_odd_case(name: str, meant: str) -> None:
    assert properly_cased(name) == meant


@settings(max_examples=60)
@given(NAMES)
def test_a_name_in_order_is_found_again_from_any_case(name: str) -> None:
    assert properly_cased(name) == name
    assert properly_cased(name.lower()) == name
    assert properly_cased(name.upper()) == name


@settings(max_examples=60)
@given(st.text(LETTERS, max_size=40))
def test_what_is_properly_cased_stays_so(text: str) -> None:
    once = properly_cased(text)
    assert properly_cased(once) == once
    assert once.casefold() == clean(text).casefold()


@pytest.mark.req("R-193", "T-23")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ban Tuyên giáo và Dân vận Thành ủy", "Ban Tuyên giáo, Dân vận Thành uỷ"),
        ("Ban Tuyên giáo và Dân vận Thành ủy", "Ban TG và DV Thành ủy (để báo cáo)"),
        ("Ban Xây dựng Đảng", "Ban xây dựng Đảng"),
        ("Ủy ban nhân dân xã An Phú", "UBND xã An Phú"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội"),
    ],
)
def test_two_spellings_of_one_body_have_one_key(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Chi bộ thôn Đông", "Chi bộ thôn Đông 2"), ("Chi bộ thôn Đông", "Chi bộ thôn Dông")],
)
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


@pytest.mark.req("R-193", "T-23")
@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("ban Xây dựng Đảng", True),
        ("Ban Xây dựng Đảng (để báo cáo)", True),
        ("Ban xây dựng Đảng", False),
        ("Ban Xây dựng, Đảng", False),
    ],
)
def test_capitals_and_signs_make_a_spelling(other: str, *, same: bool) -> None:
    assert (spelling(other) == spelling("Ban Xây dựng Đảng")) is same


@pytest.mark.req("R-193")
def test_dashes_quotes_and_the_place_of_a_tone_make_none() -> None:
    assert spelling("Văn hoá – “Xã hội”") == spelling('Văn hóa - "Xã hội"')


@pytest.mark.req("R-193", "T-23")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phó Trưởng Ban xây dựng Đảng, xã", "Ban xây dựng Đảng"),
        ("Gửi Ban Xây dựng và Đảng", "Ban Xây dựng và Đảng"),
        ("Trưởng Ban Xây dựng", ""),
        ("", ""),
    ],
)
def test_a_body_is_found_inside_a_text(text: str, found: str) -> None:
    assert spelt_inside(text, "Ban Xây dựng Đảng") == found


def test_no_body_is_found_nowhere() -> None:
    assert not spelt_inside("Ban Xây dựng Đảng", "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("UBND huyện Mẫu", "huyện"), ("Công an quận 3", "quận"), ("Hội Nông dân thị xã", "thị xã"),
        ("Huyện ủy Mẫu", "huyện ủy"), ("HUYỆN UỶ MẪU", "huyện ủy"), ("TRƯỜNG QUẬN MỘT", "quận"),
        ("Chi bộ thôn Phố Huyện", ""), ("Ban Chỉ huy Quân sự xã", ""), ("Xã Quản Bạ", ""),
    ],
)  # fmt: skip
def test_a_district_is_told_from_a_name_like_it(text: str, word: str) -> None:
    assert district(text) == word


@pytest.mark.req("R-006")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trường Tiểu học xã Tân Hưng", "xã Tân Hưng"), ("Đặc khu Cát Hải", "Đặc khu Cát Hải"),
        ("phường 12", ""), ("xã An Phú", ""), ("xã an phú", ""), ("xã An Phú Đông", ""),
        ("Hợp tác xã Tân Hưng", ""), ("thị xã Tân Hưng", ""), ("XÃ TÂN HƯNG", ""), ("xã", ""),
    ],
)  # fmt: skip
def test_another_commune_is_told_from_our_own(text: str, found: str) -> None:
    assert other_commune(text, KINDS, "An Phú") == found


def test_without_a_commune_of_our_own_there_is_no_other() -> None:
    assert not other_commune("xã Tân Hưng", KINDS, "")
