"""The sheets for typing as the workbook is handed out: they guide the entry, look official, and print on A4."""

import re
from functools import cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_formats import TAB_COLOURS
from dvk_office.workbook.build_pages import kept_columns, page_breaks
from dvk_office.workbook.build_validation import FIELDS, TOPICS
from tests.macros.built import MASTER

RED, ORANGE, INK, GREY = "FFC00000", "FFC55A11", "FF1F3864", "FF595959"
A4 = 9  # ECMA-376 part 1, 18.3.1.63 (pageSetup): paper size 9
LETTER_OF_WIDTH = 1.1  # letters that a digit's width holds
TEXT_KINDS = frozenset({"code", "codes", "document_number", "phone"})


@cache
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(MASTER)


def entries(layout: Layout) -> list[tuple[SheetLayout, Worksheet]]:
    return [(plan, book()[plan.tab]) for plan in layout.sheets if plan.role == "entry"]


def columns(layout: Layout) -> list[tuple[SheetLayout, Worksheet, Column, str]]:
    """Every column of every sheet for typing, but the settings: their rows differ in kind."""
    return [
        (plan, sheet, column, plan.letters[column.key])
        for plan, sheet in entries(layout)
        if plan.key != "settings"
        for column in plan.columns
    ]


def test_every_sheet_for_typing_is_a_table_with_its_headers(layout: Layout) -> None:
    for plan, sheet in entries(layout):
        (table,) = sheet.tables.values()
        assert table.name == f"dvk_{plan.key}"
        assert [one.name for one in table.tableColumns] == [one.header for one in plan.columns]
        first, last = table.ref.split(":")
        assert first == f"A{layout.header_row}"
        assert re.sub(r"\d", "", last) == plan.letters[plan.columns[-1].key]


def test_headers_and_the_left_columns_stay_in_sight(layout: Layout) -> None:
    for plan, sheet in entries(layout):
        letter = plan.letters[plan.columns[kept_columns(plan)].key]
        assert sheet.freeze_panes == f"{letter}{layout.first_row}", plan.tab


def test_no_header_is_cut_by_its_column(layout: Layout) -> None:
    for plan, sheet, column, letter in columns(layout):
        if not column.hidden:
            width = sheet.column_dimensions[_group_of(sheet, letter)].width
            longest = max(map(len, re.split(r"[ /-]", column.header)))
            assert longest <= width * LETTER_OF_WIDTH, (plan.tab, column.header)


def _group_of(sheet: Worksheet, letter: str) -> str:
    """The first column of those that stand in the file together with this one."""
    number = openpyxl.utils.column_index_from_string(letter)
    groups = sheet.column_dimensions.items()
    return next(name for name, one in groups if (one.min or 0) <= number <= (one.max or 0))


@pytest.mark.req("R-186")
def test_every_column_of_days_shows_dd_mm_yyyy(layout: Layout) -> None:
    found = {
        sheet[f"{letter}{layout.first_row + row}"].number_format
        for _, sheet, column, letter in columns(layout)
        if column.kind == "date"
        for row in (0, 1)
    }
    assert found == {"dd/mm/yyyy"}


def test_codes_numbers_of_papers_and_telephones_are_text_in_rows_still_empty(
    layout: Layout,
) -> None:
    found = {
        (sheet[f"{letter}{layout.first_row}"].number_format, below(sheet, letter).number_format)
        for _, sheet, column, letter in columns(layout)
        if column.kind in TEXT_KINDS
    }
    assert found == {("@", "@")}


def below(sheet: Worksheet, letter: str) -> openpyxl.worksheet.dimensions.ColumnDimension:
    """The look of a column where no cell was written yet."""
    return sheet.column_dimensions[_group_of(sheet, letter)]


def test_required_columns_are_red_those_required_sometimes_orange_computed_ones_grey(
    layout: Layout,
) -> None:
    for plan, sheet, column, letter in columns(layout):
        wanted = RED if column.required else ORANGE if column.required_when else INK
        wanted = GREY if column.kind == "computed" else wanted
        header = sheet[f"{letter}{layout.header_row}"]
        assert header.font.color.rgb == wanted, (plan.tab, column.header)


def test_the_columns_of_a_band_fold_away_under_its_first(layout: Layout) -> None:
    for plan, sheet in entries(layout):
        bands = {column.band for column in plan.columns}
        assert sheet.sheet_properties.outlinePr.summaryRight is False
        before = None
        for index, column in enumerate(plan.columns):
            first, before = column.band != before, column.band
            if column.hidden or plan.key == "settings":
                continue
            folds = len(bands) > 1 and not first and index >= kept_columns(plan)
            level = sheet.column_dimensions[_group_of(sheet, plan.letters[column.key])].outlineLevel
            assert bool(level) == folds, (plan.tab, column.header)


