"""Workbooks open in a LibreOffice on a screen, for the tests with real clicks.

The folder has a name that breaks badly quoted commands.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.clicking import built
from tests.desk import Desk, desk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("Sổ 'Dân vận khéo' & 100%")


@pytest.fixture(scope="class")
def faulty(office: Desk, layout: Layout, rules: Rules, folder: Path) -> Iterator[Path]:
    yield from _opened(office, built(layout, rules, folder / "có lỗi.xlsm", "so-mau-co-loi.toml"))


@pytest.fixture(scope="class")
def clean(office: Desk, layout: Layout, rules: Rules, folder: Path) -> Iterator[Path]:
    yield from _opened(office, built(layout, rules, folder / "sổ (2).xlsm"))


def _opened(office: Desk, path: Path) -> Iterator[Path]:
    office.open(str(path))
    yield path
    office.close()
