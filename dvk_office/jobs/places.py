"""Where the folders that belong to the office are: beside the package in a checkout, under share/ when installed."""

import site
import sys
from collections.abc import Iterator
from pathlib import Path

SHARE = Path("share", "dvk_office")


def office_folder(name: str) -> Path:
    """The folder `name` (samples, doc_templates, workbooks, macros), whether it is there or not."""
    beside = Path(__file__).resolve().parents[2]
    if (beside / "pyproject.toml").is_file():
        return beside / name
    places = [base / SHARE / name for base in _bases(beside)]
    return next((place for place in places if place.is_dir()), places[0])


def _bases(packages: Path) -> Iterator[Path]:
    """Where installers put shared files: of this Python, of one user, of a folder given with --prefix or --target."""
    yield Path(sys.prefix)
    yield Path(site.getuserbase())
    yield from (packages, *list(packages.parents)[:3])
