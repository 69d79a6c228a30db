"""The sheets that only the program writes: «Tổng quan» on the samples, «Phiếu mô hình», «Cách dùng», the results."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from dvk_office.core.targets import targets
from dvk_office.rules.actions import workbook_groups
from dvk_office.rules.layout import Layout, letter
from dvk_office.rules.messages import word
from dvk_office.rules.model_sheet import load_sections
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_dashboard import TARGETS, TASKS
from dvk_office.workbook.build_dashboard_grid import COLUMNS, FIRST, LAST
from dvk_office.workbook.build_figures_tasks import SHOWN
from dvk_office.workbook.reader import read_book
from tests.conftest import YEAR

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CLEAN, FAULTY = SAMPLES / f"so-mau-{YEAR}.xlsx", SAMPLES / f"so-mau-co-loi-{YEAR}.xlsx"
GREEN, RED = "FFE2EFDA", "FFFCE4D6"
both = pytest.mark.parametrize("path", [CLEAN, FAULTY], ids=["clean", "faulty"])


@cache
def book(path: Path, *, values: bool = True) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path, data_only=values)


def lines(path: Path, layout: Layout, first: int) -> Iterator[list[Any]]:
    """The rows of the dashboard from `first` on, as far as anything stands in them; what stands, left to right."""
    sheet = book(path)[layout.by_key["dashboard"].tab]
    for row in sheet.iter_rows(min_row=first, min_col=FIRST + 1, max_col=LAST + 1):
        found = [cell.value for cell in row if cell.value not in {None, ""}]
        if not found:
            return
        yield found


def below(path: Path, layout: Layout, heading: str) -> list[list[Any]]:
    """The lines under a heading of the dashboard and its row of headers."""
    sheet = book(path)[layout.by_key["dashboard"].tab]
    column = sheet[letter(FIRST)]
    row = next(one.row for one in column if one.value == word(heading))
    return list(lines(path, layout, row + 2))


def marks(path: Path, tab: str, cell: str) -> Mapping[str, str]:
    """The rules of colour that hold at a cell, by the fill that they give."""
    found = book(path, values=False)[tab].conditional_formatting
    rules = [rule for area in found if cell in area for rule in area.rules]
    return {rule.dxf.fill.bgColor.rgb: rule.formula[0] for rule in rules if rule.dxf.fill}


@both
@pytest.mark.req("R-013", "R-014", "R-016", "R-021")
def test_the_four_targets_stand_in_large_figures_with_colours(
    layout: Layout, rules: Rules, today: date, path: Path
) -> None:
    read, _ = read_book(path, layout)
    tab = layout.by_key["dashboard"].tab
    results = targets(read, rules, today)
    assert len(results) == 4
    for number, result in enumerate(results):
        column = letter(FIRST + number * COLUMNS // len(results))
        cell = book(path)[tab][f"{column}{TARGETS + 3}"]
        assert cell.value == f"{result.actual} / {result.required}"
        assert cell.font.size >= 24
        state = book(path)[tab][f"{column}{TARGETS + 5}"].value
        assert state.startswith(word("board_met")) == result.met
        assert set(marks(path, tab, cell.coordinate)) == {GREEN, RED}


@both
def test_the_deadlines_stand_in_the_order_of_their_days_with_the_days_left(
    layout: Layout, rules: Rules, today: date, path: Path
) -> None:
    found = below(path, layout, "board_deadlines")
    assert {line[0] for line in found} == {one.label for one in rules.deadlines}
    waiting = [line for line in found if line[-1] != word("board_done")]
    assert found[: len(waiting)] == waiting
    days = [(line[1].date() - today).days for line in waiting]
    assert days == sorted(days)
    left = [int(re.sub(r"\D", "", line[2])) for line in waiting]
    assert left == [abs(one) for one in days]


@both
def test_what_is_to_be_done_is_at_most_seven_lines_by_date_each_with_a_link_and_a_button(
    layout: Layout, path: Path
) -> None:
    found = below(path, layout, "board_tasks")
    assert 1 <= len(found) <= SHOWN == 7
    days = [line[0] for line in found]
    assert all(isinstance(day, datetime) for day in days)
    assert days == sorted(days)
    buttons = {
        word("board_button", button=one.word) for _, group in workbook_groups() for one in group
    }
    assert {line[3] for line in found} <= buttons
    sheet = book(path, values=False)[layout.by_key["dashboard"].tab]
    links = [sheet[f"{letter(LAST - 3)}{TASKS + 3 + row}"].value for row in range(len(found))]
    assert all('HYPERLINK("#"&' in link for link in links)


@both
def test_the_links_of_the_works_lead_to_tabs_that_are_there(layout: Layout, path: Path) -> None:
    figures = book(path)[layout.by_key["figures"].tab]
    places = [cell.value for row in figures.iter_rows() for cell in row if _is_place(cell.value)]
    assert places
    assert {one.partition("!")[0].strip("'") for one in places} <= set(book(path).sheetnames)


def _is_place(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"'.+'!A\d+", value) is not None


@pytest.mark.req("R-051", "R-079")
def test_models_by_field_and_by_step_are_charts_of_excel_itself(
    layout: Layout, rules: Rules
) -> None:
    with ZipFile(CLEAN) as archive:
        names = [one for one in archive.namelist() if one.startswith("xl/charts/chart")]
        charts = [archive.read(name).decode() for name in names]
    assert len(charts) == 2
    figures = book(CLEAN)[layout.by_key["figures"].tab]
    shown = []
    for chart in charts:
        assert "<c:barChart>" in chart
        label, number = (area.rpartition("!")[2] for area in re.findall(r"<c:f>(.*?)</c:f>", chart))
        labels = [row[0].value for row in figures[label.replace("$", "")]]
        numbers = [row[0].value for row in figures[number.replace("$", "")]]
        shown.append((labels, numbers))
    fields, steps = shown
    assert fields[0] == [one.label for one in rules.fields]
    read, _ = read_book(CLEAN, layout)
    assert sum(steps[1]) == len(read["models"])


@pytest.mark.req("R-036")
def test_what_keeps_models_from_counting_and_bodies_without_a_model_are_named(
    layout: Layout, rules: Rules, today: date
) -> None:
    sheet = book(FAULTY)[layout.by_key["dashboard"].tab]
    said = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    read, _ = read_book(FAULTY, layout)
    result = next(one for one in targets(read, rules, today) if one.count.uncovered)
    assert result.count.uncovered[0].text("name") in said
    assert word("tally_dropped") in said
    clean = book(CLEAN)[layout.by_key["dashboard"].tab]
    assert word("board_none") in [cell.value for row in clean.iter_rows() for cell in row]


def test_the_sheet_of_one_model_is_one_page_upright_and_only_its_code_can_be_typed(
    layout: Layout,
) -> None:
    sheet = book(CLEAN)[layout.by_key["model_sheet"].tab]
    setup = sheet.page_setup
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (setup.orientation, setup.fitToWidth or 1, setup.fitToHeight or 1) == ("portrait", 1, 1)
    unlocked = [
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    ]
    assert unlocked == ["C2"]
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("C2", "dvk_codes_models")


def test_the_sheet_of_one_model_shows_its_sections_with_the_values_of_its_rows(
    layout: Layout,
) -> None:
    sheet = book(CLEAN)[layout.by_key["model_sheet"].tab]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    read, _ = read_book(CLEAN, layout)
    model = read["models"][0]
    assert {one.title for one in load_sections()} <= set(said)
    assert {model.text("code"), model.text("name"), model.text("goal")} <= set(said)
    for section in load_sections():
        for line in section.lines:
            for sheet_key, key in line.cells:
                assert layout.by_key[sheet_key].by_key[key].header in said


def test_the_manual_tells_every_button_every_deadline_and_every_tab(
    layout: Layout, rules: Rules
) -> None:
    sheet = book(CLEAN)[layout.by_key["guide"].tab]
    said = {cell.value for row in sheet.iter_rows() for cell in row if cell.value}
    for _, group in workbook_groups():
        assert {text for one in group for text in (one.word, one.help)} <= said
    assert {one.label for one in rules.deadlines} <= said
    dated = [one.before for one in rules.deadlines if one.before]
    days = {one.date() for one in said if isinstance(one, datetime)}
    assert len(days) >= len(dated)
    assert {plan.tab for plan in layout.sheets if plan.role != "hidden"} <= said


@pytest.mark.parametrize("key", ["findings", "targets", "deadlines"])
def test_results_have_their_section_and_a_link_to_the_row(layout: Layout, key: str) -> None:
    plan = layout.by_key[key]
    assert {"section", "link"} <= set(plan.by_key)
    headers = [cell.value for cell in book(CLEAN)[plan.tab][layout.header_row]]
    assert headers[: len(plan.columns)] == [one.header for one in plan.columns]


@pytest.mark.parametrize("key", ["findings", "targets", "deadlines"])
def test_a_line_above_the_results_looks_whether_entries_were_changed(
    layout: Layout, key: str
) -> None:
    formula = book(CLEAN, values=False)[layout.by_key[key].tab]["C1"].value
    assert "dvk_digest" in formula
    assert word("results_changed") in formula


def test_cells_are_marked_by_the_identity_of_their_row_and_the_header_of_their_column(
    layout: Layout,
) -> None:
    for plan in layout.sheets:
        if plan.role != "entry":
            continue
        found = book(CLEAN, values=False)[plan.tab].conditional_formatting
        formulas = [rule.formula[0] for area in found for rule in area.rules]
        assert len(formulas) == 4
        for formula in formulas:
            for key in plan.identity:
                assert f"${plan.letters[key]}{layout.first_row}" in formula
            assert f"&A${layout.header_row}" in formula
