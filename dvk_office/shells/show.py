"""Reports for people and for programs: the same answer as Vietnamese lines or as JSON."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dvk_office.core.findings import ERROR, DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import disk_full
from dvk_office.jobs.report import Made, Report
from dvk_office.shells.clock import now

Lines = Callable[[Report], Iterable[str]]
NOTHING_WRONG, ERRORS_FOUND = 0, 1


def answer(make: Callable[[], Report], lines: Lines, *, as_json: bool) -> int:
    """Runs the job `make`, prints its report, and returns the exit code: 1 where a finding is an error."""
    try:
        report = make()
    except DvkError as stop:
        report, lines = Report(findings=(stop.finding,)), finding_lines
    except OSError as fault:
        if not disk_full(fault):
            raise
        report, lines = Report(findings=(finding("MAY-013", Place()),)), finding_lines
    if as_json:
        import json

        print(json.dumps(as_data(report), ensure_ascii=False, indent=1))
    else:
        for line in lines(report):
            print(line)
    return ERRORS_FOUND if any(one.severity == ERROR for one in report.findings) else NOTHING_WRONG


def as_data(report: Report) -> Mapping[str, Any]:
    """The JSON of a report: its own answer, then findings with their summary, then the files made."""
    data: dict[str, Any] = dict(report.answer)
    data["findings"] = [_finding(one) for one in report.findings]
    data["summary"] = dict(report.summary)
    data["made"] = [_made(one) for one in report.made]
    return data


def _finding(one: Finding) -> Mapping[str, Any]:
    place = one.place
    return {
        "code": one.code,
        "severity": one.severity,
        "sheet_key": place.sheet_key,
        "sheet": place.tab,
        "row": place.row or None,
        "column_key": place.column_key,
        "cell": place.cell,
        "message": one.message,
        "mend": one.mend,
        "section": one.section,
    }


def _made(one: Made) -> Mapping[str, str]:
    return {"path": one.path.as_posix(), "kind": one.kind, "sha256": one.sha256}


def finding_lines(report: Report) -> Iterator[str]:
    """One line a finding, then the count said aloud with time and day, also when it is nought."""
    for one in report.findings:
        yield str(one)
    yield summary_line(report)


def summary_line(report: Report) -> str:
    """“0 lỗi, 2 cảnh báo, 1 lưu ý · 14:05 ngày 09/03/…”."""
    counts = report.summary
    moment = now()
    return (
        f"{counts['errors']} lỗi, {counts['warnings']} cảnh báo, {counts['notes']} lưu ý"
        f" · {moment:%H:%M} ngày {moment:%d/%m/%Y}"
    )


def made_lines(report: Report) -> Iterator[str]:
    """The findings if there are any, then each file that was made."""
    if report.findings:
        yield from finding_lines(report)
    for one in report.made:
        yield f"Đã lập: {one.path}"
    if not report.made:
        yield "Chưa lập được tệp nào."


def checked_lines(report: Report) -> Iterator[str]:
    """The findings, then the files into which they were written."""
    yield from finding_lines(report)
    for one in report.made:
        yield f"Đã lập: {one.path}"


def progress_bar() -> Callable[[str, int, int], None]:
    """A progress callback that draws on a terminal and is silent in a pipe."""
    if not sys.stderr.isatty():
        return lambda _what, _done, _total: None
    from rich.console import Console

    console = Console(stderr=True)
    return lambda what, done, total: console.print(f"[dim]{done}/{total}[/dim] {what}")
