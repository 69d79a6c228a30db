"""A button's process stays light: xlwings comes without the libraries that it would take if it could."""

import json
import subprocess
import sys

import pytest

from dvk_office.shells.lean import KEPT_OUT

STARTS = {
    "excel": "from dvk_office.shells import lean;lean.block();import xlwings.utils; "
    "from dvk_office.shells import buttons, live, press, work, pages",
    "libreoffice": "from dvk_office.shells import libreoffice, lean; lean.block(); "
    "from dvk_office.shells import buttons, live, press, work, pages; import xlwings; "
    "from dvk_office.shells.lo_engine import engine",
}
HEAVY = {"numpy", "pandas", "polars", "docxtpl", "docx", "openpyxl", "rich", "jinja2", "xlsxwriter"}


def _loaded(code: str) -> set[str]:
    told = f"{code}; import json, sys; print(json.dumps([k for k, v in sys.modules.items() if v]))"
    call = [sys.executable, "-P", "-X", "utf8", "-c", told]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("host", STARTS)
def test_a_click_loads_xlwings_without_what_it_does_not_need(host: str) -> None:
    loaded = _loaded(STARTS[host])
    assert "xlwings.main" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    assert not [name for name in loaded if name.startswith("xlwings.pro")]


@pytest.mark.parametrize("host", STARTS)
def test_a_click_loads_nothing_that_builds_workbooks(host: str) -> None:
    """Reading is enough for most buttons; what builds is loaded by the job that builds, but for the kinds of a cell."""
    built = {name for name in _loaded(STARTS[host]) if name.startswith("dvk_office.workbook.build")}
    assert built <= {"dvk_office.workbook.build_cells"}


def test_without_the_block_xlwings_would_load_them() -> None:
    assert {"numpy", "pandas"} <= _loaded("import xlwings")


def test_the_engine_for_libreoffice_is_not_loaded_for_excel() -> None:
    loaded = _loaded(STARTS["excel"])
    assert not [name for name in loaded if name.startswith("dvk_office.shells.lo_engine")]
    assert "uno" not in loaded


def test_what_is_kept_out_cannot_be_imported_later() -> None:
    code = "from dvk_office.shells import lean; lean.block(); import pandas"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr
    assert "pandas" in KEPT_OUT
