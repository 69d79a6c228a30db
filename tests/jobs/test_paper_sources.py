"""Each kind of paper is found in the one module that makes it."""

from importlib import import_module

import pytest

from dvk_office.jobs.paper_sources import MODULES, source_of
from dvk_office.rules.documents import paper_kinds


def test_every_kind_has_a_module() -> None:
    assert sorted(key for keys in MODULES.values() for key in keys) == sorted(paper_kinds())


@pytest.mark.parametrize("module", MODULES)
def test_a_module_makes_the_kinds_that_are_said_to_be_its_own(module: str) -> None:
    assert tuple(import_module(f"dvk_office.jobs.{module}").SOURCES) == MODULES[module]


def test_a_kind_is_made_by_its_module() -> None:
    assert source_of("annual_report").__module__ == "dvk_office.jobs.papers_reports"
