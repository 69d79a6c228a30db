"""The words that cells are read by (`reading.toml`), as data."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def reading_words() -> Mapping[str, Any]:
    """The tables of `reading.toml`: `ticks`, `shown`, `time`."""
    return tomllib.loads(files(__package__).joinpath("reading.toml").read_text(encoding="utf-8"))
