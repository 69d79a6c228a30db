"""Real clicks on «Ghi số, ngày»: asked once, written live wherever the paper stands, a dated copy kept first."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.jobs.backups import backups
from dvk_office.jobs.opening import open_book
from dvk_office.rules.layout import Layout
from dvk_office.shells.lo_engine.dialogs import CANCEL, OK
from tests.clicking import (
    BOARD,
    FINDINGS,
    REGISTER,
    asked,
    choice,
    copied,
    lines,
    said_last,
    shown,
)
from tests.desk import Desk

BUTTON = "Ghi số, ngày"
QUESTION = "Ghi số, ngày cho văn bản nào?"
PAGES = 8  # more boxes than the list of papers needs
DECISION = "Quyết định khen thưởng"
SERIAL = (date(2026, 11, 20) - date(1899, 12, 30)).days


def _ask(office: Desk, paper: str, number: str, day: str) -> None:
    """Clicks the button, picks the paper, types its number and its day."""
    office.show(BOARD)
    office.click(BUTTON)
    box = asked(office, QUESTION)
    for _ in range(PAGES):
        if paper.casefold() in box["said"].casefold():
            break
        office.answer_box(OK, "0")
        box = asked(office, QUESTION)
    office.answer_box(OK, choice(box, paper))
    asked(office, "Số văn thư đã cấp")
    office.answer_box(OK, number)
    asked(office, "Ngày văn bản")
    office.answer_box(OK, day)


def _rows(office: Desk, layout: Layout, key: str, *columns: str) -> list[list[object]]:
    """The cells of some columns of an entry sheet as it stands, row by row."""
    plan = layout.by_key[key]
    grid = office.cells(plan.tab, f"A{layout.first_row}:{list(plan.letters.values())[-1]}80")
    at = [tuple(plan.by_key).index(column) for column in columns]
    return [[row[one] for one in at] for row in grid if row[0]]


class TestNumber:
    """One paper that covers several rows, and waited in no line of the register."""

    @pytest.mark.req("R-187")
    def test_number_and_day_go_into_the_register_and_every_row_of_the_paper(
        self, office: Desk, clean: Path, layout: Layout
    ) -> None:
        columns = ("commendation_number", "commendation_date")
        before = _rows(office, layout, "exemplars", "chosen", *columns)
        registered = _rows(office, layout, "register", "number")
        _ask(office, DECISION, "321", "20/11/2026")
        said = said_last(office)
        after = _rows(office, layout, "exemplars", "chosen", *columns)
        covered = [row for row, old in zip(after, before, strict=True) if row != old]
        assert len(covered) > 1
        assert {(row[1], row[2]) for row in covered} == {("321/QĐ-UBND", SERIAL)}
        *old, new = _rows(office, layout, "register", "number", "date", "state")
        assert [row[:1] for row in old] == registered
        assert new == ["321/QĐ-UBND", SERIAL, "Đã ban hành"]
        (kept,) = backups(clean)
        assert kept.name in said
        assert "dưới bảng" not in office.cells(BOARD, "C3")[0][0]
        assert f"{2 * len(covered)} ô, 1 dòng mới" in said

    @pytest.mark.req("R-187")
    def test_the_copy_on_disk_holds_what_was_there_and_the_saved_file_what_is_there_now(
        self, office: Desk, clean: Path, tmp_path: Path
    ) -> None:
        office.save()
        numbers = {
            name: {one.text("number") for one in open_book(path).book["register"]}
            for name, path in (("kept", backups(clean)[0]), ("now", copied(clean, tmp_path)))
        }
        assert numbers["now"] - numbers["kept"] == {"321/QĐ-UBND"}

    def test_a_paper_that_has_its_number_is_not_asked_for_again(
        self, office: Desk, clean: Path
    ) -> None:
        del clean
        office.show(BOARD)
        office.click(BUTTON)
        said = asked(office, QUESTION)["said"]
        assert DECISION not in said
        office.answer_box(CANCEL)
        office.wait(lambda: not office.at_work())

    def test_a_day_that_is_none_is_told_and_nothing_is_written(
        self, office: Desk, clean: Path
    ) -> None:
        before = office.cells(REGISTER, "A1:P80"), len(backups(clean))
        _ask(office, "Tờ trình đề nghị khen thưởng", "322", "31/11/2026")
        assert said_last(office).startswith("GS-008: ")
        assert (office.cells(REGISTER, "A1:P80"), len(backups(clean))) == before

    def test_a_number_given_before_is_refused_at_its_row(self, office: Desk, clean: Path) -> None:
        copies = len(backups(clean))
        _ask(office, "Kế hoạch kiểm tra", "97-KH/ĐU", "20/11/2026")
        rows = lines(shown(office, FINDINGS))
        assert [row[6] for row in rows if row[0] == "Lỗi"] == ["GS-004"]
        assert [row[5] for row in rows if row[0] == "Lỗi"] == [f"{REGISTER}!C10"]
        assert len(backups(clean)) == copies
