"""The window of buttons, driven by its own widgets: it does what the buttons of the workbook do, and never freezes."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from tkinter import Misc, ttk

import pytest

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.check import check
from dvk_office.jobs.opening import open_book
from dvk_office.rules.actions import workbook_groups
from dvk_office.shells.panel import hosts, thread
from dvk_office.shells.panel.chooser import OneOf
from dvk_office.shells.panel.desk import Advanced, Desk
from dvk_office.workbook.results import BAD
from tests.panel_window import LIMIT, Panel, first_choice, panel, papers, typed
from tests.screen import Screen, screen

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
KEYS = [one.key for _, actions in workbook_groups() for one in actions]


@pytest.fixture(scope="module")
def shown_on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with screen(tmp_path_factory.mktemp("screen")) as found:
        yield found


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copied("so-mau-2026.xlsx", tmp_path)


def copied(name: str, folder: Path) -> Path:
    return Path(shutil.copy(SAMPLES / name, folder / name))


@pytest.fixture
def window(shown_on: Screen, book: Path) -> Iterator[Panel]:
    with panel(shown_on, book) as found:
        yield found


class Gate:
    """A click that stands still after its first step until the test lets it go on."""

    def __init__(self) -> None:
        self.open = Event()

    def click(self, key: str, path: Path, desk: Desk) -> None:
        said = desk.say

        def say(message: object) -> None:
            said(message)
            if isinstance(message, Advanced):
                assert self.open.wait(LIMIT)

        desk.say = say  # type: ignore[method-assign]
        thread.click(key, path, desk)


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def halfway(shown_on: Screen, book: Path, gate: Gate) -> Iterator[Panel]:
    """The window while papers are being made: the first of many is begun."""
    with panel(shown_on, book, gate.click) as found:
        found.window.buttons["documents"].invoke()
        papers("score_sheet")(found.until(lambda: found.window.box))
        found.until(lambda: int(found.window.bar["value"]) == 1)
        yield found
        gate.open.set()


def all_of(parent: Misc) -> Iterator[Misc]:
    for child in parent.winfo_children():
        yield child
        yield from all_of(child)


def test_its_buttons_are_those_of_the_workbook_group_by_group(window: Panel) -> None:
    frames = [one for one in all_of(window.root) if isinstance(one, ttk.Labelframe)]
    shown = [(one["text"], [str(each["text"]) for each in one.winfo_children()]) for one in frames]
    assert shown == [(name, [one.word for one in actions]) for name, actions in workbook_groups()]


def test_the_faulty_sample_gives_the_lines_that_the_command_gives(
    shown_on: Screen, tmp_path: Path, today
) -> None:
    book = copied("so-mau-co-loi-2026.xlsx", tmp_path)
    before = book.read_bytes()
    expected = [str(one) for one in check(open_book(book), today).findings]
    with panel(shown_on, book) as window:
        assert window.press("check") == expected
        assert window.window.happened.summary["text"].startswith("Soát lỗi: ")
    assert book.read_bytes() == before
    assert open_book(book).book["models"]
    assert tmp_path.joinpath("so-mau-co-loi-2026.ket-qua-soat-loi.xlsx").is_file()


@pytest.mark.parametrize("key", KEYS)
def test_every_button_does_its_work_on_a_file(window: Panel, book: Path, key: str) -> None:
    if key == "verify":
        window.press("appendix")
    if key == "restore":
        copy = book.parent / "ban-luu" / f"{book.stem} 2026-11-23 08.00.00{book.suffix}"
        copy.parent.mkdir()
        shutil.copy(book, copy)
    answers = {
        "documents": [papers("recognition_decision")],
        "number": [first_choice, typed("158"), typed("12/11/2026")],
        "restore": [first_choice],
    }
    assert window.press(key, *answers.get(key, []))
    assert [one for one in window.looks(BAD) if "Nhật ký" in one] == []


@pytest.mark.req("R-187")
def test_a_number_is_asked_for_in_three_boxes_and_goes_into_a_workbook_beside_the_file(
    window: Panel, book: Path
) -> None:
    before = book.read_bytes()

    def the_plan(box: OneOf) -> None:
        titles = box.list.get(0, "end")
        box.list.selection_clear(0, "end")
        box.list.selection_set(next(n for n, one in enumerate(titles) if "kiểm tra" in one))
        box.ok.invoke()

    (line,) = window.press("number", the_plan, typed("158"), typed("12/11/2026"))
    new = book.with_name("so-mau-2026-da-ghi-so.xlsm")
    assert new.name in line
    register = {one.text("number"): one.day("date") for one in open_book(new).book["register"]}
    assert register["158-KH/ĐU"] == date(2026, 11, 12)
    assert book.read_bytes() == before


def test_the_results_can_be_opened_as_a_workbook(window: Panel, book: Path) -> None:
    window.press("targets")
    window.window.happened.results.invoke()
    assert window.opened == [book.with_name("so-mau-2026.chi-tieu.xlsx")]
    assert window.opened[0].is_file()


def test_papers_are_made_of_the_kind_and_for_the_codes_that_were_marked(
    window: Panel, book: Path
) -> None:
    lines = window.press("documents", papers("hearing_minutes", codes=2))
    made = sorted(book.parent.joinpath("ket-qua").glob("*.docx"))
    assert [line.split("  ")[0] for line in lines] == [f"Đã lập: {one.name}" for one in made]
    assert len(made) == 2


def test_a_marked_tab_stands_for_its_kinds_and_nothing_can_be_made_of_nothing(
    window: Panel,
) -> None:
    window.window.buttons["documents"].invoke()
    box = window.until(lambda: window.window.box)
    assert box.ok.instate(["disabled"])
    box.kinds.selection_set("Đoàn thẩm định")
    window.until(lambda: box.ok.instate(["!disabled"]))
    box.ok.invoke()
    window.until(lambda: not window.window.busy)
    assert ["quyet-dinh-thanh-lap-doan" in line for line in window.lines] == [True]


def test_turning_away_from_the_choice_makes_nothing(window: Panel, book: Path) -> None:
    assert window.press("documents", lambda box: box.cancel.invoke()) == []
    assert not book.parent.joinpath("ket-qua").exists()


def test_a_file_that_was_made_has_a_link_to_its_folder(window: Panel, book: Path) -> None:
    window.press("appendix")
    text = window.window.happened.text
    x, y, width, height = text.bbox(text.tag_ranges("link")[0])
    for event in ("<Motion>", "<Button-1>"):
        text.event_generate(event, x=x + width // 2, y=y + height // 2)
    window.window.happened.folder.invoke()
    assert window.opened == [book.parent / "ket-qua"] * 2


def test_the_bar_shows_how_far_the_work_is_and_the_window_lives_meanwhile(
    halfway: Panel, gate: Gate
) -> None:
    heard = Event()
    halfway.root.after(1, heard.set)
    halfway.until(heard.is_set)
    bar, status = halfway.window.bar, halfway.window.status
    assert status["text"].endswith(f"({int(bar['value'])}/{int(bar['maximum'])})")
    assert int(bar["maximum"]) > 1
    enabled = [key for key, one in halfway.window.buttons.items() if one.instate(["!disabled"])]
    assert enabled == []
    halfway.window.click("check")
    gate.open.set()
    halfway.until(lambda: not halfway.window.busy)
    assert "Văn bản: " in halfway.window.happened.summary["text"]


def test_stopping_keeps_what_was_made_and_says_so(halfway: Panel, gate: Gate, book: Path) -> None:
    halfway.window.stop.invoke()
    gate.open.set()
    halfway.until(lambda: not halfway.window.busy)
    made = list(book.parent.joinpath("ket-qua").glob("*.docx"))
    assert len(made) == 1
    assert [line.split("  ")[0] for line in halfway.lines[:1]] == [f"Đã lập: {made[0].name}"]
    assert [line.split(":")[1] for line in halfway.lines[1:]] == [" Lưu ý VB-008"]


def test_closing_in_the_middle_of_the_work_waits_for_its_end(
    halfway: Panel, gate: Gate, book: Path
) -> None:
    halfway.window.close()
    halfway.root.update()
    assert not halfway.closed
    gate.open.set()
    halfway.close()
    out = book.parent / "ket-qua"
    assert len(list(out.glob("*.docx"))) == 1
    assert not list(out.glob(".*.tmp"))


def test_a_workbook_is_chosen_in_the_systems_own_box(shown_on: Screen, book: Path) -> None:
    with panel(shown_on, None) as window:
        assert {one.instate(["disabled"]) for one in window.window.buttons.values()} == {True}
        window.picked = str(book)
        window.window.choose.invoke()
        assert window.window.name["text"] == book.name
        assert window.press("check")


def test_a_workbook_of_another_program_is_refused_in_one_sentence(
    window: Panel, tmp_path: Path
) -> None:
    window.picked = str(tmp_path / "sổ khác.xlsx")
    Path(window.picked).write_bytes(foreign_workbook())
    window.window.choose.invoke()
    (line,) = window.press("check")
    assert line.startswith("NUT-020: ")
    assert "Nhật ký: " in line
    assert window.looks(BAD)


def foreign_workbook() -> bytes:
    from io import BytesIO

    import xlsxwriter

    made = BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        workbook.add_worksheet()
    return made.getvalue()


def test_a_file_that_is_gone_is_said(window: Panel, book: Path) -> None:
    book.unlink()
    (line,) = window.press("check")
    assert line.startswith("TEP-")


def test_a_fault_of_ours_is_one_sentence_with_code_and_log(
    window: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_click: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("dvk_office.shells.press.WORK", {"check": broken})
    (line,) = window.press("check")
    assert line.startswith("NUT-029: ")
    assert "Nhật ký: " in line


def test_a_fault_of_the_window_is_said_in_the_window(window: Panel) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    window.root.after(1, broken)
    window.until(lambda: window.text)
    assert window.lines[0].startswith("NUT-029: ")
    assert window.press("check")


@pytest.fixture
def held(book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook while some LibreOffice that cannot be reached has it open."""

    def unreachable(path: Path) -> object:
        raise DvkError(finding("NUT-025", Place(tab=path.name), path=path))

    monkeypatch.setattr(
        thread, "attach", lambda path, layout: hosts.attach(path, layout, office=unreachable)
    )
    book.with_name(f".~lock.{book.name}#").touch()
    return book


