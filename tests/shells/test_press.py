"""A click from end to end on a workbook that stands in memory: what is shown, and what is said when it goes wrong."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dvk_office import __version__
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.backups import backup_path, keep_file
from dvk_office.shells import press
from dvk_office.shells.port import Selected
from dvk_office.shells.work import Click
from dvk_office.workbook.results import FileLink, Link, Results

ROOT = Path(__file__).resolve().parents[2]
CLEAN = next(ROOT.glob("samples/so-mau-[0-9]*.xlsx"))
FAULTY = next(ROOT.glob("samples/so-mau-co-loi-*.xlsx"))


class Memory:
    """A port that remembers what it was told; `answers` are what the person picks, by the beginning of the choice."""

    def __init__(self, path: Path, *answers: str, at: Selected | None = None) -> None:
        self.path, self.answers, self.at = path, list(answers), at or Selected()
        self.marks = {
            "dvk_product": "dvk_office", "dvk_program": __version__, "dvk_year": "2026",
        }  # fmt: skip
        self.said: list[str] = []
        self.bad: list[str] = []
        self.statuses: list[str] = []
        self.shown: list[Results] = []
        self.asked: list[tuple[str, Sequence[str]]] = []
        self.restored: list[bytes] = []
        self.led_to: list[str] = []
        self.open = True

    def mark(self, name: str) -> str:
        return self.marks.get(name, "")

    def snapshot(self, folder: Path) -> Path:
        return Path(shutil.copy(self.path, folder))

    def selected(self) -> Selected:
        return self.at

    def status(self, text: str) -> None:
        self.statuses.append(text)

    def progress(self, what: str, done: int, total: int) -> None:
        self.statuses.append(f"{what} {done}/{total}")

    def write_table(self, results: Results) -> None:
        self.shown.append(results)

    def ask(self, question: str, choices: Sequence[str]) -> int | None:
        self.asked.append((question, choices))
        if not self.answers:
            return None
        wanted = self.answers.pop(0)
        return next(n for n, choice in enumerate(choices) if choice.startswith(wanted))

    def show_sheet(self, sheet_key: str) -> bool:
        self.led_to.append(sheet_key)
        return self.open

    def tell(self, text: str, *, bad: bool = False) -> None:
        (self.bad if bad else self.said).append(text)

    def backup(self, moment: datetime) -> Path:
        return keep_file(self.path, moment)

    def restore(self, copy: Path) -> None:
        self.restored.append(copy.read_bytes())


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder / "dvk_office.log"


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Callable[..., Memory]]:
    def made(source: Path, *answers: str, at: Selected | None = None) -> Memory:
        return Memory(Path(shutil.copy(source, tmp_path)), *answers, at=at)

    return made  # type: ignore[return-value]


def test_a_check_shows_every_finding_with_a_link_to_its_cell(sample: Any) -> None:
    port = sample(FAULTY)
    press.press("check", port)
    (page,) = port.shown
    line = next(one for one in page.lines if one.cells["code"] == "MH-003")
    assert line.cells["link"] == Link("Mô hình!E4", "Mô hình", "E4")
    assert (line.look, line.mark) == ("error", "models|MH01|Lĩnh vực")
    assert port.bad == []


def test_a_clean_check_says_nought_with_time_and_day(sample: Any) -> None:
    port = sample(CLEAN)
    press.press("check", port)
    summary = port.shown[0].summary
    assert re.fullmatch(
        r"Soát lỗi: 0 lỗi, \d+ cảnh báo, \d+ lưu ý · \d\d:\d\d ngày \d\d/\d\d/\d{4}", summary
    )


@pytest.mark.parametrize("key", ["check", "targets", "deadlines", "send"])
def test_the_line_for_the_status_is_given_back(key: str, sample: Any) -> None:
    port = sample(CLEAN)
    press.press(key, port)
    assert port.statuses[0].endswith(" …")
    assert port.statuses[-1] == ""


@pytest.mark.req("R-036", "R-182")
def test_every_target_shows_its_rows_and_why_the_others_do_not_count(sample: Any) -> None:
    port = sample(CLEAN)
    press.press("targets", port)
    (page,) = port.shown
    first = page.lines[0].cells
    assert first.keys() >= {"required", "actual", "difference", "percent", "remark", "section"}
    rows = [one.cells for one in page.lines if one.cells.get("state") == "Không tính"]
    assert rows
    assert all(row["remark"] and isinstance(row["link"], Link) for row in rows)


@pytest.mark.req("R-182")
def test_every_deadline_shows_its_days_and_who_is_late(sample: Any) -> None:
    port = sample(CLEAN)
    press.press("deadlines", port)
    (page,) = port.shown
    assert page.lines[0].cells["last_day"].isoformat() == "2026-02-09"
    late = [one.cells for one in page.lines if str(one.cells["label"]).startswith("– ")]
    assert [cells["state"] for cells in late] == ["Muộn 3 ngày", "Muộn 2 ngày"]


def test_documents_for_the_row_of_the_cursor_offers_only_what_that_row_has(sample: Any) -> None:
    port = sample(CLEAN, "Bản đăng ký", at=Selected("Mô hình", 4))
    press.press("documents", port)
    question, choices = port.asked[0]
    assert question.startswith("Lập văn bản nào cho MH01 · ")
    assert choices[-1] == "Văn bản khác"
    (page,) = port.shown
    made = [one.cells["link"] for one in page.lines if one.cells["severity"] == "Đã lập"]
    assert [one.path.is_file() for one in made if isinstance(one, FileLink)] == [True]


def test_documents_without_a_row_asks_for_the_sheet_and_then_for_the_kind(sample: Any) -> None:
    port = sample(CLEAN, "Hội nghị thẩm định", "Quyết định công nhận")
    press.press("documents", port)
    assert [question for question, _ in port.asked] == [
        "Lập văn bản từ trang nào?", "Lập loại văn bản nào?",
    ]  # fmt: skip
    assert port.shown


def test_turning_away_makes_nothing(sample: Any, tmp_path: Path) -> None:
    port = sample(CLEAN)
    press.press("documents", port)
    assert (port.shown, port.said, port.bad) == ([], [], [])
    assert not (tmp_path / "ket-qua").exists()


def test_what_is_restored_is_the_copy_that_was_picked_even_the_oldest_of_twenty(
    sample: Any,
) -> None:
    port = sample(CLEAN, "14:00:00")
    for minute in range(20):
        moment = datetime(2026, 11, 23, 14, minute)  # noqa: DTZ001
        path = backup_path(port.path, moment)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(f"bản {minute}".encode())
    press.press("restore", port)
    assert port.restored == ["bản 0".encode()]
    assert "14:00:00 ngày 23/11/2026" in port.said[0]


def _refused(port: Memory, log: Path, key: str = "check") -> str:
    """The code of the one sentence that the person reads; it names the place of the log, which knows the code."""
    press.press(key, port)
    (said,) = port.bad
    code = said.partition(":")[0]
    assert said.endswith(f"(Nhật ký: {log})")
    assert "\n" not in said
    assert log.is_file()
    assert (port.shown, port.statuses[-1]) == ([], "")
    return code


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("dvk_product", "", "NUT-020"),
        ("dvk_product", "other", "NUT-020"),
        ("dvk_program", "0.0.9", "NUT-021"),
        ("dvk_year", "2031", "QT-090"),
    ],
)
def test_a_workbook_that_cannot_be_worked_on_is_refused(
    sample: Any, log: Path, name: str, value: str, code: str
) -> None:
    port = sample(CLEAN)
    port.marks[name] = value
    assert _refused(port, log) == code


class BusyError(Exception):
    """What pywin32 raises: an error with the number that Excel gave."""

    def __init__(self, hresult: int) -> None:
        super().__init__(hresult)
        self.hresult = hresult


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (BusyError(-2147418111), "NUT-022"),  # RPC_E_CALL_REJECTED
        (BusyError(-2146777998), "NUT-022"),  # VBA_E_IGNORE
        (BusyError(-2147352567), "NUT-029"),
        (ZeroDivisionError(), "NUT-029"),
        (DvkError(finding("TEP-003", Place(tab="sổ.xlsm"))), "TEP-003"),
    ],
)
def test_a_failure_is_one_sentence_with_its_code_and_the_place_of_the_log(
    sample: Any, log: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, code: str
) -> None:
    def fail(_folder: Path) -> Path:
        raise fault

    port = sample(CLEAN)
    monkeypatch.setattr(port, "snapshot", fail)
    assert _refused(port, log) == code


def test_the_machine_is_told_line_by_line_and_nothing_is_wrong_with_a_whole_book(
    sample: Any,
) -> None:
    port = sample(CLEAN)
    press.press("doctor", port)
    (page,) = port.shown
    told = {str(line.cells["record"]): line.cells["severity"] for line in page.lines}
    assert told["Python"] == "Tốt"
    assert page.summary.startswith("Kiểm tra máy: ")
    assert port.bad == []


def test_the_manual_is_a_sheet_of_the_workbook(sample: Any) -> None:
    port = sample(CLEAN)
    press.press("guide", port)
    assert (port.led_to, port.said, port.bad) == (["guide"], [], [])


def test_where_no_workbook_is_open_the_person_reads_where_the_manual_is(sample: Any) -> None:
    port = sample(CLEAN)
    port.open = False
    press.press("guide", port)
    assert port.said == [f"Mở sổ “{port.path.name}” rồi xem trang «Cách dùng»."]


def test_a_restore_without_copies_is_told(sample: Any, log: Path) -> None:
    assert _refused(sample(CLEAN), log, "restore") == "LUU-002"


def test_verifying_where_nothing_was_made_is_told(sample: Any, log: Path) -> None:
    assert _refused(sample(CLEAN), log, "verify") == "XM-011"


def test_the_day_of_a_sample_is_the_day_on_which_it_stands(sample: Any) -> None:
    seen: list[Click] = []
    press.press("check", sample(CLEAN), seen.append)
    assert seen[0].today.isoformat() == "2026-11-23"


def test_the_copy_that_was_read_is_gone_afterwards(sample: Any) -> None:
    seen: list[Path] = []
    press.press("check", sample(CLEAN), lambda click: seen.append(click.opened.path))
    assert not seen[0].exists()
