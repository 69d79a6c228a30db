"""Vietnamese text: cleaned, compared, guessed at, sorted."""

import unicodedata
from collections.abc import Iterable
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.text import (
    alphabet_key,
    as_typed,
    bare,
    clean,
    fold,
    name_key,
    nearest,
    word_in_style,
)

NFC, NFD = "NFC", "NFD"
LETTERS = "aăâeêioôơuưyàảãáạằẳẵắặầẩẫấậèéệìíịòỏõóọồộờợùúụừựỳỷỹýỵbcdđghklmnpqrstvx"
MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
ODD = "\u200b\ufeff\u00ad\u00a0\u2009\t\n\r\v\u2028\u2013\u2014\u2018\u2019\u201c\u201d\"'` -"
vietnamese = st.text(alphabet=LETTERS + LETTERS.upper() + MARKS + ODD + "059qwzfj", max_size=30)
anything = st.one_of(vietnamese, st.text(max_size=30))


# --- cleaning -------------------------------------------------------------------------------------------------------


@pytest.mark.req("R-183")
@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize(NFD, "Đảng ủy xã"),
        "Đa\u0309ng u\u0309y xa\u0303",  # as macOS writes it
        "Đảng\u00a0ủy\u2003xã",
        "  Đảng   ủy\txã ",
        "Đảng  ủy   xã",
        "\ufeffĐảng ủy\u200b xã\u00ad",
        "Đảng ủy \u200e xã",
    ],
)
def test_what_cannot_be_seen_makes_no_difference(typed: str) -> None:
    assert clean(typed) == "Đảng ủy xã"


@pytest.mark.req("R-183")
def test_letters_with_a_loose_tone_become_one_letter() -> None:
    assert clean("viê\u0323c") == "việc"
    assert clean("vie\u0323\u0302c") == "việc"


def test_line_breaks_are_kept_and_told_from_spaces() -> None:
    assert clean(" một \r\n\r\n hai\v ba\u2028bốn \n") == "một\n\nhai\nba\nbốn"


def test_case_quotes_dashes_and_tone_placement_stay_as_typed() -> None:
    typed = "Lê Thị Thuý – “uỷ viên” - Vũ viết Lập"
    assert clean(typed) == typed


@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\u200b", "\u00a0"])
def test_nothing_visible_is_nothing(blank: str) -> None:
    assert clean(blank) == ""


@pytest.mark.req("R-183")
@settings(max_examples=400)
@given(anything)
def test_clean_text_is_nfc_and_cleaning_it_again_changes_nothing(text: str) -> None:
    once = clean(text)
    assert unicodedata.is_normalized(NFC, once)
    assert clean(once) == once


@pytest.mark.req("R-183")
@settings(max_examples=300)
@given(anything)
def test_clean_text_has_no_double_space_and_no_space_at_its_ends(text: str) -> None:
    for line in clean(text).split("\n"):
        assert line == " ".join(line.split(" "))
        assert line.strip(" ") == line
        assert "  " not in line


# --- as papers print it ---------------------------------------------------------------------------------------------


@pytest.mark.req("R-183", "R-188")
@pytest.mark.parametrize(
    "typed",
    [
        "một  hai   ba",
        "trước\tsau",
        "một\u00a0hai",
        "nhà 👨\u200d👩\u200d👧",
        "dòng một\n   - ý hai\n\ndòng ba",
    ],
)
def test_text_for_a_paper_stays_as_typed(typed: str) -> None:
    assert as_typed(typed) == typed


@pytest.mark.req("R-183")
def test_text_for_a_paper_is_composed() -> None:
    assert as_typed(unicodedata.normalize(NFD, "Đảng ủy  xã")) == "Đảng ủy  xã"


@pytest.mark.req("R-188")
@pytest.mark.parametrize("one_break", ["\r\n", "\r", "\v", "\u2028"])
def test_text_for_a_paper_has_line_breaks_of_one_kind(one_break: str) -> None:
    assert as_typed(f"một{one_break}hai") == "một\nhai"


@pytest.mark.parametrize("typed", [" \tmột\u00a0", "\r\nmột\n", "\ufeffmột\u200b", "\x1bmột\x07"])
def test_what_nobody_sees_is_not_for_a_paper(typed: str) -> None:
    assert as_typed(typed) == "một"


