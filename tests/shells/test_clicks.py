"""Real clicks: LibreOffice on a screen opens the workbook, a mouse clicks its buttons, and what happened is looked at.

What is asserted stands in the live sheet or on disk; errors are read in the box that the person sees.
"""

from datetime import date, datetime
from pathlib import Path

from dvk_office.jobs.backups import backups, keep_file
from dvk_office.jobs.check import check
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.targets import targets
from dvk_office.shells.lo_engine.dialogs import CANCEL, OK
from tests.clicking import (
    BOARD,
    DEADLINES,
    FINDINGS,
    MODELS,
    TARGETS,
    after_a_question,
    choice,
    click,
    copied,
    lines,
    refusal,
    shown,
)
from tests.desk import Desk

ERROR_RED = "F8CBAD"


class TestFaulty:
    """A workbook with mistakes in it."""

    def test_every_finding_of_the_check_is_listed(
        self, office: Desk, faulty: Path, today: date, tmp_path: Path
    ) -> None:
        cells = click(office, "Soát lỗi", FINDINGS)
        found = check(open_book(copied(faulty, tmp_path)), today)
        listed = [(row[6], row[5]) for row in lines(cells)]
        uncounted = "O-026"  # a formula without its result: LibreOffice counts it
        wanted = [(one.code, str(one.place)) for one in found.findings if one.code != uncounted]
        assert listed == wanted
        errors = [row for row in lines(cells) if row[0] == "Lỗi"]
        assert cells[1][0].startswith(f"Soát lỗi: {len(errors)} lỗi, ")

    def test_a_line_says_what_is_wrong_how_to_mend_it_and_by_which_section(
        self, office: Desk, faulty: Path
    ) -> None:
        del faulty
        line = next(row for row in lines(office.cells(FINDINGS, "A1:I1200")) if row[6] == "MH-003")
        severity, record, message, mend, section, link, *_ = line
        assert (severity, link, section) == ("Lỗi", "Mô hình!E4", "Mục II.2")
        assert record.startswith("MH01 · ")
        assert "“Kinh te moi”" in message
        assert mend

    def test_a_click_on_the_link_leads_to_the_cell(self, office: Desk, faulty: Path) -> None:
        del faulty
        rows = office.cells(FINDINGS, "A1:I1200")
        row = next(number for number, row in enumerate(rows, 1) if row[6] == "MH-003")
        office.select(FINDINGS, f"A{row}")
        office.follow(f"F{row}")
        office.wait(lambda: office.shown() == MODELS)
        assert office.selected() == f"$'{MODELS}'.$E$4"

    def test_the_faulty_cell_is_marked_and_its_neighbours_are_not(
        self, office: Desk, faulty: Path
    ) -> None:
        del faulty
        office.select(MODELS, "A1")
        office.wait(lambda: office.colour(*office.corner_of("E4")) == ERROR_RED)
        assert office.colour(*office.corner_of("A4")) != ERROR_RED
        assert office.colour(*office.corner_of("E5")) != ERROR_RED

    def test_the_mark_goes_with_its_row_when_rows_are_sorted(
        self, office: Desk, faulty: Path
    ) -> None:
        del faulty
        column = [row[0] for row in office.cells(MODELS, "A4:A60")]
        filled = sum(bool(code) for code in column)
        office.sort(MODELS, f"A4:AF{3 + filled}", 0)
        row = 4 + [one[0] for one in office.cells(MODELS, "A4:A60")].index("MH01")
        assert row > 5
        office.select(MODELS, f"A{row}")
        office.wait(lambda: office.colour(*office.corner_of(f"E{row}")) == ERROR_RED)
        office.select(MODELS, "A1")
        office.wait(lambda: office.colour(*office.corner_of("E4")) != ERROR_RED)

    def test_the_sheet_says_that_entries_were_changed_since(
        self, office: Desk, faulty: Path
    ) -> None:
        del faulty
        assert office.cells(FINDINGS, "C1")[0][0].startswith("Sổ đã được sửa")
        click(office, "Soát lỗi", FINDINGS)
        assert office.cells(FINDINGS, "C1")[0][0] == ""

    def test_one_letter_in_the_middle_of_a_name_is_a_change(
        self, office: Desk, faulty: Path
    ) -> None:
        del faulty
        name = office.cells(MODELS, "B8")[0][0]
        other = "ạ" if name[5] != "ạ" else "ả"
        office.put(MODELS, "B8", f"{name[:5]}{other}{name[6:]}")
        assert office.cells(FINDINGS, "C1")[0][0].startswith("Sổ đã được sửa")
        office.put(MODELS, "B8", name)
        assert office.cells(FINDINGS, "C1")[0][0] == ""


