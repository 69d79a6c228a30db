"""What differs on Windows; nothing here was run on Windows itself."""

from pathlib import Path, PureWindowsPath

import pytest

from dvk_office.jobs.host import PAUSE, TRIES, extended, reachable, replace

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
