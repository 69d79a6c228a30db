"""Carrying over, number by number: what a cell showed it shows in the new workbook, whatever column it stands in."""

import random
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from dvk_office.core.findings import DvkError
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.addresses import column_letter
from dvk_office.workbook.entries import carried_book
from dvk_office.workbook.kept_cells import kept_cells
from tests.workbook.breaking import Good
from tests.workbook.carried import MODELS, carried, worked_on
from tests.workbook.cells_in_file import FileCell, cells_in_file

ROWS = [{"code": "MH01", "name": "Đường hoa"}, {"code": "MH02", "name": "Nhà sạch"}]
NUMBERS = (
    0, 1, 5, 59, 60, 61, 26, 2026, 12.5, 0.25, 0.999, -1, -1.5, 1.5, 1250000, 46058, 46058.75, 912345678,
)  # fmt: skip
CODES = (
    "General", "General", "@", "0", "0.00", "0%", "#,##0", '#,##0 "đồng"', "dd/mm/yyyy", "mm-dd-yy", "d-mmm-yy",
    "hh:mm", "[h]:mm", "dd/mm/yyyy hh:mm", '"ngày" dd "tháng" mm',
)  # fmt: skip
TEXTS = ("hôm qua", "12/2025", "0912", "=cmd()", "  ", "Có")
PLAIN = {"General", "@"}
SETTINGS = "Thông tin chung"


@pytest.fixture
def office(tmp_path: Path):
    return lambda change, own=(): worked_on(tmp_path / "cu.xlsx", ROWS, change, own)


def type_anything(book: Any, plan: SheetLayout, first: int, chance: random.Random) -> None:
    """Types numbers shown in any way, and texts, into every column, and into two beside them."""
    typed = [at for at, one in enumerate(plan.columns, 1) if one.kind != "computed"]
    for column in (*typed, len(plan.columns) + 1, len(plan.columns) + 2):
        for row in range(first, first + 6):
            cell = book[plan.tab].cell(row, column)
            cell.value = chance.choice((*NUMBERS, *NUMBERS, *TEXTS, True, None))
            cell.number_format = chance.choice(CODES)


def same(old: FileCell | None, new: FileCell | None) -> bool:
    """Whether people see the same; whole numbers may get the point between their thousands."""
    if old is None or new is None or old[0] != "n" or new[0] != "n":
        return old == new
    whole = float(str(old[1])).is_integer() and new[2] in {"0", "#,##0"}
    codes = old[2] == new[2] or (old[2] in PLAIN and (new[2] in PLAIN or whole))
    return old[1] == pytest.approx(new[1], abs=1e-8) and codes


