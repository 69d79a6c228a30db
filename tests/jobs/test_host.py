"""What differs on Windows; nothing here was run on Windows itself."""

from pathlib import Path, PureWindowsPath

import pytest

from dvk_office.jobs.host import (
    NO_WINDOW,
    PAUSE,
    TRIES,
    extended,
    python_beside,
    reachable,
    replace,
)

LONG = "\\".join(["Phong trào thi đua Dân vận khéo"] * 10)


def test_a_path_is_left_alone_where_the_system_knows_no_limit(tmp_path: Path) -> None:
    assert reachable(tmp_path / LONG, windows=False) == tmp_path / LONG


def test_a_short_windows_path_stays_plain() -> None:
    assert extended("D:\\Dân vận\\sổ.xlsx") == "D:\\Dân vận\\sổ.xlsx"


@pytest.mark.parametrize(
    ("plain", "prefix"),
    [(f"D:\\{LONG}", "\\\\?\\D:\\"), (f"\\\\máy chủ\\chung\\{LONG}", "\\\\?\\UNC\\máy chủ\\chung")],
)
def test_a_long_windows_path_gets_the_prefix_that_lifts_the_limit(plain: str, prefix: str) -> None:
    assert extended(plain).startswith(prefix)


def test_a_path_with_the_prefix_gets_no_second_one() -> None:
    assert extended(extended(f"D:\\{LONG}")) == extended(f"D:\\{LONG}")


def test_the_extended_path_still_ends_in_the_same_name() -> None:
    assert PureWindowsPath(extended(f"D:\\{LONG}\\sổ.xlsx")).name == "sổ.xlsx"


def _held_for(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter(range(times))
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if next(calls, None) is None:
            return real(self, target)
        raise PermissionError

    monkeypatch.setattr(Path, "replace", held)


def test_a_file_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").write_bytes(b"new")
    _held_for(TRIES - 1, monkeypatch)
    waited: list[float] = []
    replace(tmp_path / "new", tmp_path / "old", waited.append)
    assert ((tmp_path / "old").read_bytes(), waited) == (b"new", [PAUSE] * (TRIES - 1))


def test_a_file_held_for_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").write_bytes(b"new")
    _held_for(TRIES, monkeypatch)
    with pytest.raises(PermissionError):
        replace(tmp_path / "new", tmp_path / "old", lambda _seconds: None)


def _started(monkeypatch: pytest.MonkeyPatch, **options: object) -> tuple[list[str], int]:
    """The call that starts a process beside, and its flags."""
    calls: list[tuple[list[str], int]] = []

    def noted(call: list[str], *_room: int, creationflags: int, **_pipes: object) -> None:
        calls.append((call, creationflags))

    monkeypatch.setattr("subprocess.Popen", noted)
    python_beside("pass", **options)  # type: ignore[arg-type]
    return calls[0]


@pytest.mark.parametrize(("windows", "flags"), [(True, NO_WINDOW), (False, 0)])
def test_a_process_beside_has_no_window_of_its_own(
    monkeypatch: pytest.MonkeyPatch, *, windows: bool, flags: int
) -> None:
    """CREATE_NO_WINDOW is 0x08000000 (Microsoft, "Process Creation Flags"); other systems take no flags."""
    assert _started(monkeypatch, windows=windows)[1] == flags
    assert NO_WINDOW == 0x08000000


def test_a_process_beside_looks_for_no_modules_in_the_offices_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    process = python_beside("import json")
    assert process is not None
    process.communicate()
    assert process.returncode == 0


@pytest.mark.parametrize(
    "program", ["", "C:\\Program Files\\LibreOffice\\program\\soffice.bin", "/chưa/có/python3"]
)
def test_no_process_beside_where_no_python_of_its_own_can_be_started(program: str) -> None:
    assert python_beside("pass", program=program) is None