@pytest.mark.req("R-183")
@given(anything)
def test_text_for_a_paper_compares_as_what_was_typed(text: str) -> None:
    once = as_typed(text)
    assert fold(once) == fold(text)
    assert as_typed(once) == once


# --- comparing ------------------------------------------------------------------------------------------------------


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà bình", "hòa bình"),
        ("hoá", "hóa"),
        ("hoả", "hỏa"),
        ("hoã", "hõa"),
        ("hoạ", "họa"),
        ("khoẻ", "khỏe"),
        ("xoè", "xòe"),
        ("Đảng uỷ", "Đảng ủy"),
        ("Thuý", "Thúy"),
        ("thuỳ", "thùy"),
        ("luỹ", "lũy"),
        ("tuỵ", "tụy"),
        ("HOÀ", "HÒA"),
        ("hoà,", "hòa,"),
        ("hoà2", "hòa2"),
    ],
)
def test_both_ways_to_place_a_tone_are_one_text(old: str, new: str) -> None:
    assert fold(old) == fold(new)


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    "word",
    ["hoàn", "thuyền", "khuỷu", "ngoái", "xoắn", "toán", "quý", "quỷ", "quỳ", "quà", "huỳnh"],
)
def test_words_that_are_written_in_one_way_only_stay_as_they_are(word: str) -> None:
    assert fold(word) == word
    assert (word_in_style(word, "old"), word_in_style(word, "new")) == ("", "")


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    ("wrong", "right"), [("qúy", "quý"), ("hòan", "hoàn"), ("thúyền", "thuyền"), ("hoa", "hòa")]
)
def test_a_tone_where_it_may_not_stand_is_another_text(wrong: str, right: str) -> None:
    assert fold(wrong) != fold(right)


@pytest.mark.req("R-193")
def test_a_word_tells_which_style_a_text_is_written_in() -> None:
    assert word_in_style("Ban Thường vụ Đảng uỷ", "old") == "uỷ"
    assert word_in_style("Ban Thường vụ Đảng uỷ", "new") == ""
    assert word_in_style("Hòa Bình, uỷ viên", "new") == "Hòa"
    assert word_in_style("Dan van kheo", "old") == ""


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Dân vận khéo”", '"Dân vận khéo"'),
        ("văn hóa - xã hội", "văn hoá – xã hội"),
        ("K’Brốp", "k'brốp"),
        ("ĐẢNG ỦY", "Đảng ủy"),
        (unicodedata.normalize(NFD, "Đảng ủy"), "Đảng uỷ"),
        ("Một\nHai", "một hai"),
    ],
)
def test_signs_case_and_breaks_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.req("R-183")
@pytest.mark.parametrize("other", ["Dà Lạt", "Ðà Lạt"])
def test_d_with_stroke_is_neither_d_nor_eth(other: str) -> None:
    assert fold("Đà Lạt") != fold(other)
    assert bare("Đà Lạt") == bare(other) == "da lat"


@pytest.mark.req("R-183", "R-193")
@settings(max_examples=400)
@given(anything)
def test_folding_twice_is_folding_once_however_the_text_is_composed(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(clean(text)) == folded
    assert fold(unicodedata.normalize(NFD, text)) == folded
    assert fold(unicodedata.normalize(NFC, text)) == folded


@settings(max_examples=300)
@given(anything)
def test_bare_text_is_plain_letters_and_digits(text: str) -> None:
    plain = bare(text)
    assert bare(plain) == plain
    assert not set(plain) - set("abcdefghijklmnopqrstuvwxyz0123456789 ")


# --- guessing -------------------------------------------------------------------------------------------------------

FIELDS = ("Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kinh te", "Kinh tế"),
        ("kinh tê", "Kinh tế"),
        ("Kinhte", "Kinh tế"),
        ("Văn hoá – xã hội", "Văn hóa - xã hội"),
        ("Xây dựng hệ thống", "Xây dựng hệ thống chính trị"),
        ("Phòng ngừa, quốc phòng - an ninh trật tự ở cơ sở", "Quốc phòng - an ninh"),
        ("quoc phong an nin", "Quốc phòng - an ninh"),
    ],
)
def test_a_near_word_is_proposed(typed: str, meant: str) -> None:
    assert nearest(typed, FIELDS) == meant


