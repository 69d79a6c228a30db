"""The office's folders are found beside the code in a checkout, and wherever an installer put them."""

import sys
from pathlib import Path

import pytest

from dvk_office.jobs import places
from dvk_office.jobs.places import SHARE, office_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place that looks like an installation: packages without a checkout beside them, nothing in share/ yet."""
    packages = tmp_path / "gốc có dấu" / "lib" / "python" / "site-packages"
    monkeypatch.setattr(places, "__file__", str(packages / "dvk_office" / "jobs" / "places.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "python"))
    monkeypatch.setattr("site.getuserbase", lambda: str(tmp_path / "người dùng"))


def test_in_a_checkout_they_stand_beside_the_package() -> None:
    assert office_folder("samples") == ROOT / "samples"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    "base", ["python", "người dùng", "gốc có dấu", "gốc có dấu/lib/python/site-packages"]
)
def test_installed_they_are_found_where_the_installer_put_them(tmp_path: Path, base: str) -> None:
    folder = tmp_path / base / SHARE / "samples"
    folder.mkdir(parents=True)
    assert office_folder("samples") == folder


@pytest.mark.usefixtures("installed")
def test_a_folder_that_is_nowhere_is_named_where_it_should_be(tmp_path: Path) -> None:
    assert office_folder("samples") == tmp_path / "python" / SHARE / "samples"
