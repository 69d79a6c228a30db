"""Who registers: the kinds that may, under which Party organisation, and what is told of each."""

from datetime import date

import pytest

from dvk_office.core.checks import registrants, registrants_grading, registrants_told_apart
from dvk_office.core.checks.registrants import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.load import load_year
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
TYPES = [(one.key, one.kind) for one in load_year(2026).registrant_types]
BODIES = """
| organisations | code | name             | kind             | direct |
|               | TC01 | Chi bộ thôn Đông | Chi bộ           | Có     |
|               | TC02 | Đảng bộ Công an  | Đảng bộ cơ sở    | Có     |
|               | TC03 | Chi bộ Đội 1     | Chi bộ           | Không  |
|               | TC04 | Hội Nông dân xã  | political_social | Không  |
"""
HEADERS = "| registrants | code | kind | type | name | birth_year | gender | position | leader | unit | managing_organisation | phone |"
COLLECTIVE = "| | CT01 | Tập thể | Tổ dân vận | Tổ dân vận thôn Đông | | | | | Thôn Đông | TC01 | 0900 000 001 |"
LEADER = "| | CT02 | Cá nhân | Cán bộ | Trần Văn An | 1970 | Nam | Trưởng thôn | Có | Thôn Đông | TC01 | 0900 000 002 |"
RESIDENT = "| | CT03 | Cá nhân | Người dân trên địa bàn | Lê Thị Bình | 1957 | Nữ | | Không | Thôn Đông | TC01 | 0900 000 003 |"


def found(layout: Layout, rules: Rules, *rows: str, **settings: object) -> set[tuple[str, str]]:
    text = "\n".join((BODIES, HEADERS, *rows))
    made = book(layout, rules, text, **{"commune": "An Phú", **settings})
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {one.place.sheet_key for one in findings} <= {"registrants"}
    return {(one.code, f"{one.place.column_key}{one.place.row}") for one in findings}


@pytest.mark.req("R-006", "R-024", "R-052", "R-053", "R-055")
def test_subjects_in_order_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, COLLECTIVE, LEADER, RESIDENT) == set()


@pytest.mark.req("R-053", "R-054", "T-18")
def test_a_resident_outside_the_party_registers_without_any_post(
    layout: Layout, rules: Rules
) -> None:
    made = book(layout, rules, f"{BODIES}\n{HEADERS}\n{RESIDENT}", commune="An Phú")
    every = (*registrants.CHECKS, *registrants_told_apart.CHECKS, *registrants_grading.CHECKS)
    assert [one for check in every for one in check(made, rules, layout, TODAY)] == []


@pytest.mark.req("R-024", "R-052", "R-053", "T-28")
@pytest.mark.parametrize(("key", "kind"), TYPES)
def test_every_type_is_of_one_kind_and_not_of_the_other(
    layout: Layout, rules: Rules, key: str, kind: str
) -> None:
    other = {"collective": "individual", "individual": "collective"}[kind]
    row = "| | CT01 | {} | {} | Một | | | | | Thôn Đông | TC01 | 0900 000 001 |"
    wrong = ("CT-001", "type4")
    assert wrong not in found(layout, rules, row.format(kind, key))
    assert wrong in found(layout, rules, row.format(other, key))


@pytest.mark.req("R-006", "R-055", "T-18")
def test_everybody_stands_under_a_party_organisation(layout: Layout, rules: Rules) -> None:
    rows = (COLLECTIVE.replace("TC01", "TC02"), RESIDENT.replace("TC01", "TC04"))
    assert found(layout, rules, *rows) == {("CT-002", "managing_organisation5")}


@pytest.mark.req("R-016")
def test_an_organisation_inside_another_is_noted(layout: Layout, rules: Rules) -> None:
    row = COLLECTIVE.replace("TC01", "TC03")
    assert found(layout, rules, row) == {("CT-003", "managing_organisation4")}


