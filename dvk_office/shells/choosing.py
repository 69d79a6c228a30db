"""Choosing one of several by its number, in the input box that both hosts have; long lists go over several boxes."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

LONGEST = 250  # letters that Excel shows in its input box
MORE = "0. Xem tiếp"
Ask = Callable[[str, str], Any]
"""Shows a text and the usual answer; gives what was typed, False where the person turned away."""


def choose(ask: Ask, question: str, choices: Sequence[str]) -> int | None:
    """The place of the choice that was picked, None for none; what is no number of a choice is asked again."""
    pages = tuple(_pages(question, choices))
    page = 0
    while True:
        text, usual = pages[page]
        answer = ask(text, str(usual))
        typed = str(answer).strip() if answer is not False else ""
        if not typed:
            return None
        if typed == "0":
            page = (page + 1) % len(pages)
        elif typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return int(typed) - 1


def _pages(question: str, choices: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The text of each box with the number of its first choice."""
    lines = [f"{number}. {choice}" for number, choice in enumerate(choices, 1)]
    first = 0
    while first < len(lines):
        after = first + 1
        while after < len(lines) and _length(question, lines[first : after + 1]) <= LONGEST:
            after += 1
        more = [MORE] if first or after < len(lines) else []
        yield "\n".join([question, *lines[first:after], *more]), first + 1
        first = after


def _length(question: str, lines: Sequence[str]) -> int:
    return len("\n".join([question, *lines, MORE]))
