"""Choosing by number: what is typed, long lists over several boxes, turning away."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.shells.choosing import LONGEST, MORE, choose

CHOICES = ("Phiếu đăng ký", "Kế hoạch", "Biên bản")


def _answers(*typed: Any) -> tuple[Any, list[tuple[str, str]]]:
    shown: list[tuple[str, str]] = []
    waiting: Iterator[Any] = iter(typed)

    def ask(text: str, usual: str) -> Any:
        shown.append((text, usual))
        return next(waiting)

    return ask, shown


@pytest.mark.parametrize(("typed", "place"), [("1", 0), (" 3 ", 2), (2, 1)])
def test_the_number_of_a_choice_picks_it(typed: object, place: int) -> None:
    ask, shown = _answers(typed)
    assert choose(ask, "Lập gì?", CHOICES) == place
    assert shown == [("Lập gì?\n1. Phiếu đăng ký\n2. Kế hoạch\n3. Biên bản", "1")]


@pytest.mark.parametrize("typed", [False, "", "  "])
def test_turning_away_picks_nothing(typed: object) -> None:
    assert choose(_answers(typed)[0], "Lập gì?", CHOICES) is None


@pytest.mark.parametrize("wrong", ["4", "-1", "x", "1.5", "²"])
def test_what_is_no_number_of_a_choice_is_asked_again(wrong: str) -> None:
    ask, shown = _answers(wrong, "2")
    assert choose(ask, "Lập gì?", CHOICES) == 1
    assert len(shown) == 2


def test_a_long_list_goes_over_several_boxes_and_round_again() -> None:
    choices = [f"Văn bản thứ {number} của phong trào" for number in range(1, 21)]
    ask, shown = _answers("0", "0", "0", "0", "20")
    assert choose(ask, "Lập gì?", choices) == 19
    assert all(text.endswith(MORE) for text, _ in shown)
    assert shown[0][1] == "1"
    assert len({text for text, _ in shown}) > 2


@given(st.lists(st.text("ấn bc", min_size=1, max_size=60), min_size=1, max_size=60))
def test_every_choice_is_shown_once_and_no_box_is_too_long(choices: Sequence[str]) -> None:
    ask, shown = _answers(*(["0"] * 80), "")
    assert choose(ask, "Lập gì?", choices) is None
    boxes = dict.fromkeys(text for text, _ in shown)
    assert all(len(text) <= LONGEST for text in boxes)
    lines = [line for text in boxes for line in text.split("\n")[1:] if line != MORE]
    assert lines == [f"{number}. {choice}" for number, choice in enumerate(choices, 1)]