def test_the_wide_sheets_have_bands(layout: Layout) -> None:
    banded = {plan.key for plan, _ in entries(layout) if any(one.band for one in plan.columns)}
    assert {"models", "scores", "hearings", "exemplars"} <= banded


def test_a_grey_name_stands_beside_each_code(layout: Layout) -> None:
    missing = []
    for plan, sheet, column, _ in columns(layout):
        name = f"{column.key}_name"
        if column.refers and name not in plan.by_key:
            missing.append((plan.key, column.key))
        elif column.refers:
            cell = sheet[f"{plan.letters[name]}{layout.first_row}"]
            assert (cell.fill.fgColor.rgb, cell.font.color.rgb) == ("FFF2F2F2", GREY)
            assert str(cell.value).startswith("=")
    assert missing == []


def test_tabs_have_the_colour_of_their_stage(layout: Layout) -> None:
    for plan, sheet in entries(layout):
        assert sheet.sheet_properties.tabColor.rgb == "FF" + TAB_COLOURS[plan.stage].lstrip("#")


def test_every_visible_sheet_prints_on_a4_with_page_numbers(layout: Layout) -> None:
    for plan in layout.sheets:
        if plan.role != "hidden":
            sheet = book()[plan.tab]
            assert sheet.page_setup.paperSize == A4, plan.tab
            assert sheet.oddFooter.right.text.endswith("&P/&N"), plan.tab


def test_entry_sheets_print_their_headers_on_every_page(layout: Layout) -> None:
    for plan, sheet in entries(layout):
        banded = any(column.band for column in plan.columns)
        first = layout.header_row - int(banded)
        assert sheet.print_title_rows == f"${first}:${layout.header_row}", plan.tab
        assert sheet.page_setup.orientation == "landscape"


def test_a_wide_sheet_prints_band_by_band_the_others_on_one_width(layout: Layout) -> None:
    for plan, sheet in entries(layout):
        fits = sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert fits or sheet.print_title_cols, plan.tab
        breaks = [one.id for one in sheet.col_breaks.brk]
        assert breaks == ([] if fits else page_breaks(plan))
        bands = [plan.columns[at - 1].band != plan.columns[at].band for at in breaks]
        assert all(bands), plan.tab


@pytest.mark.req("R-038")
def test_the_topics_offered_are_those_of_the_field_of_the_same_row(
    layout: Layout, rules: Rules
) -> None:
    plan = layout.by_key["models"]
    letter, field = plan.letters["topics"], plan.letters["field"]
    first = layout.first_row
    (rule,) = [
        one
        for one in book()[plan.tab].data_validations.dataValidation
        if str(one.sqref).startswith(f"{letter}{first}:")
    ]
    start, length = f"MATCH(${field}{first},{FIELDS},0)-1", f"COUNTIF({FIELDS},${field}{first})"
    assert rule.formula1 == f"OFFSET({TOPICS},{start},0,{length},1)"
    assert not rule.showErrorMessage  # several topics, or free words, may be typed
    fields, topics = named(FIELDS), named(TOPICS)
    for one in rules.fields:
        at, number = fields.index(one.label), fields.count(one.label)
        assert topics[at : at + number] == [topic.key for topic in one.topics]


def named(name: str) -> list[str]:
    """What stands in the cells of a defined name."""
    ((tab, area),) = book().defined_names[name].destinations
    found = book()[tab][area]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


@pytest.mark.req("R-037")
def test_drop_downs_offer_what_the_rules_list(layout: Layout) -> None:
    for name, choices in layout.choices.items():
        assert named(f"dvk_list_{name}") == [one.label for one in choices]


def test_every_hint_of_the_layout_is_shown_at_its_cells(layout: Layout) -> None:
    for plan, sheet, column, letter in columns(layout):
        hint = column.hint or ("d/m" if column.kind == "date" else "")
        if hint and column.kind != "computed":
            start = f"{letter}{layout.first_row}:"
            found = [
                one.prompt
                for one in sheet.data_validations.dataValidation
                if str(one.sqref).startswith(start) and one.showInputMessage
            ]
            assert found, (plan.tab, column.header)
            assert not column.hint or column.hint in found


def test_no_sheet_for_typing_is_protected_and_every_sheet_of_ours_is_without_a_password(
    layout: Layout,
) -> None:
    for plan in layout.sheets:
        protection = book()[plan.tab].protection
        assert bool(protection.sheet) == (plan.role == "output"), plan.tab
        assert (protection.password, protection.hashValue) == (None, None)
