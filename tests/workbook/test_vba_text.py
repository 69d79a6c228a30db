"""Vietnamese in VBA survives any code page: the interpreter says what was written, from pure ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyopenvba.apps.excel import ExcelApplication

from dvk_office.workbook.vba_text import LONGEST_LINE, ascii_source

VIETNAMESE = "aăâđeêioôơuưyẠậẮễỹỰộ “”„–…\"'&_ 09"


def _said(literal: str) -> object:
    """What a function returns whose source was written in UTF-8 and made ASCII."""
    source = f'Function Say()\n    Say = "{literal}"\nEnd Function\n'
    app = ExcelApplication()
    app.add_workbook()
    app.add_module(ascii_source(source, "modTest"), name="modTest")
    return app.run("Say")


@given(st.text(VIETNAMESE, max_size=60))
def test_any_vietnamese_text_comes_back_as_it_was_written(text: str) -> None:
    doubled = text.replace('"', '""')
    assert ascii_source(f'Say = "{doubled}"', "modTest").isascii()
    assert _said(doubled) == text


def test_a_letter_above_the_middle_of_the_table_is_written_as_vba_counts_it() -> None:
    assert ascii_source('x = "\ufeff"', "m") == "x = ChrW(-257)\n"


def test_decomposed_letters_are_composed() -> None:
    assert ascii_source('x = "e\u0302\u0301"', "m") == "x = ChrW(7871)\n"


def test_a_comment_loses_its_marks_only() -> None:
    assert ascii_source("x = 1 ' Đếm “mô hình” – năm nay", "m") == (
        'x = 1 \' Dem "mo hinh" - nam nay\n'
    )


def test_an_apostrophe_in_a_text_starts_no_comment() -> None:
    assert ascii_source("x = \"Sổ 'A'\" & y", "m") == ('x = "S" & ChrW(7893) & " \'A\'" & y\n')


def test_a_line_that_would_be_too_long_goes_over_several() -> None:
    lines = ascii_source(f'Say = "{"ễ" * 200}"', "m").splitlines()
    assert max(map(len, lines)) <= LONGEST_LINE
    assert [line.endswith(" & _") for line in lines] == [True] * (len(lines) - 1) + [False]
    assert _said("ễ" * 200) == "ễ" * 200


@pytest.mark.parametrize(
    "line",
    [
        'Private Const TITLE = "Sổ"',
        'Attribute VB_Name = "modSổ"',
        '#Const App = "Sổ"',
        "Dim sổ As String",
        'x = "\U0001f600"',
        f'x = "{"ễ" * 3000}"',
    ],
)
def test_what_cannot_be_written_in_ascii_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(ValueError, match="modTest:2: "):
        ascii_source(f"x = 1\n{line}", "modTest")
