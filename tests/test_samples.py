"""The clean sample: nothing is found in it but what its story needs, on its day or later; its files are those of its text."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from dvk_office.jobs.build import build_samples
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.demo import sample_path
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TOLD = tomllib.loads((SAMPLES / "so-mau-canh-bao.toml").read_text(encoding="utf-8"))["finds"]
OWN_DAY = date(2026, 11, 23)
LATER = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 11), date(2026, 12, 12)]
LATER += [date(2026, 12, 18), date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 1)]


@pytest.fixture(scope="module")
def sample() -> Opened:
    return open_book(sample_path())


@pytest.mark.parametrize("day", [OWN_DAY, *LATER], ids=str)
def test_nothing_is_found_but_what_the_story_needs(sample: Opened, day: date) -> None:
    found = [(one.code, str(one.place)) for one in all_findings(sample, day)]
    told = [
        (one["code"], one["cell"])
        for one in TOLD
        if one.get("since", day) <= day <= one.get("until", day)
    ]
    assert sorted(found) == sorted(told)


def test_no_later_day_has_an_error(sample: Opened) -> None:
    days = [OWN_DAY + timedelta(days=number) for number in (*range(0, 60, 7), 90, 180, 365, 730)]
    errors = [
        str(one) for day in days for one in all_findings(sample, day) if one.severity == "error"
    ]
    assert errors == []


def test_each_finding_says_why_the_story_needs_it() -> None:
    assert [one for one in TOLD if not one["why"]] == []


def test_its_people_are_invented_and_it_says_so(sample: Opened) -> None:
    with ZipFile(sample.path) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode("utf-8")
        pages = [
            archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]
    assert word("book_sample") in texts
    assert sum(word("book_sample") in page for page in pages) >= 16
    mails = [
        one.text("email")
        for key in ("organisations", "registrants", "team")
        for one in sample.book[key]
    ]
    assert all(mail.endswith(".example") for mail in filter(None, mails))


@pytest.mark.parametrize("number", [0, 1], ids=["clean", "faulty"])
def test_the_built_files_are_those_of_the_text(rules: Rules, tmp_path: Path, number: int) -> None:
    built = build_samples(rules, SAMPLES, tmp_path)[number].path
    with ZipFile(built) as new, ZipFile(SAMPLES / built.name) as old:
        assert new.namelist() == old.namelist()
        changed = [name for name in new.namelist() if new.read(name) != old.read(name)]
    assert changed == [], "run dvk build"
