"""Reaching the LibreOffice that is running: its bridge for Python, and a line to the process."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

LIMIT, PAUSE = 10.0, 0.05  # seconds to wait for LibreOffice, and between two tries
_MODULE = "uno.py"


class BridgeError(Exception):
    """LibreOffice cannot be reached; the text says what was missing."""


def office_context() -> Any:
    """The context of the running LibreOffice. It is asked to listen if it does not yet: a process does so for good."""
    import_uno()
    name = pipe_name()
    return resolved(name) or _asked(name)


def import_uno() -> None:
    """Makes `uno` importable: appended to the path, so that nothing of the system's Python stands before ours."""
    for folder in _folders():
        if (folder / _MODULE).is_file() and str(folder) not in sys.path:
            sys.path.append(str(folder))
            return


def _folders() -> Iterator[Path]:
    """Where a distribution or LibreOffice itself keeps its bridge for Python."""
    system = shutil.which("python3", path=os.defpath)
    if system:
        yield Path(system).resolve().parents[1] / "lib" / "python3" / "dist-packages"
    office = shutil.which("soffice")
    if office:
        yield Path(office).resolve().parent
    yield from (Path(folder) for folder in sys.path)


def pipe_name() -> str:
    """The same for every click of one person in one profile, so that LibreOffice is asked to listen once only."""
    profile = "|".join(os.environ.get(name, "") for name in ("HOME", "XDG_CONFIG_HOME", "USER"))
    return f"dvk-{sha256(profile.encode()).hexdigest()[:16]}"


def resolved(name: str) -> Any:
    """The context of the LibreOffice that listens at the pipe `name`; None while none does."""
    import uno
    from com.sun.star.connection import NoConnectException

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    try:
        return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
    except NoConnectException:
        return None


def _asked(name: str) -> Any:
    """Starting LibreOffice a second time hands its arguments to the process that runs."""
    office = shutil.which("soffice")
    if not office:
        raise BridgeError("soffice")
    call = [office, f"--accept=pipe,name={name};urp;", "--norestore", "--nologo", "--nodefault"]
    subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - its own program
    ends = time.monotonic() + LIMIT
    while time.monotonic() < ends:
        if context := resolved(name):
            return context
        time.sleep(PAUSE)
    raise BridgeError(name)
