"""«Cách dùng»: the manual, as it stands in the workbook, for those who have no workbook open."""

from dvk_office.jobs.report import Report
from dvk_office.rules.actions import workbook_groups
from dvk_office.rules.guide import Part, load_guide

BUTTONS = "buttons"


def guide() -> Report:
    """The manual part by part: its text, and what each button does; tables of the year stand in the workbook alone."""
    parts = [{"title": one.title, "lines": list(_lines(one))} for one in load_guide()]
    return Report(answer={"parts": [one for one in parts if one["lines"]]})


def _lines(part: Part) -> tuple[str, ...]:
    if part.table != BUTTONS:
        return part.lines
    return tuple(f"{one.word}: {one.help}" for _, actions in workbook_groups() for one in actions)
