"""«Kiểm tra máy»: what is installed, what is missing, and what to do about it."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from platform import machine, system
from tempfile import TemporaryFile

from dvk_office import __version__
from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import draws_windows, find_excel, find_soffice, find_word, forbidden_signs
from dvk_office.jobs.places import TEMPLATES, office_folder
from dvk_office.jobs.report import Report
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.load import years
from dvk_office.rules.messages import word

DISTRIBUTION = "dvk-office"
OLDEST = (3, 11)


@dataclass(frozen=True)
class Item:
    """One thing looked at: what it is, what was found, and the finding where something is to be done."""

    what: str
    found: str
    fault: Finding | None = None


def doctor(workbook: Path | None = None) -> Report:
    """Looks at the machine and, if it is given, at `workbook`; each item with what was found."""
    items = (*_program(), *_libraries(), *_office_programs(), *_folders(), *_workbook(workbook))
    faults = tuple(item.fault for item in items if item.fault)
    shown = [
        {
            "what": item.what,
            "found": item.found,
            "state": item.fault.severity if item.fault else "ok",
            "mend": item.fault.mend if item.fault else "",
        }
        for item in items
    ]
    return Report(faults, (), {"items": shown})


def _item(key: str, found: str, fault: Finding | None = None) -> Item:
    return Item(word(f"doctor_{key}"), found, fault)


def _fault(code: str, tab: str, **facts: object) -> Finding:
    return finding(code, Place(tab=tab), **facts)


def _program() -> Iterator[Item]:
    found = ".".join(map(str, sys.version_info[:3]))
    bits = f"{found}, {system()} {machine()}"
    old = sys.version_info[:2] < OLDEST
    yield _item("python", bits, _fault("MAY-001", "Python", found=found) if old else None)
    yield _item("interpreter", sys.executable)
    yield _item("version", f"{__version__} ({', '.join(map(str, years()))})")


def _libraries() -> Iterator[Item]:
    """Every library that the program needs on this system, with its version."""
    found, missing = [], []
    for requirement in requires(DISTRIBUTION) or ():
        name, _, marker = requirement.partition(";")
        if "extra" in marker or ("win32" in marker and sys.platform != "win32"):
            continue
        plain = _name(name)
        try:
            found.append(f"{plain} {version(plain)}")
        except PackageNotFoundError:
            missing.append(plain)
    names = ", ".join(missing)
    fault = _fault("MAY-002", word("doctor_libraries"), found=names) if missing else None
    yield _item("libraries", ", ".join(found), fault)


def _name(requirement: str) -> str:
    """The name of a requirement without its version."""
    plain = requirement.strip()
    for sign in "<>=!~ [":
        plain = plain.partition(sign)[0]
    return plain


def _office_programs() -> Iterator[Item]:
    """Excel for the buttons, LibreOffice or Word for PDF, tkinter for the window of buttons."""
    excel = find_excel()
    if excel is not None:
        told = word("doctor_found" if excel else "doctor_missing")
        yield _item("excel", told, None if excel else _fault("MAY-003", "Excel"))
    soffice = find_soffice()
    converts = bool(soffice or find_word())
    found = str(soffice) if soffice else word("doctor_found" if converts else "doctor_missing")
    yield _item("pdf", found, None if converts else _fault("MAY-004", "PDF"))
    draws = draws_windows()
    found = word("doctor_found" if draws else "doctor_missing")
    yield _item("panel", found, None if draws else _fault("MAY-011", "tkinter"))


def _folders() -> Iterator[Item]:
    templates = office_folder("doc_templates")
    names = {kind.template for kind in paper_kinds().values()}
    missing = sorted(name for name in names if not (templates / name).is_file())
    fault = _fault("MAY-005", templates.name, found=", ".join(missing[:3])) if missing else None
    yield _item("templates", str(templates), fault)


def _workbook(path: Path | None) -> Iterator[Item]:
    if path is None:
        return
    from dvk_office.jobs.opening import open_book

    try:
        opened = open_book(path)
    except DvkError as fault:
        yield _item("workbook", path.name, fault.finding)
        return
    yield _item("workbook", f"{path.name}, {opened.rules.year}")
    yield _item("name", path.name, _bad_name(path))
    yield _item("folder", str(path.parent), _closed(path.parent))
    yield from _own_templates(path.parent)
    if path.suffix == ".xlsm":
        yield from _buttons(path)


def _bad_name(path: Path) -> Finding | None:
    held = forbidden_signs(path)
    return _fault("MAY-006", path.name, found=held) if held else None


def _closed(folder: Path) -> Finding | None:
    """A folder in which nothing can be written."""
    try:
        with TemporaryFile(dir=folder):
            return None
    except OSError:
        return _fault("MAY-007", folder.name, folder=folder)


def _own_templates(folder: Path) -> Iterator[Item]:
    own = folder / TEMPLATES
    if own.is_dir():
        count = len(list(own.glob("*.docx")))
        yield _item("own_templates", f"{own.name}: {count}")


def _buttons(path: Path) -> Iterator[Item]:
    """The interpreter that the buttons start, and the version that the workbook was built by."""
    from dvk_office.workbook.conf import read_conf

    conf = read_conf(path)
    yield _item(
        "button_python",
        conf.interpreter or word("doctor_none"),
        _bad_interpreter(path, conf.interpreter),
    )
    other = conf.program and conf.program != __version__
    facts = {"found": conf.program, "known": __version__}
    yield _item(
        "built_by",
        conf.program or word("doctor_none"),
        _fault("MAY-010", path.name, **facts) if other else None,
    )


def _bad_interpreter(
    path: Path, interpreter: str, exists: Callable[[Path], bool] = Path.is_file
) -> Finding | None:
    if not interpreter:
        return _fault("MAY-008", path.name)
    if not exists(Path(interpreter)):
        return _fault("MAY-009", path.name, found=interpreter)
    if not interpreter.isascii():
        return _fault("MAY-012", path.name, found=interpreter)
    return None
