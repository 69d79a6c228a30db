"""The buttons in their groups, as in the workbook: the same words, in the same order."""

from collections.abc import Callable, Mapping
from functools import partial
from tkinter import Misc, ttk

from dvk_office.rules.actions import Action, workbook_groups
from dvk_office.shells.panel.look import EDGE

ACROSS = 2  # buttons beside each other


def button_groups(
    parent: Misc, does: Callable[[str], None], hint: Callable[[str], None]
) -> Mapping[str, ttk.Button]:
    """Every button by its key; `hint` is told what a button does while mouse or keyboard are on it."""
    column = ttk.Frame(parent)
    column.pack(side="left", fill="y", padx=(0, EDGE))
    found = {}
    for group, actions in workbook_groups():
        frame = ttk.Labelframe(column, text=group, padding=EDGE // 2)
        frame.pack(fill="x", pady=(0, EDGE))
        for place, action in enumerate(actions):
            found[action.key] = _button(frame, action, does, hint)
            row, at = divmod(place, ACROSS)
            found[action.key].grid(row=row, column=at, padx=2, pady=2)
    return found


def _button(
    parent: Misc, action: Action, does: Callable[[str], None], hint: Callable[[str], None]
) -> ttk.Button:
    button = ttk.Button(parent, text=action.word, width=17, command=partial(does, action.key))
    for event in ("<Enter>", "<FocusIn>"):
        button.bind(event, lambda _: hint(action.help))
    for event in ("<Leave>", "<FocusOut>"):
        button.bind(event, lambda _: hint(""))
    return button
