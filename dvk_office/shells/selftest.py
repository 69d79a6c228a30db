"""`dvk selftest`: the contract of the port, tried in a real Excel; where there is none in LibreOffice, else on a file."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs import selftest as job
from dvk_office.jobs.host import find_excel, find_soffice
from dvk_office.jobs.report import Progress, Report
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.shells import contract, lean
from dvk_office.shells.clock import now
from dvk_office.shells.port import Port

EXCEL, LIBREOFFICE, FILE = "excel", "libreoffice", "tep"
HOSTS: Mapping[str, str] = MappingProxyType(
    {EXCEL: "Excel", LIBREOFFICE: "LibreOffice", FILE: "tệp trên đĩa"}
)
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "its_marks_say_what_the_builder_wrote": "Nhận ra sổ của chương trình",
        "a_snapshot_is_a_workbook_that_can_be_read": "Chụp một bản sao của sổ đang mở rồi đọc lại",
        "a_table_is_read_back_as_it_was_written": "Ghi kết quả vào trang rồi đọc lại, chữ nào ra chữ ấy",
        "a_shorter_table_leaves_nothing_of_a_longer_one": "Kết quả mới xóa hết kết quả cũ",
        "a_link_names_its_cell": "Đường dẫn tới ô",
        "a_sheet_is_shown_or_the_port_says_that_it_cannot": "Mở một trang của sổ",
        "status_and_progress_are_said_and_taken_back": "Dòng trạng thái",
        "a_copy_holds_what_the_workbook_holds": "Bản lưu giống hệt sổ",
        "the_last_copies_are_kept_and_no_more": "Giữ đúng số bản lưu gần nhất",
        "what_is_brought_back_is_as_it_was": "Khôi phục bản lưu, số liệu như cũ",
        "the_cursor_stays_where_it_was": "Con trỏ ở nguyên chỗ",
        "entries_are_written_where_they_belong_and_nowhere_else": "Ghi vào đúng ô, không đụng ô khác",
        "text_that_looks_like_something_else_stays_text": "Chữ giống số, giống ngày vẫn là chữ",
    }
)
_NO_MACROS = 3  # msoAutomationSecurityForceDisable: nothing of the workbook runs by itself
Opens = Callable[[Layout, Path], Any]


def selftest(host: str | None, out: Path, progress: Progress) -> Report:
    """Tries the host that is asked for, else the best that is there; DvkError where the asked one is missing."""
    lean.block()
    wanted = host or next(one for one in HOSTS if available(one))
    if not available(wanted):
        facts = {"host": HOSTS[wanted], "others": ", ".join(filter(available, HOSTS))}
        raise DvkError(finding("TKT-002", Place(tab=HOSTS[wanted]), **facts))
    opens = partial(OPENS[wanted], load_layout())
    report = job.selftest(HOSTS[wanted], opens, out, now(), progress)
    if host or wanted == EXCEL:
        return report
    note = finding("TKT-003", Place(tab=HOSTS[wanted]), host=HOSTS[wanted])
    return replace(report, findings=(*report.findings, note))


def available(host: str) -> bool:
    """Whether this machine has a host; LibreOffice only with its bridge for Python."""
    if host == EXCEL:
        return bool(find_excel())
    if host == LIBREOFFICE:
        return find_soffice() is not None and _bridged()
    return True


def _bridged() -> bool:
    from dvk_office.shells.lo_engine.bridge import import_uno

    import_uno()
    return find_spec("uno") is not None


def steps(port: Port, layout: Layout) -> tuple[job.Step, ...]:
    """Every promise of the contract as a step; none takes what another has left."""
    trial = contract.Trial(port, layout, now().replace(microsecond=0, tzinfo=None))
    return tuple(
        job.Step(one.__name__, LABELS[one.__name__], partial(one, trial))
        for one in contract.PROMISES
    )


@contextmanager
def in_excel(
    layout: Layout, book: Path, start: Callable[[], Any] | None = None
) -> Iterator[job.Host]:
    """An Excel of our own that is gone afterwards, unsaved: what the office has open is not touched."""
    from dvk_office.shells.live import LiveBook, give_up_in_time

    give_up_in_time()
    app = (start or _excel)()
    try:
        app.display_alerts = False
        app.api.AutomationSecurity = _NO_MACROS
        name = f"{HOSTS[EXCEL]} {app.version}.{app.api.Build}, {app.api.OperatingSystem}"
        yield job.Host(name, steps(LiveBook(app.books.open(str(book)), layout), layout))
    finally:
        app.quit()


def _excel() -> Any:
    import xlwings

    return xlwings.App(visible=False, add_book=False)


@contextmanager
def in_libreoffice(layout: Layout, book: Path) -> Iterator[job.Host]:
    from dvk_office.shells.live import LiveBook
    from dvk_office.shells.lo_engine.own_office import opened_in, own_office, version_of

    with own_office(book.parent.parent) as context:
        found = LiveBook(opened_in(context, book), layout)
        yield job.Host(f"{HOSTS[LIBREOFFICE]} {version_of(context)}", steps(found, layout))


@contextmanager
def on_file(layout: Layout, book: Path) -> Iterator[job.Host]:
    from dvk_office.shells.on_file import FileBook

    port = FileBook(book, layout, lambda _text: None, lambda _question, _choices: None)
    yield job.Host(f"{HOSTS[FILE]} ({sys.platform})", steps(port, layout))


OPENS: Mapping[str, Opens] = MappingProxyType(
    {EXCEL: in_excel, LIBREOFFICE: in_libreoffice, FILE: on_file}
)
