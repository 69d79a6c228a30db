"""What a click on «Ghi số, ngày» asks, and what it then writes: the paper, its number, its day."""

from datetime import date, datetime

from dvk_office.core.dates import short_date
from dvk_office.core.edits import Edits
from dvk_office.jobs.number import planned, read_day
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.report import Report
from dvk_office.jobs.waiting import Waiting, waiting
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.port import Port
from dvk_office.shells.whole import whole


def give_number(
    port: Port, opened: Opened, rows: RowNames, today: date, moment: datetime
) -> Report | None:
    """Asks for paper, number and day; writes them wherever the paper stands, after a copy was kept. Gives what to show."""
    papers, findings = waiting(opened, today)
    if not papers:
        return Report(findings)
    picked = port.ask("Ghi số, ngày cho văn bản nào?", [_label(one, rows) for one in papers])
    if picked is None:
        return None
    paper = papers[picked]
    given = port.ask_text(f"Số văn thư đã cấp cho «{paper.title}» (ví dụ 41):", "")
    day = given and port.ask_text("Ngày văn bản (ngày/tháng/năm):", short_date(today))
    if not given or not day:
        return None
    edits, faults = planned(opened, paper.kind, given, read_day(day), today, subject=paper.code)
    return _written(port, edits, moment) if edits else Report(faults)


def _label(paper: Waiting, rows: RowNames) -> str:
    row = rows.label(paper.sheet_key, paper.row) if paper.code else ""
    return f"{paper.title}: {row}" if row else paper.title


def _written(port: Port, edits: Edits, moment: datetime) -> Report | None:
    kept = port.backup(moment)
    written = whole(port, kept, lambda: port.write_entries(edits))
    where = f"{len(edits.cells)} ô" + (f", {len(edits.rows)} dòng mới" if edits.rows else "")
    beside = f" của sổ mới “{written.path.name}” bên cạnh, sổ cũ để nguyên"
    port.tell(
        f"Đã ghi số, ngày vào {where}{beside if written.path != port.path else ''}. "
        f"Số liệu trước đó được giữ ở tệp “{kept.name}” trong thư mục “{kept.parent.name}”."
    )
    return Report(written.findings) if written.findings else None
