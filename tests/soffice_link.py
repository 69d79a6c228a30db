"""A LibreOffice of our own, headless, for scripts that run under a Python with LibreOffice's `uno`."""

import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

__all__ = ["PropertyValue", "connected"]
START_AGAIN = (79, 81)  # how a new profile ends its first start
LIMIT = 60  # seconds


def connected(pipe: str, profile: Path) -> tuple[subprocess.Popen[bytes], Any]:
    """A LibreOffice of our own with its desktop; soffice.bin itself, so that the process is ours."""
    office = Path(shutil.which("soffice") or "").resolve().with_name("soffice.bin")
    call = [
        str(office),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        f"--accept=pipe,name={pipe};urp;",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
    ]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    for _ in range(LIMIT * 20):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if process.poll() in START_AGAIN:
                process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
            time.sleep(0.05)
        else:
            return process, there.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    process.kill()
    raise SystemExit(f"LibreOffice cannot be reached (it ended with {process.poll()})")
