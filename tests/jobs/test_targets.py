"""The answer of «Chỉ tiêu», and the clean sample's numbers counted by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dvk_office.core.findings import count
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.demo import sample_path
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.targets import targets
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
TEXT = """
| organisations | code | name             | direct |
|               | TC01 | Chi bộ thôn An   | x      |
|               | TC02 | Chi bộ thôn Bình | x      |
| registrants | code | name  | managing_organisation |
|             | CT01 | Tổ An | TC01                  |
| models | code | registrant | origin   | commune_task | professional_task | registered_on | start_date | launch_date |
|        | MH01 | CT01       | Mới      | Có           | Có                | 5/2/2026      | 1/3/2026   |             |
|        | MH02 | CT01       | Mới      | Không        | Có                | 5/2/2025      | 1/3/2026   | 8/3/2026    |
| exemplars | registrant | chosen | city_number |
|           | CT01       | Có     |             |
"""


@pytest.fixture
def opened(rules: Rules, layout: Layout) -> Opened:
    return Opened(Path("so.xlsx"), book(layout, rules, TEXT), rules, layout, ())


def answer(opened: Opened) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps(targets(opened, TODAY).answer["targets"]))
    return found


@pytest.mark.req("R-013", "R-014", "R-016", "R-021")
def test_the_targets_come_in_their_order_under_their_keys(opened: Opened) -> None:
    assert [(one["key"], one["code"], one["section"]) for one in answer(opened)] == [
        ("commune_models", "A", "Mục II.1"),
        ("commune_new_or_replicated", "A1", "Mục II.1"),
        ("organisations_with_model", "B", "Mục II.1"),
        ("exemplars", "C", "Mục II.1"),
    ]


@pytest.mark.req("R-036")
def test_a_book_with_errors_says_that_its_numbers_may_change(opened: Opened) -> None:
    (note,) = (one for one in targets(opened, TODAY).findings if one.code == "CTI-007")
    errors = count(all_findings(opened, TODAY))["errors"]
    assert errors > 0
    assert (note.severity, dict(note.facts)["count"]) == ("note", str(errors))
    clean = targets(open_book(sample_path()), TODAY).findings
    assert [one.code for one in clean if one.code == "CTI-007"] == []


@pytest.mark.req("R-036")
def test_plan_result_difference_percentage_and_rule_are_all_there(opened: Opened) -> None:
    commune, *_ = answer(opened)
    keys = ("required", "actual", "difference", "percent", "met", "missing")
    assert [commune[key] for key in keys] == [5, 1, -4, 20.0, False, ["4 mô hình"]]
    assert commune["rule"].startswith("A. ")
    assert "ít nhất 5" in commune["rule"]


@pytest.mark.req("R-036")
def test_rows_are_places_in_the_workbook_and_reasons_are_words(opened: Opened) -> None:
    commune, *_ = answer(opened)
    assert commune["rows"] == [{"sheet_key": "models", "row": 4}]
    assert commune["provisional"] == commune["rows"]
    assert commune["excluded"] == [
        {"sheet_key": "models", "row": 5, "reason": "Ngày nhận đăng ký không thuộc năm 2026"}
    ]


@pytest.mark.req("R-016")
def test_what_is_missing_is_the_bodies_by_name(opened: Opened) -> None:
    bodies = answer(opened)[2]
    assert (bodies["actual"], bodies["percent"], bodies["missing"]) == (
        1, 50.0, ["Chi bộ thôn Bình"],
    )  # fmt: skip


@pytest.mark.req("R-023", "T-09")
def test_both_levels_are_shown_and_which_one_counts(opened: Opened) -> None:
    exemplars = answer(opened)[3]
    assert (exemplars["level"], exemplars["levels"]) == ("commune", {"commune": 1, "city": 0})
    (remark,) = exemplars["remarks"]
    assert "Cấp xã bình chọn: 1" in remark
    assert "Cấp thành phố công nhận: 0" in remark


@pytest.mark.req("T-13")
def test_it_is_said_how_many_models_count_for_the_time_being(opened: Opened) -> None:
    (remark,) = answer(opened)[0]["remarks"]
    assert "tạm tính 1 mô hình" in remark
    assert "31/12/2026" in remark


@pytest.mark.req("R-036")
def test_the_warnings_come_with_it_in_the_order_of_the_sheets(opened: Opened) -> None:
    codes = [(one.code, one.place.sheet_key) for one in targets(opened, TODAY).findings]
    assert codes == [
        ("CTI-007", ""),
        ("CTI-001", "organisations"),
        ("CTI-002", "models"),
        ("CTI-004", "models"),
        ("CTI-002", "exemplars"),
    ]


@pytest.mark.req("R-017")
def test_without_any_direct_body_there_is_an_error(rules: Rules, layout: Layout) -> None:
    opened = Opened(Path("so.xlsx"), book(layout, rules), rules, layout, ())
    report = targets(opened, TODAY)
    bodies = report.answer["targets"][2]
    assert (bodies["met"], bodies["percent"]) == (False, None)
    assert report.summary["errors"] == 1


# --- The clean sample, counted by hand ---


@pytest.fixture(scope="module")
def sample() -> list[dict[str, Any]]:
    return answer(open_book(sample_path()))


@pytest.mark.req("R-013", "R-014", "R-016", "R-021")
def test_the_sample_reaches_every_target(sample: list[dict[str, Any]]) -> None:
    assert [(one["key"], one["required"], one["actual"], one["met"]) for one in sample] == [
        ("commune_models", 5, 14, True),
        ("commune_new_or_replicated", 1, 6, True),
        ("organisations_with_model", 36, 36, True),
        ("exemplars", 7, 7, True),
    ]


@pytest.mark.req("T-14", "T-41")
def test_the_sample_leaves_out_what_was_discovered_and_what_was_dropped(
    sample: list[dict[str, Any]],
) -> None:
    reasons = {one["row"]: one["reason"] for one in sample[0]["excluded"]}
    assert [reasons[row].split(":")[0] for row in (44, 45)] == [
        "Phát hiện qua kiểm tra, giám sát mà chưa đăng ký"
    ] * 2
    assert [reasons[row] for row in (46, 47, 48)] == [
        "Đã loại bỏ ngày 30/06/2026",
        "Đã loại bỏ ngày 29/05/2026",
        "Đã loại bỏ ngày 15/04/2026",
    ]


@pytest.mark.req("R-019")
def test_the_surplus_of_the_sample_covers_no_other_body(sample: list[dict[str, Any]]) -> None:
    surplus = [one["row"] for one in sample[2]["excluded"] if "dòng 21" in one["reason"]]
    assert surplus == [22, 41, 43]


@pytest.mark.req("R-016")
def test_the_sample_has_no_finding_about_its_targets() -> None:
    assert targets(open_book(sample_path()), TODAY).findings == ()
