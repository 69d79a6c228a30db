"""The texts of registration and plan: one finding for all that a model's row leaves blank."""

from datetime import date

import pytest

from dvk_office.core.checks.details import CHECKS
from dvk_office.core.findings import NOTE, WARNING, Finding
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BEGINNING = date(2026, 2, 20)
MODEL = {
    "code": "MH01",
    "origin": "Mới",
    "priority": "",
    "registered_on": "2/2/2026",
    "plan_received_on": "3/2/2026",
    "start_date": "6/3/2026",
    "launch_date": "6/3/2026",
    "dropped_on": "",
}
REGISTRATION = (
    "model_form", "situation", "advantages", "difficulties", "tasks", "methods", "area",
    "audience", "sustainability",
)  # fmt: skip
PLAN = (
    "success_criteria", "expected_results", "leader_in_charge", "members_assigned", "partners",
    "resources_planned", "milestones", "check_schedule",
)  # fmt: skip
CARRIED_OUT = ("launch_place", "commitments", "propaganda")
TEXTS = dict.fromkeys((*REGISTRATION, *PLAN, *CARRIED_OUT), "Nội dung") | {
    "committee_confirmed": "Có",
    "pressing_issue": "",
}


def findings(
    layout: Layout, rules: Rules, today: date = TODAY, row: str = "MH01", **cells: str
) -> list[Finding]:
    """What is found on one model and one row of texts, each changed in `cells`; `row` is the code in the latter."""
    model = {key: cells.get(key, value) for key, value in MODEL.items()}
    texts = {key: cells.get(key, value) for key, value in TEXTS.items()}
    text = f"""
| models | {" | ".join(model)} |
|        | {" | ".join(model.values())} |
| details | model | {" | ".join(texts)} |
| 9       | {row} | {" | ".join(texts.values())} |
"""
    made = book(layout, rules, text)
    return [one for check in CHECKS for one in check(made, rules, layout, today)]


def found(
    layout: Layout, rules: Rules, today: date = TODAY, row: str = "MH01", **cells: str
) -> set[tuple[str, str]]:
    return {
        (one.code, f"{one.place.column_key}{one.place.row}")
        for one in findings(layout, rules, today, row, **cells)
    }


@pytest.mark.req("R-059", "R-060", "R-064", "R-065", "R-066", "R-067", "R-069", "R-070", "R-072")
def test_a_model_with_all_its_texts_has_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req(
    "R-059", "R-060", "R-064", "R-065", "R-066", "R-067", "R-069", "R-070", "R-162",
)  # fmt: skip
@pytest.mark.parametrize("key", [*REGISTRATION, *PLAN, "committee_confirmed"])
def test_each_text_of_registration_and_plan_is_missed(
    layout: Layout, rules: Rules, key: str
) -> None:
    assert found(layout, rules, **{key: ""}) == {("ND-003", f"{key}9")}
    assert entry("ND-003").severity == WARNING


@pytest.mark.req("R-162")
def test_the_party_members_assigned_to_a_model_are_asked_for_by_name(
    layout: Layout, rules: Rules
) -> None:
    (one,) = findings(layout, rules, members_assigned="")
    assert "«Đảng viên được phân công»" in one.message


@pytest.mark.req("R-059", "R-064")
def test_a_row_that_is_empty_is_one_finding_that_names_all_its_columns(
    layout: Layout, rules: Rules
) -> None:
    blank = dict.fromkeys((*REGISTRATION, *PLAN), "")
    (one,) = findings(layout, rules, **blank)
    assert (one.code, one.place.column_key) == ("ND-003", "model_form")
    assert one.message.count("»") == len(blank)
    assert "«Loại hình», «Thực trạng», «Thuận lợi»" in one.message


@pytest.mark.req("R-063", "R-064")
def test_texts_of_a_plan_are_not_asked_for_before_there_is_a_plan(
    layout: Layout, rules: Rules
) -> None:
    blank = dict.fromkeys(PLAN, "") | {"plan_received_on": ""}
    assert found(layout, rules, **blank) == set()
    assert found(layout, rules, **blank, methods="") == {("ND-003", "methods9")}


@pytest.mark.req("R-059", "R-060")
def test_a_registered_model_without_a_row_of_texts_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, row="MH02") == {("ND-001", "code4")}
    assert found(layout, rules, row="MH02", registered_on="") == set()


@pytest.mark.req("R-059", "R-060")
def test_a_sheet_without_any_texts_is_told_once(layout: Layout, rules: Rules) -> None:
    text = """
| models | code | origin   | registered_on |
|        | MH01 | Mới      | 2/2/2026      |
|        | MH02 | Tiếp tục | 2/2/2026      |
"""
    made = book(layout, rules, text)
    (one,) = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert (one.code, str(one.place)) == ("ND-002", "Nội dung mô hình")


@pytest.mark.req("R-071", "R-072", "R-073")
@pytest.mark.parametrize("key", CARRIED_OUT)
def test_what_was_done_to_carry_a_model_out_is_asked_for_once_it_began(
    layout: Layout, rules: Rules, key: str
) -> None:
    assert found(layout, rules, **{key: ""}) == {("ND-004", f"{key}9")}
    assert found(layout, rules, BEGINNING, **{key: ""}) == set()


@pytest.mark.req("R-071")
def test_a_continued_model_has_no_place_of_launch(layout: Layout, rules: Rules) -> None:
    cells = {"origin": "Tiếp tục", "launch_place": ""}
    assert found(layout, rules, **cells) == set()
    assert found(layout, rules, **cells, launch_date="") == set()


@pytest.mark.req("R-059", "R-072")
@pytest.mark.parametrize("cells", [{"dropped_on": "1/6/2026"}, {"origin": "Phát hiện"}])
def test_texts_of_models_given_up_or_found_are_not_asked_for(
    layout: Layout, rules: Rules, cells: dict[str, str]
) -> None:
    blank = dict.fromkeys((*REGISTRATION, *PLAN, *CARRIED_OUT), "")
    assert found(layout, rules, **blank, **cells) == set()
    assert found(layout, rules, row="MH02", **cells) == set()


@pytest.mark.req("R-012", "R-058")
def test_a_priority_says_which_issue_it_solves(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, priority="Có") == {("ND-005", "pressing_issue9")}
    assert found(layout, rules, priority="Có", pressing_issue="Rác ven sông") == set()
    assert found(layout, rules, priority="Không") == set()
    assert entry("ND-005").severity == NOTE


@pytest.mark.req("R-159")
def test_fronts_and_branches_of_a_village_may_be_named_as_partners(
    layout: Layout, rules: Rules
) -> None:
    partners = "Ban công tác Mặt trận thôn; Chi hội Phụ nữ"
    assert found(layout, rules, partners=partners) == set()
    assert found(layout, rules, partners="") == {("ND-003", "partners9")}
