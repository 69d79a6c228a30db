"""The dashboard counts by itself: LibreOffice calculates workbooks anew and finds what the program counts.

The samples, books at random, and books that are the clean sample with rows left out and choices made otherwise. In
every formula that is ours the file says beforehand what a calculation gives; where a book is typed so that formulas
and program may differ, the dashboard says so.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import digits
from typing import Any

import pytest

from dvk_office.core.findings import ERROR
from dvk_office.core.targets import TargetResult, targets
from dvk_office.jobs.build_source import edited, read_source, retitled, settings_rows
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.opening import open_book
from dvk_office.rules.layout import Layout, letter
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.build_dashboard import DOUBTS, TARGETS
from dvk_office.workbook.build_dashboard_grid import COLUMNS, FIRST
from dvk_office.workbook.build_model_sheet import CODE
from dvk_office.workbook.build_model_sheet import COLUMNS as CARD
from dvk_office.workbook.reader import read_book
from tests.conftest import YEAR
from tests.random_books import random_content
from tests.recalculated import Cells, differences, recalculated

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TIDY, MESSY, VARIED = range(2), range(100, 102), range(200, 203)
CHOSEN = "MH15"  # a model with rows in every sheet
SAMPLE_DAY = {"key": "sample_day", "value": date(YEAR, 2, 2)}
NOT_OURS = ("log",)  # counts what was typed; the program sets it at each click


@dataclass(frozen=True)
class Calculated:
    """A workbook that was calculated anew: what every formula gives, and which of ours say something else."""

    path: Path
    cells: Cells
    wrong: Sequence[str]


def _contents(
    layout: Layout,
) -> Iterator[tuple[str, Layout, Mapping[str, Sequence[Mapping[str, Any]]]]]:
    clean, edits = read_source(SAMPLES / "so-mau", layout), SAMPLES / "so-mau-co-loi.toml"
    yield "clean", layout, clean
    yield "faulty", retitled(layout, edits), edited(clean, edits, layout)
    yield "empty", layout, {"settings": settings_rows(layout, [SAMPLE_DAY])}
    for seed in TIDY:
        yield f"tidy {seed}", layout, random_content(seed)
    for seed in MESSY:
        yield f"messy {seed}", layout, random_content(seed, messy=True)
    for seed in VARIED:
        yield f"varied {seed}", layout, _varied(clean, seed)


def _varied(
    clean: Mapping[str, list[dict[str, Any]]], seed: int
) -> dict[str, list[dict[str, Any]]]:
    """The clean sample without some of its models and all that hangs on them, with other tags and choices."""
    chance = random.Random(seed)  # noqa: S311 - the same book each time
    kept = {row["replicated_from"] for row in clean["models"] if row["replicated_from"]}
    gone = {row["code"] for row in clean["models"] if chance.random() < 0.5} - kept
    rows = {
        key: [dict(row) for row in found if row.get("model", row.get("code")) not in gone]
        for key, found in clean.items()
    }
    for model in rows["models"]:
        for key in ("commune_task", "professional_task"):
            model[key] = chance.choice(("Có", "Có", "x", "Không", None))
    for row in rows["settings"]:
        if row["key"] in ("both_tags", "launch_replicated", "strict_before"):
            row["value"] = chance.choice(("Có", "Không"))
        if row["key"] == "exemplar_level":
            row["value"] = chance.choice(("Cấp xã bình chọn", "Cấp thành phố công nhận"))
    return rows


@pytest.fixture(scope="module")
def books(
    layout: Layout, rules: Rules, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Calculated]:
    folder = tmp_path_factory.mktemp("sổ tự đếm")
    paths = {}
    for name, headed, content in _contents(layout):
        paths[name] = folder / f"{name}.xlsx"
        build_workbook(headed, rules, content, paths[name])
    chosen = (paths["clean"], layout.by_key["model_sheet"].tab, CODE.replace("$", ""), CHOSEN)
    found = recalculated(list(paths.values()), folder / "profile", [chosen])
    calculated = {
        name: Calculated(path, cells, list(differences(path, cells, _ours(layout))))
        for (name, path), cells in zip(paths.items(), found, strict=False)
    }
    return {**calculated, "chosen": Calculated(paths["clean"], found[-1], ())}


def _ours(layout: Layout) -> Mapping[str, frozenset[str]]:
    """The columns of each tab whose formulas are ours; none named where all are."""
    return {
        sheet.tab: frozenset(
            sheet.letters[one.key] for one in sheet.columns if one.kind == "computed"
        )
        if sheet.role == "entry"
        else frozenset()
        for sheet in layout.sheets
        if sheet.key not in NOT_OURS
    }


def doubts(book: Calculated, layout: Layout) -> str:
    """What the dashboard says beside its figures, after the calculation."""
    return book.cells[layout.by_key["dashboard"].tab][f"{letter(FIRST)}{DOUBTS + 1}"]


def cards(book: Calculated, layout: Layout, rules: Rules) -> list[str]:
    """The large figures of the targets, after the calculation."""
    width = COLUMNS // len(rules.targets)
    cells = book.cells[layout.by_key["dashboard"].tab]
    return [
        cells[f"{letter(FIRST + number * width)}{TARGETS + 3}"]
        for number in range(len(rules.targets))
    ]


def counted(book: Calculated, layout: Layout, rules: Rules) -> tuple[TargetResult, ...]:
    """The targets as the program counts them in the file that it reads."""
    read, _ = read_book(book.path, layout)
    return targets(read, rules, read.settings.day("sample_day"))


@pytest.mark.req("R-182")
@pytest.mark.parametrize("name", ["clean", "faulty", "empty", *(f"tidy {seed}" for seed in TIDY)])
def test_every_formula_gives_what_the_file_says_before_it_is_calculated(
    books: Mapping[str, Calculated], name: str
) -> None:
    assert books[name].wrong == []


@pytest.mark.req("R-013", "R-014", "R-016", "R-021", "R-036")
@pytest.mark.parametrize("name", ["clean", "faulty", "empty", *(f"tidy {seed}" for seed in TIDY)])
def test_the_dashboard_finds_the_numbers_that_the_program_counts(
    books: Mapping[str, Calculated], layout: Layout, rules: Rules, name: str
) -> None:
    results = counted(books[name], layout, rules)
    assert cards(books[name], layout, rules) == [
        f"{one.actual} / {one.required}" for one in results
    ]


@pytest.mark.req("R-013", "R-014", "R-016", "R-021", "R-036")
@pytest.mark.parametrize("name", [f"varied {seed}" for seed in VARIED])
def test_a_book_without_errors_is_counted_alike_and_nothing_is_doubted(
    books: Mapping[str, Calculated], layout: Layout, rules: Rules, name: str
) -> None:
    opened = open_book(books[name].path)
    today = opened.book.settings.day("sample_day")
    assert [one for one in all_findings(opened, today) if one.severity == ERROR] == []
    assert books[name].wrong == []
    assert doubts(books[name], layout) == word("board_sure")
    results = counted(books[name], layout, rules)
    assert cards(books[name], layout, rules) == [
        f"{one.actual} / {one.required}" for one in results
    ]


@pytest.mark.parametrize("name", [f"messy {seed}" for seed in MESSY])
def test_where_formulas_may_count_otherwise_the_dashboard_says_so(
    books: Mapping[str, Calculated], layout: Layout, name: str
) -> None:
    assert books[name].wrong == [] or doubts(books[name], layout) != word("board_sure")


def test_the_faulty_sample_is_doubted_and_the_clean_one_is_not(
    books: Mapping[str, Calculated], layout: Layout
) -> None:
    assert doubts(books["clean"], layout) == word("board_sure")
    assert doubts(books["faulty"], layout).startswith(word("board_doubtful", doubts="").rstrip("."))


def test_another_code_shows_another_model_as_if_it_were_the_first(
    books: Mapping[str, Calculated], layout: Layout, rules: Rules, tmp_path: Path
) -> None:
    """«Phiếu mô hình» is built for the first model of a book; with that row first it must say the same."""
    content = read_source(SAMPLES / "so-mau", layout)
    content["models"].sort(key=lambda row: row["code"] != CHOSEN)
    build_workbook(layout, rules, content, tmp_path / "first.xlsx")
    tab = layout.by_key["model_sheet"].tab
    shown = {
        cell: value
        for cell, value in books["chosen"].cells[tab].items()
        if cell.rstrip(digits) < letter(CARD)
    }
    cells = {**books["chosen"].cells, tab: shown}
    assert list(differences(tmp_path / "first.xlsx", cells, {tab: frozenset()})) == []
    assert shown != {cell: books["clean"].cells[tab][cell] for cell in shown}
