"""One way of placing tones in what papers print."""

from datetime import date

import pytest

from dvk_office.core.checks.names_in_style import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

BOOK = """
| organisations | code | name               | head          | head_title |
|               | TC01 | Chi bộ thôn {}     | Đỗ Thị Thuý   | Bí thư     |

| registrants | code | kind    | name            | unit     |
|             | CT01 | Cá nhân | Đỗ Thị Thuý Hoà | Thôn {}  |

| models | code | name          |
|        | MH01 | Vườn {} xuân  |
"""
NEW, OLD = "Hòa", "Hoà"


def found(layout: Layout, rules: Rules, *words: str, style: str = "new") -> set[tuple[str, str]]:
    made = book(layout, rules, BOOK.format(*words), spelling_style=style)
    keys = {made.settings.place(key): key for key in made.settings.values}
    return {
        (one.code, keys.get(one.place, f"{one.place.sheet_key}.{one.place.column_key}"))
        for check in CHECKS
        for one in check(made, rules, layout, date(2026, 11, 23))
    }


@pytest.mark.req("R-193")
def test_one_style_has_no_finding_and_names_of_people_are_left_alone(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, NEW, NEW, NEW) == set()


@pytest.mark.req("R-193")
@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ((OLD, NEW, NEW), "organisations.name"),
        ((NEW, OLD, NEW), "registrants.unit"),
        ((NEW, NEW, OLD), "models.name"),
    ],
)
def test_a_word_in_the_other_style_is_warned_of_at_its_cell(
    layout: Layout, rules: Rules, words: tuple[str, str, str], cell: str
) -> None:
    assert found(layout, rules, *words) == {("TEN-003", cell)}


@pytest.mark.req("R-193")
def test_where_most_cells_are_in_the_other_style_the_setting_is_asked_for_once(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, NEW, NEW, NEW, style="old") == {("TEN-004", "spelling_style")}


@pytest.mark.req("R-193")
@pytest.mark.parametrize("word", ["Hoàn", "Quý", "Thuyền", "Toán"])
def test_words_in_which_both_styles_agree_are_in_either(
    layout: Layout, rules: Rules, word: str
) -> None:
    assert found(layout, rules, word, word, word) == set()


def test_a_style_that_cannot_be_read_says_nothing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, OLD, NEW, OLD, style="kiểu khác") == set()


@pytest.mark.req("R-193")
def test_a_tone_on_the_wrong_vowel_is_warned_of_in_names_and_long_texts_but_not_of_people(
    layout: Layout, rules: Rules
) -> None:
    text = """
| registrants | code | kind    | name      | unit     |
|             | CT01 | Cá nhân | Lê Qúy    | Thôn Qúy |
| models | code | name        | goal       |
|        | MH01 | Vườn xuân   | Hòan thành |
| progress | model | results      |
|          | MH01  | Giúp ba lọai |
"""
    made = book(layout, rules, text)
    found = {
        (one.code, one.place.sheet_key, one.place.column_key)
        for check in CHECKS
        for one in check(made, rules, layout, date(2026, 11, 23))
    }
    assert found == {
        ("TEN-006", "registrants", "unit"), ("TEN-006", "models", "goal"), ("TEN-006", "progress", "results"),
    }  # fmt: skip
