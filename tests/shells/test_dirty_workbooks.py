"""Two hundred dirty workbooks through `dvk check`: no crash, and everything that was spoiled is found."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.shells.cli import run
from tests.workbook.dirty import clean, dirty
from tests.workbook.spoiling import Expected
from tests.workbook.written import pack

DAY = "2026-11-23"
Found = list[dict[str, Any]]


def checked(path: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, Found]:
    """Exit code and findings of `dvk check`; it prints nothing but its answer."""
    ended = run(["check", str(path), "--today", DAY, "--json"])
    shown = capfd.readouterr()
    assert shown.err == ""
    return ended, json.loads(shown.out)["findings"]


def met(expected: Expected, found: Found) -> bool:
    """True where something that was found is what had to be; row -1 is any row."""
    return any(
        one["sheet_key"] == expected.sheet_key
        and one["code"] in expected.codes
        and (expected.row == -1 or (one["row"] or 0) == expected.row)
        and expected.column_key in {"", one["column_key"]}
        for one in found
    )


def places(found: Found) -> list[tuple[str, ...]]:
    """What was found and where, whatever the letters of the columns."""
    return sorted((o["code"], o["sheet_key"], str(o["row"]), o["column_key"]) for o in found)


def errors(found: Iterable[dict[str, Any]]) -> bool:
    return any(one["severity"] == "error" for one in found)


@pytest.mark.parametrize("number", range(200))
@pytest.mark.req("R-183", "R-184", "R-186")
def test_a_dirty_workbook_ends_in_findings(
    number: int, tmp_path: Path, layout: Layout, capfd: pytest.CaptureFixture[str]
) -> None:
    made = dirty(number, layout)
    ended, found = checked(pack(tmp_path / "so.xlsx", made.members), capfd)
    assert ended == int(errors(found))
    assert [one for one in made.expected if not met(one, found)] == []
    if made.harmless:
        _, before = checked(pack(tmp_path / "so-sach.xlsx", clean(layout)), capfd)
        assert places(found) == places(before)


def test_the_dirty_workbooks_are_spoiled_in_many_ways(layout: Layout) -> None:
    spoiled = [dirty(number, layout) for number in range(200)]
    codes = {code for made in spoiled for one in made.expected for code in one.codes}
    assert sum(bool(made.expected) for made in spoiled) > 120
    assert sum(made.harmless for made in spoiled) == 40
    assert len(codes) > 30
