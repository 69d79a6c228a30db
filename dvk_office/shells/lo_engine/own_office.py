"""A LibreOffice of our own, unseen and with a profile of its own: what a person has open is not touched."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dvk_office.shells.lo_engine.bridge import PAUSE, BridgeError, import_uno, resolved

LIMIT = 60.0  # seconds; the first start makes the profile
START_AGAIN = (79, 81)  # how a new profile ends its first start


@contextmanager
def own_office(folder: Path) -> Iterator[Any]:
    """The context of a LibreOffice that is gone afterwards; its profile lies in `folder`. BridgeError: there is none."""
    office = shutil.which("soffice")
    if not office:
        raise BridgeError("soffice")
    import_uno()
    pipe = f"dvk-own-{folder.name}"
    profile = (folder / "profile").absolute().as_uri()
    call = [office, "--headless", "--norestore", "--nologo", "--nodefault"]
    call += [f"-env:UserInstallation={profile}", f"--accept=pipe,name={pipe};urp;"]
    process = _start(call)
    try:
        ends = time.monotonic() + LIMIT
        while (context := resolved(pipe)) is None:
            if time.monotonic() > ends:
                raise BridgeError(pipe)
            if process.poll() in START_AGAIN:
                process = _start(call)
            time.sleep(PAUSE)
        yield context
        _end(context)
        process.wait(LIMIT)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(LIMIT)


def _start(call: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def _end(context: Any) -> None:
    """Closes whatever is open, unsaved, and ends."""
    service = "com.sun.star.frame.Desktop"
    desktop = context.ServiceManager.createInstanceWithContext(service, context)
    documents = desktop.Components.createEnumeration()
    while documents.hasMoreElements():
        documents.nextElement().close(True)  # noqa: FBT003 - UNO has no names for arguments
    desktop.terminate()


def version_of(context: Any) -> str:
    """The version that LibreOffice gives itself."""
    from com.sun.star.beans import PropertyValue

    service = "com.sun.star.configuration.Configuration"
    provider = context.ServiceManager.createInstanceWithContext(f"{service}Provider", context)
    where = (PropertyValue("nodepath", 0, "/org.openoffice.Setup/Product", 0),)
    node = provider.createInstanceWithArguments(f"{service}Access", where)
    return str(node.ooSetupVersionAboutBox)


def opened_in(context: Any, path: Path) -> Any:
    """The Book of xlwings for the workbook at `path`, opened there."""
    import xlwings

    from dvk_office.shells.lo_engine.engine import Engine

    engine = Engine(context)
    engine.app.desktop.loadComponentFromURL(path.absolute().as_uri(), "_blank", 0, ())
    xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.engines[engine.name].activate()
    return xlwings.Book(impl=engine.app.book(path))
