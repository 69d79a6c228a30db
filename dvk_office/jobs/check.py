"""«Soát lỗi»: everything that is wrong in a workbook, at once, in the order of its sheets and rows."""

from datetime import date

from dvk_office.core.checks.run import check_book
from dvk_office.core.findings import Finding, in_order
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.report import Report


def all_findings(opened: Opened, today: date) -> tuple[Finding, ...]:
    """The reader's findings and those of every check, sorted by sheet, row and column."""
    checked = check_book(opened.book, opened.rules, opened.layout, today)
    order = tuple(sheet.key for sheet in opened.layout.sheets)
    return in_order((*opened.findings, *checked), order)


def check(opened: Opened, today: date) -> Report:
    """All findings of the book on `today` (R-001 … R-193 as far as they can be seen in it)."""
    return Report(findings=all_findings(opened, today))
