"""What a button's macro starts in LibreOffice, where xlwings' own RunPython cannot go.

    python -P -X utf8 -m dvk_office.shells.libreoffice ANSWER WORKBOOK LINE

LINE is that of RunPython. ANSWER.started appears at once; at the end ANSWER, which holds OK or one sentence for the
person. The same functions run as in Excel, on the workbook that was clicked.
"""

import re
import sys
from pathlib import Path
from typing import Any

from dvk_office.shells import lean

OK = "OK"
_LINE = re.compile(r"from dvk_office\.shells import buttons; buttons\.([a-z][a-z_]*)\(\)")


def main(arguments: list[str]) -> None:
    """Runs the button and writes the answer, whole or not at all."""
    answer, workbook, line = arguments
    Path(f"{answer}.started").touch()
    said = _run(Path(workbook), line)
    part = Path(f"{answer}.tmp")
    part.write_text(f"{said}\n", encoding="utf-8")
    part.replace(answer)


def _run(workbook: Path, line: str) -> str:
    lean.block()
    from dvk_office.shells import buttons, press

    try:
        open_workbook(workbook).set_mock_caller()
        getattr(buttons, _name(line))()
    except Exception as fault:  # noqa: BLE001 - the last wall before the person
        return press.sentence(fault).replace("\n", " ")
    return OK


def _name(line: str) -> str:
    """The function of a button that LINE calls; nothing else is ever run."""
    from dvk_office.rules.actions import load_actions

    found = _LINE.fullmatch(line)
    if not found or found[1] not in {action.name for action in load_actions()}:
        raise ValueError(line)
    return found[1]


def open_workbook(path: Path) -> Any:
    """The Book of xlwings for the workbook at `path`, which is open in LibreOffice; DvkError where it is not."""
    import xlwings

    from dvk_office.core.findings import DvkError, finding
    from dvk_office.core.records import Place
    from dvk_office.shells.lo_engine.bridge import BridgeError, office_context
    from dvk_office.shells.lo_engine.engine import Engine

    try:
        engine = Engine(office_context())
    except (BridgeError, ImportError) as missing:
        facts = {"missing": str(missing)}
        raise DvkError(finding("NUT-024", Place(tab=path.name), **facts)) from missing
    found = engine.app.book(path)
    if found is None:
        engine.app.end_if_idle()
        raise DvkError(finding("NUT-025", Place(tab=path.name), path=path))
    xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.engines["libreoffice"].activate()
    return xlwings.Book(impl=found)


if __name__ == "__main__":
    main(sys.argv[1:])