def test_a_workbook_that_another_program_holds_is_read_and_said_to_be_held(
    held: Path, window: Panel
) -> None:
    assert window.press("check")
    assert "Sổ đang mở ở chương trình khác" in window.window.place["text"]
    assert held.with_name("so-mau-2026.ket-qua-soat-loi.xlsx").is_file()


def test_nothing_is_written_to_a_workbook_that_another_program_holds(
    held: Path, window: Panel
) -> None:
    copy = held.parent / "ban-luu" / f"{held.stem} 2026-11-23 08.00.00{held.suffix}"
    copy.parent.mkdir()
    shutil.copy(SAMPLES / "so-mau-co-loi-2026.xlsx", copy)
    before = held.read_bytes()
    (line,) = window.press("restore", first_choice)
    assert line.startswith("BN-003: ")
    assert held.read_bytes() == before


def test_a_copy_is_brought_back_from_the_list(window: Panel, book: Path) -> None:
    copy = book.parent / "ban-luu" / f"{book.stem} 2026-11-23 08.00.00{book.suffix}"
    copy.parent.mkdir()
    shutil.copy(SAMPLES / "so-mau-co-loi-2026.xlsx", copy)
    window.press("restore", first_choice)
    assert book.read_bytes() == SAMPLES.joinpath("so-mau-co-loi-2026.xlsx").read_bytes()


@pytest.mark.parametrize("size", ["1060x680", "795x510"])
def test_nothing_is_cut_off(window: Panel, size: str) -> None:
    window.root.geometry(size)
    window.press("check")
    window.root.update()
    wide, high = (int(one) for one in size.split("x"))
    left, top = window.root.winfo_rootx(), window.root.winfo_rooty()
    for one in all_of(window.root):
        assert one.winfo_rootx() - left + one.winfo_width() <= wide, one
        assert one.winfo_rooty() - top + one.winfo_height() <= high, one
        if isinstance(one, ttk.Button | ttk.Label):
            assert one.winfo_width() >= one.winfo_reqwidth(), one["text"]
            assert one.winfo_height() >= one.winfo_reqheight(), one["text"]
