"""Real clicks that cannot do their work: one Vietnamese sentence with its code and the place of the log, nothing half-written.

What only Excel does (it turns calls away while a cell is edited, it shows a Protected View) is played with stand-ins in
`test_failures.py`; what a macro says before Python runs also in `tests/macros/test_excel.py`.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.shells.lo_engine.dialogs import CANCEL
from tests.clicking import (
    BOARD,
    FINDINGS,
    MODELS,
    TARGETS,
    asked,
    built,
    click,
    lines,
    refusal,
    shown,
)
from tests.desk import Desk

CHECK = "Soát lỗi"
HALF_TYPED = "go do"  # letters that every keyboard of a test screen has
TABS = 10  # more than stand between the models and the buttons


def told(said: str, code: str) -> None:
    """One sentence for the person, with its code, and a log that is there and knows it."""
    found = re.fullmatch(rf"{code}: (.*) \(Nhật ký: (.*)\)", said)
    assert found, said
    assert unicodedata.is_normalized("NFC", said)
    assert code in Path(found[2]).read_text(encoding="utf-8")


def everything(office: Desk, layout: Layout) -> list[Any]:
    """Every cell of every sheet as it stands."""
    return [office.cells(sheet.tab, "A1:AJ80") for sheet in layout.sheets if sheet.role != "hidden"]


def refused(office: Desk, code: str, label: str = CHECK) -> None:
    told(refusal(office, label), code)
    assert office.shown() == BOARD


class TestMarks:
    """The workbook and the program do not fit each other."""

    @pytest.fixture(autouse=True)
    def _unchanged(self, office: Desk, clean: Path, layout: Layout) -> Iterator[None]:
        beside = sorted(clean.parent.rglob("*"))
        before = everything(office, layout)
        yield
        assert everything(office, layout) == before
        assert sorted(clean.parent.rglob("*")) == beside

    def test_another_version_of_the_program(self, office: Desk) -> None:
        before = office.note("dvk_program", '"0.0.9"')
        refused(office, "NUT-021")
        office.note("dvk_program", before)

    def test_a_year_whose_rules_are_missing(self, office: Desk) -> None:
        before = office.note("dvk_year", '"2031"')
        refused(office, "QT-090")
        office.note("dvk_year", before)

    def test_a_second_click_while_a_question_is_open(self, office: Desk) -> None:
        office.show(BOARD)
        office.click("Văn bản")
        first = asked(office, "Lập văn bản từ trang nào?")
        office.run("modDvk.DVK_check")
        both = asked(office, "NUT-011")["said"].splitlines()
        told(next(one for one in both if one.startswith("NUT-")), "NUT-011")
        office.answer_box("OK")
        assert office.wait(office.box) == first
        office.answer_box(CANCEL)
        office.wait(lambda: not office.at_work())


class TestHeld:
    """A file that cannot be written, a cell that is being typed into."""

    def test_a_cell_that_is_being_edited_is_taken_as_typed(self, office: Desk, clean: Path) -> None:
        """Excel turns calls away meanwhile (NUT-022); here going to the button ends the typing."""
        del clean
        office.select(MODELS, "B4")
        office.click_cell("B4")
        office.type(HALF_TYPED)
        for _ in range(TABS):
            if office.shown() != BOARD:
                office.key("ctrl+Page_Up")
        office.click(CHECK)
        shown(office, FINDINGS)
        assert office.cells(MODELS, "B4")[0][0] == HALF_TYPED

    def test_a_file_in_the_place_of_the_folder_for_results(self, office: Desk, clean: Path) -> None:
        hindrance = clean.parent / "ket-qua"
        hindrance.write_text("của tôi", encoding="utf-8")
        refused(office, "TEP-092", "Soạn thư gửi")
        assert hindrance.read_text(encoding="utf-8") == "của tôi"
        assert [one.name for one in clean.parent.iterdir() if one.suffix == ".tmp"] == []
        hindrance.unlink()


class TestGone:
    """Sheets that somebody deleted or renamed who took the lock off."""

    def test_a_sheet_of_results_that_was_deleted_is_named(self, office: Desk, clean: Path) -> None:
        del clean
        office.remove(TARGETS)
        refused(office, "NUT-023", "Chỉ tiêu")

    def test_an_entry_sheet_that_was_renamed_is_a_finding(self, office: Desk, clean: Path) -> None:
        del clean
        office.rename("Khen thưởng trước đây", "Khen cũ")
        rows = lines(click(office, CHECK, FINDINGS))
        assert [row[0] for row in rows if "Khen thưởng trước đây" in row[2]] == ["Lỗi"]


class Served:
    """The folder of the workbook at an address."""

    def __init__(self, folder: Path) -> None:
        handler = partial(Quiet, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    served = Served(tmp_path)
    yield served.address
    served.server.shutdown()
    served.server.server_close()


@pytest.fixture(scope="module")
def sample(layout: Layout, rules: Rules, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook that tests copy to wherever it shall stand."""
    return built(layout, rules, tmp_path_factory.mktemp("gốc") / "sổ.xlsm")


@pytest.mark.parametrize("name", ["năm=2.xlsm", "một;hai.xlsm"])
def test_a_workbook_with_a_name_that_xlwings_would_cut(
    office: Desk, sample: Path, tmp_path: Path, name: str
) -> None:
    book = Path(shutil.copy(sample, tmp_path / name))
    office.open(str(book))
    refused(office, "NUT-003")
    office.close()
    assert [(one.name, one.read_bytes() == sample.read_bytes()) for one in tmp_path.iterdir()] == [
        (name, True)
    ]


def test_a_python_that_was_never_named_or_is_gone(office: Desk, sample: Path) -> None:
    office.open(str(sample))
    office.put("xlwings.conf", "B1", "")
    refused(office, "NUT-004")
    office.put("xlwings.conf", "B1", "/đã dời/python")
    refused(office, "NUT-005")
    office.close()


def test_a_workbook_that_was_never_saved(office: Desk, sample: Path) -> None:
    office.open(str(sample), "new")
    refused(office, "NUT-001")
    office.close()


def test_a_workbook_from_a_web_address(
    office: Desk, sample: Path, tmp_path: Path, address: str
) -> None:
    """LibreOffice gives such a workbook no folder; Excel gives the address, which is NUT-002."""
    shutil.copy(sample, tmp_path / "so.xlsm")
    office.open(f"{address}/so.xlsm")
    refused(office, "NUT-001")
    office.close()


def test_two_copies_are_open_and_only_the_one_that_was_clicked_is_written_to(
    office: Desk, sample: Path, tmp_path: Path
) -> None:
    """With one name in two folders, which LibreOffice opens and Excel refuses to."""
    for name in ("một", "hai"):
        tmp_path.joinpath(name).mkdir()
        office.open(str(shutil.copy(sample, tmp_path / name / "sổ.xlsm")))
    office.turn_to(0)
    untouched = office.cells(FINDINGS, "A1:I20")
    office.turn_to(1)
    click(office, CHECK, FINDINGS)
    office.close()
    office.turn_to(0)
    assert office.cells(FINDINGS, "A1:I20") == untouched
    assert office.shown() == BOARD
    office.close()
