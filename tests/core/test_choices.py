"""Entries of drop-down lists by their spellings."""

import pytest

from dvk_office.core.choices import choice_words, hint
from dvk_office.core.text import fold
from dvk_office.rules.layout import Choice, Layout

CHOICES = (
    Choice("self", "Chủ thể tự kiểm tra", ("Tự kiểm tra",)),
    Choice("government", "UBND kiểm tra", ("UBND xã", "Tự kiểm tra")),
    Choice("hoa", "Hoà giải"),
)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Chủ thể tự kiểm tra", "self"),
        ("CHỦ THỂ TỰ KIỂM TRA", "self"),
        ("UBND xã", "government"),
        ("government", "government"),
    ],
)
def test_a_choice_goes_by_label_key_and_other_spellings(typed: str, key: str) -> None:
    assert choice_words(CHOICES)[fold(typed)] == key


@pytest.mark.req("R-193")
def test_a_choice_goes_by_both_ways_to_place_a_tone() -> None:
    assert choice_words(CHOICES)[fold("hòa giải")] == "hoa"


def test_a_spelling_that_two_entries_claim_is_the_first_one_s() -> None:
    assert choice_words(CHOICES)[fold("Tự kiểm tra")] == "self"


def test_a_label_wins_over_another_entry_s_spelling() -> None:
    choices = (Choice("one", "Một", ("Hai",)), Choice("two", "Hai"))
    assert choice_words(choices)[fold("Hai")] == "two"


def test_no_two_entries_of_a_list_in_the_layout_share_a_spelling(layout: Layout) -> None:
    for name, choices in layout.choices.items():
        spelt = [
            (fold(word), one.key)
            for one in choices
            for word in {fold(w) for w in (one.key, one.label, *one.also)}
        ]
        words = choice_words(choices)
        assert not [(name, word) for word, key in spelt if words[word] != key]


def test_a_hint_names_what_is_near_and_nothing_else() -> None:
    labels = [one.label for one in CHOICES]
    assert hint("UBND kiem tra", labels) == " Có phải ý là “UBND kiểm tra”?"
    assert hint("Môi trường", labels) == ""
    assert hint("", labels) == ""
