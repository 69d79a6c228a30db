"""Names in the settings: who issues and signs, what the commune and its parts are called."""

from collections.abc import Mapping
from datetime import date

import pytest

from dvk_office.core.checks.settings_names import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

NAMES: Mapping[str, object] = {
    "commune": "An Phú",
    "city": "Minh Giang",
    "party_committee": "Đảng ủy xã An Phú",
    "people_committee": "Ủy ban nhân dân xã An Phú",
    "front_name": "Ủy ban MTTQ Việt Nam xã An Phú",
}
WARD: Mapping[str, object] = {
    "commune_kind": "Phường",
    "unit_word": "tổ dân phố",
    "party_committee": "Đảng ủy phường An Phú",
    "people_committee": "Ủy ban nhân dân phường An Phú",
    "front_name": "Ủy ban MTTQ Việt Nam phường An Phú",
    "recipients": "Lãnh đạo UBND phường\nLưu VPĐU",
}


def found(layout: Layout, rules: Rules, text: str = "", **changed: object) -> set[tuple[str, str]]:
    made = book(layout, rules, text, **{**NAMES, **changed})
    keys = {made.settings.place(key): key for key in made.settings.values}
    return {
        (one.code, keys[one.place])
        for check in CHECKS
        for one in check(made, rules, layout, date(2026, 11, 23))
    }


@pytest.mark.req("R-005", "R-006", "R-007", "R-154", "T-36")
def test_names_in_order_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()
    assert found(layout, rules, **WARD) == set()
    assert found(layout, rules, board_name="Cơ quan Ủy ban MTTQ Việt Nam xã An Phú") == set()


@pytest.mark.req("R-005")
def test_the_guidance_is_issued_by_the_standing_committee(layout: Layout, rules: Rules) -> None:
    own = "Ban Thường vụ Đảng uỷ xã An Phú"
    assert found(layout, rules, standing_committee=own) == set()
    assert found(layout, rules, standing_committee="Ban Chấp hành Đảng bộ xã") == {
        ("TT-020", "standing_committee")
    }


@pytest.mark.req("R-007", "T-22", "T-42")
def test_a_paper_of_the_party_is_not_signed_as_one_of_the_state(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, recognition_authority="T/M ĐẢNG ỦY") == set()
    assert found(layout, rules, recognition_authority="TM. ĐẢNG ỦY") == {
        ("TT-021", "recognition_authority")
    }


@pytest.mark.req("R-007")
def test_another_authority_than_that_of_the_guidance_is_noted(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, authority_line="T/M ĐẢNG ỦY") == {("TT-022", "authority_line")}


@pytest.mark.req("R-007")
def test_a_secretary_signs_for_a_committee(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, signer_post="BÍ THƯ") == set()
    assert found(layout, rules, signer_post="TRƯỞNG BAN") == {("TT-023", "signer_post")}
    given_away = {"authority_line": "T/L BAN THƯỜNG VỤ", "signer_post": "CHÁNH VĂN PHÒNG"}
    assert found(layout, rules, **given_away) == {("TT-022", "authority_line")}


@pytest.mark.req("R-147")
def test_the_chairman_is_known_once_a_reward_is_proposed(layout: Layout, rules: Rules) -> None:
    text = """
| exemplars | registrant | model | commend |
|           | CT01       | MH01  | {}      |
"""
    assert found(layout, rules, text.format("Không")) == set()
    assert found(layout, rules, text.format("Có")) == {("TT-024", "state_signer_name")}
    assert found(layout, rules, text.format("Có"), state_signer_name="Trần Văn An") == set()


@pytest.mark.req("T-36")
@pytest.mark.parametrize(
    ("kind", "word", "fits"),
    [("Xã", "ấp", True), ("Xã", "tổ dân phố", False), ("Phường", "Khu phố", True),
     ("Phường", "thôn", False), ("Đặc khu", "thôn", True), ("Xã", "cụm dân cư", True)],
)  # fmt: skip
def test_the_word_for_an_area_fits_the_kind_of_commune(
    layout: Layout, rules: Rules, kind: str, word: str, *, fits: bool
) -> None:
    names = {**(WARD if kind == "Phường" else {}), "commune_kind": kind, "unit_word": word}
    codes = {one for one in found(layout, rules, **names) if one[1] == "unit_word"}
    assert codes == (set() if fits else {("TT-025", "unit_word")})


@pytest.mark.req("T-36")
def test_the_bodies_of_a_ward_are_not_those_of_a_commune(layout: Layout, rules: Rules) -> None:
    names = {**WARD, "people_committee": "Ủy ban nhân dân xã"}
    assert found(layout, rules, **names) == {("TT-026", "people_committee")}


@pytest.mark.req("R-008", "T-36")
def test_papers_of_a_ward_are_not_sent_to_the_leaders_of_a_commune(
    layout: Layout, rules: Rules
) -> None:
    usual = "\n".join(rules.recipients)
    assert found(layout, rules, **{**WARD, "recipients": usual}) == {("TT-026", "recipients")}
    own = "Lãnh đạo UBND phường\nCác tổ chức chính trị, xã hội phường\nHợp tác xã An Phú"
    assert found(layout, rules, **{**WARD, "recipients": own}) == set()


@pytest.mark.req("R-006")
@pytest.mark.parametrize(
    ("key", "text"),
    [("commune", "xã An Phú"), ("commune", "Phường An Phú"), ("city", "Thành phố Minh Giang"),
     ("city", "TP. Minh Giang")],
)  # fmt: skip
def test_commune_and_city_are_proper_names_alone(
    layout: Layout, rules: Rules, key: str, text: str
) -> None:
    assert found(layout, rules, **{key: text}) == {("TT-027", key)}


@pytest.mark.req("R-006")
def test_a_name_that_only_begins_like_such_a_word_is_in_order(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, commune="Phước Thọ", city="Thành An") == set()
