"""What a job without Excel changes: a new workbook beside the one that was opened, which stays."""

import re
import sys
from hashlib import sha256
from pathlib import Path

from dvk_office.core.edits import Edits
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import kept_at, standing
from dvk_office.jobs.rebuild import ENDING, rebuilt
from dvk_office.jobs.report import Made
from dvk_office.rules.messages import word
from dvk_office.workbook.entries import with_edits


def written_beside(
    opened: Opened, edits: Edits, *, interpreter: str = sys.executable
) -> tuple[Made, tuple[Finding, ...]]:
    """A new workbook beside the one that was `opened`, with `edits`; and what could not be carried over.

    One that stood there has numbers that the new one has not; it is kept, which is told.
    """
    target = beside(opened.path)
    before = standing(target)
    made, notes = rebuilt(
        opened.path,
        opened.layout,
        opened.rules,
        target,
        change=lambda entries: with_edits(entries, edits, opened.layout),
        interpreter=interpreter,
    )
    if before is not None and sha256(before).hexdigest() != made.sha256:
        kept = kept_at(target, before).name
        notes += (finding("GS-010", Place(tab=target.name), found=target.name, kept=kept),)
    return made, notes


def beside(path: Path) -> Path:
    """The file that a job without Excel writes beside the workbook at `path`; one that was written so is counted on."""
    new = word("number_new")
    found = re.search(rf"-{new}(?:-([0-9]+))?$", path.stem)
    first = path.stem[: found.start()] if found else path.stem
    again = f"-{int(found[1] or 1) + 1}" if found else ""
    return path.with_name(f"{first}-{new}{again}{ENDING}")
