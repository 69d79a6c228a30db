"""Reports of jobs as sheets of results: each finding and each figure with the cell or the rows that it speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dvk_office.core.findings import Finding
from dvk_office.jobs.report import Made, Report
from dvk_office.jobs.verify import INTACT
from dvk_office.rules.messages import word
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.show import summary_line
from dvk_office.workbook.marks import CellNames
from dvk_office.workbook.results import (
    BAD,
    GOOD,
    HEAD,
    ROW,
    WARNING,
    FileLink,
    Line,
    Link,
    Results,
    Shown,
)

Answer = Mapping[str, Any]
_STATES: Mapping[str, str] = MappingProxyType(
    {"overdue": BAD, "done_late": BAD, "due": BAD, "soon": WARNING, "done": GOOD}
)


def findings_page(name: str, report: Report, rows: RowNames, names: CellNames) -> Results:
    """What a job found, and the files that it made; `name` is the word on its button."""
    made = [_made_line(one) for one in report.made]
    lines = [*made, *(_finding_line(one, rows, names) for one in report.findings)]
    if not lines:
        lines = [Line({"message": "Không có lỗi, cảnh báo hay lưu ý nào."}, GOOD)]
    return Results("findings", f"{name}: {summary_line(report)}", tuple(lines))


def verify_page(name: str, report: Report, folder: Path, rows: RowNames) -> Results:
    """What is wrong with the files that were made, then those that are as they were made."""
    nowhere = CellNames(MappingProxyType({}), MappingProxyType({}))
    lines = [_finding_line(one, rows, nowhere) for one in report.findings]
    for one in report.answer["files"]:
        if one["state"] == INTACT:
            cells: dict[str, Shown] = {"severity": word("verify_intact"), "record": one["path"]}
            lines.append(Line({**cells, "link": FileLink(folder / one["path"])}, GOOD))
    return Results("findings", f"{name}: {summary_line(report)}", tuple(lines))


def doctor_page(name: str, report: Report) -> Results:
    """Each thing that was looked at: what was found, and what is to be done where something is amiss."""
    items: Sequence[Answer] = report.answer["items"]
    lines = [_item_line(one) for one in items]
    return Results("findings", f"{name}: {summary_line(report)}", tuple(lines))


def _item_line(one: Answer) -> Line:
    good = one["state"] == "ok"
    cells: dict[str, Shown] = {
        "severity": "Tốt" if good else word(one["state"]),
        "record": one["what"],
        "message": one["found"],
        "mend": one["mend"],
    }
    return Line(cells, GOOD if good else one["state"])


def _made_line(one: Made) -> Line:
    cells: dict[str, Shown] = {"severity": "Đã lập", "record": one.path.name}
    where: dict[str, Shown] = {
        "message": f"Trong thư mục {one.path.parent}",
        "link": FileLink(one.path),
    }
    return Line({**cells, **where}, GOOD)


def _finding_line(one: Finding, rows: RowNames, names: CellNames) -> Line:
    place = one.place
    link: Shown = place.tab
    if place.sheet_key:
        link = Link(str(place), place.tab, place.cell or "A1")
    cells: dict[str, Shown] = {
        "severity": word(one.severity),
        "record": rows.label(place.sheet_key, place.row),
        "message": one.message,
        "mend": one.mend,
        "section": one.section,
        "link": link,
        "code": one.code,
    }
    return Line(cells, one.severity, names.mark(one))


def targets_page(name: str, report: Report, rows: RowNames) -> Results:
    """Each target as a line; below, for each of them, the rows that count and those that do not, with the reason."""
    targets: Sequence[Answer] = report.answer["targets"]
    lines = [_target_line(one) for one in targets]
    for one in targets:
        lines.append(Line({"label": f"Các dòng của chỉ tiêu «{one['label']}»"}, HEAD))
        lines += _counted_lines(one, rows)
    met = f"đạt {sum(bool(one['met']) for one in targets)}/{len(targets)} chỉ tiêu"
    return Results("targets", f"{name}: {met}; {summary_line(report)}", tuple(lines))


def _target_line(one: Answer) -> Line:
    missing = [f"Còn thiếu: {'; '.join(one['missing'])}"] if one["missing"] else []
    cells: dict[str, Shown] = {
        "state": "Đạt" if one["met"] else "Chưa đạt",
        "remark": "\n".join((one["rule"], *missing, *one["remarks"])),
    }
    cells["label"] = f"{one['code']}. {one['label']}"
    figures = ("required", "actual", "difference", "percent", "section")
    cells |= {key: one[key] for key in figures}
    return Line(cells, GOOD if one["met"] else BAD)


def _counted_lines(one: Answer, rows: RowNames) -> Iterator[Line]:
    provisional = [(row["sheet_key"], row["row"]) for row in one["provisional"]]
    for row in one["rows"]:
        waits = (row["sheet_key"], row["row"]) in provisional
        yield _row_line(rows, row, "Tạm tính" if waits else "Được tính", None)
    for row in one["excluded"]:
        yield _row_line(rows, row, "Không tính", row["reason"])


def _row_line(rows: RowNames, row: Answer, state: str, remark: str | None) -> Line:
    at = (row["sheet_key"], row["row"])
    label, link = rows.label(*at), rows.link(*at)
    return Line({"label": label, "state": state, "remark": remark, "link": link})


def deadlines_page(name: str, report: Report, rows: RowNames) -> Results:
    """Each deadline as a line with its days; below it whoever is late."""
    lines = [line for one in report.answer["deadlines"] for line in _deadline_lines(one, rows)]
    return Results("deadlines", f"{name}: {summary_line(report)}", tuple(lines))


def _deadline_lines(one: Answer, rows: RowNames) -> Iterator[Line]:
    model = f" (mô hình {one['model']})" if one.get("model") else ""
    doubt = "" if one["confirmed"] else f"\nĐang hiểu là “{one['read_as']}”, chưa được xác nhận."
    way = f"{one['sender']} → {one['recipient']}"
    cells: dict[str, Shown] = {
        "label": one["label"] + model,
        "last_day": _day(one["last_day"]),
        "safe_day": _day(one["safe_day"]),
        "state": _state(one),
        "days_left": None if one["days_late"] else one["days_left"],
        "remark": f"{one['as_written']}\n{way}{doubt}",
        "section": one["section"],
    }
    yield Line(cells, _STATES.get(one["state_key"], ROW))
    for late in one["late"]:
        at = (late["sheet_key"], late["row"])
        name = late["name"] or rows.label(*at) or late["organisation"] or "Chưa thấy trong sổ"
        days = f"Muộn {late['days_late']} ngày"
        yield Line({"label": f"– {name}", "state": days, "link": rows.link(*at)})


def _state(one: Answer) -> str:
    """The state as a sentence begins, with the days where it is overdue."""
    late = f" {one['days_late']} ngày" if one["state_key"] == "overdue" and one["days_late"] else ""
    return f"{one['state'][:1].upper()}{one['state'][1:]}{late}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
