"""The tables of rules are TOML as the standard has it: two parsers that know nothing of each other read the same."""

import tomllib
from pathlib import Path

import pytest
import rtoml

from dvk_office.rules.packaged import HOME, packaged

TABLES = sorted(HOME.glob("*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_says_the_same_to_the_standard_library(path: Path) -> None:
    assert rtoml.loads(packaged(path.name)) == tomllib.loads(path.read_text(encoding="utf-8"))
