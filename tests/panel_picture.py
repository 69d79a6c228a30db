"""Takes the README's picture of the window of buttons: `python tests/panel_picture.py`. Look at it afterwards."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "samples" / "hinh" / "bang-nut.png"


def main() -> None:
    from dvk_office.shells.panel.look import EDGE, HEIGHT, WIDTH
    from tests.panel_window import panel
    from tests.screen import screen

    with TemporaryDirectory() as folder, screen(Path(folder)) as shown_on:
        book = Path(shutil.copy(ROOT / "samples" / "so-mau-co-loi-2026.xlsx", folder))
        with panel(shown_on, book) as found:
            found.press("check")
            found.window.buttons["check"].focus_set()
            found.root.event_generate("<Motion>", warp=True, x=WIDTH + EDGE, y=HEIGHT)
            found.root.update()
            shown_on.picture(TARGET, WIDTH, HEIGHT)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