class TestClean:
    """A workbook in which nothing is wrong."""

    def test_nought_errors_are_said_aloud_with_time_and_day(
        self, office: Desk, clean: Path
    ) -> None:
        del clean
        summary = click(office, "Soát lỗi", FINDINGS)[1][0]
        said, _, moment = summary.partition(" · ")
        assert said.startswith("Soát lỗi: 0 lỗi, ")
        assert datetime.strptime(moment, "%H:%M ngày %d/%m/%Y")  # noqa: DTZ007

    def test_the_sheet_stays_locked_and_the_workbook_as_the_person_had_it(
        self, office: Desk, clean: Path
    ) -> None:
        del clean
        office.hide_rows(MODELS, "A10:A12")
        office.select(MODELS, "C7")
        office.calculate("manual")
        office.unprotect(FINDINGS)
        click(office, "Soát lỗi", FINDINGS)
        assert office.protected(FINDINGS)
        assert not office.calculates()
        office.calculate("automatic")
        office.show(MODELS)
        assert office.selected() == f"$'{MODELS}'.$C$7"
        assert office.hidden(MODELS, "A11")

    def test_targets_show_the_figures_of_the_program_with_their_rows(
        self, office: Desk, clean: Path, today: date
    ) -> None:
        cells = lines(click(office, "Chỉ tiêu", TARGETS))
        counted = targets(open_book(clean), today).answer["targets"]
        figures = [(row[1], row[2], row[5]) for row in cells[: len(counted)]]
        assert figures == [
            (one["required"], one["actual"], "Đạt" if one["met"] else "Chưa đạt") for one in counted
        ]
        rows = [row[8] for row in cells if row[5] in {"Được tính", "Tạm tính"}]
        assert rows[: len(counted[0]["rows"])] == [
            f"{MODELS}, dòng {one['row']}" for one in counted[0]["rows"]
        ]

    def test_deadlines_show_their_last_day_as_a_day(self, office: Desk, clean: Path) -> None:
        del clean
        cells = lines(click(office, "Thời hạn", DEADLINES))
        first = cells[0]
        assert first[0].startswith("Các đơn vị gửi đăng ký")
        assert first[1] == (date(2026, 2, 9) - date(1899, 12, 30)).days

    def test_documents_asks_which_and_makes_them_beside_the_workbook(
        self, office: Desk, clean: Path
    ) -> None:
        office.show(BOARD)
        office.click("Văn bản")
        box = office.wait(office.box)
        assert box["said"].startswith("Lập văn bản từ trang nào?\n1. ")
        office.answer_box(OK, choice(box, "Hội nghị thẩm định"))
        box = office.wait(office.box)
        office.answer_box(OK, choice(box, "Quyết định công nhận"))
        made = [row for row in lines(shown(office, FINDINGS)) if row[0] == "Đã lập"]
        assert made
        for row in made:
            assert (clean.parent / "ket-qua" / row[1]).is_file()

    def test_documents_for_the_row_of_the_cursor(self, office: Desk, clean: Path) -> None:
        office.select(MODELS, "B6")
        code = office.cells(MODELS, "A6")[0][0]
        office.run("modDvk.DVK_documents")
        box = office.wait(office.box)
        assert box["said"].startswith(f"Lập văn bản nào cho {code} · ")
        office.answer_box(OK, choice(box, "đăng ký"))
        (made,) = [row for row in lines(shown(office, FINDINGS)) if row[0] == "Đã lập"]
        assert code.lower() in made[1]
        assert (clean.parent / "ket-qua" / made[1]).is_file()

    def test_turning_away_from_a_question_does_nothing(self, office: Desk, clean: Path) -> None:
        del clean
        office.show(BOARD)
        office.click("Văn bản")
        office.answer_box(CANCEL)
        office.wait(lambda: not office.at_work())
        assert office.shown() == BOARD

    def test_an_appendix_is_made_and_listed(self, office: Desk, clean: Path) -> None:
        rows = after_a_question(office, "Phụ lục, báo cáo", "Phụ lục 01")
        (made,) = [row for row in rows if row[0] == "Đã lập"]
        assert (clean.parent / "ket-qua" / made[1]).suffix == ".xlsx"
        assert (clean.parent / "ket-qua" / made[1]).is_file()

    def test_a_letter_is_drafted_and_nothing_is_sent(self, office: Desk, clean: Path) -> None:
        rows = lines(click(office, "Soạn thư gửi", FINDINGS))
        names = [row[1] for row in rows if row[0] == "Đã lập"]
        drafts = list((clean.parent / "ket-qua" / "thu-nhap").glob("*.eml"))
        assert [one.name for one in drafts if one.name in names] == [one.name for one in drafts]
        assert drafts

    def test_verifying_tells_a_file_that_was_changed(self, office: Desk, clean: Path) -> None:
        changed = next((clean.parent / "ket-qua").glob("*.docx"))
        changed.write_bytes(b"khac")
        rows = lines(click(office, "Đối chiếu", FINDINGS))
        assert [row[6] for row in rows if row[0] == "Lỗi"] == ["XM-001"]
        assert {row[0] for row in rows} >= {"Lỗi", "Còn nguyên"}

    def test_the_machine_is_looked_at_and_told_line_by_line(
        self, office: Desk, clean: Path
    ) -> None:
        del clean
        cells = click(office, "Kiểm tra máy", FINDINGS)
        told = {row[1]: row[0] for row in lines(cells)}
        assert cells[1][0].startswith("Kiểm tra máy: ")
        assert told["Python"] == "Tốt"

    def test_the_manual_is_opened(self, office: Desk, clean: Path) -> None:
        del clean
        office.show(BOARD)
        office.click("Cách dùng")
        office.wait(lambda: office.shown() == "Cách dùng")


