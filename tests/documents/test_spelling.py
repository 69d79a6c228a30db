"""Our own words in the office's way of placing tones, and what the office typed as it was typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.text import fold, in_style, word_in_style
from dvk_office.documents.spelling import speller
from dvk_office.documents.template_build import build_template
from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import silent
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT, TODAY, opened, paper_text

KIND = "registration_report"
OLD_STYLE = {"spelling_style": "Kiểu cũ", "party_committee": "Đảng uỷ xã An Phú"}


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Đảng ủy, văn hóa, sức khỏe, thúy", "Đảng uỷ, văn hoá, sức khoẻ, thuý"),
        ("ĐẢNG ỦY XÃ HÒA BÌNH; Ủy ban", "ĐẢNG UỶ XÃ HOÀ BÌNH; Uỷ ban"),
    ],
)
@pytest.mark.req("R-193")
def test_tones_move_and_capitals_stay(new: str, old: str) -> None:
    assert (in_style(new, "old"), in_style(old, "new")) == (old, new)


@pytest.mark.parametrize("same", ["hoàn thành, thuyền, quý, Quỳ, quỷ", "toàn xã", ""])
def test_words_with_a_last_letter_or_after_q_stay(same: str) -> None:
    assert in_style(same, "old") == in_style(same, "new") == same


@given(st.text("hHoOaAuUyYqQủỦỷỶòÒàÀn ", max_size=12), st.sampled_from(("new", "old")))
def test_a_text_in_one_style_is_the_same_text_in_that_style_alone(text: str, style: str) -> None:
    found, other = in_style(text, style), {"new": "old", "old": "new"}[style]
    assert fold(found) == fold(text)
    assert not word_in_style(found, other)


def report(
    rules: Rules, layout: Layout, out: Path, name: str = "Bà Lê Thị Thúy", **settings: object
) -> str:
    """The report of registration from the small book, one of whose late subjects has that `name`."""
    text = TEXT.replace("Tổ dân vận thôn Trung |", f"{name} |")
    assert text != TEXT
    (made,) = documents(
        opened(rules, layout, text, **settings), [KIND], (), out, TODAY, silent
    ).made
    return paper_text(made.path)


@pytest.mark.req("R-193")
def test_our_words_are_placed_as_the_settings_say_and_names_as_typed(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    usual = report(rules, layout, tmp_path / "new")
    other = report(rules, layout, tmp_path / "old", **OLD_STYLE)
    assert other == in_style(usual, "old").replace("Lê Thị Thuý", "Lê Thị Thúy")
    assert "Lê Thị Thúy" in other
    assert "Đảng ủy" in usual


@pytest.mark.req("R-183", "R-193")
def test_a_name_with_a_tab_in_its_cell_is_printed_as_typed_too(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    name = "Bà Lê Thị Thúy\tở thôn Hòa An"
    assert name in report(rules, layout, tmp_path, name, **OLD_STYLE)


@pytest.mark.req("R-191", "R-193")
def test_the_name_of_the_state_stays_as_it_is_prescribed(rules: Rules, layout: Layout) -> None:
    kind = paper_kinds()["reward_decision"]
    spell = speller(opened(rules, layout, **OLD_STYLE).book, layout)
    lines = paper_text(spell(build_template(kind))).splitlines()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
