"""The answers of jobs as Vietnamese lines; what is printed stands in the JSON too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dvk_office.core.findings import ERROR
from dvk_office.core.numbers import printed_number
from dvk_office.jobs.report import Report
from dvk_office.shells.show import finding_lines, made_lines, summary_line

SHOWN = 10
"""How many errors the demo's table names."""


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
    head = ("Chỉ tiêu", "Yêu cầu", "Thực hiện", "Tỷ lệ", "Kết quả", "Mục")
    rows = [
        (
            t["label"],
            str(t["required"]),
            str(t["actual"]),
            _percent(t["percent"]),
            "đạt" if t["met"] else "chưa đạt",
            t["section"],
        )
        for t in targets
    ]
    yield from _table([head, *rows])
    for target in targets:
        yield ""
        yield from _target_lines(target)
    if report.findings:
        yield ""
        yield from finding_lines(report)


def _target_lines(target: Mapping[str, Any]) -> Iterator[str]:
    """What is missing, what stands beside the number, and the rows not counted by reason."""
    yield target["rule"]
    if target["missing"]:
        yield f"  Còn thiếu: {'; '.join(target['missing'])}"
    yield from (f"  {remark}" for remark in target["remarks"])
    yield f"  Được tính: {_row_list(one['row'] for one in target['rows'])}"
    reasons: dict[str, list[int]] = {}
    for one in target["excluded"]:
        reasons.setdefault(one["reason"], []).append(one["row"])
    for reason, rows in reasons.items():
        yield f"  Không tính ({_row_list(rows)}): {reason}"


def _percent(number: float | None) -> str:
    """97.5 as 97,5%."""
    return "—" if number is None else f"{printed_number(number)}%"


def _row_list(rows: Iterable[int]) -> str:
    """Rows as “dòng 4–6, 9”."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    shown = (f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"dòng {', '.join(shown)}" if runs else "không có dòng nào"


def deadline_lines(report: Report) -> Iterator[str]:
    """Each deadline with its last day, the safe day before weekends and holidays, and its state."""
    if "deadlines" not in report.answer:
        yield from finding_lines(report)
        return
    head = ("Thời hạn", "Ngày cuối", "Nên xong", "Tình trạng", "Theo hướng dẫn")
    rows = [
        (
            d["label"] + (f" (mô hình {d['model']})" if d.get("model") else ""),
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


_STATES = {"ok": "được", "note": "lưu ý", "warning": "cảnh báo", "error": "lỗi"}


def doctor_lines(report: Report) -> Iterator[str]:
    """What was looked at, with its state and what was found; then what is to be done."""
    if "items" not in report.answer:
        yield from finding_lines(report)
        return
    items: Sequence[Mapping[str, Any]] = report.answer["items"]
    rows = [(one["what"], _STATES[one["state"]], one["found"]) for one in items]
    yield from _table(rows)
    yield ""
    yield from finding_lines(report)


def guide_lines(report: Report) -> Iterator[str]:
    """The parts of the manual, each under its title."""
    for part in report.answer["parts"]:
        yield from (part["title"].upper(), *part["lines"], "")


def selftest_lines(report: Report) -> Iterator[str]:
    """The report as it is in the file, then what is to be done, and where the file is."""
    yield from report.answer.get("lines", ())
    yield ""
    yield from finding_lines(report)
    yield from (f"Đã lập: {one.path}" for one in report.made)


def panel_lines(report: Report) -> Iterator[str]:
    """The buttons of the window by group, then what keeps it from being opened."""
    groups: Sequence[Mapping[str, Any]] = report.answer.get("groups", ())
    yield from _table([(one["group"], _words(one["buttons"])) for one in groups])
    yield ""
    yield from finding_lines(report)


def _words(buttons: Iterable[Mapping[str, str]]) -> str:
    return " · ".join(button["word"] for button in buttons)


def verify_lines(report: Report) -> Iterator[str]:
    """What the manifest says of each file, then what is wrong."""
    for line in report.answer.get("lines", ()):
        yield str(line)
    yield from finding_lines(report)


def restore_lines(report: Report) -> Iterator[str]:
    """The copies that can be brought back, the newest first; or the one that was."""
    for number, line in enumerate(report.answer.get("lines", ()), 1):
        yield f"{number:2}  {line}"
    if report.made:
        yield f"Đã khôi phục: {report.made[0].path}"
    if report.findings:
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
    rows = []
    for one in report.answer.get("steps", ()):
        first, *more = one["results"] or ("—",)
        rows += [(one["step"], first), *(("", result) for result in more)]
    yield from _table(rows)
    errors = [str(one) for one in report.findings if one.severity == ERROR]
    yield from errors[:SHOWN]
    if len(errors) > SHOWN:
        yield f"… còn {len(errors) - SHOWN} lỗi nữa; lệnh “dvk check” nêu đủ."
    if report.made:
        yield f"Đã lập {len(report.made)} tệp trong thư mục: {report.answer['folder']}"
    yield summary_line(report)
