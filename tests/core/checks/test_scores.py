"""Who appraises: members, one sheet each, and nobody his own model."""

from datetime import date

import pytest

from dvk_office.core.checks.scores import CHECKS, members_with_models_of_their_own
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BOOK = """
| team | name          | role        |
|      | Trần Thị Hiền | Trưởng đoàn |
|      | Lê Văn Bình   | Thành viên  |
|      | Phạm Thị Cúc  | Thư ký      |
| organisations | code | name            | head         |
|               | TC01 | Chi bộ thôn Đoài | Phạm Thị Cúc |
| registrants | code | kind     | name             | managing_organisation |
|             | CT01 | Tập thể  | Chi bộ thôn Đoài | TC01                  |
|             | CT02 | Cá nhân  | Lê văn Bình      | TC01                  |
|             | CT03 | Tập thể  | Trường Tiểu học  | TC01                  |
| models | code | name | registrant | person_in_charge |
|        | MH01 | Một  | CT01       |                  |
|        | MH02 | Hai  | CT02       |                  |
|        | MH03 | Ba   | CT03       | TRẦN THỊ HIỀN    |
|        | MH04 | Bốn  | CT03       |                  |
| hearings | model | date      | members_present | conclusion |
|          | MH04  | 15/9/2026 | 3               | Đạt        |
"""
SCORES = """
| scores | model | appraiser     | recused | recusal_reason | c1  | p1 |
|        | MH04  | Trần Thị Hiền |         |                | Đạt | 9  |
|        | MH04  | lê văn bình   |         |                | Đạt |    |
|        | MH04  | Phạm Thị Cúc  |         |                | Đạt |    |
"""


def found(
    layout: Layout, rules: Rules, text: str, today: date = TODAY, **typed: object
) -> set[tuple[str, str, str]]:
    made = book(layout, rules, text, **typed)
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        if check is not members_with_models_of_their_own
        for one in check(made, rules, layout, today)
    }


def own_models(layout: Layout, rules: Rules, text: str, **typed: object) -> set[tuple[str, str]]:
    """Row and model of each member who is told that a model is his own."""
    made = book(layout, rules, text, **typed)
    findings = list(members_with_models_of_their_own(made, rules, layout, TODAY))
    assert {(one.code, one.place.column_key) for one in findings} <= {("PD-011", "name")}
    return {(f"{one.place.sheet_key}{one.place.row}", dict(one.facts)["name"]) for one in findings}


@pytest.mark.req("R-095", "R-117")
def test_three_members_and_three_sheets_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BOOK + SCORES) == set()


@pytest.mark.req("R-117")
def test_a_stranger_to_the_team_cannot_appraise(layout: Layout, rules: Rules) -> None:
    text = SCORES.replace("lê văn bình", "Lê Văn Bính")
    assert found(layout, rules, BOOK + text) == {("PD-001", "scores", "appraiser5")}


def test_the_member_who_was_probably_meant_is_named(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, BOOK + SCORES.replace("lê văn bình", "Lê Văn Bính"))
    found = (one for check in CHECKS for one in check(made, rules, layout, TODAY))
    (one,) = (one for one in found if one.code == "PD-001")
    assert "Lê Văn Bình" in one.message


@pytest.mark.req("R-095")
def test_the_team_as_one_scores_only_where_the_office_chose_so(
    layout: Layout, rules: Rules
) -> None:
    text = "| scores | model | appraiser | c1 |\n| | MH04 | Đoàn | Đạt |"
    hearing = BOOK.replace("| 3               |", "|                 |")
    assert found(layout, rules, hearing + text) == {("PD-002", "scores", "appraiser4")}
    assert found(layout, rules, hearing + text, appraisal_mode="joint") == set()


@pytest.mark.req("R-095")
def test_a_members_own_sheet_beside_the_joint_one_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    text = """
| scores | model | appraiser     | recused | recusal_reason | c1  |
|        | MH04  | ĐOÀN          |         |                | Đạt |
|        | MH04  | Trần Thị Hiền |         |                | Đạt |
|        | MH04  | Lê Văn Bình   | x       | Người nhà      |     |
"""
    codes = found(layout, rules, BOOK + text, appraisal_mode="joint")
    assert codes == {("PD-003", "scores", "appraiser5")}


