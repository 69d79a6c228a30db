"""The catalogue of findings: every code has words, all words are used, every blank in them is filled."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from dvk_office.rules import messages

PACKAGE = Path(__file__).resolve().parents[2] / "dvk_office"
CODE = re.compile(r"[A-Z]{1,4}-[0-9]{3}")
BLANK = re.compile(r"\{(\w+)\}")
SEVERITIES = {"error", "warning", "note"}


def _trees() -> Iterator[ast.Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def _used() -> set[str]:
    """Every string in the code that looks like a finding's code."""
    return {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }


def _calls() -> Iterator[tuple[str, set[str]]]:
    """The code and the facts of every plain call `finding("XX-000", place, fact=…)`."""
    for tree in _trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "finding"):
                continue
            code, facts = node.args[0], {word.arg for word in node.keywords}
            if isinstance(code, ast.Constant) and None not in facts:
                yield str(code.value), {str(fact) for fact in facts}


def test_every_code_that_is_used_has_words_and_all_words_are_used() -> None:
    assert _used() == set(messages.codes())


def test_every_blank_in_the_words_is_filled_by_the_code() -> None:
    unfilled = {
        code: missing
        for code, facts in _calls()
        if (missing := set(BLANK.findall(_text(code))) - facts)
    }
    assert unfilled == {}


@pytest.mark.parametrize("code", messages.codes())
@pytest.mark.req("R-183")
def test_words_are_whole_vietnamese_sentences(code: str) -> None:
    entry = messages.entry(code)
    assert entry.severity in SEVERITIES
    assert re.fullmatch(r"(Mục|Căn cứ|Nhiều mục).*|", entry.section), entry.section
    for text in (entry.message, entry.mend):
        assert text == unicodedata.normalize("NFC", text)
        assert '"' not in text
        assert text.endswith((".", "}", "!", "?")), text


def _text(code: str) -> str:
    entry = messages.entry(code)
    return entry.message + entry.mend