def test_a_part_of_two_words_is_proposed_for_neither() -> None:
    assert (
        nearest(
            "chi bộ thôn", ["Chi bộ thôn Đông Hòa, xã An Phú", "Chi bộ thôn Tây Hòa, xã An Phú"]
        )
        is None
    )


@pytest.mark.parametrize("typed", ["", " ", "–", "Môi trường", "KT", "inh"])
def test_nothing_is_proposed_for_what_is_not_near(typed: str) -> None:
    assert nearest(typed, FIELDS) is None


# --- sorting --------------------------------------------------------------------------------------------------------

PEOPLE = (
    "Lê Văn Ân",
    "Trần Anh",
    "Đỗ Thị Ánh",
    "Nguyễn Văn An",
    "Dương Đức",
    "Hoàng Dũng",
    "Phạm Đạt",
)


def alphabetical(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=alphabet_key)


@pytest.mark.req("R-185")
def test_people_stand_in_the_order_of_their_given_names() -> None:
    given_names = [name.split()[-1] for name in sorted(PEOPLE, key=name_key)]
    assert given_names == ["An", "Anh", "Ánh", "Ân", "Dũng", "Đạt", "Đức"]


@pytest.mark.req("R-185")
def test_after_the_given_name_family_and_middle_names_count() -> None:
    names = ["Trần Văn An", "Lê Thị An", "Lê An", "Đỗ An", "An"]
    assert sorted(names, key=name_key) == ["An", "Đỗ An", "Lê An", "Lê Thị An", "Trần Văn An"]


@pytest.mark.req("R-185")
def test_names_of_one_word_and_of_other_peoples_have_their_place() -> None:
    names = ["Y Bhĩu", "K’Brốp", "Hồ A Ma"]
    assert sorted(names, key=name_key) == ["Y Bhĩu", "K’Brốp", "Hồ A Ma"]


@pytest.mark.req("R-185")
def test_letters_stand_in_the_order_of_the_alphabet() -> None:
    alphabet = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
    assert alphabetical(alphabet[::-1]) == alphabet


@pytest.mark.req("R-185")
@pytest.mark.parametrize(
    "tones", ["a à ả ã á ạ", "ă ằ ẳ ẵ ắ ặ", "ư ừ ử ữ ứ ự", "ba bà bả bã bá bạ"]
)
def test_tones_stand_level_falling_asking_tumbling_rising_heavy(tones: str) -> None:
    assert alphabetical(tones.split()[::-1]) == tones.split()


@pytest.mark.req("R-185")
def test_a_tone_counts_only_where_all_letters_are_the_same() -> None:
    words = ["má", "mạ", "mai", "mài", "mán"]
    assert all(alphabetical(one) == words for one in permutations(words))


@pytest.mark.req("R-185", "R-193")
def test_both_ways_to_place_a_tone_stand_beside_each_other() -> None:
    words = ["hoa", "hoà", "hòa", "hoá", "hóa", "hoan"]
    order = [fold(word) for word in alphabetical(words)]
    assert order == ["hoa", "hòa", "hòa", "hóa", "hóa", "hoan"]


def test_numbers_stand_by_their_size() -> None:
    codes = ["MH1", "MH2", "MH09", "MH10", "MH100"]
    assert alphabetical(codes[::-1]) == codes


@pytest.mark.req("R-185")
@settings(max_examples=200)
@given(st.lists(anything, max_size=8, unique_by=clean), st.randoms(use_true_random=False))
def test_the_order_is_total_and_does_not_depend_on_where_one_starts(texts, random) -> None:
    order = alphabetical(texts)
    mixed = list(texts)
    random.shuffle(mixed)
    assert alphabetical(mixed) == order
    assert all(alphabet_key(one) < alphabet_key(other) for one, other in pairwise(order))


@pytest.mark.req("R-185")
@settings(max_examples=200)
@given(st.lists(vietnamese, max_size=6))
def test_a_name_sorts_alike_however_it_is_composed(names) -> None:
    composed = [unicodedata.normalize(NFD, name) for name in names]
    assert [name_key(name) for name in names] == [name_key(name) for name in composed]
