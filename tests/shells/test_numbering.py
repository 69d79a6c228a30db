"""«Ghi số, ngày» from a button: asked step by step, a copy kept first, written where the paper stands."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from shutil import copy

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs.backups import backups
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.report import Report
from dvk_office.jobs.waiting import waiting
from dvk_office.rules.layout import Layout
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.numbering import give_number
from dvk_office.shells.on_file import FileBook

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "so-mau-2026.xlsx"
PLAN = "Kế hoạch kiểm tra việc thực hiện mô hình “Dân vận khéo”"
MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the office's own clock


class Person:
    """Answers the questions of a click: the label that it picks, then what it types."""

    def __init__(self, pick: str, *typed: str | None) -> None:
        self.pick, self.typed = pick, list(typed)
        self.said: list[str] = []
        self.usual: list[str] = []

    def picks(self, _question: str, choices: Sequence[str]) -> int | None:
        return list(choices).index(self.pick) if self.pick else None

    def types(self, _question: str, usual: str) -> str | None:
        self.usual.append(usual)
        return self.typed.pop(0)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(copy(SAMPLE, tmp_path / "sổ.xlsx"))


@pytest.fixture
def click(book: Path, layout: Layout, today: date):
    def done(person: Person) -> Report | None:
        port = FileBook(book, layout, person.said.append, person.picks, person.types)
        opened = open_book(book)
        return give_number(port, opened, RowNames(opened), today, MOMENT)

    return done


def files(book: Path) -> set[str]:
    return {path.name for path in book.parent.iterdir()}


@pytest.mark.req("R-187")
def test_a_number_goes_into_a_new_workbook_and_a_copy_is_kept(click, book: Path) -> None:
    before = book.read_bytes()
    person = Person(PLAN, "158", "12/11/2026")
    click(person)
    (new,) = book.parent.glob("sổ-*.xlsm")
    numbers = {one.text("number"): one.day("date") for one in open_book(new).book["register"]}
    assert numbers["158-KH/ĐU"] == date(2026, 11, 12)
    assert book.read_bytes() == before
    (kept,) = backups(book)
    assert kept.read_bytes() == before
    (said,) = person.said
    assert new.name in said
    assert kept.name in said


def test_the_usual_day_is_that_of_the_click(click) -> None:
    person = Person(PLAN, "158", None)
    click(person)
    assert person.usual == ["", "23/11/2026"]


@pytest.mark.parametrize(
    "person", [Person(""), Person(PLAN, None), Person(PLAN, "158", None)], ids=["1", "2", "3"]
)
def test_turning_away_at_any_question_writes_nothing(click, book: Path, person: Person) -> None:
    assert click(person) is None
    assert files(book) == {"sổ.xlsx"}


def test_a_number_that_cannot_be_is_a_finding_and_nothing_is_written(click, book: Path) -> None:
    report = click(Person(PLAN, "158", "12/11/2025"))
    assert [one.code for one in report.findings] == ["GS-006"]
    assert files(book) == {"sổ.xlsx"}


def test_a_day_that_is_none_stops_the_click(click, book: Path) -> None:
    with pytest.raises(DvkError) as stopped:
        click(Person(PLAN, "158", "hôm nay"))
    assert stopped.value.finding.code == "GS-008"
    assert files(book) == {"sổ.xlsx"}


def test_one_of_several_is_told_apart_by_its_row(today: date) -> None:
    found, _ = waiting(open_book(SAMPLE), today)
    codes = [one.code for one in found if one.kind == "hearing_invitation"]
    assert len(set(codes)) == len(codes) > 1
    assert [one.code for one in found if one.kind == "inspection_plan"] == [""]


def test_where_nothing_waits_it_says_so(monkeypatch, today: date) -> None:
    monkeypatch.setattr("dvk_office.jobs.waiting.paper_kinds", dict)
    found, findings = waiting(open_book(SAMPLE), today)
    assert found == ()
    assert [(one.code, one.place.sheet_key) for one in findings] == [("GS-009", "register")]
