"""Tones that stand on a vowel on which neither style of writing puts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.tones import misplaced_tone


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("qúy", "quý"), ("Qúa", "Quá"), ("gía", "giá"), ("gíup", "giúp"), ("hòan", "hoàn"), ("lọai", "loại"),
        ("HÒAN", "HOÀN"), ("hùynh", "huỳnh"), ("tùân", "tuần"), ("múôn", "muốn"), ("đừơng", "đường"),
        ("tíêng", "tiếng"), ("thủơ", "thuở"), ("ýêu", "yếu"),
    ],
)  # fmt: skip
def test_a_tone_on_the_wrong_vowel_is_named_with_the_word_as_it_is_written(
    typed: str, right: str
) -> None:
    found = misplaced_tone(f"Việc {typed}, xong")
    assert found == (typed, right)
    assert misplaced_tone(right) is None


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    "text",
    [
        "quý, quỳ, quốc, quyền, quả", "hòa hoà, khỏe khoẻ, thủy thuỷ, úy uý", "gì, gìn giữ, giếng",
        "mía, mùa, lửa, của, bìa", "ngoẹo, xoáy, khuỷu, thuở, nghĩa", "Krông Búk", "thúyền",
    ],
)  # fmt: skip
def test_both_styles_and_words_with_their_tones_in_place_are_left_alone(text: str) -> None:
    assert misplaced_tone(text) is None


@given(st.text(alphabet="gquyoaiêôúòỏíỳ \n", max_size=30))
def test_a_word_that_is_set_right_differs_in_the_place_of_its_tone_alone(text: str) -> None:
    found = misplaced_tone(text)
    if found:
        assert found.word in text
        assert found.right != found.word
        assert len(found.right) == len(found.word)
