"""«Đóng gói»: a folder for a memory stick, from which an office without network installs everything."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import requires
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from dvk_office import __version__
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.output import write_file
from dvk_office.jobs.places import office_folder
from dvk_office.jobs.report import Made, Progress, Report, silent
from dvk_office.rules.bundle import Bundle, load_bundle
from dvk_office.rules.load import latest_year
from dvk_office.rules.messages import word

DISTRIBUTION = "dvk-office"
NOT_COPIED = (".*", "build", "dist", "*.egg-info", "__pycache__", "tests", "ket-qua")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def bundle(folder: Path, progress: Progress = silent) -> Report:
    """Fills `folder` with wheels for Windows, the built workbook, the templates, the installer and “Đọc trước”."""
    plan, year = load_bundle(), latest_year()
    wheels = folder / plan.wheels
    wheels.mkdir(parents=True, exist_ok=True)
    total = len(plan.pythons) + 1
    progress(word("bundle_own"), 1, total)
    with TemporaryDirectory() as copy:
        _run(own_wheel(_copied(Path(copy, "source")), wheels))
    for number, python in enumerate(plan.pythons, 2):
        progress(word("bundle_wheels", python=python), number, total)
        _run(download(plan, python, wheels))
    return Report(made=(*_files(folder), *_texts(folder, plan, year)))


def _copied(copy: Path) -> Path:
    """A copy of the checkout, so that no file of an earlier build gets into the wheel; DvkError where there is none."""
    checkout = office_folder("samples").parent
    if not (checkout / "pyproject.toml").is_file():
        raise DvkError(finding("GOI-001", Place(tab=checkout.name)))
    copytree(checkout, copy, ignore=ignore_patterns(*NOT_COPIED))
    return copy


def own_wheel(checkout: Path, wheels: Path) -> Sequence[str]:
    """The call that builds the program's own wheel out of `checkout`."""
    return (*PIP, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(checkout))


def download(plan: Bundle, python: str, wheels: Path) -> Sequence[str]:
    """The call that takes every wheel for one Python on Windows, those that only Windows needs among them."""
    return (
        *PIP,
        "download",
        "--only-binary=:all:",
        f"--platform={plan.platform}",
        f"--python-version={python}",
        "--implementation=cp",
        f"--dest={wheels}",
        *needed(plan),
    )


def needed(plan: Bundle) -> tuple[str, ...]:
    """What the program needs at run time, and what Windows needs besides; without the markers of other systems."""
    named = [one for one in requires(DISTRIBUTION) or () if "extra ==" not in one]
    return (*(one.partition(";")[0].strip() for one in named), *plan.windows_only)


def _run(call: Sequence[str]) -> None:
    done = subprocess.run(call, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "ERROR" in line]
        raise DvkError(finding("GOI-002", Place(tab="pip"), found=(lines or [""])[-1][:300]))


def _files(folder: Path) -> Iterator[Made]:
    """The workbook that can be filled in without the program, and the Word templates."""
    for name, pattern in (("workbooks", "*.xlsm"), ("doc_templates", "*.docx")):
        target = folder if name == "workbooks" else folder / name
        for path in sorted(office_folder(name).glob(pattern)):
            yield write_file(target / path.name, path.read_bytes(), name)


def _texts(folder: Path, plan: Bundle, year: int) -> Iterator[Made]:
    for name, text, encoding in (
        (plan.installer, plan.installer_text, "utf-8"),
        (plan.read_me, plan.read_me_text, "utf-8-sig"),
    ):
        filled = plan.filled(text, version=__version__, year=year).replace("\n", "\r\n")
        yield write_file(folder / name, filled.encode(encoding), "guide")
