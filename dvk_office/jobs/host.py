"""What differs between Windows and the rest: long paths, files held for a moment, where office programs are."""

import errno
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subprocess import Popen

LONGEST_PLAIN = (
    240  # Windows refuses plain paths of 260 characters and more; names are added to folders
)
TRIES, PAUSE = (
    5,
    0.1,
)  # a virus scanner or a synchronising program lets a new file go within half a second
_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_EXTENDED, _SHARE = "\\\\?\\", "\\\\"
WINDOWS = os.name == "nt"
WORD_AS_PDF = 17
PIPE_ROOM = 32_768  # bytes that go through a pipe at once
NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW


def reachable(path: Path, *, windows: bool = WINDOWS) -> Path:
    """`path` in the form that Windows opens whatever its length; elsewhere as it is."""
    return Path(extended(os.path.abspath(path))) if windows else path  # noqa: PTH100 - resolve() would follow links


def extended(path: str) -> str:
    """The extended form of an absolute Windows path that is too long for the plain one.

    Source: Microsoft, "Maximum Path Length Limitation": the prefix for drives, and the one for shares (UNC).
    """
    if len(path) < LONGEST_PLAIN or path.startswith(_EXTENDED):
        return path
    if path.startswith(_SHARE):
        return f"{_EXTENDED}UNC\\{path.removeprefix(_SHARE)}"
    return _EXTENDED + path


def forbidden_signs(path: Path) -> str:
    """The signs in a workbook's path at which xlwings cuts what a button hands over: as its macro refuses them."""
    whole = path.absolute()
    signs = ("=" if "=" in whole.name else "", ";" if ";" in str(whole) else "")
    return " ".join(filter(None, signs))


def replace(new: Path, old: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Puts `new` in the place of `old`; tries again while another program holds the file, then PermissionError."""
    for left in reversed(range(TRIES)):
        try:
            new.replace(old)
        except PermissionError:
            if not left:
                raise
            pause(PAUSE)
        else:
            return


def disk_full(fault: BaseException) -> bool:
    """Whether a fault only says that the disk, or the person's share of it, is full."""
    return isinstance(fault, OSError) and fault.errno in _FULL


def find_soffice(
    *, windows: bool = WINDOWS, environment: Mapping[str, str] = os.environ, on_path: Any = None
) -> Path | None:
    """LibreOffice's program: on the path, or where its installer puts it; None where there is none."""
    from shutil import which

    if found := (on_path or which)("soffice"):
        return Path(found)
    if windows:
        bases = (environment.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)"))
        places = [Path(base, "LibreOffice", "program", "soffice.exe") for base in bases if base]
    else:
        places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    return next((place for place in places if place.is_file()), None)


def python_beside(
    code: str, *, windows: bool = WINDOWS, program: str = sys.executable
) -> "Popen[bytes] | None":
    """Another process of this Python that runs `code`, to be talked to by pipes; None where there can be none.

    It has no window of its own, and looks for no modules in the working folder, which is the office's. An office
    program that holds its own Python is left alone. Source of the flag: Microsoft, "Process Creation Flags".
    """
    from subprocess import DEVNULL, PIPE, Popen

    if not Path(program).stem.lower().startswith("python"):
        return None
    call = [program, "-P", "-c", code]
    flags = NO_WINDOW if windows else 0
    try:
        return Popen(call, PIPE_ROOM, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, creationflags=flags)  # noqa: S603
    except OSError:
        return None


def draws_windows(*, spec: Callable[[str], Any] = find_spec) -> bool:
    """Whether this Python has its toolkit for windows: some installers and distributions leave it out."""
    return spec("tkinter") is not None and spec("_tkinter") is not None


def find_excel(
    *, windows: bool = WINDOWS, registered: Callable[[str], bool] | None = None
) -> bool | None:
    """Whether Excel is installed, by its name among the registered programs; None off Windows, where nobody can say."""
    return (registered or _registered)("Excel.Application") if windows else None


def _registered(name: str) -> bool:
    import winreg

    try:
        winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, name).Close()  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return False
    return True


def find_word(
    *, windows: bool = WINDOWS, dispatch: Callable[[str], Any] | None = None
) -> Callable[[Sequence[Path], Path], None] | None:
    """A converter that lets Word save papers as PDF; None off Windows and where Word or its bridge is missing.

    `ExportAsFixedFormat` with type 17 is PDF (Microsoft, Word object model, WdExportFormat).
    """
    if not windows or (dispatch is None and not find_spec("win32com")):
        return None
    start = dispatch or _word
    try:
        word = start("Word.Application")
    except Exception:  # noqa: BLE001 - the bridge raises an error of its own where Word is not installed
        return None

    def convert(papers: Sequence[Path], folder: Path) -> None:
        try:
            for path in papers:
                document = word.Documents.Open(str(path.resolve()), ReadOnly=True)
                try:
                    document.ExportAsFixedFormat(str(folder / f"{path.stem}.pdf"), WORD_AS_PDF)
                finally:
                    document.Close(False)  # noqa: FBT003 - Word's own call: do not save
        finally:
            word.Quit()

    return convert


def _word(name: str) -> Any:
    from win32com.client import DispatchEx  # type: ignore[import-untyped, import-not-found, unused-ignore]

    return DispatchEx(name)
