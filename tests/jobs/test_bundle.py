"""«Đóng gói»: everything that an office without network needs is in one folder."""

import ensurepip
import subprocess
import sys
import venv
from pathlib import Path
from types import SimpleNamespace

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.jobs import bundle as job
from dvk_office.jobs.bundle import bundle, needed
from dvk_office.rules.bundle import load_bundle
from dvk_office.rules.load import latest_year


@pytest.fixture(scope="module")
def stick(tmp_path_factory) -> Path:
    """A folder for a memory stick, made once: it takes the wheels from the package registry."""
    folder = tmp_path_factory.mktemp("thẻ nhớ")
    bundle(folder)
    return folder


@pytest.mark.parametrize("python", load_bundle().pythons)
def test_every_supported_python_on_windows_installs_from_the_stick_alone(
    stick: Path, tmp_path: Path, python: str
) -> None:
    """As if on that Windows: the wheels that only Windows asks for are named, for pip asks its own system.

    It would also hold the running Python against what a wheel requires; the tags of the wheels tell the right one.
    """
    plan = load_bundle()
    done = subprocess.run(
        [
            sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--no-index", "--only-binary=:all:", f"--platform={plan.platform}",
            f"--python-version={python}", "--implementation=cp",
            f"--find-links={stick / plan.wheels}", f"--target={tmp_path}", "--no-compile",
            "--ignore-requires-python",
            "dvk-office", *plan.windows_only,
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "dvk_office" / "shells" / "cli.py").is_file()
    assert (tmp_path / "win32com").is_dir()


def test_the_stick_has_workbook_templates_installer_and_a_word_to_read_first(stick: Path) -> None:
    plan = load_bundle()
    assert (stick / f"dvk-{latest_year()}.xlsm").is_file()
    assert (stick / "doc_templates" / "quyet-dinh-cong-nhan-mo-hinh.docx").is_file()
    assert plan.installer in (stick / plan.read_me).read_text(encoding="utf-8-sig")


def installer() -> str:
    """The installer as it lies on the stick."""
    plan = load_bundle()
    return plan.filled(plan.installer_text, version="1", year=latest_year())


def test_the_installer_is_utf8_with_windows_line_ends_and_nothing_left_to_fill(stick: Path) -> None:
    content = (stick / load_bundle().installer).read_bytes()
    assert content.startswith(b"@echo off\r\nchcp 65001 >nul\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.decode("utf-8") == installer().replace("\n", "\r\n")
    assert not {"{", "}"} & set(content.decode("utf-8"))


def test_the_installer_asks_no_network_and_nothing_of_the_users_own_set_up() -> None:
    (pip,) = [line for line in installer().splitlines() if "pip install" in line]
    for word in ("--isolated", "--no-index", '--find-links "%HERE%thu-vien"'):
        assert word in pip
    assert {'set "PYTHONPATH="', 'set "PYTHONHOME="'} <= set(installer().splitlines())


def fits(platform: str, version: tuple[int, int], base: str = "C:\\Python") -> bool:
    """Whether the installer takes such a Python: its own line of Python, run with a pretence of that machine."""
    line = next(line for line in installer().splitlines() if line.startswith('set "FITS='))
    source = line.removeprefix('set "FITS=').removesuffix('"')
    assert not {"%", '"'} & set(source), "cmd.exe would read them"

    def left(code: object) -> None:
        raise SystemExit(code)

    system = SimpleNamespace(version_info=(*version, 1), base_prefix=base, exit=left)
    build = SimpleNamespace(get_platform=lambda: platform)
    modules = {"sys": system, "sysconfig": build, "ensurepip": ensurepip, "venv": venv}
    builtins = {"__import__": lambda name, *_: modules[name], "map": map, "str": str}
    with pytest.raises(SystemExit) as ended:
        exec(source, {"__builtins__": builtins})  # noqa: S102 - our own line
    return not ended.value.code


@pytest.mark.parametrize("python", load_bundle().pythons)
def test_the_installer_takes_every_python_that_it_has_wheels_for(python: str) -> None:
    major, minor = map(int, python.split("."))
    assert fits("win-amd64", (major, minor))


@pytest.mark.parametrize(
    ("platform", "version", "base"),
    [
        ("win32", (3, 12), "C:\\Python"),
        ("win-arm64", (3, 12), "C:\\Python"),
        ("win-amd64", (3, 10), "C:\\Python"),
        ("win-amd64", (3, 99), "C:\\Python"),
        ("win-amd64", (3, 12), "C:\\Program Files\\WindowsApps\\PythonSoftwareFoundation"),
    ],
)
def test_the_installer_passes_over_a_python_that_would_not_do(
    platform: str, version: tuple[int, int], base: str
) -> None:
    """Python of the Microsoft Store sees a %LOCALAPPDATA% of its own (docs.python.org, "Using Python on Windows")."""
    assert not fits(platform, version, base)


def test_pythons_that_are_on_no_path_are_looked_for_where_their_installer_puts_them() -> None:
    folders = "Python313 Python312 Python311"
    (line,) = [line for line in installer().splitlines() if folders in line]
    assert line.count("%LOCALAPPDATA%\\Programs\\Python") == 1


def test_a_path_is_never_written_without_quotes() -> None:
    """A name may hold spaces and “&”, at which cmd.exe ends a command."""
    paths = ("%HERE%", "%HOME_DIR%", "%OFFICE_DIR%", "%BOOK%", "%BASE%", "%LOCALAPPDATA%")
    for line in installer().splitlines():
        outside = "".join(line.split('"')[::2])
        assert not [one for one in paths if one in outside.replace("%%", "")], line


def test_the_installer_leaves_a_file_that_opens_the_window_of_buttons() -> None:
    lines = installer().splitlines()
    (written,) = [line.partition(" echo ") for line in lines if "bang-nut.cmd" in line]
    assert written[0] == r'> "%OFFICE_DIR%\bang-nut.cmd"'
    assert r'set "HOME_DIR=%BASE%\dvk_office"' in lines
    python = r"%LOCALAPPDATA%\dvk_office\Scripts\pythonw.exe"
    book = f"%~dp0dvk-{latest_year()}.xlsm"
    expected = f'@start "" "{python}" -P -m dvk_office.shells panel "{book}"'
    assert written[2].replace("%%", "%") == expected


def test_every_jump_of_the_installer_has_its_label() -> None:
    lines = installer().splitlines()
    labels = {line.strip() for line in lines if line.startswith(":")}
    jumps = {f":{part.split()[0]}" for line in lines for part in line.split("goto :")[1:]}
    assert jumps == labels


def test_windows_has_what_pip_on_another_system_leaves_out() -> None:
    names = set(needed(load_bundle()))
    assert {"pywin32", "colorama", "tzdata"} <= names
    assert not [one for one in names if ";" in one]


def test_without_a_checkout_it_is_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(job, "office_folder", lambda name: tmp_path / name)
    with pytest.raises(DvkError) as told:
        bundle(tmp_path / "stick")
    assert told.value.finding.code == "GOI-001"


def test_a_registry_that_cannot_be_reached_is_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(
        job, "PIP", (sys.executable, "-c", "import sys; sys.exit('ERROR: no network')")
    )
    with pytest.raises(DvkError) as told:
        bundle(tmp_path)
    assert told.value.finding.code == "GOI-002"
    assert "no network" in told.value.finding.message
