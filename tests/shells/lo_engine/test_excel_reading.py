"""The engine reads a text as Excel would, so that a text that is not said to be one is lost here too."""

import pytest

from dvk_office.shells.lo_engine.excel_reading import calc_formula, read_as_excel


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0123", 123.0),
        ("1,234", 1234.0),
        ("-5", -5.0),
        ("50%", 0.5),
        ("1e5", 100000.0),
        ("01/02/2024", 45293.0),  # the second of January: Range.Value reads as in the United States
        ("2024-02-01", 45323.0),
        ("1/2/24", 45293.0),
        ("TRUE", 1.0),
        ("false", 0.0),
    ],
)
def test_what_looks_like_something_else_becomes_it(text: str, value: float) -> None:
    assert read_as_excel(text) == value


@pytest.mark.parametrize(
    "text", ["Mô hình 01", "31/11/2024", "13/13/2024", "12-HD/ĐU", "%", "", "1.2.3", "MH01"]
)
def test_other_text_stays_text(text: str) -> None:
    assert read_as_excel(text) == text


@pytest.mark.parametrize("text", ["0123", "=1+1", "01/02/2024", "'trích", "TRUE"])
def test_an_apostrophe_keeps_text_and_is_gone(text: str) -> None:
    assert read_as_excel(f"'{text}") == text


def test_a_formula_is_never_written_by_accident() -> None:
    with pytest.raises(NotImplementedError):
        read_as_excel("=1+1")


def test_a_link_is_written_with_the_signs_of_libreoffice() -> None:
    excel = '=HYPERLINK("#\'Mô hình\'!D9","a, ""b""")'
    assert calc_formula(excel) == '=HYPERLINK("#\'Mô hình\'!D9";"a, ""b""")'


def test_a_formula_with_references_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        calc_formula("=SUM(A1,B2)")


@pytest.mark.parametrize(("text", "kept"), [("0123", "'0123"), ("'0123", "'0123"), ("", "")])
def test_text_among_formulas_stays_text(text: str, kept: str) -> None:
    assert calc_formula(text) == kept