@pytest.mark.parametrize("seed", range(4))
def test_every_cell_of_every_column_shows_what_it_showed(office, layout: Layout, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same book each time
    sheets = [one for one in layout.sheets if one.role == "entry" and one.key != "settings"]

    def change(book) -> None:
        for plan in sheets:
            type_anything(book, plan, layout.first_row, chance)

    path = office(change)
    old, new = cells_in_file(path), cells_in_file(carried(path, layout)[2])
    computed = {
        f"{plan.tab}!{letter}" for plan in sheets for key, letter in plan.letters.items()
        if plan.by_key[key].kind == "computed"
    }  # fmt: skip
    for plan in sheets:
        cells = {at for at in old[plan.tab] if int(at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) > 3}
        told = [
            (plan.key, at, old[plan.tab][at], new[plan.tab].get(at))
            for at in cells
            if f"{plan.tab}!{at.rstrip('0123456789')}" not in computed
            and not same(old[plan.tab][at], new[plan.tab].get(at))
        ]
        assert told == []


def shown(path: Path, tab: str, at: str) -> FileCell:
    return cells_in_file(path)[tab][at]


def test_a_number_typed_where_a_day_belongs_stays_the_number_that_was_seen(
    office, layout: Layout
) -> None:
    at = f"{layout.by_key['models'].letters['registered_on']}{layout.first_row}"

    def change(book) -> None:
        book[MODELS][at] = 1
        book[MODELS][at].number_format = "General"

    _, told, new = carried(office(change), layout)
    assert shown(new, MODELS, at) == ("n", 1, "General")
    assert told == {}


def test_a_percentage_typed_where_a_text_belongs_stays_one(office, layout: Layout) -> None:
    at = f"{layout.by_key['models'].letters['goal']}{layout.first_row}"

    def change(book) -> None:
        book[MODELS][at] = 0.8
        book[MODELS][at].number_format = "0%"

    assert shown(carried(office(change), layout)[2], MODELS, at) == ("n", 0.8, "0%")


def test_an_own_column_keeps_how_its_numbers_are_shown(office, layout: Layout) -> None:
    beside = len(layout.by_key["models"].columns) + 1

    def change(book) -> None:
        for row, (typed, code) in enumerate([(1250000, "#,##0"), ("=1/4", "0.0%")]):
            cell = book[MODELS].cell(layout.first_row + row, beside, typed)
            cell.number_format = code

    _, told, new = carried(office(change), layout)
    letter = column_letter(beside)
    assert shown(new, MODELS, f"{letter}{layout.first_row}") == ("n", 1250000, "#,##0")
    cell = load_workbook(new)[MODELS][f"{letter}{layout.first_row + 1}"]
    assert (cell.value, cell.number_format) == ("=1/4", "0.0%")
    assert told == {}


@pytest.mark.parametrize("number", [14, 22, 57], ids=["day", "moment", "day in Chinese"])
def test_a_day_in_the_format_that_excel_gives_it_by_itself_keeps_it(
    office, layout: Layout, number: int
) -> None:
    """Excel shows these formats as the language of the PC wants: ECMA-376 part 1, 18.8.30."""

    def change(book) -> None:
        tab = book.create_sheet("Việc riêng")
        for sheet, at in ((tab, "A1"), (book[MODELS], f"B{layout.first_row}")):
            sheet[at], sheet[at].number_format = 46058, "0"
            sheet[at]._style.numFmtId = number  # noqa: SLF001 - openpyxl has no name for some of them

    new = load_workbook(carried(office(change), layout)[2])
    for tab, at in (("Việc riêng", "A1"), (MODELS, f"B{layout.first_row}")):
        assert new[tab][at]._style.numFmtId == number  # noqa: SLF001 - the same


def test_a_day_with_its_hour_that_a_setting_holds_stays_one(office, layout: Layout) -> None:
    at = layout.first_row + next(n for n, one in enumerate(layout.settings) if one.kind == "text")

    def change(book) -> None:
        book[SETTINGS].cell(at, 4, datetime(2026, 2, 5, 18, 0))  # noqa: DTZ001 - typed so

    moved = shown(carried(office(change), layout)[2], SETTINGS, f"D{at}")
    assert moved == ("n", 46058.75, "yyyy-mm-dd h:mm:ss")


def test_a_nought_that_somebody_noted_at_a_setting_stays(office, layout: Layout) -> None:
    def change(book) -> None:
        book[SETTINGS].cell(layout.first_row, 5, 0)

    moved = shown(carried(office(change), layout)[2], SETTINGS, f"E{layout.first_row}")
    assert moved == ("n", 0, "General")


def test_what_a_merged_area_covers_is_not_lost(office, layout: Layout) -> None:
    """LibreOffice keeps it if it is asked to; the reader finds it, and formulas count it."""

    def change(book) -> None:
        book[MODELS][f"C{layout.first_row}"] = "CT01"
        book[MODELS].merge_cells(f"B{layout.first_row}:B{layout.first_row + 1}")

    path = office(change)
    good = Good(path.read_bytes(), "")
    member = next(one for one in good.members if b'"B4:B5"' in good.members[one])
    path.write_bytes(good.edited(member, b'ref="B4:B5"', b'ref="B4:C4"'))
    assert carried(path, layout)[0].rows["models"][0]["registrant"] == "CT01"


@pytest.mark.parametrize(
    ("typed", "code"), [("1e15", "TEP-019"), ("#SPILL!", "TEP-030")], ids=["day", "error"]
)
def test_a_cell_of_an_own_tab_that_cannot_be_read_is_named(
    office, layout: Layout, typed: str, code: str
) -> None:
    def change(book) -> None:
        tab = book.create_sheet("Việc riêng")
        tab["A7"] = 987654 if code == "TEP-019" else "#N/A"
        tab["A7"].number_format = "dd/mm/yyyy"

    path = office(change)
    good = Good(path.read_bytes(), "")
    old = b"<v>987654</v>" if code == "TEP-019" else b"<v>#N/A</v>"
    member = next(one for one in good.members if old in good.members[one])
    path.write_bytes(good.edited(member, old, f"<v>{typed}</v>".encode()))
    with pytest.raises(DvkError) as told:
        carried_book(path, layout)
    place = told.value.finding.place
    assert (told.value.finding.code, place.tab, place.cell) == (code, "Việc riêng", "A7")


def test_days_that_were_none_come_back_by_their_numbers(office, layout: Layout) -> None:
    """Excel counts 29 February 1900, and programs that hand over days count those before it differently."""
    letter = layout.by_key["models"].letters["registered_on"]

    def change(book) -> None:
        for row, number in enumerate((5, 60, 46058)):
            cell = book[MODELS][f"{letter}{layout.first_row + row}"]
            cell.value, cell.number_format = number, "dd/mm/yyyy"

    kept = {one.plan.key: one for one in kept_cells(office(change), layout)}["models"]
    at = tuple(kept.plan.by_key).index("registered_on")
    assert [row[at] for row in kept.rows] == [5, 60, date(2026, 2, 5)]
