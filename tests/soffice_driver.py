"""Runs under a Python that has LibreOffice's `uno`: opens a workbook headless, calls its macros, tells what it found.

Usage: soffice_driver.py BOOK PROFILE_FOLDER MACRO...   (a MACRO with “+” at its end gets one argument)
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

START_AGAIN = (79, 81)  # how a new profile ends its first start
LIMIT = 60  # seconds
MACROS_RUN = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN


def main() -> None:
    book, profile, *macros = sys.argv[1:]
    pipe = f"dvk-test-{os.getpid()}"
    process, desktop = connected(pipe, Path(profile))
    try:
        print(json.dumps(told(desktop, Path(book), macros), ensure_ascii=False))
    finally:
        desktop.terminate()
        process.wait(LIMIT)


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


def told(desktop: Any, book: Path, macros: list[str]) -> dict[str, Any]:
    """What stands in the workbook: its buttons with their macros, the tab that it opens at."""
    run = PropertyValue("MacroExecutionMode", 0, MACROS_RUN, 0)
    document = desktop.loadComponentFromURL(book.resolve().as_uri(), "_blank", 0, (run,))
    scripts = document.getScriptProvider()
    for macro in macros:
        name = macro.removesuffix("+")
        url = f"vnd.sun.star.script:VBAProject.{name}?language=Basic&location=document"
        scripts.getScript(url).invoke((document,) if macro.endswith("+") else (), (), ())
    found = {
        "opened_at": document.CurrentController.ActiveSheet.Name,
        "buttons": dict(buttons(document)),
    }
    document.close(True)  # noqa: FBT003 - UNO has no names for arguments
    return found


def buttons(document: Any) -> Any:
    """The label of each form button, and the macro bound to it."""
    for sheet in document.Sheets:
        for form in sheet.DrawPage.Forms:
            for number in range(form.Count):
                for event in form.getScriptEvents(number):
                    code = event.ScriptCode.partition("VBAProject.")[2]
                    yield form.getByIndex(number).Label, code.partition("?")[0]


main()
