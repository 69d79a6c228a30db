"""The plan of the window of buttons, and the machine that cannot draw one."""

from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs import panel as job
from dvk_office.jobs.host import draws_windows
from dvk_office.jobs.panel import panel
from dvk_office.rules.actions import workbook_groups


def test_the_plan_names_the_buttons_of_the_workbook_in_their_groups() -> None:
    report = panel()
    shown = {
        one["group"]: [each["key"] for each in one["buttons"]] for one in report.answer["groups"]
    }
    assert shown == {group: [one.key for one in actions] for group, actions in workbook_groups()}
    assert report.findings == ()


def test_a_python_without_tkinter_is_told_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr(job, "draws_windows", lambda: False)
    (found,) = panel().findings
    assert (found.code, found.severity) == ("BN-001", "error")
    assert "python3-tk" in found.mend
    assert "tcl/tk" in found.mend


@pytest.mark.parametrize("missing", ["tkinter", "_tkinter"])
def test_either_part_of_tkinter_may_be_missing(missing: str) -> None:
    assert not draws_windows(spec=lambda name: None if name == missing else name)
    assert draws_windows(spec=lambda name: name)


def test_a_workbook_that_cannot_be_read_is_told_before_the_window_opens(tmp_path: Path) -> None:
    with pytest.raises(DvkError) as stopped:
        panel(tmp_path / "không có.xlsm")
    assert stopped.value.finding.code.startswith("TEP-")
