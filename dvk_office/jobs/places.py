"""Where the folders that belong to the office are: beside the package in a checkout, under share/ when installed."""

import site
import sys
from collections.abc import Iterator
from pathlib import Path

SHARE = Path("share", "dvk_office")
TEMPLATES = "mau-van-ban"


def office_folder(name: str) -> Path:
    """The folder `name` (samples, doc_templates, workbooks, macros), whether it is there or not."""
    beside = Path(__file__).resolve().parents[2]
    if (beside / "pyproject.toml").is_file():
        return beside / name
    places = [base / SHARE / name for base in _bases(beside)]
    return next((place for place in places if place.is_dir()), places[0])


def template_path(workbook: Path, name: str) -> Path:
    """The Word template `name`: the office's own beside its workbook, else the one that we hand out."""
    own = workbook.parent / TEMPLATES / name
    return own if own.is_file() else office_folder("doc_templates") / name


def _bases(packages: Path) -> Iterator[Path]:
    """Where installers put shared files: of this Python, of one user, of a folder given with --prefix or --target."""
    yield Path(sys.prefix)
    yield Path(site.getuserbase())
    yield from (packages, *list(packages.parents)[:3])
