"""The file before anybody trusts it: paths of every kind, and limits on what is read at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.rules.layout import Layout
from dvk_office.workbook import container, parts, scan
from dvk_office.workbook.reader import read_book
from tests.workbook import written
from tests.workbook.written import headers, pack, sheet, table

TEXTS = "<sst>" + "<si><t>a</t></si>" * 50 + "</sst>"


def book(path: Path, layout: Layout, **members: str) -> Path:
    """A book with a sheet of the team, and more members."""
    cells = table(3, [headers(layout, "team", "name", "role"), ["Nguyễn Văn A", "Thành viên"]])
    made = written.parts({layout.by_key["team"].tab: sheet(cells)})
    return pack(path, {**made, **members})


def stopped(path: Path, layout: Layout) -> str:
    """The code of the finding that stops the reading; it points at the file by its name."""
    with pytest.raises(DvkError) as stop:
        read_book(path, layout)
    assert str(stop.value.finding.place) == path.name
    return stop.value.finding.code


@pytest.mark.parametrize(
    "name",
    [
        "Sổ «Dân vận khéo» năm nay & 100% (2).xlsx",
        "sổ không đuôi",
        "so.XLSM",
        "s" * 200 + ".xlsx",
        "Thư mục Đảng ủy/sâu hơn/nữa/so.xlsx",
        "-so.xlsx",
        "~so.xlsx",
    ],
)
def test_a_book_is_read_whatever_its_path(tmp_path: Path, layout: Layout, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    found, findings = read_book(book(path, layout), layout)
    assert found["team"][0].text("name") == "Nguyễn Văn A"
    assert (found.name, len(found.digest)) == (path.name, 64)
    assert not any(one.code == "TEP-027" for one in findings)


@pytest.mark.parametrize("mark", ["~$so.xlsx", ".~lock.so.xlsx#"])
def test_a_book_that_is_open_in_an_office_program_is_read_with_a_note(
    tmp_path: Path, layout: Layout, mark: str
) -> None:
    (tmp_path / mark).write_bytes(b"")
    found, findings = read_book(book(tmp_path / "so.xlsx", layout), layout)
    assert len(found["team"]) == 1
    assert [(one.code, one.severity) for one in findings if str(one.place) == "so.xlsx"] == [
        ("TEP-027", "note")
    ]


def _missing(folder: Path) -> Path:
    return folder / "không có.xlsx"


def _in_a_missing_folder(folder: Path) -> Path:
    return folder / "không có" / "so.xlsx"


def _in_a_file(folder: Path) -> Path:
    (folder / "so").write_text("x")
    return folder / "so" / "so.xlsx"


def _much_too_long(folder: Path) -> Path:
    return folder / ("dài" * 200 + ".xlsx")


def _with_a_nought(folder: Path) -> Path:
    return folder / "so\0.xlsx"


def _leading_to_itself(folder: Path) -> Path:
    (folder / "so.xlsx").symlink_to(folder / "so.xlsx")
    return folder / "so.xlsx"


def _leading_nowhere(folder: Path) -> Path:
    (folder / "so.xlsx").symlink_to(folder / "đã xóa.xlsx")
    return folder / "so.xlsx"


@pytest.mark.parametrize(
    "make",
    [
        _missing,
        _in_a_missing_folder,
        _in_a_file,
        _much_too_long,
        _with_a_nought,
        _leading_to_itself,
        _leading_nowhere,
    ],
)
def test_a_path_at_which_there_is_nothing_is_named(
    tmp_path: Path, layout: Layout, make: Callable[[Path], Path]
) -> None:
    assert stopped(make(tmp_path), layout) == "TEP-001"


def test_a_folder_is_told_as_a_folder(tmp_path: Path, layout: Layout) -> None:
    (tmp_path / "so.xlsx").mkdir()
    assert stopped(tmp_path / "so.xlsx", layout) == "TEP-002"


def test_what_is_neither_file_nor_folder_is_no_workbook(tmp_path: Path, layout: Layout) -> None:
    os.mkfifo(tmp_path / "so.xlsx")
    assert stopped(tmp_path / "so.xlsx", layout) == "TEP-005"


@pytest.mark.parametrize("step", ["stat", "read_bytes"])
def test_a_file_that_another_program_holds_is_told_as_such(
    tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = book(tmp_path / "so.xlsx", layout)

    def held(_self: Path, **_more: object) -> None:
        raise PermissionError(13, "The process cannot access the file", str(path))

    monkeypatch.setattr(Path, step, held)
    assert stopped(path, layout) == "TEP-003"


def test_a_file_on_a_share_that_goes_away_while_it_is_read_is_not_there(
    tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path / "so.xlsx", layout)

    def gone(_self: Path) -> bytes:
        raise OSError(64, "The specified network name is no longer available", str(path))

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert stopped(path, layout) == "TEP-001"


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ((container, "MOST_FILE_BYTES", 1_000), "TEP-013"),
        ((container, "MOST_UNPACKED_BYTES", 3_000), "TEP-013"),
        ((container, "MOST_MEMBERS", 5), "TEP-014"),
        ((parts, "MOST_PART_BYTES", 500), "TEP-013"),
        ((scan, "MOST_TEXTS", 49), "TEP-029"),
    ],
)
def test_a_file_beyond_a_limit_is_refused_before_it_is_unpacked(
    tmp_path: Path,
    layout: Layout,
    monkeypatch: pytest.MonkeyPatch,
    limit: tuple[object, str, int],
    code: str,
) -> None:
    path = book(tmp_path / "so.xlsx", layout, **{"xl/sharedStrings.xml": TEXTS})
    assert read_book(path, layout)[0]["team"]
    monkeypatch.setattr(*limit)
    assert stopped(path, layout) == code


@pytest.mark.parametrize("packed", [True, False], ids=["packed", "bare"])
def test_a_file_at_a_limit_is_read(
    tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch, *, packed: bool
) -> None:
    path = book(tmp_path / "so.xlsx", layout, **({"xl/sharedStrings.xml": TEXTS} if packed else {}))
    monkeypatch.setattr(container, "MOST_FILE_BYTES", path.stat().st_size)
    monkeypatch.setattr(container, "MOST_MEMBERS", 7 if packed else 6)
    monkeypatch.setattr(scan, "MOST_TEXTS", 50)
    assert read_book(path, layout)[0]["team"]
