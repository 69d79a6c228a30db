"""What differs between Windows and the rest: long paths, and files that another program holds for a moment."""

import os
import time
from collections.abc import Callable
from pathlib import Path

LONGEST_PLAIN = (
    240  # Windows refuses plain paths of 260 characters and more; names are added to folders
)
TRIES, PAUSE = (
    5,
    0.1,
)  # a virus scanner or a synchronising program lets a new file go within half a second
_EXTENDED, _SHARE = "\\\\?\\", "\\\\"
WINDOWS = os.name == "nt"


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
