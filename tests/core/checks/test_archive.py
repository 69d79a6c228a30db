"""The archive file of each recognised model."""

from datetime import date

import pytest

from dvk_office.core.checks.archive import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
BEFORE = """
| models | code | origin    | registered_on | plan_number | launch_date |
|        | MH01 | Mới       | 4/2/2026      | 01-KH/CB    | 8/3/2026    |
|        | MH02 | Tiếp tục  | 4/2/2026      | 02-KH/CB    |             |
|        | MH03 | Phát hiện |               | 03-KH/CB    |             |
|        | MH04 | Mới       | 4/2/2026      | 04-KH/CB    | 8/3/2026    |
| inspections | model | date     |
|             | MH01  | 3/6/2026 |
|             | MH02  | 3/6/2026 |
|             | MH03  | 3/6/2026 |
| hearings | model | date      | report_received | conclusion | notice_number | decision_number |
|          | MH01  | 15/9/2026 | 9/9/2026        | Đạt        | 88-TB/ĐU      | 214-QĐ/ĐU       |
|          | MH02  | 15/9/2026 | 9/9/2026        | Đạt        | 88-TB/ĐU      | 214-QĐ/ĐU       |
|          | MH03  | 15/9/2026 | 9/9/2026        |            | 88-TB/ĐU      | 214-QĐ/ĐU       |
|          | MH04  | 15/9/2026 | 9/9/2026        | Không đạt  | 88-TB/ĐU      |                 |
"""
ITEMS = (
    "registration",
    "plan",
    "launch_evidence",
    "commitments",
    "propaganda_evidence",
    "resources_evidence",
    "inspection_minutes",
    "result_report",
    "appraisal_minutes",
    "result_notice",
    "recognition_decision",
)
WHOLE = dict.fromkeys(ITEMS, "Có")
OLD = {"launch_evidence": "Không áp dụng"}
FOUND = OLD | {"registration": "Không áp dụng"}


def found(
    layout: Layout, rules: Rules, files: dict[str, dict[str, str]]
) -> set[tuple[str, str, str]]:
    """Code, sheet and cell of the findings on the files, each whole but for the cells given."""
    head = f"| archive | model | {' | '.join(ITEMS)} |"
    rows = [
        f"| | {code} | {' | '.join((WHOLE | cells).values())} |" for code, cells in files.items()
    ]
    made = book(layout, rules, "\n".join((BEFORE, head, *rows)))
    return {
        (one.code, one.place.sheet_key, f"{one.place.column_key}{one.place.row or ''}")
        for check in CHECKS
        for one in check(made, rules, layout, TODAY)
    }


def files(**changed: str) -> dict[str, dict[str, str]]:
    """Sound files of the three recognised models, the first one changed."""
    return {"MH01": changed, "MH02": OLD, "MH03": FOUND}


@pytest.mark.req("R-092", "R-143", "T-34")
def test_whole_files_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, files()) == set()


@pytest.mark.req("R-143")
def test_a_model_not_recognised_needs_no_file_and_no_whole_one(
    layout: Layout, rules: Rules
) -> None:
    unfinished = {"MH04": dict.fromkeys(ITEMS, "")}
    assert found(layout, rules, files() | unfinished) == set()


@pytest.mark.req("R-092", "R-143")
def test_a_recognised_model_without_a_file_stands_at_its_hearing(
    layout: Layout, rules: Rules
) -> None:
    made = files()
    del made["MH02"]
    assert found(layout, rules, made) == {("LT-004", "hearings", "model5")}


@pytest.mark.req("R-092", "R-143")
def test_an_empty_archive_is_told_once(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {}) == {("LT-005", "archive", "")}


@pytest.mark.req("R-092", "R-143")
def test_what_is_missing_or_blank_is_one_warning_for_the_row(layout: Layout, rules: Rules) -> None:
    made = files(commitments="Thiếu", result_notice="")
    assert found(layout, rules, made) == {("LT-001", "archive", "commitments4")}


@pytest.mark.req("R-085", "R-143")
def test_only_a_new_model_files_its_launch(layout: Layout, rules: Rules) -> None:
    made = files(launch_evidence="Thiếu") | {"MH02": {"launch_evidence": ""}}
    assert found(layout, rules, made) == {("LT-001", "archive", "launch_evidence4")}


@pytest.mark.req("R-143")
def test_evidence_of_what_the_workbook_does_not_tell_is_warned_of(
    layout: Layout, rules: Rules
) -> None:
    made = files() | {"MH02": {}, "MH04": {"commitments": ""}}
    assert found(layout, rules, made) == {
        ("LT-002", "archive", "launch_evidence5"),
        ("LT-002", "archive", "inspection_minutes7"),
        ("LT-002", "archive", "recognition_decision7"),
    }


@pytest.mark.req("R-143")
def test_not_applicable_does_not_fit_what_the_workbook_tells(layout: Layout, rules: Rules) -> None:
    made = files(plan="Không áp dụng")
    assert found(layout, rules, made) == {("LT-003", "archive", "plan4")}


@pytest.mark.req("R-118", "R-143")
def test_the_subjects_report_is_filed_once_the_team_has_received_it(
    layout: Layout, rules: Rules
) -> None:
    text = """
| models | code | origin   |
|        | MH09 | Tiếp tục |
| hearings | model | date      | report_received |
|          | MH09  | 15/9/2026 | {day}           |
| archive | model | result_report |
|         | MH09  | Có            |
"""
    made = [book(layout, rules, text.format(day=day)) for day in ("9/9/2026", "")]
    codes = [
        [one.code for check in CHECKS for one in check(each, rules, layout, TODAY)] for each in made
    ]
    assert codes == [[], ["LT-002"]]
