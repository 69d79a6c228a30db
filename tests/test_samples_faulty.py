"""The faulty sample: what was planted is found, in the very cell, and nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import pytest

from dvk_office.core.checks.run import MODULES
from dvk_office.jobs.build_source import Rows, read_edits, read_source
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.demo import sample_path
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.rules.layout import Layout
from tests.test_samples import OWN_DAY, SAMPLES

EDITS = read_edits(SAMPLES / "so-mau-co-loi.toml")
Found = Counter[str]


def _open(name: str) -> Opened:
    return open_book(next(SAMPLES.glob(f"{name}-[0-9]*.xlsx")))


@pytest.fixture(scope="module")
def clean() -> Opened:
    return open_book(sample_path())


@pytest.fixture(scope="module")
def faulty() -> Opened:
    return _open("so-mau-co-loi")


def _found(opened: Opened) -> Found:
    return Counter(f"{one.code} {one.place}" for one in all_findings(opened, OWN_DAY))


def _told(edit: Mapping[str, Any], own: str) -> Iterator[str]:
    """Every finding of an edit as “code cell”; a code alone is found in the edited cell."""
    for one in edit["finds"]:
        yield one if " " in one else f"{one} {own}"


def _own_cell(edit: Mapping[str, Any], content: Mapping[str, Rows], layout: Layout) -> str:
    sheet = layout.by_key[edit["sheet"]]
    if "column" not in edit or "header" in edit:
        return ""
    row = edit.get("row")
    if row is None:
        codes = [one.get(sheet.columns[0].key) for one in content[sheet.key]]
        row = layout.first_row + codes.index(edit["code"])
    return f"{sheet.tab}!{sheet.letters[edit['column']]}{row}"


def test_what_was_planted_is_found_and_nothing_else(
    clean: Opened, faulty: Opened, layout: Layout
) -> None:
    content = read_source(SAMPLES / "so-mau", layout)
    told = Counter(one for edit in EDITS for one in _told(edit, _own_cell(edit, content, layout)))
    before, after = _found(clean), _found(faulty)
    assert sorted((after - before).elements()) == sorted(told.elements())


def test_what_a_mistake_hides_is_told(clean: Opened, faulty: Opened) -> None:
    hidden = Counter(one for edit in EDITS for one in edit.get("hides", ()))
    assert _found(clean) - _found(faulty) == hidden


def test_every_mistake_is_found_by_something() -> None:
    assert [edit["mistake"] for edit in EDITS if not edit["finds"]] == []


def test_there_are_at_least_60_different_mistakes(clean: Opened, faulty: Opened) -> None:
    codes = {one.split()[0] for one in _found(faulty) - _found(clean)}
    kinds = {edit["mistake"] for edit in EDITS}
    assert len(codes) >= 60
    assert len(kinds) >= 60


def test_every_sheet_for_typing_has_mistakes(layout: Layout) -> None:
    typed = {one.key for one in layout.sheets if one.role == "entry"}
    assert {edit["sheet"] for edit in EDITS} == typed


@pytest.mark.parametrize("module", MODULES)
def test_every_module_of_checks_finds_a_mistake(clean: Opened, faulty: Opened, module: str) -> None:
    checks = import_module(f"dvk_office.core.checks.{module}").CHECKS
    found = [
        {
            (one.code, str(one.place))
            for check in checks
            for one in check(opened.book, opened.rules, opened.layout, OWN_DAY)
        }
        for opened in (clean, faulty)
    ]
    assert found[1] - found[0]


def test_the_reader_finds_mistakes_of_every_sort(clean: Opened, faulty: Opened) -> None:
    codes = {one.code for one in faulty.findings} - {one.code for one in clean.findings}
    impossible_day, no_unicode, in_error, without_result, slip_in_header = (
        "O-013", "O-028", "O-025", "O-026", "O-041",
    )  # fmt: skip
    assert {impossible_day, no_unicode, in_error, without_result, slip_in_header} <= codes
    assert len(codes) >= 20
