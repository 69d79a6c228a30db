"""A fault at any step of setting up a folder: the workbook that stood there is still there, and one finding says so."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs.new import new
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made
from tests.failing_steps import FULL, HELD, failing

BEFORE, AFTER = b"what stood there", b"the new workbook"


def built(_entries: Any, _rules: Any, target: Path, _interpreter: str) -> Made:
    """A workbook that takes no time."""
    return write_file(target, AFTER, "workbook")


@pytest.mark.parametrize("fault", [FULL, HELD], ids=["disk full", "held open"])
def test_whatever_step_fails_the_workbook_that_stood_there_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError
) -> None:
    monkeypatch.setattr("dvk_office.jobs.new.build_master", built)
    monkeypatch.setattr("dvk_office.jobs.new.paper_kinds", dict)
    codes = set()
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        book = folder / "dvk-2026.xlsm"
        book.write_bytes(BEFORE)
        with failing(folder, number, fault, lasting=True) as steps:
            try:
                new(folder, interpreter="a")
            except DvkError as stopped:
                codes.add(stopped.finding.code)
        held = [path.read_bytes() for path in folder.glob("dvk-2026*.xlsm")]
        assert BEFORE in held
        assert book.read_bytes() in (BEFORE, AFTER)
        if steps.done < number:
            break
    assert number > 5
    assert codes == {"TEP-092"}
