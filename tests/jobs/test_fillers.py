"""Papers filled by a process beside are those filled here, whatever becomes of that process."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs import asking, fillers
from dvk_office.jobs import documents as job
from dvk_office.jobs.documents import documents
from dvk_office.jobs.fillers import Fill, beside, here
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.papers import Paper, Source
from dvk_office.jobs.places import TEMPLATES, template_path
from dvk_office.jobs.report import CancelledError, Report, silent
from dvk_office.rules.documents import paper_kinds
from tests.documents.test_render import template
from tests.paper_book import TODAY

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "so-mau-2026.xlsx"
KIND, CODES = "registration_form", ("MH01", "MH02", "MH03", "MH04", "MH05")


@pytest.fixture(scope="module")
def sample() -> Opened:
    return open_book(SAMPLE)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list["Popen[bytes]"]:
    """Every process that is started beside this one; a second core is there."""
    started: list[Popen[bytes]] = []
    start = fillers.python_beside

    def noted(code: str) -> "Popen[bytes] | None":
        process = start(code)
        started.extend([process] if process else [])
        return process

    monkeypatch.setattr(fillers, "python_beside", noted)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return started


def run(sample: Opened, out: Path, fill: Fill, kinds: Sequence[str] = (KIND,)) -> Report:
    return documents(sample, kinds, (), out, TODAY, silent, fill=fill)


def digests(report: Report) -> dict[str, str]:
    return {one.path.name: one.sha256 for one in report.made}


def test_every_paper_of_the_sample_is_the_same_whoever_fills_it(
    sample: Opened, processes: list["Popen[bytes]"], tmp_path: Path
) -> None:
    kinds = tuple(paper_kinds())
    with beside(sample.path, kinds) as fill:
        found = run(sample, tmp_path / "a", fill, kinds)
        assert processes[0].poll() is None
    assert digests(found) == digests(run(sample, tmp_path / "b", here, kinds))
    assert len(found.made) > len(kinds)


def test_the_process_has_ended_when_the_papers_are_made(
    sample: Opened, processes: list["Popen[bytes]"], tmp_path: Path
) -> None:
    with beside(sample.path, (KIND,)) as fill:
        run(sample, tmp_path, fill)
    assert [one.returncode is None for one in processes] == [False]


def test_papers_arrive_whole_where_python_was_told_to_gather_nothing(
    sample: Opened,
    processes: list["Popen[bytes]"],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    with beside(sample.path, (KIND,)) as fill:
        found = run(sample, tmp_path / "a", fill)
        assert processes[0].poll() is None
    assert digests(found) == digests(run(sample, tmp_path / "b", here))


@pytest.mark.parametrize("text", ["Tổ dân vận 👨‍👩‍👧", "nửa dấu \ud83d", "A & B < C\n\tD"])
def test_a_text_goes_to_the_process_beside_and_comes_back_as_it_is(
    processes: list["Popen[bytes]"], tmp_path: Path, text: str
) -> None:
    form = template(tmp_path, "{{ name }}")
    with beside(SAMPLE, ()) as fill:
        assert fill(form, {"name": text})() == here(form, {"name": text})()
        assert processes[0].poll() is None


def test_what_a_process_owes_that_is_ended_from_outside_is_filled_here(
    sample: Opened, processes: list["Popen[bytes]"], tmp_path: Path
) -> None:
    with beside(sample.path, (KIND,)) as fill:

        def ended(template: Path, values: fillers.Values) -> fillers.Take:
            take = fill(template, values)
            processes[0].kill()
            processes[0].wait()
            return take

        found = run(sample, tmp_path / "a", ended)
    assert digests(found) == digests(run(sample, tmp_path / "b", here))
    assert len(found.made) > len(CODES)


def test_the_first_papers_are_being_filled_while_the_others_are_looked_for(
    sample: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[str] = []

    def looked_for(key: str) -> Source:
        source = source_of(key)

        def noted(*row: Any) -> Iterator[Paper]:
            for paper in source(*row):
                seen.append("found")
                yield paper

        return noted

    def asked(form: Path, values: fillers.Values) -> fillers.Take:
        seen.append("asked")
        return here(form, values)

    monkeypatch.setattr(job, "source_of", looked_for)
    monkeypatch.setattr(asking, "AT_ONCE", 2)
    count = len(run(sample, tmp_path, asked).made)
    others = ["found"] * (count - 2) + ["asked"] * (count - 2)
    assert (count > len(CODES), seen) == (True, ["found", "asked", "found", "asked", *others])


def test_a_paper_that_arrives_in_part_is_filled_here(
    monkeypatch: pytest.MonkeyPatch, processes: list["Popen[bytes]"], tmp_path: Path
) -> None:
    monkeypatch.setattr(fillers, "CODE", "import sys; sys.stdout.write('900\\nhalf a paper')")
    template = template_path(tmp_path, "phieu-gui-ho-so.docx")
    monkeypatch.setattr(fillers, "_filled", lambda *_asked: b"a whole one")
    with beside(tmp_path, ()) as fill:
        take = fill(template, {})
        processes[0].wait()
        assert take() == b"a whole one"


def test_a_fault_of_a_template_is_the_same_finding(
    processes: list["Popen[bytes]"], tmp_path: Path
) -> None:
    own = tmp_path / TEMPLATES / "phieu-gui-ho-so.docx"
    own.parent.mkdir()
    own.write_bytes(b"no template")
    found = []
    with beside(tmp_path / "so.xlsx", ("dispatch_slip",)) as fill:
        for one in (fill, here):
            with pytest.raises(DvkError) as raised:
                one(own, {})()
            found.append(raised.value.finding)
    assert found[0] == found[1]
    assert (len(processes), found[0].code) == (1, "VB-011")


def test_papers_are_filled_here_where_the_machine_has_one_core(
    monkeypatch: pytest.MonkeyPatch, processes: list["Popen[bytes]"]
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with beside(SAMPLE, (KIND,)) as fill:
        assert fill is here
    assert processes == []


def test_papers_are_filled_here_where_no_process_can_be_started(
    monkeypatch: pytest.MonkeyPatch, processes: list["Popen[bytes]"]
) -> None:
    def refused(*_call: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(subprocess, "Popen", refused)
    with beside(SAMPLE, (KIND,)) as fill:
        assert fill is here
    assert processes == []


@pytest.mark.req("R-190")
def test_an_office_that_cancels_gets_no_paper_more_though_many_are_asked_for(
    sample: Opened, processes: list["Popen[bytes]"], tmp_path: Path
) -> None:
    def cancel(_what: str, done: int, _total: int) -> None:
        if done > 2:
            raise CancelledError

    with beside(sample.path, (KIND,)) as fill:
        found = documents(sample, (KIND,), (), tmp_path, TODAY, cancel, fill=fill)
    assert sorted(one.name for one in tmp_path.glob("*.docx")) == sorted(digests(found))
    assert (len(found.made), found.findings[-1].code, len(processes)) == (2, "VB-008", 1)


def test_what_is_asked_ahead_is_bounded(
    sample: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the memory of a run does not grow with the number of its papers."""
    monkeypatch.setattr(asking, "AT_ONCE", 3)
    owed: list[int] = [0]
    most: list[int] = []

    def counted(template: Path, values: fillers.Values) -> fillers.Take:
        owed[0] += 1
        most.append(owed[0])
        take = here(template, values)

        def taken() -> bytes:
            owed[0] -= 1
            return take()

        return taken

    run(sample, tmp_path, counted)
    assert max(most) == 6
