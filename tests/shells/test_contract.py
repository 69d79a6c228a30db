"""Every port keeps the promises of the contract: the file on disk, and the workbook open in LibreOffice."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from dvk_office.core.edits import CellEdit, Edits
from dvk_office.jobs.backups import backup_path
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.rebuild import rebuilt
from dvk_office.rules.layout import Layout
from dvk_office.shells.contract import PROMISES, BrokenError, Promise, Trial
from dvk_office.shells.live import LiveBook
from dvk_office.shells.lo_engine.own_office import opened_in, own_office
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.port import Selected, Written
from dvk_office.workbook.kept_cells import kept_cells
from dvk_office.workbook.results import Link, Shown

ROOT = Path(__file__).resolve().parents[2]
SAMPLE, EMPTY = ROOT / "samples" / "so-mau-2026.xlsx", ROOT / "workbooks" / "dvk-2026.xlsm"
MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the office's own clock
each_promise = pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.__name__)


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a workbook with buttons."""
    opened = open_book(SAMPLE)
    path = tmp_path_factory.mktemp("Sổ 'gốc' & 100%") / "sổ (1).xlsm"
    as_it_is = {"change": lambda entries: entries, "interpreter": sys.executable}
    rebuilt(SAMPLE, opened.layout, opened.rules, path, **as_it_is)
    return path


@pytest.fixture
def on_file(master: Path, tmp_path: Path, layout: Layout) -> FileBook:
    path = tmp_path / master.name
    path.write_bytes(master.read_bytes())
    return FileBook(path, layout, lambda _text: None, lambda _question, _choices: None)


@pytest.fixture(scope="module")
def in_libreoffice(
    master: Path, tmp_path_factory: pytest.TempPathFactory, layout: Layout
) -> Iterator[LiveBook]:
    with own_office(tmp_path_factory.mktemp("office")) as context:
        yield LiveBook(opened_in(context, master), layout)


@each_promise
def test_a_file_keeps(promise: Promise, on_file: FileBook, layout: Layout) -> None:
    promise(Trial(on_file, layout, MOMENT))


@each_promise
def test_a_workbook_in_libreoffice_keeps(
    promise: Promise, in_libreoffice: LiveBook, layout: Layout
) -> None:
    promise(Trial(in_libreoffice, layout, MOMENT))


def _formula(port: LiveBook, folder: Path, layout: Layout) -> str:
    """What stands in a cell for a figure, as a copy of the workbook has it; a formula as such."""
    folder.mkdir()
    kept = {one.plan.key: one for one in kept_cells(port.snapshot(folder), layout)}["models"]
    at = tuple(kept.plan.by_key).index("figure")
    return kept.formulas.get((0, at)) or str(kept.rows[0][at])


def test_a_typed_formula_comes_back_as_a_formula(
    in_libreoffice: LiveBook, layout: Layout, tmp_path: Path
) -> None:
    models, register = layout.by_key["models"], layout.by_key["register"]
    figure, title = models.letters["figure"], register.letters["title"]
    looks = f"='{register.tab}'!{title}4&LEN(B4)"
    sheet = in_libreoffice._book.sheets[models.tab]  # noqa: SLF001 - what a person types
    sheet.range(f"{figure}{layout.first_row}").formula = looks
    kept = in_libreoffice.backup(MOMENT)
    edit = CellEdit("models", layout.first_row, "figure", 7)
    in_libreoffice.write_entries(Edits((edit,)))
    assert _formula(in_libreoffice, tmp_path / "sau", layout) == "7.0"
    assert in_libreoffice.restore(kept) == 0
    found = _formula(in_libreoffice, tmp_path / "lại", layout)
    assert found.replace("$", "") == looks


def _other_mark(_port: FileBook, _name: str) -> str:
    return "khác"


def _other_workbook(_port: FileBook, folder: Path) -> Path:
    return Path(shutil.copyfile(EMPTY, folder / EMPTY.name))


def _first_line_only(port: FileBook, sheet_key: str) -> Sequence[Sequence[Shown]]:
    return FileBook.read_table(port, sheet_key)[:1]


def _no_link(_port: FileBook, _link: Link) -> str:
    return ""


def _other_copy(port: FileBook, moment: datetime) -> Path:
    copy = backup_path(port.path, moment)
    copy.parent.mkdir(exist_ok=True)
    return Path(shutil.copyfile(EMPTY, copy))


def _copy_elsewhere(port: FileBook, _moment: datetime) -> Path:
    return Path(shutil.copyfile(port.path, port.path.with_name("bản lưu.xlsx")))


def _nothing_restored(port: FileBook, _copy: Path) -> None:
    port.path.write_bytes(EMPTY.read_bytes())


def _next_row(_port: FileBook) -> Selected:
    return Selected("Mô hình", next(ROWS))


def _said_to_be_shown(_port: FileBook, _sheet_key: str) -> bool:
    return True


def _nothing_written(port: FileBook, _edits: Edits) -> Written:
    return Written(port.path)


ROWS = count(1)
BROKEN: dict[str, dict[str, Any]] = {
    "its_marks_say_what_the_builder_wrote": {"mark": _other_mark},
    "a_snapshot_is_a_workbook_that_can_be_read": {"snapshot": _other_workbook},
    "a_table_is_read_back_as_it_was_written": {"read_table": _first_line_only},
    "a_shorter_table_leaves_nothing_of_a_longer_one": {"read_table": _first_line_only},
    "a_link_names_its_cell": {"link": _no_link},
    "a_sheet_is_shown_or_the_port_says_that_it_cannot": {"show_sheet": _said_to_be_shown},
    "a_copy_holds_what_the_workbook_holds": {"backup": _other_copy},
    "the_last_copies_are_kept_and_no_more": {"backup": _copy_elsewhere},
    "what_is_brought_back_is_as_it_was": {"restore": _nothing_restored},
    "the_cursor_stays_where_it_was": {"selected": _next_row},
    "entries_are_written_where_they_belong_and_nowhere_else": {"write_entries": _nothing_written},
    "text_that_looks_like_something_else_stays_text": {"write_entries": _nothing_written},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_promise_is_noticed(name: str, on_file: FileBook, layout: Layout) -> None:
    promise = next(one for one in PROMISES if one.__name__ == name)
    on_file.__class__ = type("Broken", (FileBook,), BROKEN[name])
    with pytest.raises(BrokenError):
        promise(Trial(on_file, layout, MOMENT))


def test_every_promise_of_which_anything_can_be_read_back_can_be_broken() -> None:
    unread = {"status_and_progress_are_said_and_taken_back"}
    assert {one.__name__ for one in PROMISES} == BROKEN.keys() | unread