@pytest.mark.req("T-39")
@pytest.mark.parametrize(
    ("model", "name"),
    [("MH01", "Phạm Thị Cúc"), ("MH02", "Lê Văn Bình"), ("MH03", "Trần Thị Hiền")],
)
def test_head_subject_and_person_in_charge_are_warned_of(
    layout: Layout, rules: Rules, model: str, name: str
) -> None:
    row = f"|        | {model}  | {name}   |         |                | Đạt |    |"
    assert found(layout, rules, BOOK + SCORES + row) == {("PD-004", "scores", "appraiser7")}


@pytest.mark.req("T-39")
def test_who_stands_back_with_a_reason_is_in_order(layout: Layout, rules: Rules) -> None:
    row = "|        | MH02  | Lê Văn Bình   | x       | Là chủ thể     |     |    |"
    assert found(layout, rules, BOOK + SCORES + row) == set()


@pytest.mark.req("T-39")
@pytest.mark.parametrize("mode", ["individual", "joint"])
def test_a_member_who_answers_for_a_model_is_told_so_before_anybody_scores(
    layout: Layout, rules: Rules, mode: str
) -> None:
    assert own_models(layout, rules, BOOK, appraisal_mode=mode) == {
        ("team4", "Ba"),
        ("team5", "Hai"),
        ("team6", "Một"),
    }


@pytest.mark.req("T-39")
def test_a_member_with_a_sheet_for_the_model_is_not_told_twice(
    layout: Layout, rules: Rules
) -> None:
    rows = "| | MH01 | Phạm thị Cúc | x | | | |\n| | MH02 | Lê Văn Bình | | | | |\n"
    assert own_models(layout, rules, BOOK + SCORES + rows) == {("team4", "Ba")}


@pytest.mark.req("T-39", "T-41")
def test_a_model_given_up_is_nobodys_conflict(layout: Layout, rules: Rules) -> None:
    text = """
| models | code | name | registrant | dropped_on |
|        | MH05 | Năm  | CT02       | 1/3/2026   |
|        | MH06 | Sáu  | CT02       |            |
"""
    assert own_models(layout, rules, BOOK[: BOOK.index("| models")] + text) == {("team5", "Sáu")}


@pytest.mark.req("R-095", "T-39")
def test_who_stands_back_gives_no_verdict_and_a_reason(layout: Layout, rules: Rules) -> None:
    row = "|        | MH02  | Lê Văn Bình   | x       |                |     | 5  |"
    assert found(layout, rules, BOOK + SCORES + row) == {
        ("PD-005", "scores", "p17"),
        ("PD-006", "scores", "recusal_reason7"),
    }


@pytest.mark.req("T-41")
def test_a_dropped_model_with_scores_is_warned_of_once(layout: Layout, rules: Rules) -> None:
    models = "| models | code | name | dropped_on |\n| | MH04 | Bốn | 1/3/2026 |"
    assert found(layout, rules, BOOK + SCORES + models) == {("PD-007", "scores", "model4")}


@pytest.mark.req("R-093", "R-122")
def test_a_conclusion_without_any_sheet_stands_at_the_hearing(layout: Layout, rules: Rules) -> None:
    text = SCORES.replace("MH04", "MH03").replace("Trần Thị Hiền", "Lê Văn Bình")
    assert found(layout, rules, BOOK + text) == {("PD-008", "hearings", "model4")}


@pytest.mark.req("R-093", "R-122")
def test_an_office_without_score_sheets_is_told_once(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BOOK) == {("PD-009", "scores", "")}


@pytest.mark.req("R-122")
def test_no_sheets_are_asked_for_on_the_day_of_the_hearing(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, BOOK, date(2026, 9, 15)) == set()


@pytest.mark.req("R-095", "R-122")
@pytest.mark.parametrize(("present", "odd"), [("2", True), ("4", True), ("3", False)])
def test_sheets_and_members_present_agree(
    layout: Layout, rules: Rules, present: str, *, odd: bool
) -> None:
    text = BOOK.replace("| 3               |", f"| {present} |") + SCORES
    expected = {("PD-010", "hearings", "members_present4")} if odd else set()
    assert found(layout, rules, text) == expected


@pytest.mark.req("R-095", "T-39")
@pytest.mark.parametrize("present", ["2", "3"])
def test_who_stands_back_may_stay_in_the_room_or_leave(
    layout: Layout, rules: Rules, present: str
) -> None:
    text = SCORES.replace(
        "| Phạm Thị Cúc  |         |                | Đạt |", "| Phạm Thị Cúc | x | Người nhà | |"
    )
    made = BOOK.replace("| 3               |", f"| {present} |") + text
    assert found(layout, rules, made) == set()
