"""The words that cells are read by (`reading.toml`) and the letters of old encodings, as data."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import rtoml

from dvk_office.rules.packaged import packaged


def _table(name: str) -> Mapping[str, Any]:
    return rtoml.loads(packaged(name))


@cache
def reading_words() -> Mapping[str, Any]:
    """The tables of `reading.toml`: `ticks`, `shown`, `date`, `time`, `units`."""
    return _table("reading.toml")


@cache
def encoding_letters() -> Mapping[str, Any]:
    """The tables of `encodings.toml`: `tcvn3` and `vni`."""
    return _table("encodings.toml")
