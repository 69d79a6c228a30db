"""The macros of the workbook: built from `macros/*.bas` where the builder is installed, else as they were built."""

from importlib.util import find_spec
from pathlib import Path

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.output import write_file
from dvk_office.jobs.places import office_folder
from dvk_office.jobs.report import Made
from dvk_office.rules.actions import workbook_groups
from dvk_office.rules.layout import Layout
from dvk_office.workbook.build_buttons import Macros
from dvk_office.workbook.vba_project import build_project, macro_module, xlwings_module

BUILDER = "pyopenvba"
BUTTONS, HOST, XLWINGS = "modDvk", "modHost", "xlwings"
PROJECT = "vbaProject.bin"


def can_build_macros() -> bool:
    """Whether pyopenvba is installed; an office has no need of it."""
    return find_spec(BUILDER) is not None


def build_macros(layout: Layout, out: Path) -> tuple[Made, ...]:
    """The module with a macro for each action that has a button, and the project with all modules, into `out`."""
    buttons = macro_module(workbook_groups())
    host = (office_folder("macros") / f"{HOST}.bas").read_text(encoding="utf-8")
    modules = {BUTTONS: buttons, HOST: host, XLWINGS: xlwings_module()}
    return (
        write_file(out / f"{BUTTONS}.bas", buttons.encode(), "macros", keep=False),
        write_file(out / PROJECT, build_project(layout, modules), "macros", keep=False),
    )


def read_macros(folder: Path | None = None, interpreter: str = "") -> Macros:
    """The built macros in `folder` or in the program's own, for a workbook whose buttons start `interpreter`."""
    path = (folder or office_folder("macros")) / PROJECT
    if not path.is_file():
        raise DvkError(finding("TEP-028", Place(tab=PROJECT), path=path))
    return Macros(path.read_bytes(), workbook_groups(), interpreter)
