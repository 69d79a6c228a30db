"""What a click does: a copy of the workbook is read, the job is run, the result is shown. Every failure is one sentence."""

from pathlib import Path
from tempfile import TemporaryDirectory

from dvk_office import __version__
from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import disk_full
from dvk_office.jobs.opening import open_book, rules_of
from dvk_office.jobs.report import CancelledError
from dvk_office.rules.actions import Action, load_actions
from dvk_office.rules.layout_load import load_layout
from dvk_office.shells import log
from dvk_office.shells.clock import now
from dvk_office.shells.port import Port
from dvk_office.shells.work import WORK, Click, Work

_BUSY = frozenset((-2147418111, -2146777998))  # RPC_E_CALL_REJECTED, VBA_E_IGNORE: Excel is busy


def press(key: str, port: Port, work: Work | None = None) -> None:
    """Does what the button of the action `key` is for, in the workbook of `port`; `work` does it in its own way."""
    action = next(one for one in load_actions() if one.key == key)
    try:
        port.status(f"{action.word} …")
        try:
            _run(action, port, work or WORK[key])
        finally:
            port.status("")
    except CancelledError:
        port.tell("Đã dừng theo yêu cầu.")
    except Exception as fault:  # noqa: BLE001 - the last wall before the person
        port.tell(sentence(fault), bad=True)


def _run(action: Action, port: Port, work: Work) -> None:
    _refuse(port)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        opened = open_book(port.snapshot(Path(folder)))
        work(Click(port, action, opened, now()))


def _refuse(port: Port) -> None:
    """DvkError for a workbook that is not ours, of another version of the program, or of a year without rules."""
    if port.mark("dvk_product") != load_layout().product:
        raise DvkError(finding("NUT-020", Place(tab=port.path.name)))
    version = port.mark("dvk_program")
    if version != __version__:
        facts = {"found": version, "known": __version__}
        raise DvkError(finding("NUT-021", Place(tab=port.path.name), **facts))
    rules_of(int(port.mark("dvk_year")))


def sentence(fault: Exception) -> str:
    """What the person reads of a failure: one sentence, its code, the place of the log."""
    if isinstance(fault, DvkError):
        return _sentence(fault.finding, log.note(str(fault)))
    if disk_full(fault):
        return _sentence(finding("MAY-013", Place()), log.record(fault))
    busy = getattr(fault, "hresult", None) in _BUSY or type(fault).__name__ == "ExcelBusyError"
    return _sentence(finding("NUT-022" if busy else "NUT-029", Place()), log.record(fault))


def _sentence(one: Finding, path: Path) -> str:
    return f"{one.code}: {one.message} {one.mend} (Nhật ký: {path})"
