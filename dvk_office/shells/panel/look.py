"""How the window looks: colours of lines as in the sheets of results, and a few of tkinter's settings."""

import sys
from collections.abc import Mapping
from tkinter import Misc, Text, Tk, ttk
from types import MappingProxyType
from typing import Any

from dvk_office.workbook.results import BAD, ERROR, GOOD, HEAD, NOTE, ROW, WARNING

TITLE = "Dân vận khéo – Bảng nút"
WIDTH, HEIGHT, EDGE = 1060, 680, 8
LINK, MORE = "link", "more"
_PAPER, _FRAME = "#F4F5F7", "#C9CCD1"
_RED, _BROWN, _BLUE, _GREEN, _INK = "#C00000", "#9C5700", "#1F5C99", "#375623", "#1F3864"
_LINES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        ROW: {},
        HEAD: {"foreground": _INK, "background": "#DDEBF7"},
        ERROR: {"foreground": _RED},
        BAD: {"foreground": _RED},
        WARNING: {"foreground": _BROWN},
        NOTE: {"foreground": _BLUE},
        GOOD: {"foreground": _GREEN},
        LINK: {"foreground": "#0563C1", "underline": True},
        MORE: {"lmargin1": 18},
    }
)


def sharp() -> None:
    """Windows draws the window in the screen's own points, as IDLE asks for it; elsewhere that goes without saying."""
    if sys.platform == "win32":
        import ctypes

        of_the_screen = 1  # PROCESS_SYSTEM_DPI_AWARE
        try:
            ctypes.OleDLL("shcore").SetProcessDpiAwareness(of_the_screen)
        except (AttributeError, OSError):
            return  # before Windows 8.1, or set already


def dress(root: Tk) -> None:
    """Sizes and theme; the text of all parts in one font."""
    root.title(TITLE)
    root.geometry(f"{WIDTH}x{HEIGHT}")
    root.minsize(WIDTH * 3 // 4, HEIGHT * 3 // 4)
    style = ttk.Style(root)
    if style.theme_use() == "default":  # neither Windows nor macOS, which have looks of their own
        style.theme_use("clam")
        style.configure(".", background=_PAPER, bordercolor=_FRAME, lightcolor=_PAPER)
        style.configure("TButton", background="#FFFFFF")
        style.map("TButton", background=[("disabled", _PAPER), ("active", "#E8F1FA")])
        style.configure("TProgressbar", background="#2E75B6", troughcolor="#FFFFFF")
        root.configure(background=_PAPER)
    style.configure("Book.TLabel", font="TkHeadingFont")
    style.configure("Quiet.TLabel", foreground="#595959")


def wrapping(label: ttk.Label) -> ttk.Label:
    """A label that breaks its text into lines wherever its own width ends."""
    label.bind("<Configure>", lambda event: label.configure(wraplength=event.width))
    return label


def list_of_lines(parent: Misc) -> Text:
    """A text that is read only, its lines told apart by colour, their rests set in."""
    text = Text(parent, wrap="word", state="disabled", font="TkTextFont", spacing1=2, spacing3=2)
    text.configure(padx=EDGE, pady=EDGE, relief="flat", cursor="arrow", background="#FFFFFF")
    bold: Mapping[str, Any] = {"font": "TkHeadingFont"}
    for name, options in _LINES.items():
        head: Mapping[str, Any] = {} if name in {ROW, LINK, MORE} else bold
        text.tag_configure(name, lmargin2=18, **head, **options)
    return text
