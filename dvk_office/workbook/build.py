"""Builds a whole workbook from data. Same data, same bytes; the file appears complete or not at all."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import Content
from dvk_office.workbook.build_formats import formats
from dvk_office.workbook.build_pages import Desk, build_output
from dvk_office.workbook.build_sheets import build_entry, build_settings
from dvk_office.workbook.build_validation import define_codes, define_lists


def build_workbook(layout: Layout, rules: Rules, content: Content, target: Path) -> None:
    """Writes `target` with the rows of `content` by sheet and column key, as the cells shall hold them."""
    import xlsxwriter

    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    workbook = xlsxwriter.Workbook(str(part), {"strings_to_urls": False})
    try:
        _fill(workbook, layout, rules, content)
        workbook.close()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _fill(workbook: Any, layout: Layout, rules: Rules, content: Content) -> None:
    settings = {row.get("key"): row.get("value") for row in content.get("settings", ())}
    sample = bool(settings.get("sample_day"))
    desk = Desk(layout, formats(workbook), content, rules.year, sample)
    sheets = {plan.key: workbook.add_worksheet(plan.tab) for plan in layout.sheets}
    for plan in layout.sheets:
        _build(desk, sheets[plan.key], plan)
    define_lists(workbook, sheets["lists"], layout)
    define_codes(workbook, layout)
    _mark(workbook, layout, rules)


def _build(desk: Desk, sheet: Any, plan: SheetLayout) -> None:
    if plan.role == "hidden":
        sheet.hide()
    elif plan.key == "settings":
        build_settings(desk, sheet, plan)
    elif plan.role == "output":
        build_output(desk, sheet, plan)
    else:
        build_entry(desk, sheet, plan)


def _mark(workbook: Any, layout: Layout, rules: Rules) -> None:
    """What the reader knows the workbook by: product, version of the layout, year."""
    marks = {
        "dvk_product": layout.product,
        "dvk_layout_version": layout.version,
        "dvk_year": rules.year,
    }
    for name, value in marks.items():
        workbook.define_name(name, f'="{value}"' if isinstance(value, str) else f"={value}")
        workbook.set_custom_property(name, value)
    title = word("book_title", year=rules.year)
    built = datetime(rules.year, 1, 1, tzinfo=UTC)
    workbook.set_properties({"title": title, "created": built})
