"""LibreOffice for tests: a workbook is opened headless in a process of its own and its macros are called.

Needs LibreOffice Calc and its Python bridge (Debian: libreoffice-calc, python3-uno; `.ci/run` installs them).
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

DRIVER = Path(__file__).with_name("soffice_driver.py")
LIMIT = 180  # seconds


@cache
def office_python() -> str:
    """A Python that can talk to LibreOffice: the system's own, or ours."""
    assert shutil.which("soffice"), "LibreOffice is not installed: libreoffice-calc"
    for python in (shutil.which("python3", path=os.defpath), sys.executable):
        if python and not subprocess.run([python, "-c", "import uno"], check=False).returncode:
            return python
    raise AssertionError("LibreOffice's bridge for Python is not installed: python3-uno")


def run_macros(book: Path, profile: Path, *macros: str) -> dict[str, Any]:
    """Opens `book`, calls the macros one after the other, and tells what it found."""
    call = [office_python(), str(DRIVER), str(book), str(profile), *macros]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(call, encoding="utf-8", start_new_session=True, **pipes) as process:
        try:
            said, failed = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # the driver and the LibreOffice that it started
            raise
    assert not process.returncode, failed
    found: dict[str, Any] = json.loads(said)
    return found
