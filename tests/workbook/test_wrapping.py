"""How many lines a text takes: never fewer than it needs."""

from hypothesis import given
from hypothesis import strategies as st

from dvk_office.workbook.wrapping import lines, points

WIDE, SIZE = points(20), 11.0
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200)


def test_an_empty_text_takes_one_line() -> None:
    assert lines("", WIDE, SIZE) == 1


def test_a_word_is_not_parted_where_it_fits_on_the_next_line() -> None:
    assert lines("mmmmmm mmmmmm", SIZE * 0.79 * 7, SIZE) == 2


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert lines("m" * 30, SIZE * 0.79 * 10, SIZE) == 3


def test_marks_of_vietnamese_letters_take_no_room_of_their_own() -> None:
    assert lines("a" * 60, WIDE, SIZE) == lines("ậ" * 60, WIDE, SIZE) == lines("ậ" * 60, WIDE, SIZE)


@given(TEXTS, TEXTS)
def test_a_line_break_adds_the_lines_of_both_sides(before: str, after: str) -> None:
    both = lines(before, WIDE, SIZE) + lines(after, WIDE, SIZE)
    assert lines(f"{before}\n{after}", WIDE, SIZE) == both


@given(TEXTS)
def test_more_room_never_takes_more_lines(text: str) -> None:
    assert lines(text, WIDE * 2, SIZE) <= lines(text, WIDE, SIZE)


@given(st.text("il.,đưmW 0", max_size=300))
def test_no_text_takes_fewer_lines_than_its_narrowest_letters_need(text: str) -> None:
    narrowest = 0.25 * SIZE
    assert lines(text, WIDE, SIZE) >= len(text.replace(" ", "")) * narrowest / WIDE


@given(TEXTS)
def test_bold_letters_take_no_fewer_lines(text: str) -> None:
    assert lines(text, WIDE, SIZE, bold=True) >= lines(text, WIDE, SIZE)
