"""Broken files through `dvk check`: what is wrong is a finding, the process ends with 1, nothing else is printed."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from dvk_office.shells.cli import run
from dvk_office.workbook.tags import attributes
from tests.workbook.breaking import RELATIONS, WORKBOOK, Good
from tests.workbook.broken import BROKEN

ROOT = Path(__file__).resolve().parents[2]
CLEAN = next(ROOT.glob("samples/so-mau-[0-9]*.xlsx"))
STOPS = {f"TEP-{number:03}" for number in (*range(1, 24), 29, 30)}


def good() -> Good:
    """The clean sample and where its models are."""
    content = CLEAN.read_bytes()
    with ZipFile(CLEAN) as archive:
        sheets = archive.read(WORKBOOK).split(b"<sheet ")[1:]
        found = next(one for one in map(attributes, sheets) if one["name"] == "Mô hình")
        targets = map(attributes, archive.read(RELATIONS).split(b"<Relationship ")[1:])
        target = next(one["Target"] for one in targets if one["Id"] == found["id"])
    return Good(content, f"xl/{target}")


GOOD = good()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_a_finding_and_the_process_ends_with_one(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    how, code = BROKEN[name]
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(how(GOOD))
    ended = run(["check", str(path), "--today", "2026-11-23", "--json"])
    shown = capfd.readouterr()
    found = [one["code"] for one in json.loads(shown.out)["findings"]]
    assert (ended, shown.err) == (1, "")
    assert code in found
    assert found == [code] or code not in STOPS


def test_there_are_at_least_forty_ways() -> None:
    assert len(BROKEN) >= 40


@pytest.mark.parametrize(
    "name", ["half", "password", "bomb", "lying-size", "laughs-in-texts", "stray-cell"]
)
def test_a_broken_file_prints_one_line_and_its_count_and_nothing_else(
    name: str, tmp_path: Path
) -> None:
    how, code = BROKEN[name]
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(how(GOOD))
    call = [sys.executable, "-m", "dvk_office.shells", "check", str(path)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False, timeout=120)
    finding, count = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert f"Lỗi {code}: " in finding
    assert count.startswith("1 lỗi, 0 cảnh báo, 0 lưu ý")
