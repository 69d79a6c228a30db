"""Whatever stands in a cell is printed as it stands, in each of the three ways in which a paper is filled."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.documents.fast_render import compiled
from dvk_office.documents.render import render
from dvk_office.documents.sandbox import plain
from tests.paper_book import paper_text
from tests.word_files import p, row, table, word_file

NFD = unicodedata.normalize("NFD", "Tổ dân vận thôn Thượng")
NASTY = {
    "signs of XML": "A & B < C > \"D\" 'E'",
    "a tag": "{{ 7*7 }}",
    "a loop": "{% for %}",
    "a loop of rows": "{%tr for a in b %}",
    "a comment": "{# ghi chú #}",
    "docxtpl's escapes": "{_{ x }_} {_% x %_}",
    "half a tag": "{ %}}{",
    "the end of CDATA": "]]>",
    "an entity": "&lt;w:br/&gt; &#123;",
    "the end of a run": "</w:t></w:r></w:p>",
    "emoji": "Tổ dân vận 🌾👩‍🌾",
    "decomposed text": NFD,
    "5,000 signs": ("Vận động hiến đất & mở đường. " * 200)[:5000].strip(),
    "line breaks": "một\nhai\n\nba",
    "line breaks of Windows": "một\r\nhai\rba",
    "a tab": "một\thai\t\tba",
    "spaces": "  đầu,  giữa và cuối  ",
    "no-break spaces": "1.250\u00a0hộ",
    "a formula": "=cmd|' /C calc'!A0",
    "a name of Python": "__class__",
}
CONTROL = "một\x00\x01\x07\x08\x0b\x0c\x0e\x1f\x7f\x9f\ufffe\uffff hai"
WIDENED = table(row("{%tc for one in many %}", "{{ one }}", "{%tc endfor %}"), columns=2)
LINE = p("Trước {{ value }} sau")
WAYS = {
    "direct": (word_file(LINE, header=LINE), None),
    "mended": (word_file(LINE, WIDENED, header=LINE), None),
    "docxtpl": (word_file(LINE, header=LINE), lambda _: {}),
}
EACH_WAY = pytest.mark.parametrize("way", WAYS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for way, (content, _) in WAYS.items():
        (tmp_path / f"{way}.docx").write_bytes(content)
    return tmp_path


def printed(folder: Path, way: str, value: str) -> str:
    """The text of the paper: its lines in the body, then those of the header."""
    context = {"value": value, "many": [value]}
    return paper_text(render(folder / f"{way}.docx", context, WAYS[way][1]))


def expected(way: str, value: str) -> str:
    line = f"Trước {value} sau"
    return "\n".join([line, *([value] if way == "mended" else []), line])


def test_the_ways_are_the_three_that_there_are() -> None:
    ready = {way: compiled(content) for way, (content, _) in WAYS.items()}
    assert {way: one.direct for way, one in ready.items() if one} == {
        "direct": True,
        "mended": False,
        "docxtpl": True,
    }


@pytest.mark.req("R-188")
@EACH_WAY
@pytest.mark.parametrize("name", NASTY)
def test_a_value_is_printed_as_it_was_typed(folder: Path, way: str, name: str) -> None:
    value = NASTY[name]
    typed = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    assert printed(folder, way, value) == expected(way, typed)


@pytest.mark.req("R-188")
@EACH_WAY
def test_signs_that_xml_cannot_hold_are_left_out(folder: Path, way: str) -> None:
    assert printed(folder, way, CONTROL) == expected(way, "một hai")


@EACH_WAY
def test_all_values_of_a_paper_may_be_nasty_at_once(folder: Path, way: str) -> None:
    value = " | ".join(NASTY.values())
    assert printed(folder, way, value) == expected(way, plain(value))


@EACH_WAY
def test_numbers_are_printed_as_python_writes_them_and_nothing_as_nothing(
    folder: Path, way: str
) -> None:
    for value, text in ((7, "7"), (2.5, "2.5"), (None, "")):
        context = {"value": value, "many": [value]}
        made = paper_text(render(folder / f"{way}.docx", context, WAYS[way][1]))
        assert made == expected(way, text)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_plain_text_is_composed_and_plain_already(text: str) -> None:
    made = plain(text)
    assert unicodedata.is_normalized("NFC", made)
    assert plain(made) == made


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_text_that_can_be_printed_is_only_composed(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFC", text)
