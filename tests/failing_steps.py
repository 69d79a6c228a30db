"""Faults of the disk, one step after the other: whatever is done with files in a folder may fail (sys.audit)."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EVENTS = frozenset({"open", "os.rename", "os.mkdir", "os.remove"})
FULL, HELD = OSError(errno.ENOSPC, "disk full"), PermissionError(errno.EACCES, "held open")


class Steps:
    """Counts what is done in `folder`; the step of the number `fails` meets `fault`, a `lasting` one all after it too."""

    def __init__(self) -> None:
        self.folder, self.fails, self.fault, self.lasting, self.done = "", 0, FULL, False, 0

    def __call__(self, event: str, facts: tuple[object, ...]) -> None:
        if self.folder and event in EVENTS and str(facts[0]).startswith(self.folder):
            self.done += 1
            if self.done == self.fails or (self.lasting and self.done > self.fails):
                raise self.fault


_STEPS = Steps()
sys.addaudithook(_STEPS)


@contextmanager
def failing(folder: Path, step: int, fault: OSError, *, lasting: bool = False) -> Iterator[Steps]:
    """The step of this number in `folder` fails, counted from 1."""
    _STEPS.folder, _STEPS.fails, _STEPS.done = str(folder), step, 0
    _STEPS.fault, _STEPS.lasting = fault, lasting
    try:
        yield _STEPS
    finally:
        _STEPS.folder = ""
