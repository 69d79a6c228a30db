"""Where letters go. By default into a folder of drafts: nothing leaves the machine until a person sends it (R-194)."""

from collections.abc import Callable
from pathlib import Path

from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made
from dvk_office.rules.messages import word

KIND = "letter"
Outbox = Callable[[str, bytes], Made]
"""Takes a letter, by the name of its file and as an .eml, and says what became of it."""


def drafts(out: Path) -> Outbox:
    """The folder of drafts in `out`."""
    folder = out / word("outbox_drafts")
    return lambda name, content: write_file(folder / name, content, KIND)
