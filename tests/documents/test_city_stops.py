"""What is compulsory and missing stops a paper of the dossier, that paper alone, and names the cell."""

from pathlib import Path

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import (
    COLLECTIVE,
    COUNTING,
    INDIVIDUAL,
    LEADER,
    LIST,
    MINUTES,
    SUBMISSION,
    SUMMARY,
    changed,
    runner,
    seen,
)


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    return runner(rules, layout, tmp_path)


@pytest.mark.req("R-135", "R-189")
@pytest.mark.parametrize(
    ("kind", "old", "new", "column"),
    [
        (COLLECTIVE, "| Không còn trộm cắp |", "| |", "achievements"),
        (COLLECTIVE, "thôn Trung | TC02 | Tốt |", "thôn Trung | TC02 | |", "grading"),
        (INDIVIDUAL, "| 20/10/1960 |", "| |", "birth_date"),
        (INDIVIDUAL, "thôn Trung | TC02 | | | |", "thôn Trung | | | | |", "managing_organisation"),
        (LEADER, "| Có | MH03 |", "| Có | |", "directed_model"),
        (LEADER, "| Có | Có | Có | MH03 |", "| | Có | Có | MH03 |", "l1"),
        (COUNTING, "| 13 | 13 | 12 |", "| 13 | 13 | |", "ballots_valid"),
        (MINUTES, "| 14h00 |", "| |", "time"),
        (SUMMARY, "| Không còn trộm cắp |", "| |", "achievements"),
        (LIST, "| 41-QĐ/ĐU | 02/10/2026 | Có |", "| | 02/10/2026 | Có |", "decision_number"),
    ],
)
def test_a_blank_cell_stops_the_paper_that_needs_it(
    run, kind: str, old: str, new: str, column: str
) -> None:
    report = run(kind, only=("CT02", "CT03", "CT04"), text=changed((old, new)))
    assert ("VB-004", column) in seen(report.findings)
    assert len(report.made) == 0


@pytest.mark.req("R-005", "R-189")
def test_a_guidance_without_a_number_stops_the_submission_alone(run) -> None:
    report = run(SUBMISSION, LIST, guidance_number=None)
    assert {one.code for one in report.findings} == {"VB-004"}
    assert [one.kind for one in report.made] == [LIST]


@pytest.mark.req("R-135", "R-189")
def test_what_one_nominee_lacks_stops_his_report_alone(run) -> None:
    report = run(COLLECTIVE, text=changed(("| Không còn trộm cắp |", "| |")))
    assert [one.path.name for one in report.made] == ["bao-cao-thanh-tich-tap-the-2026-ct01.docx"]


@pytest.mark.req("R-138")
def test_nobody_chosen_is_a_note_and_no_paper(run) -> None:
    report = run(SUBMISSION, text="")
    assert [(one.code, one.severity) for one in report.findings] == [("VB-003", "note")]
