"""The sheets that the program fills by a click: findings, targets, deadlines. Built empty; nobody types into them.

They are locked without a password. How a line looks follows from its hidden column `look`, so that filling a sheet
writes values only. Above the list stand the title, the summary, and a line that says when entries were changed since.
"""

from collections.abc import Mapping
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.rules.messages import word
from dvk_office.workbook.build_formats import TAB_COLOURS, Formats
from dvk_office.workbook.build_pages import PROTECTED, Desk, page
from dvk_office.workbook.results import DIGEST, LINK, LOOK, SUMMARY_ROW, digest_cell

MOST_ROWS = 20_000  # lines that are drawn
NOTICE_COLUMN = 3
_LOOKS = ("error", "warning", "note", "good", "bad")


def build_results(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    """A sheet of results as it is before the first click."""
    frame(desk.formats, desk.layout, sheet, plan)
    sheet.set_tab_color(TAB_COLOURS[plan.stage])
    stored = digest_cell(plan)
    changed = word("results_changed").replace('"', '""')
    notice = f'=IF(OR({stored}="",{stored}={DIGEST}),"","{changed}")'
    sheet.write_formula(0, NOTICE_COLUMN - 1, notice, desk.formats["sample"], "")
    page(desk, sheet, plan)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", PROTECTED)


def frame(look: Formats, layout: Layout, sheet: Any, plan: SheetLayout) -> None:
    """Title, headers, widths and the looks of the lines."""
    header = layout.header_row - 1
    sheet.set_row(0, 26)
    sheet.set_row(header, 32)
    sheet.write_string(0, 0, plan.tab, look["title"])
    sheet.write_string(SUMMARY_ROW - 1, 0, plan.hint, look["summary"])
    for index, column in enumerate(plan.columns):
        style = look["link"] if column.key == LINK else look[f"column:{column.kind}"]
        sheet.set_column(index, index, column.width, style, {"hidden": column.hidden})
        sheet.write_string(header, index, column.header, look["header"])
    _draw(look, layout, sheet, plan)
    sheet.freeze_panes(header + 1, 1)
    sheet.repeat_rows(header)


def _draw(look: Formats, layout: Layout, sheet: Any, plan: SheetLayout) -> None:
    """The rules that draw a line by its look: the word that says how it stands in colour, then the whole line."""
    first = layout.first_row
    last = first + MOST_ROWS - 1
    shown = [plan.letters[column.key] for column in plan.columns if not column.hidden]
    said = plan.letters.get("state", shown[0])
    for name, criteria in _rules(f"${plan.letters[LOOK]}{first}").items():
        left, right = (said, said) if name in _LOOKS else (shown[0], shown[-1])
        rule = {"type": "formula", "criteria": criteria, "format": look[f"look_{name}"]}
        sheet.conditional_format(f"{left}{first}:{right}{last}", rule)


def _rules(look: str) -> Mapping[str, str]:
    named = {name: f'={look}="{name}"' for name in (*_LOOKS, "head")}
    return {**named, "row": f'={look}<>""'}
