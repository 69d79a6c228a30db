"""What the window offers to make: every kind of paper once, each with the codes that choose among its papers."""

from pathlib import Path

import pytest

from dvk_office.jobs.documents import documents
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.report import silent
from dvk_office.rules.documents import paper_kinds
from dvk_office.shells.panel.papers import Offer, offer

CLEAN = Path(__file__).resolve().parents[2] / "samples" / "so-mau-2026.xlsx"


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_book(CLEAN)


@pytest.fixture(scope="module")
def offered(opened: Opened) -> Offer:
    return offer(opened)


def test_every_kind_is_offered_once_under_the_sheet_that_it_is_about(
    offered: Offer, opened: Opened
) -> None:
    found = {one.key: tab for tab, kinds in offered.kinds for one in kinds}
    tabs = {key: opened.layout.by_key[kind.sheet].tab for key, kind in paper_kinds().items()}
    assert found == tabs
    assert sum(len(kinds) for _, kinds in offered.kinds) == len(tabs)


def test_a_kind_that_is_made_once_a_year_offers_no_codes(offered: Offer) -> None:
    yearly = [key for key, kind in paper_kinds().items() if kind.per == "year"]
    assert {offered.codes[key] for key in yearly} == {()}


@pytest.mark.parametrize("key", paper_kinds())
def test_the_job_knows_the_codes_that_are_offered(
    offered: Offer, opened: Opened, tmp_path: Path, today, key: str
) -> None:
    codes = [code for code, _ in offered.codes[key]]
    report = documents(opened, [key], codes, tmp_path, today, silent)
    assert "VB-002" not in [one.code for one in report.findings]


@pytest.mark.parametrize(
    ("per", "sheet"),
    [
        ("model", "models"),
        ("organisation", "organisations"),
        ("meeting", "meetings"),
        ("nominee", "registrants"),
    ],
)
def test_what_is_made_for_each_of_several_offers_their_codes(
    offered: Offer, opened: Opened, per: str, sheet: str
) -> None:
    known = set(opened.book.by_code(sheet))
    for kind in paper_kinds().values():
        if kind.per == per:
            assert known >= {code for code, _ in offered.codes[kind.key]} > set(), kind.key


def test_a_code_is_offered_once_with_its_row_in_words(offered: Offer) -> None:
    codes = offered.codes["score_sheet"]
    assert len(dict(codes)) == len(codes)
    assert all(label.startswith(f"{code} · ") for code, label in codes)
