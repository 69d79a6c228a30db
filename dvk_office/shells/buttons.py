"""The buttons of the workbook: one function a button, called by its macro through xlwings' RunPython."""

import sys

from dvk_office.shells import lean


def check() -> None:
    _click("check")


def targets() -> None:
    _click("targets")


def deadlines() -> None:
    _click("deadlines")


def documents() -> None:
    _click("documents")


def number() -> None:
    _click("number")


def appendix() -> None:
    _click("appendix")


def send() -> None:
    _click("send")


def verify() -> None:
    _click("verify")


def restore() -> None:
    _click("restore")


def doctor() -> None:
    _click("doctor")


def guide() -> None:
    _click("guide")


def _click(key: str) -> None:
    """Finds the workbook that was clicked, and does what the button is for."""
    lean.block()
    from dvk_office.rules.layout_load import load_layout
    from dvk_office.shells import live, press

    try:
        port = live.caller(load_layout())
    except Exception as fault:  # noqa: BLE001 - the last wall before the person
        say(press.sentence(fault))
    else:
        press.press(key, port)


def say(text: str) -> None:
    """Shows `text` where there is no workbook to show it in."""
    if sys.platform == "win32":
        import ctypes

        before_all_with_a_warning = 0x1000 | 0x30
        ctypes.windll.user32.MessageBoxW(0, text, "Dân vận khéo", before_all_with_a_warning)
    else:
        print(text, file=sys.stderr)
