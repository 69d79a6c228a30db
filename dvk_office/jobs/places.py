"""Where the folders that belong to the office are: beside the package in a checkout, under share/ when installed."""

import sys
from pathlib import Path


def office_folder(name: str) -> Path:
    """The folder `name` (samples, doc_templates, workbooks, macros), whether it is there or not."""
    checkout = Path(__file__).resolve().parents[2]
    installed = Path(sys.prefix) / "share" / "dvk_office"
    base = checkout if (checkout / "pyproject.toml").is_file() else installed
    return base / name
