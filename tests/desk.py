"""A desk for tests: a screen, LibreOffice on it, a workbook open, and a mouse that clicks.

Needs LibreOffice Calc with its Python bridge, Xvfb and xdotool (`.ci/run` installs them).
"""

import json
import os
import shutil
import signal
import struct
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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

    def __init__(self, process: "subprocess.Popen[str]", screen: Path) -> None:
        self._process, self._screen = process, screen

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
        width, height, rows = self._pixels()
        for _ in range(20):
            time.sleep(0.5)
            before, (width, height, rows) = rows, self._pixels()
            if rows == before:
                break
        raw = b"".join(b"\0" + row for row in rows)
        chunks = (
            (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(raw, 9)),
            (b"IEND", b""),
        )
        png = b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + png)

    def colour(self, x: int, y: int) -> str:
        """The colour of a point on the screen as RRGGBB."""
        _, _, rows = self._pixels()
        return rows[y][3 * x : 3 * x + 3].hex().upper()

    def _pixels(self) -> tuple[int, int, list[bytes]]:
        """Xvfb's own picture of the screen (an X window dump of 24 bits a point in 32)."""
        dump = self._screen.read_bytes()
        head = struct.unpack(">25I", dump[:100])
        width, height, line, colours = head[4], head[5], head[12], head[19]
        start = head[0] + 12 * colours
        rows = []
        for number in range(height):
            row = dump[start + number * line : start + number * line + 4 * width]
            points = bytearray(3 * width)
            points[0::3], points[1::3], points[2::3] = row[2::4], row[1::4], row[0::4]
            rows.append(bytes(points))
        return width, height, rows


@contextmanager
def desk(folder: Path, size: str = "1600x1000") -> Iterator[Desk]:
    """A screen with LibreOffice, its own home in `folder`; all of it is gone afterwards."""
    home, screen = folder / "home", folder / "screen"
    user = home / ".config" / "libreoffice" / "4" / "user"
    user.mkdir(parents=True)
    screen.mkdir()
    items = "\n".join(ITEM.format(path=p, name=n, value=v) for p, n, v in SETTINGS)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(items=items), encoding="utf-8")
    assert shutil.which("Xvfb"), "Xvfb is not installed: xvfb"
    assert shutil.which("xdotool"), "xdotool is not installed"
    with _screen(screen, size) as display:
        environment = {**os.environ, "DISPLAY": display}
        call = [office_python(), str(DRIVER), str(home)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen(
            call, env=environment, encoding="utf-8", start_new_session=True, **pipes
        )
        try:
            assert process.stdout
            assert process.stdout.readline(), "LibreOffice did not start"
            found = Desk(process, screen / "Xvfb_screen0")
            yield found
            found.quit()
            process.wait(LIMIT)
        finally:
            _end(process)


@contextmanager
def _screen(folder: Path, size: str) -> Iterator[str]:
    """Xvfb on a display of its own choice."""
    read, write = os.pipe()
    call = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-fbdir", str(folder)]
    with subprocess.Popen(
        [*call, "-nolisten", "tcp", "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL
    ) as xvfb:
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            xvfb.terminate()


def _end(process: "subprocess.Popen[str]") -> None:
    """The driver with the LibreOffice and the programs that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
