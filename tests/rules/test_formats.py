"""The dated forms of papers: which holds when, and where each value comes from."""

from datetime import date

import pytest

from dvk_office.rules.formats import (
    PARTY,
    STATE,
    Profile,
    form_choices,
    latest_profile,
    profile_for,
    profiles,
    settled,
    sources,
    styles,
)
from dvk_office.rules.layout import Layout

OF_A_PAPER = {"salutation", "recipients_end"}
ALL = pytest.mark.parametrize("profile", profiles(), ids=lambda one: one.key)


@pytest.mark.req("R-191")
@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 3, 6), "hd36"),
        (date(2026, 5, 26), "hd36"),
        (date(2026, 5, 27), "hd05"),
        (date(2027, 1, 4), "hd05"),
    ],
)
def test_a_party_paper_follows_the_form_of_its_own_day(day: date, key: str) -> None:
    assert profile_for(PARTY, day).key == key


def test_templates_are_built_in_the_newest_form() -> None:
    assert latest_profile(PARTY).key == "hd05"


@ALL
def test_every_value_says_where_it_comes_from(profile: Profile) -> None:
    assert {one.source for one in profile.values.values()} <= sources().keys()


def test_nothing_that_is_only_known_second_hand_is_called_confirmed() -> None:
    known = [one for profile in profiles() for one in profile.values.values()]
    doubtful = [
        one
        for one in known
        if one.source in {"hd05_second_hand", "hd05_clause", "hd36_kept", "ours"}
    ]
    assert doubtful
    assert not any(one.confirmed for one in doubtful)


@pytest.mark.parametrize(
    ("key", "others"),
    [("hd05", {"hd36", "hd36_law", "specimen"}), ("nd30", {"hd36", "hd36_law", "qd399"})],
)
def test_no_form_rests_on_a_paper_that_does_not_hold_for_it(key: str, others: set[str]) -> None:
    (form,) = (one for one in profiles() if one.key == key)
    assert not [name for name, one in form.values.items() if one.source in others]


@ALL
def test_a_page_has_the_party_margins(profile: Profile) -> None:
    sides = [profile.size(f"margin_{side}") for side in ("top", "bottom", "left", "right")]
    assert sides == [20, 20, 30, 15]


@pytest.mark.req("R-187")
def test_a_blank_day_has_room_beside_a_place_of_two_words() -> None:
    form = latest_profile(PARTY)
    sides = form.size("margin_left") + form.size("margin_right") + form.size("left_block_width")
    measured = 84  # millimetres of “Thanh Trì, ngày … tháng … năm …” in Times New Roman 14, slanted
    assert form.size("paper_width") - sides > measured


@pytest.mark.req("T-24")
def test_recipients_are_parted_by_a_comma_before_and_a_semicolon_after() -> None:
    old, new = profile_for(PARTY, date(2026, 5, 26)), profile_for(PARTY, date(2026, 5, 27))
    assert (old.text("recipients_end"), new.text("recipients_end")) == (",", ";")


def test_one_template_serves_every_day_for_only_words_of_a_paper_differ() -> None:
    """Where two forms differ in what a template holds, the kind needs a template for each."""
    first, *others = [one for one in profiles() if one.family == PARTY]
    for other in others:
        differing = {
            key for key, one in first.values.items() if one.value != other.values[key].value
        }
        assert differing <= OF_A_PAPER


@ALL
def test_every_style_has_its_size_in_the_profile(profile: Profile) -> None:
    assert {style.size for style in styles(profile.family)} <= profile.values.keys()


def test_no_name_of_a_style_has_a_comma_for_word_reads_two_names_in_it() -> None:
    assert not [one.name for family in (PARTY, STATE) for one in styles(family) if "," in one.name]


def test_a_state_style_takes_the_place_of_the_common_one() -> None:
    party, state = ({one.key: one for one in styles(family)} for family in (PARTY, STATE))
    assert (party["post"].bold, state["post"].bold) == (False, True)
    assert "motto_second" not in party


@pytest.mark.req("R-191")
def test_state_papers_have_their_own_marks() -> None:
    form = latest_profile(STATE)
    assert (form.text("end_mark"), form.text("number"), form.text("star")) == (
        "./.",
        "Số: {number}",
        "",
    )
    assert form.text("motto_second") == "Độc lập - Tự do - Hạnh phúc"


def test_the_office_settles_a_value_on_which_the_sources_disagree() -> None:
    typed = {"form_recipients_end": ",", "form_line": 20, "form_basis_italic": True}
    form = settled(latest_profile(PARTY), typed)
    assert (form.text("recipients_end"), form.size("line"), form.set("basis_italic")) == (
        ",",
        20,
        True,
    )


def test_a_blank_setting_settles_nothing() -> None:
    form = latest_profile(PARTY)
    assert settled(form, {"form_recipients_end": None}).values == form.values


def test_the_settings_settle_nothing_in_papers_of_another_form() -> None:
    old = profile_for(PARTY, date(2026, 5, 26))
    assert settled(old, {"form_recipients_end": ";"}) is old


def test_every_open_value_has_its_setting_and_is_not_called_confirmed(layout: Layout) -> None:
    profile, choices = form_choices()
    open_values = next(one for one in profiles() if one.key == profile).values
    assert {one.setting for one in choices} <= layout.setting_by_key.keys()
    assert not any(open_values[one.key].confirmed for one in choices)


def test_the_motto_is_fifteen_bold_and_the_place_fourteen_italic() -> None:
    by_key, form = {style.key: style for style in styles()}, latest_profile(PARTY)
    motto, place = by_key["motto"], by_key["place_date"]
    assert (form.size(motto.size), motto.bold, motto.italic) == (15, True, False)
    assert (form.size(place.size), place.bold, place.italic) == (14, False, True)
