"""A row whose cell decides of which kind its paper is: where that cell is blank, no kind leaves the row out unsaid."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from dvk_office.core.records import Book, Record, Sheet
from dvk_office.jobs.documents import documents
from dvk_office.jobs.paper_sources import source_of
from dvk_office.jobs.report import silent
from dvk_office.rules.documents import paper_kinds
from tests.sample_papers import TODAY, sample

CERTIFICATES = ("certificate_collective", "certificate_individual")
REWARDS = ("reward_certificate_collective", "reward_certificate_individual")
REPORTS = tuple(f"achievement_report_{one}" for one in ("collective", "individual", "leader"))
DECIDING = [
    *((key, "models", "registrant") for key in CERTIFICATES),
    *((key, "registrants", "kind") for key in CERTIFICATES),
    *((key, sheet, column) for key in (*REWARDS, *REPORTS)
      for sheet, column in (("exemplars", "registrant"), ("registrants", "kind"))),
    ("inspection_minutes", "inspections", "model"),
    ("inspection_minutes_state", "inspections", "model"),
    ("recognition_minutes", "meetings", "date"),
    ("review_report", "models", "registrant"),
    ("review_report", "registrants", "managing_organisation"),
    *((key, "models", "origin") for key in (
        "review_report", "review_summary", "launch_programme", "launch_minutes"
    )),
]  # fmt: skip


def blanked(record: Record, key: str) -> Record:
    values = list(record.values)
    values[record.heading.index[key]] = None
    return replace(record, values=tuple(values))


def without(book: Book, sheet: Sheet, row: int, key: str) -> Book:
    """The book with one cell of `sheet` blank."""
    records = tuple(blanked(one, key) if one.row == row else one for one in sheet.records)
    changed = {sheet.heading.sheet_key: sheet._replace(records=records)}
    return replace(book, sheets=MappingProxyType({**book.sheets, **changed}))


@pytest.mark.req("R-189")
@pytest.mark.parametrize(("kind", "sheet", "key"), DECIDING)
def test_a_row_that_may_be_of_this_kind_is_told_with_its_blank_cell(
    tmp_path: Path, kind: str, sheet: str, key: str
) -> None:
    opened = sample()
    first, *others = source_of(kind)(opened, paper_kinds()[kind], (), TODAY)
    row = first.quoted.rows[sheet][0].row
    book = without(opened.book, opened.book.sheets[sheet], row, key)
    report = documents(opened._replace(book=book), (kind,), (), tmp_path, TODAY, silent)
    named = [(one.place.sheet_key, one.place.row, one.place.column_key) for one in report.findings]
    assert set(named) == {(sheet, row, key)}
    assert len(report.made) == len(others)
