"""The window of buttons for tests: on a screen of its own, driven by its own widgets."""

import gc
import time
import tkinter as tk
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dvk_office.rules.layout_load import load_layout
from dvk_office.shells.panel import thread
from dvk_office.shells.panel.chooser import OneOf, Papers, TypeIn
from dvk_office.shells.panel.window import Click, Window
from tests.screen import Screen

LIMIT = 60.0  # seconds that anything may take on a busy machine


@dataclass
class Panel:
    """The window with what it asked of the system: files to open; `picked` is what its file dialog gives."""

    root: tk.Tk
    window: Window = field(init=False)
    opened: list[Path] = field(default_factory=list)
    picked: str = ""

    def until(self, condition: Callable[[], Any]) -> Any:
        """What `condition` gives as soon as it gives something; the window lives meanwhile."""
        ends = time.monotonic() + LIMIT
        while time.monotonic() < ends:
            self.root.update()
            if found := condition():
                return found
            time.sleep(0.01)
        raise AssertionError(f"nothing came of it: {self.text!r}")

    def press(self, key: str, *answers: Callable[[Any], None]) -> list[str]:
        """Presses a button, answers each box that opens, and gives the lines that stand there at the end."""
        self.window.buttons[key].invoke()
        for answer in answers:
            answer(self.until(lambda: self.window.box))
        self.until(lambda: not self.window.busy)
        return self.lines

    def close(self) -> None:
        """As the cross of the window does; waits until it is gone."""
        if not self.closed:
            self.window.close()
        ends = time.monotonic() + LIMIT
        while not self.closed:
            assert time.monotonic() < ends, "the window does not close"
            self.root.update()

    @property
    def closed(self) -> bool:
        try:
            return not self.root.winfo_exists()
        except tk.TclError:
            return True

    @property
    def text(self) -> str:
        return self.window.happened.text.get("1.0", "end-1c")

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if line]

    def looks(self, look: str) -> list[str]:
        """The pieces of text that have a look."""
        text = self.window.happened.text
        ranges = [str(one) for one in text.tag_ranges(look)]
        return [text.get(*pair) for pair in zip(ranges[::2], ranges[1::2], strict=True)]


@contextmanager
def panel(shown_on: Screen, book: Path | None, click: Click = thread.click) -> Iterator[Panel]:
    """The window on a screen, closed at the end."""
    found = Panel(tk.Tk(screenName=shown_on.display))
    found.window = Window(
        found.root,
        load_layout(),
        book,
        click=click,
        pick_file=lambda: found.picked,
        open_file=found.opened.append,
    )
    found.until(found.root.winfo_viewable)
    try:
        yield found
    finally:
        found.close()
        del found.window, found.root
        gc.collect()  # what belongs to a window must go in the thread that made it


def first_choice(box: OneOf) -> None:
    box.ok.invoke()


def typed(text: str) -> Callable[[TypeIn], None]:
    """Types `text` in place of what stands in the line."""

    def answer(box: TypeIn) -> None:
        box.entry.delete(0, "end")
        box.entry.insert(0, text)
        box.ok.invoke()

    return answer


def papers(*kinds: str, codes: int = 0) -> Callable[[Papers], None]:
    """Marks kinds of paper, and as many of the codes that then stand there."""

    def answer(box: Papers) -> None:
        box.kinds.selection_set(kinds)
        box.window.update()
        if codes:
            box.codes.selection_set(0, codes - 1)
        box.ok.invoke()

    return answer
