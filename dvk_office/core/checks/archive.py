"""The archive file of each recognised model, held against what the workbook tells (R-143, T-34)."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from dvk_office.core.appraisal import is_discovered, must_launch, recognised
from dvk_office.core.checks.headers import header, headers
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "archive"
_TOLD_BY: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "registration": ("models", ("registered_on",)),
        "plan": ("models", ("plan_number", "plan_date", "plan_received_on")),
        "launch_evidence": ("models", ("launch_date",)),
        "inspection_minutes": ("inspections", ("date",)),
        "result_report": ("hearings", ("report_received",)),
        "appraisal_minutes": ("hearings", ("meeting", "date", "conclusion")),
        "result_notice": ("hearings", ("notice_number", "notice_date")),
        "recognition_decision": ("hearings", ("decision_number", "decision_date")),
    }
)


def recognised_models_have_a_file(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A recognised model has its row in the archive (R-092, R-143)."""
    found = recognised(book)
    if found and not book[_SHEET]:
        yield finding("LT-005", book.sheets[_SHEET].place(), count=len(found))
        return
    filed = {row.text("model") for row in book[_SHEET]}
    for code, hearing in found.items():
        if code not in filed:
            yield finding("LT-004", hearing.place("model"), found=code)


def files_are_complete(book: Book, rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """The file of a recognised model has all its papers (R-092, R-143)."""
    models, found = book.by_code("models"), recognised(book)
    for row in book[_SHEET]:
        model = models.get(row.text("model"))
        if model is None or row.text("model") not in found:
            continue
        missing = [key for key in _asked(book, rules, layout, model) if _is_missing(row, key)]
        if missing:
            columns = headers(layout, _SHEET, missing)
            yield finding("LT-001", row.place(missing[0]), columns=columns)


def _asked(book: Book, rules: Rules, layout: Layout, model: Record) -> Iterator[str]:
    """The items that the file of `model` must have: no launch of what need not be launched, no registration of a find."""
    for item in rules.archive_items:
        launch = item.new_only and not must_launch(book, model)
        found = item.key == "registration" and is_discovered(model)
        if item.key in layout.by_key[_SHEET].by_key and not launch and not found:
            yield item.key


def _is_missing(row: Record, key: str) -> bool:
    return row.blank(key) or row.text(key) == "missing"


def files_as_the_workbook_tells(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """No paper is filed of what never was, none is “not applicable” that there is or must be (R-143)."""
    models = book.by_code("models")
    told = {
        (sheet, row.text("code" if sheet == "models" else "model"), key)
        for sheet, keys in set(_TOLD_BY.values())
        for row in book[sheet]
        for key in keys
        if not row.blank(key)
    }
    for row in book[_SHEET]:
        model = models.get(row.text("model"))
        if model is None:
            continue
        asked = frozenset(_asked(book, rules, layout, model))
        for key, (sheet, keys) in _TOLD_BY.items():
            there = any((sheet, row.text("model"), one) in told for one in keys)
            facts = {"column": header(layout, _SHEET, key), "tab": layout.by_key[sheet].tab}
            if row.text(key) == "present" and not there:
                yield finding("LT-002", row.place(key), **facts)
            elif row.text(key) == "not_applicable" and there and key in asked:
                yield finding("LT-003", row.place(key), **facts)


CHECKS = (
    recognised_models_have_a_file,
    files_are_complete,
    files_as_the_workbook_tells,
)
