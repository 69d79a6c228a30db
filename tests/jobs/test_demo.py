"""The whole chain on the clean sample: what a newcomer sees first."""

from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest

from dvk_office.jobs.demo import STAGES, demo
from dvk_office.jobs.report import Report
from dvk_office.jobs.verify import verify


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kết quả")


@pytest.fixture(scope="module")
def report(out: Path) -> Report:
    return demo(out)


def test_the_demo_finds_no_error(report: Report) -> None:
    assert report.summary["errors"] == 0


def test_the_demo_takes_its_day_from_the_sample(report: Report) -> None:
    assert report.answer["today"] == "2026-11-23"


def test_every_stage_says_what_it_did(report: Report) -> None:
    assert [bool(step["results"]) for step in report.answer["steps"]] == [True] * len(STAGES)


def test_the_demo_makes_the_first_papers_the_appendix_the_letter_and_the_calendar(
    report: Report,
) -> None:
    kinds = {one.kind for one in report.made}
    assert kinds >= {
        "recognition_decision",
        "registration_report",
        "appendix_01",
        "letter",
        "calendar",
    }


def test_each_file_is_told_by_the_stage_that_made_it_and_once(report: Report, out: Path) -> None:
    told = [result for step in report.answer["steps"] for result in step["results"]]
    names = [one.path.relative_to(out).as_posix() for one in report.made]
    assert [result for result in told if result in names] == names


def test_the_targets_and_the_deadlines_are_told(report: Report) -> None:
    results = {step["step"]: step["results"] for step in report.answer["steps"]}
    assert len(results["Chỉ tiêu"]) == 4
    assert any("sắp đến hạn" in one for one in results["Thời hạn"])


def test_every_file_made_is_in_the_manifest_and_intact(report: Report, out: Path) -> None:
    states = {one["path"]: one["state"] for one in verify(out).answer["files"]}
    papers = {one.path.relative_to(out).as_posix() for one in report.made}
    assert states == dict.fromkeys(papers, "intact")


def test_the_draft_carries_the_report_and_the_appendix(report: Report) -> None:
    draft = next(one.path for one in report.made if one.kind == "letter")
    letter = BytesParser(policy=policy.default).parsebytes(draft.read_bytes())
    kinds = [Path(part.get_filename() or "").suffix for part in letter.iter_attachments()]
    assert sorted(kinds) == [".docx", ".xlsx"]


def test_the_demo_shows_its_progress(tmp_path: Path) -> None:
    shown: list[tuple[int, int]] = []
    demo(tmp_path, None, lambda _what, done, total: shown.append((done, total)))
    assert shown == [(n, len(STAGES)) for n in range(1, len(STAGES) + 1)]


def test_two_runs_make_the_same_bytes(report: Report, tmp_path: Path) -> None:
    again = demo(tmp_path)
    first = {one.path.name: one.sha256 for one in report.made if one.kind != "manifest"}
    assert first == {one.path.name: one.sha256 for one in again.made if one.kind != "manifest"}


def test_another_day_may_be_asked_for(tmp_path: Path) -> None:
    assert demo(tmp_path, date(2026, 12, 31)).answer["today"] == "2026-12-31"
