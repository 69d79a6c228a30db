"""«Chỉ tiêu»: what each target requires and has, what is missing, which rows count and why the others do not (R-036)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dvk_office.core.checks.organisations import some_body_is_direct
from dvk_office.core.checks.targets import CHECKS
from dvk_office.core.dates import short_date
from dvk_office.core.findings import ERROR, Finding, finding, in_order
from dvk_office.core.records import Place, Record
from dvk_office.core.targets import TargetResult
from dvk_office.core.targets import targets as count_targets
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.report import Report
from dvk_office.jobs.rules_shown import target_line
from dvk_office.rules.messages import word


def targets(opened: Opened, today: date) -> Report:
    """Where each target stands on `today`, and what the checks of targets find."""
    results = count_targets(opened.book, opened.rules, today)
    answer = {"targets": [as_data(one, opened) for one in results]}
    return Report(_findings(opened, today), answer=answer)


def _findings(opened: Opened, today: date) -> tuple[Finding, ...]:
    found = (
        one
        for check in (*CHECKS, some_body_is_direct)
        for one in check(opened.book, opened.rules, opened.layout, today)
    )
    in_doubt = _in_doubt(opened, today)
    return in_order((*found, *in_doubt), (sheet.key for sheet in opened.layout.sheets))


def _in_doubt(opened: Opened, today: date) -> Iterator[Finding]:
    """While a book has errors, its numbers may change once they are mended."""
    errors = sum(one.severity == ERROR for one in all_findings(opened, today))
    if errors:
        yield finding("CTI-007", Place(tab=opened.path.name), count=errors)


def as_data(result: TargetResult, opened: Opened) -> Mapping[str, Any]:
    """One target as JSON; `provisional` are those of `rows` that still wait for their launch."""
    one, count = result.target, result.count
    data: dict[str, Any] = {
        "key": one.key,
        "code": one.code,
        "label": one.label,
        "rule": target_line(one),
        "required": result.required,
        "actual": result.actual,
        "difference": result.actual - result.required,
        "percent": result.percent,
        "met": result.met,
        "missing": list(result.missing),
        "rows": [_row(record) for record in count.counted],
        "provisional": [_row(record) for record in count.provisional],
        "excluded": [{**_row(row.record), "reason": row.text} for row in count.excluded],
        "remarks": list(_remarks(result, opened)),
        "section": one.section,
    }
    if count.levels:
        data |= {"level": count.level, "levels": dict(count.levels)}
    return data


def _row(record: Record) -> dict[str, Any]:
    return {"sheet_key": record.heading.sheet_key, "row": record.row}


def _remarks(result: TargetResult, opened: Opened) -> Iterator[str]:
    """What stands beside the number: models that count for the time being, the number at both levels (T-13, R-023)."""
    count, until = result.count, opened.book.settings.day("provisional_until")
    if count.provisional:
        number, last = len(count.provisional), short_date(until) if until else ""
        yield word("target_provisional", number=number, until=last)
    if count.levels:
        labels = {key: opened.layout.label("exemplar_level", key) for key in count.levels}
        numbers = "; ".join(
            word("target_level", level=labels[key], number=number)
            for key, number in count.levels.items()
        )
        yield word("target_levels", numbers=numbers, level=labels[count.level])
