"""Keeps heavy libraries out of a button's process: xlwings takes them when they are installed, at many times the cost."""

import sys
from typing import Any

KEPT_OUT = ("numpy", "pandas", "polars", "xlwings.pro")


def block() -> None:
    """From now on these cannot be imported in this process; xlwings does without them. Call it before xlwings."""
    for name in KEPT_OUT:
        absent: Any = None  # how Python says “there is no such module”
        sys.modules.setdefault(name, absent)
