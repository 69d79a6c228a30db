"""Who may be chosen as an exemplar."""

from datetime import date

import pytest

from dvk_office.core.checks.exemplars import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
NEXT_YEAR = date(2027, 1, 5)
BEFORE = """
| organisations | code | name             |
|               | TC01 | Chi bộ thôn Đoài |
| registrants | code | kind     | name             | leader | managing_organisation | grading                     | grading_year | grading_state |
|             | CT01 | Tập thể  | Chi bộ thôn Đoài |        | TC01                  | Hoàn thành tốt nhiệm vụ     | 2026         | Chính thức    |
|             | CT02 | Cá nhân  | Lê Văn Bình      |        | TC01                  |                             |              |               |
|             | CT03 | Cá nhân  | Trần Thị Hiền    | Có     | TC01                  |                             |              |               |
|             | CT04 | Tập thể  | Tổ dân vận       |        | TC01                  | Hoàn thành nhiệm vụ         | 2026         | Chính thức    |
|             | CT05 | Tập thể  | Trường Tiểu học  |        |                       |                             |              |               |
|             | CT06 | Tập thể  | Hội Phụ nữ       |        |                       | Hoàn thành xuất sắc nhiệm vụ | 2026        | Dự kiến       |
|             | CT07 | Tập thể  | Hội Nông dân     |        |                       | Hoàn thành tốt nhiệm vụ     | 2025         | Chính thức    |
| models | code | name | registrant | origin    | dropped_on |
|        | MH01 | Một  | CT01       | Tiếp tục  |            |
|        | MH02 | Hai  | CT02       | Mới       |            |
|        | MH03 | Ba   | CT04       | Phát hiện |            |
|        | MH04 | Bốn  | CT04       | Mới       | 1/3/2026   |
|        | MH05 | Năm  | CT05       | Mới       |            |
|        | MH06 | Sáu  | CT06       | Mới       |            |
|        | MH07 | Bảy  | CT07       | Mới       |            |
| meetings | code | kind     | date      |
|          | CH01 | exemplar | 5/10/2026 |
|          | CH02 | exemplar | 1/10/2026 |
| hearings | model | conclusion | decision_number | decision_date | most_exemplary |
|          | MH01  | Đạt        | 45-QĐ/ĐU        | 2/10/2026     | x              |
|          | MH02  | Đạt        | 45-QĐ/ĐU        | 2/10/2026     | x              |
|          | MH03  |            | 45-QĐ/ĐU        | 2/10/2026     | x              |
|          | MH04  | Đạt        | 45-QĐ/ĐU        | 2/10/2026     |                |
|          | MH05  | Đạt        |                 |               |                |
|          | MH06  | Đạt        | 45-QĐ/ĐU        | 2/10/2026     | x              |
|          | MH07  | Đạt        | 45-QĐ/ĐU        | 2/10/2026     | x              |
"""
PERSONAL = {f"e{n}": "x" for n in range(1, 7)}
COLLECTIVE = {"registrant": "CT01", "model": "MH01", "meeting": "CH01", "chosen": "x"}
PERSON = COLLECTIVE | PERSONAL | {"registrant": "CT02", "model": "MH02"}
LEADER = PERSON | {
    "registrant": "CT03",
    "took_part_directly": "x",
    "l1": "x",
    "l2": "x",
    "l3": "x",
    "directed_model": "MH06",
}


def found(
    layout: Layout, rules: Rules, nominee: dict[str, str], today: date = TODAY, **cells: str
) -> set[tuple[str, str]]:
    """Code and column of the findings on one nominee, changed in `cells`."""
    typed = nominee | cells
    row = f"| exemplars | {' | '.join(typed)} |\n| | {' | '.join(typed.values())} |"
    made = book(layout, rules, BEFORE + row)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("exemplars", 4)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-096", "R-098", "R-099", "R-100", "R-110")
@pytest.mark.parametrize("nominee", [COLLECTIVE, PERSON, LEADER], ids=["body", "person", "leader"])
def test_who_meets_all_has_no_finding(
    layout: Layout, rules: Rules, nominee: dict[str, str]
) -> None:
    assert found(layout, rules, nominee) == set()


@pytest.mark.req("R-110")
def test_nothing_is_asked_of_who_was_not_chosen(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, LEADER, chosen="", e1="Không", l2="", model="MH05") == set()