class TestRestore:
    """Copies of the workbook, and bringing one back."""

    def test_a_workbook_without_copies_says_so(self, office: Desk, clean: Path) -> None:
        del clean
        assert refusal(office, "Khôi phục bản lưu").startswith("LUU-002: ")

    def test_a_copy_brings_every_value_back_and_keeps_those_of_now(
        self, office: Desk, clean: Path
    ) -> None:
        before = office.cells(MODELS, "A4:AJ60")
        keep_file(clean, datetime(2026, 11, 23, 14, 5))  # noqa: DTZ001
        office.put(MODELS, "B4", "Tên gõ nhầm")
        office.put(MODELS, "A52", "0123")
        assert office.cells(MODELS, "A4:AJ60") != before
        office.show(BOARD)
        office.click("Khôi phục bản lưu")
        box = office.wait(office.box)
        assert "1. 14:05:00 ngày 23/11/2026" in box["said"]
        office.answer_box(OK)
        said = office.wait(lambda: (office.box() or {}).get("said", "").startswith("Đã đưa"))
        assert said
        office.answer_box("OK")
        office.wait(lambda: not office.at_work())
        assert office.cells(MODELS, "A4:AJ60") == before
        newest, oldest = backups(clean)
        kept = {one.text("code"): one.text("name") for one in open_book(newest).book["models"]}
        assert kept["MH01"] == "Tên gõ nhầm"
        assert oldest.name.endswith("2026-11-23 14.05.00.xlsm")


class TestErrors:
    """What the person reads when something is wrong."""

    def test_a_sheet_that_was_renamed_is_named(self, office: Desk, clean: Path) -> None:
        del clean
        office.rename(TARGETS, "Chỉ tiêu cũ")
        assert refusal(office, "Chỉ tiêu").startswith(
            "NUT-023: Sổ không còn trang «Chỉ tiêu» (đã bị đổi tên hoặc xóa). "
        )

    def test_the_place_of_the_log_is_told(self, office: Desk, clean: Path) -> None:
        del clean
        said = refusal(office, "Chỉ tiêu")
        log = Path(said.rpartition("(Nhật ký: ")[2].removesuffix(")"))
        assert "NUT-023" in log.read_text(encoding="utf-8")

    def test_a_workbook_without_its_mark_is_not_written_to(self, office: Desk, clean: Path) -> None:
        del clean
        before = office.cells(FINDINGS, "A1:I20")
        office.forget("dvk_product")
        assert refusal(office, "Soát lỗi").startswith("NUT-020: ")
        assert office.cells(FINDINGS, "A1:I20") == before
