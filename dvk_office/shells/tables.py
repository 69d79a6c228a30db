"""The answers of jobs as Vietnamese lines; what is printed stands in the JSON too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dvk_office.jobs.report import Report
from dvk_office.shells.show import finding_lines, made_lines, summary_line


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as aligned columns; the last column runs free."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]) - 1)] if rows else []
    for row in rows:
        yield "  ".join(
            (*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[-1])
        ).rstrip()


def _dmy(day: str | None) -> str:
    """2027-03-09 as 09/03/2027."""
    return "/".join(reversed(day.split("-"))) if day else "—"


def target_lines(report: Report) -> Iterator[str]:
    """Each target with what was required and reached, what is missing, and the rows not counted with why."""
    if "targets" not in report.answer:
        yield from finding_lines(report)
        return
    targets: Sequence[Mapping[str, Any]] = report.answer["targets"]
    head = ("Chỉ tiêu", "Yêu cầu", "Thực hiện", "Kết quả", "Mục")
    rows = [
        (
            t["label"],
            str(t["required"]),
            str(t["actual"]),
            "đạt" if t["met"] else "chưa đạt",
            t["section"],
        )
        for t in targets
    ]
    yield from _table([head, *rows])
    for target in targets:
        if target["missing"]:
            yield f"{target['label']} – còn thiếu: {'; '.join(target['missing'])}"
    if report.findings:
        yield from finding_lines(report)


def deadline_lines(report: Report) -> Iterator[str]:
    """Each deadline with its last day, the safe day before weekends and holidays, and its state."""
    if "deadlines" not in report.answer:
        yield from finding_lines(report)
        return
    head = ("Thời hạn", "Ngày cuối", "Nên xong", "Tình trạng", "Theo hướng dẫn")
    rows = [
        (
            d["label"],
            _dmy(d["last_day"]),
            _dmy(d["safe_day"]),
            d["state"],
            f"{d['as_written']} ({d['section']})",
        )
        for d in report.answer["deadlines"]
    ]
    yield from _table([head, *rows])
    if report.findings:
        yield from finding_lines(report)
    if report.made:
        yield from made_lines(Report(made=report.made))


def kind_lines(report: Report) -> Iterator[str]:
    """The papers that can be made: key, family, section, template, title."""
    kinds: Sequence[Mapping[str, Any]] = report.answer["kinds"]
    head = ("Mã", "Hệ", "Mục", "Số bản", "Mẫu", "Tên văn bản")
    rows = [
        (
            k["key"],
            k["family"],
            k["section"],
            str(k["copies"]),
            str(k["template"] or "—"),
            k["title"],
        )
        for k in kinds
    ]
    return _table([head, *rows])


def verify_lines(report: Report) -> Iterator[str]:
    """What the manifest says of each file, then what is wrong."""
    for line in report.answer.get("lines", ()):
        yield str(line)
    yield from finding_lines(report)


def schema_lines(report: Report) -> Iterator[str]:
    """The sheets and columns of the workbook."""
    for sheet in report.answer["sheets"]:
        yield f"{sheet['tab']} ({sheet['key']})"
        columns: Sequence[Mapping[str, Any]] = sheet["columns"]
        if columns:
            yield from _table(
                [(f"  {c['letter']}", c["key"], c["kind"], c["header"]) for c in columns]
            )


def rule_lines(report: Report) -> Iterator[str]:
    """The year's rules in Vietnamese, or what is wrong in a new year's file."""
    for line in report.answer.get("lines", ()):
        yield str(line)
    if report.findings or "lines" not in report.answer:
        yield from finding_lines(report)


def demo_lines(report: Report) -> Iterator[str]:
    """A short table of what was found, counted and made, and where."""
    yield from _table([(row["step"], row["result"]) for row in report.answer.get("steps", ())])
    for one in report.findings:
        if one.severity == "error":
            yield str(one)
    yield from made_lines(Report(made=report.made))
    yield summary_line(report)
