"""The log of what went wrong: one UTF-8 file in the temporary folder, never a traceback on the screen."""

import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from dvk_office import __version__
from dvk_office.shells.clock import now


def record(fault: BaseException) -> Path:
    """Appends the traceback of `fault` to the log and returns the log's path."""
    return note("".join(traceback.format_exception(fault)))


def note(text: str) -> Path:
    """Appends `text` to the log and returns the log's path."""
    path = Path(tempfile.gettempdir()) / "dvk_office.log"
    with (
        suppress(OSError),
        path.open("a", encoding="utf-8") as log,
    ):  # the disk may be what is wrong
        log.write(f"{now().isoformat()} dvk_office {__version__}\n{text}\n")
    return path
