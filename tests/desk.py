"""A desk for tests: a screen, LibreOffice on it, a workbook open, and a mouse that clicks.

Needs LibreOffice Calc with its Python bridge, Xvfb and xdotool (`.ci/run` installs them).
"""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.screen import Screen, screen
from tests.soffice import office_python

DRIVER = Path(__file__).with_name("desk_driver.py")
LIMIT = 40.0  # seconds that anything may take on a busy machine
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
ITEM = '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "0"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("Office.Common/Save/Document", "AutoSave", "false"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
    ("Setup/Product", "LastTimeDonateShown", "4102444800"),
    ("Setup/Product", "LastTimeGetInvolvedShown", "4102444800"),
    ("Setup/Product", "WhatsNew", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
)


class Desk:
    """Does on the screen what its methods say; any function of the driver may be called by its name."""

    def __init__(self, process: "subprocess.Popen[str]", seen: Screen) -> None:
        self._process, self._seen = process, seen

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def act(*arguments: object) -> Any:
            assert self._process.stdin
            assert self._process.stdout
            self._process.stdin.write(json.dumps([name, *arguments], ensure_ascii=False) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            assert line, f"the driver ended at {name}{arguments}"
            answer = json.loads(line)
            assert "fault" not in answer, f"{name}{arguments}: {answer['fault']}"
            return answer["answer"]

        return act

    def wait(self, condition: Callable[[], Any]) -> Any:
        """What `condition` gives as soon as it gives something."""
        ends = time.monotonic() + LIMIT
        while time.monotonic() < ends:
            if found := condition():
                return found
            time.sleep(0.1)
        raise AssertionError(f"nothing came of it; the screen shows {self.shown()!r}, {self.box()}")

    def answer_box(self, name: str, typed: str = "") -> None:
        """Types into the box that is open and clicks its button `name`, until the box is gone.

        Without a window manager a new window may take the first click for itself.
        """
        before = self.wait(self.box)
        if typed:
            self.wait(lambda: self.answer(typed))
        ends = time.monotonic() + LIMIT
        while time.monotonic() < ends:
            self.press(name)
            patience = time.monotonic() + 1.5
            while time.monotonic() < patience:
                if self.box() != before:
                    return
                time.sleep(0.1)
        raise AssertionError(f"the box stays: {before}")

    def picture(self, path: Path) -> None:
        """The screen as a PNG, once nothing moves on it."""
        found = self._seen.pixels()
        for _ in range(20):
            time.sleep(0.5)
            before, found = found, self._seen.pixels()
            if found == before:
                break
        self._seen.picture(path)

    def colour(self, x: int, y: int) -> str:
        """The colour of a point on the screen as RRGGBB."""
        _, rows = self._seen.pixels()
        return rows[y][3 * x : 3 * x + 3].hex().upper()


@contextmanager
def desk(folder: Path, size: str = "1600x1000") -> Iterator[Desk]:
    """A screen with LibreOffice, its own home in `folder`; all of it is gone afterwards."""
    home, dump = folder / "home", folder / "screen"
    user = home / ".config" / "libreoffice" / "4" / "user"
    user.mkdir(parents=True)
    dump.mkdir()
    items = "\n".join(ITEM.format(path=p, name=n, value=v) for p, n, v in SETTINGS)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(items=items), encoding="utf-8")
    assert shutil.which("xdotool"), "xdotool is not installed"
    with screen(dump, size) as seen:
        environment = {**os.environ, "DISPLAY": seen.display}
        call = [office_python(), str(DRIVER), str(home)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen(
            call, env=environment, encoding="utf-8", start_new_session=True, **pipes
        )
        try:
            assert process.stdout
            assert process.stdout.readline(), "LibreOffice did not start"
            found = Desk(process, seen)
            yield found
            found.quit()
            process.wait(LIMIT)
        finally:
            _end(process)


def _end(process: "subprocess.Popen[str]") -> None:
    """The driver with the LibreOffice and the programs that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
