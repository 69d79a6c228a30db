"""A screen for tests: Xvfb on a display of its own choice, and pictures of it.

Needs Xvfb (`.ci/run` installs it); a test without one fails.
"""

import os
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Screen:
    """`display` as X programs name it; `dump` is Xvfb's own picture of it, which changes as the screen does."""

    display: str
    dump: Path

    def picture(self, path: Path, width: int = 0, height: int = 0) -> None:
        """The screen, or its upper left part, as a PNG."""
        all_across, rows = self.pixels()
        wide, high = width or all_across, height or len(rows)
        raw = b"".join(b"\0" + row[: 3 * wide] for row in rows[:high])
        chunks = (
            (b"IHDR", struct.pack(">2I5B", wide, high, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(raw, 9)),
            (b"IEND", b""),
        )
        png = b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + png)

    def pixels(self) -> tuple[int, list[bytes]]:
        """An X window dump of 24 bits a point in 32, as rows of RGB."""
        dump = self.dump.read_bytes()
        head = struct.unpack(">25I", dump[:100])
        width, height, line, colours = head[4], head[5], head[12], head[19]
        start = head[0] + 12 * colours
        rows = []
        for number in range(height):
            row = dump[start + number * line : start + number * line + 4 * width]
            points = bytearray(3 * width)
            points[0::3], points[1::3], points[2::3] = row[2::4], row[1::4], row[0::4]
            rows.append(bytes(points))
        return width, rows


@contextmanager
def screen(folder: Path, size: str = "1280x800") -> Iterator[Screen]:
    """A screen that is gone afterwards; `folder` holds its picture."""
    assert shutil.which("Xvfb"), "Xvfb is not installed: xvfb"
    read, write = os.pipe()
    call = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-fbdir", str(folder)]
    with subprocess.Popen(
        [*call, "-nolisten", "tcp", "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL
    ) as xvfb:
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                number = answer.readline().strip()
            assert number, "Xvfb did not start"
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            xvfb.terminate()