@pytest.mark.req("R-055")
@pytest.mark.parametrize(
    ("cells", "column"),
    [("1970 | | |", "birth_year"), ("| Nam | |", "gender"), ("| | Trưởng thôn |", "position")],
)
def test_a_collective_is_no_person(layout: Layout, rules: Rules, cells: str, column: str) -> None:
    row = COLLECTIVE.replace("Đông | | | | |", f"Đông | {cells} Không |")
    assert found(layout, rules, row) == {("CT-004", f"{column}4")}


@pytest.mark.req("R-055", "R-110")
def test_a_collective_is_no_leader(layout: Layout, rules: Rules) -> None:
    row = COLLECTIVE.replace("Đông | | | | |", "Đông | | | | Có |")
    assert found(layout, rules, row) == {("CT-004", "leader4")}


@pytest.mark.req("R-055")
def test_of_each_it_is_told_where_it_is_and_how_to_reach_it(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, COLLECTIVE.replace("| Thôn Đông |", "| |")) == {("CT-005", "unit4")}
    assert found(layout, rules, RESIDENT.replace("0900 000 003", "")) == {("CT-005", "phone4")}
    nothing = COLLECTIVE.replace("| Thôn Đông |", "| |").replace("0900 000 001", "")
    assert found(layout, rules, nothing) == {("CT-005", "unit4")}


@pytest.mark.req("R-055")
def test_an_address_of_mail_is_enough_to_reach_somebody(layout: Layout, rules: Rules) -> None:
    made = RESIDENT.replace("0900 000 003", "").removesuffix("|") + "| binh@vidu.example |"
    text = "\n".join((BODIES, HEADERS + " email |", made))
    ours = book(layout, rules, text, commune="An Phú")
    assert [one for check in CHECKS for one in check(ours, rules, layout, TODAY)] == []


@pytest.mark.req("R-055")
def test_an_individual_has_a_year_of_birth(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, RESIDENT.replace("1957", "")) == {("CT-006", "birth_year4")}


@pytest.mark.parametrize(
    ("year", "can_be"), [(1925, False), (1926, True), (2016, True), (2017, False)]
)
def test_a_year_of_birth_can_be_true(
    layout: Layout, rules: Rules, year: int, *, can_be: bool
) -> None:
    expected = set() if can_be else {("CT-007", "birth_year4")}
    assert found(layout, rules, RESIDENT.replace("1957", str(year))) == expected


@pytest.mark.req("R-054", "R-110", "T-16")
def test_only_a_leader_needs_a_post(layout: Layout, rules: Rules) -> None:
    without = LEADER.replace("Trưởng thôn", "")
    assert found(layout, rules, without) == {("CT-008", "position4")}
    assert found(layout, rules, without.replace("| Có |", "| Không |")) == set()


@pytest.mark.req("R-006")
@pytest.mark.parametrize(
    ("unit", "elsewhere"),
    [
        ("Trạm Y tế xã An Phú", False),
        ("Xã An Phú", False),
        ("Hợp tác xã Nông nghiệp Tân Hưng", False),
        ("Phòng Văn hóa - Xã hội", False),
        ("Xã Đoàn An Phú", False),
        ("Trường Tiểu học xã Tân Hưng", True),
        ("Phường An Phú Đông", False),
        ("khu phố 2, phường Tân An", True),
        ("xã An Phước", True),
    ],
)
def test_everybody_belongs_to_the_commune(
    layout: Layout, rules: Rules, unit: str, *, elsewhere: bool
) -> None:
    row = COLLECTIVE.replace("| Thôn Đông |", f"| {unit} |")
    assert found(layout, rules, row) == ({("CT-013", "unit4")} if elsewhere else set())
    named = COLLECTIVE.replace("Tổ dân vận thôn Đông", unit)
    assert found(layout, rules, named) == ({("CT-013", "name4")} if elsewhere else set())


@pytest.mark.req("R-006")
def test_of_a_commune_without_a_name_nothing_is_said(layout: Layout, rules: Rules) -> None:
    row = COLLECTIVE.replace("| Thôn Đông |", "| xã Tân Hưng |")
    assert found(layout, rules, row, commune=None) == set()