@pytest.mark.req("R-097", "R-100", "T-41")
def test_an_exemplar_of_a_model_that_was_dropped_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert ("DH-020", "model") in found(layout, rules, PERSON, model="MH04")
    assert ("DH-020", "model") not in found(layout, rules, PERSON, model="MH06")


@pytest.mark.req("R-096", "R-097", "R-099", "R-129")
def test_an_exemplar_of_a_model_not_recognised_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, LEADER, model="MH05") == {("DH-001", "model")}


@pytest.mark.req("R-114", "R-129")
def test_a_discovered_model_that_was_decided_on_is_recognised(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, LEADER, model="MH03") == set()


@pytest.mark.req("R-129")
def test_a_vote_before_the_recognition_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, COLLECTIVE, meeting="CH02") == {("DH-002", "meeting")}


@pytest.mark.req("R-097", "R-100", "T-17")
def test_the_model_was_found_the_most_exemplary(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, LEADER, model="MH04")  # a model that was dropped, too
    assert codes == {("DH-003", "model"), ("DH-020", "model")}


@pytest.mark.req("R-100")
def test_an_individual_takes_part_directly(layout: Layout, rules: Rules) -> None:
    part = {("DH-004", "took_part_directly")}
    assert found(layout, rules, LEADER, took_part_directly="") == part
    assert found(layout, rules, PERSON, took_part_directly="Không") == part


@pytest.mark.req("R-096")
def test_a_collective_is_nominated_for_its_own_model_or_one_that_it_manages(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, COLLECTIVE, model="MH06") == {("DH-005", "model")}
    assert found(layout, rules, COLLECTIVE, model="MH03") == set()


@pytest.mark.req("R-101", "R-102", "R-103", "R-104", "R-105", "R-106")
@pytest.mark.parametrize("key", PERSONAL)
def test_a_personal_criterion_that_is_not_met_is_an_error(
    layout: Layout, rules: Rules, key: str
) -> None:
    assert found(layout, rules, PERSON, **{key: "Không"}) == {("DH-006", key)}


@pytest.mark.req("R-107", "R-108", "R-109", "T-16")
@pytest.mark.parametrize("key", ["l1", "l2", "l3"])
def test_a_leaders_criterion_that_is_not_met_is_an_error(
    layout: Layout, rules: Rules, key: str
) -> None:
    assert found(layout, rules, LEADER, **{key: "Không"}) == {("DH-006", key)}


@pytest.mark.req("R-110", "T-16")
def test_nine_criteria_are_asked_of_a_leader_and_six_of_others(
    layout: Layout, rules: Rules
) -> None:
    blank = {"e6": "", "l1": "", "l3": ""}
    assert found(layout, rules, PERSON, **blank) == {("DH-007", "e6")}
    assert found(layout, rules, LEADER, l1="", l3="") == {("DH-007", "l1")}


@pytest.mark.req("R-108", "T-16")
def test_a_leader_directed_a_new_or_replicated_model_still_alive(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, LEADER, directed_model="") == {("DH-008", "directed_model")}
    for code in ("MH01", "MH04"):
        codes = found(layout, rules, LEADER, directed_model=code)
        assert codes == {("DH-009", "directed_model")}


@pytest.mark.req("R-098")
def test_a_collective_not_well_graded_is_an_error(layout: Layout, rules: Rules) -> None:
    nominee = COLLECTIVE | {"registrant": "CT04", "model": "MH03"}
    assert found(layout, rules, nominee) == {("DH-010", "registrant")}


@pytest.mark.req("R-098", "R-111")
def test_a_collective_without_a_grading_is_warned_of(layout: Layout, rules: Rules) -> None:
    nominee = COLLECTIVE | {"registrant": "CT05", "model": "MH05"}
    assert ("DH-011", "registrant") in found(layout, rules, nominee)


@pytest.mark.req("R-111", "T-15")
@pytest.mark.parametrize("pair", [("CT06", "MH06"), ("CT07", "MH07")])
def test_a_grading_not_final_is_noted_and_asked_for_again_after_the_year(
    layout: Layout, rules: Rules, pair: tuple[str, str]
) -> None:
    nominee = COLLECTIVE | {"registrant": pair[0], "model": pair[1]}
    assert found(layout, rules, nominee) == {("DH-012", "registrant")}
    assert found(layout, rules, nominee, NEXT_YEAR) == {("DH-013", "registrant")}
