"""«Thời hạn»: each deadline's last day, safe day and state, and the rows that are late; a calendar if asked for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dvk_office.core.calendar_file import calendar_text
from dvk_office.core.checks.deadlines import CHECKS
from dvk_office.core.checks.settings import year_of_the_rules
from dvk_office.core.deadlines import DeadlineResult, Item
from dvk_office.core.deadlines import deadlines as count_deadlines
from dvk_office.core.findings import ERROR, Finding, in_order
from dvk_office.jobs.manifest import enter
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made, Report

KIND = "calendar"


def deadlines(opened: Opened, today: date, ics: Path | None = None) -> Report:
    """Where each deadline stands on `today`, what is late, and the calendar file `ics` if one is wanted."""
    results = count_deadlines(opened.book, opened.rules, today)
    made = (_write_calendar(ics, results, opened, today),) if ics else ()
    answer = {"deadlines": [as_data(one) for one in results]}
    return Report(_findings(opened, today), made, answer)


def _findings(opened: Opened, today: date) -> tuple[Finding, ...]:
    """What the checks of deadlines find, and errors in the settings: these decide how the days are read."""
    found = (
        one
        for check in (*CHECKS, year_of_the_rules)
        for one in check(opened.book, opened.rules, opened.layout, today)
    )
    unread = (
        one
        for one in opened.findings
        if one.severity == ERROR and one.place.sheet_key == "settings"
    )
    return in_order((*found, *unread), (sheet.key for sheet in opened.layout.sheets))


def _write_calendar(
    path: Path, results: tuple[DeadlineResult, ...], opened: Opened, today: date
) -> Made:
    """Writes the calendar and enters it in the manifest beside it, as everything that is made."""
    warn_days = int(opened.book.settings.number("warn_days") or 0)
    content = calendar_text(results, opened.rules, today, warn_days).encode()
    made = write_file(path, content, KIND)
    enter(path.parent, opened, [made], None, today)
    return made


def as_data(result: DeadlineResult) -> Mapping[str, Any]:
    """One deadline as JSON; a hearing's has its `model` and `hearing_date` too."""
    one = result.deadline
    data: dict[str, Any] = {
        "key": one.key,
        "code": one.code,
        "label": one.label,
        "last_day": _iso(result.last_day),
        "safe_day": _iso(result.safe_day),
        "state": result.label,
        "state_key": result.state,
        "days_left": result.days_left,
        "days_late": result.days_late,
        "done_on": _iso(result.done_on),
        "as_written": one.as_written,
        "read_as": one.read_as,
        "confirmed": one.confirmed,
        "section": one.section,
        "sender": one.sender,
        "recipient": one.recipient,
        "late": [_item(item) for item in result.late],
    }
    if result.model:
        data |= {"model": result.model, "hearing_date": _iso(result.hearing_date)}
    return data


def _item(item: Item) -> Mapping[str, Any]:
    proof = item.proof
    return {
        "sheet_key": proof.place.sheet_key,
        "row": proof.place.row or None,
        "code": proof.code,
        "name": proof.name,
        "organisation": proof.organisation,
        "done_on": _iso(proof.on),
        "days_late": item.days_late,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
