"""Names of people in the book: warned of where their case is odd, in whatever sheet."""

from datetime import date

import pytest

from dvk_office.core.checks.names import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

BOOK = """
| organisations | code | name   | head |
|               | TC01 | Chi bộ | {}   |

| registrants | code | kind    | name |
|             | CT01 | Cá nhân | {}   |
|             | CT02 | Tập thể | hội người cao tuổi |

| models | code | name            | person_in_charge |
|        | MH01 | tuyến đường hoa | {}               |

| team | name | role       |
|      | {}   | Thành viên |

| meetings | code | kind      | date      | chair | secretary |
|          | CH01 | appraisal | 15/9/2026 | {}    | {}        |

| register | issuer   | kind | signed_by |
|          | đảng ủy  | plan | {}        |
"""
CELLS = (
    ("organisations", "head"), ("registrants", "name"), ("models", "person_in_charge"),
    ("team", "name"), ("meetings", "chair"), ("meetings", "secretary"), ("register", "signed_by"),
)  # fmt: skip
SIGNERS = ("signer_name", "recognition_signer_name", "state_signer_name")


def found(layout: Layout, rules: Rules, text: str, **settings: str) -> list[tuple[str, str, str]]:
    made = book(layout, rules, text, **settings)
    keys = {made.settings.place(key): key for key in made.settings.values}
    return [
        (one.code, one.place.sheet_key, keys.get(one.place, one.place.column_key))
        for check in CHECKS
        for one in check(made, rules, layout, date(2026, 11, 23))
    ]


@pytest.mark.parametrize("name", ["Vũ Viết Lập", "K’Brốp", "Y Bhĩu", "Hồ A Ma", "Lan", ""])
def test_names_of_every_people_pass_in_every_sheet(layout: Layout, rules: Rules, name: str) -> None:
    assert found(layout, rules, BOOK.format(*[name] * len(CELLS))) == []


@pytest.mark.parametrize("cell", CELLS)
def test_a_name_in_odd_case_is_warned_of_at_its_cell(
    layout: Layout, rules: Rules, cell: tuple[str, str]
) -> None:
    names = ["Vũ viết Lập" if one == cell else "Vũ Viết Lập" for one in CELLS]
    assert found(layout, rules, BOOK.format(*names)) == [("TEN-001", *cell)]


@pytest.mark.req("R-007")
@pytest.mark.parametrize("key", SIGNERS)
def test_a_signer_in_odd_case_is_warned_of(layout: Layout, rules: Rules, key: str) -> None:
    assert found(layout, rules, "", **{key: "Vũ viết Lập"}) == [("TEN-001", "settings", key)]


def test_the_warning_offers_what_was_meant_and_changes_nothing(
    layout: Layout, rules: Rules
) -> None:
    made = book(layout, rules, "", signer_name="Vũ viết Lập")
    (one,) = (one for check in CHECKS for one in check(made, rules, layout, date(2026, 11, 23)))
    assert dict(one.facts) == {"found": "Vũ viết Lập", "meant": "Vũ Viết Lập"}
    assert one.severity == "warning"
    assert made.settings.text("signer_name") == "Vũ viết Lập"
