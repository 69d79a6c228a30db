"""Runs under a Python that has LibreOffice's `uno`: a LibreOffice with a screen, told what to do line by line.

Usage: desk_driver.py HOME_FOLDER    (DISPLAY names the screen)

Each line that comes in is a JSON list: the name of a function below and its arguments; each answer is a line of JSON.
What a person would do with the mouse is done with the mouse: xdotool moves it to where the accessibility interface says
that the thing stands.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.lang import DisposedException  # type: ignore[import-not-found]
from com.sun.star.table import TableSortField  # type: ignore[import-not-found]


def _role(name: str) -> int:
    return int(uno.getConstantByName(f"com.sun.star.accessibility.AccessibleRole.{name}"))


START_AGAIN = (79, 81)  # how a new profile ends its first start
LIMIT = 60  # seconds
MACROS_RUN = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
POSITION_AND_SIZE = 15

WINDOW = (1600, 1000)
BOXES = frozenset(map(_role, ("ALERT", "DIALOG")))
WORDS = frozenset(map(_role, ("LABEL", "STATIC")))
PUSH_BUTTON, TEXT = _role("PUSH_BUTTON"), _role("TEXT")
MOST_CHILDREN = 200  # of one thing; sheets have millions
Answer = Any


class Desk:
    """One LibreOffice, one document in it."""

    def __init__(self, home: Path) -> None:
        self.pipe = f"dvk-desk-{os.getpid()}"
        self.temporary = home / "tmp"
        self.temporary.mkdir()
        homes = {"HOME": str(home), "XDG_CONFIG_HOME": f"{home}/.config"}
        self.environment = {**os.environ, **homes, "TEMP": str(self.temporary)}
        self.process = self._started()
        self.context = self._connected()
        services = self.context.ServiceManager
        self.desktop = services.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self.context
        )
        self.toolkit = services.createInstanceWithContext("com.sun.star.awt.Toolkit", self.context)
        self.document: Any = None
        self.opened: list[Any] = []

    def _started(self) -> "subprocess.Popen[bytes]":
        """soffice.bin itself, so that the process is ours."""
        office = Path(shutil.which("soffice") or "").resolve().with_name("soffice.bin")
        call = [str(office), f"--accept=pipe,name={self.pipe};urp;", "--norestore", "--nologo"]
        pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([*call, "--nodefault"], env=self.environment, **pipes)

    def _connected(self) -> Any:
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", here
        )
        ends = time.monotonic() + LIMIT
        while time.monotonic() < ends:
            try:
                return resolver.resolve(
                    f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext"
                )
            except NoConnectException:
                if self.process.poll() in START_AGAIN:
                    self.process = self._started()
                time.sleep(0.05)
        raise SystemExit(f"LibreOffice cannot be reached (it ended with {self.process.poll()})")

    # ---- the document

    def open(self, path: str, how: str = "") -> Answer:
        """Opens a file or an address; with `how` “new” as a template does: a workbook that was never saved."""
        run = [PropertyValue("MacroExecutionMode", 0, MACROS_RUN, 0)]
        run += [PropertyValue("AsTemplate", 0, True, 0)] if how == "new" else []  # noqa: FBT003 - UNO has no names for arguments
        url = path if "://" in path else Path(path).resolve().as_uri()
        self.document = self.desktop.loadComponentFromURL(url, "_blank", 0, tuple(run))
        window = self._controller.Frame.ContainerWindow
        window.setPosSize(0, 0, *WINDOW, POSITION_AND_SIZE)
        self.opened.append(self.document)

    def turn_to(self, number: int) -> Answer:
        """Brings one of the open documents to the front, counted from nought in the order of opening."""
        self.document = self.opened[number]
        window = self._controller.Frame.ContainerWindow
        window.setVisible(True)
        window.toFront()

    def close(self) -> Answer:
        self.opened.remove(self.document)
        self.document.close(True)  # noqa: FBT003 - UNO has no names for arguments
        self.document = None

    def save(self) -> Answer:
        self.document.store()

    def quit(self) -> Answer:
        self.desktop.terminate()
        self.process.wait(LIMIT)

    @property
    def _controller(self) -> Any:
        return self.document.CurrentController

    def _sheet(self, tab: str) -> Any:
        return self.document.Sheets.getByName(tab)

    def show(self, tab: str) -> Answer:
        self._controller.setActiveSheet(self._sheet(tab))

    def shown(self) -> Answer:
        return self._controller.ActiveSheet.Name

    def cells(self, tab: str, area: str) -> Answer:
        return self._sheet(tab).getCellRangeByName(area).getDataArray()

    def formula(self, tab: str, cell: str) -> Answer:
        return self._sheet(tab).getCellRangeByName(cell).getFormula()

    def put(self, tab: str, cell: str, value: object) -> Answer:
        found = self._sheet(tab).getCellRangeByName(cell)
        _ = found.setString(value) if isinstance(value, str) else found.setValue(value)

    def select(self, tab: str, area: str) -> Answer:
        self.show(tab)
        self._controller.select(self._sheet(tab).getCellRangeByName(area))

    def selected(self) -> Answer:
        return self._controller.getSelection().AbsoluteName

    def protected(self, tab: str) -> Answer:
        return self._sheet(tab).isProtected()

    def unprotect(self, tab: str) -> Answer:
        self._sheet(tab).unprotect("")

    def calculates(self) -> Answer:
        return self.document.isAutomaticCalculationEnabled()

    def calculate(self, mode: str) -> Answer:
        self.document.enableAutomaticCalculation(mode == "automatic")

    def sort(self, tab: str, area: str, column: int) -> Answer:
        """Sorts rows by one column, the last first, as Data > Sort does."""
        field = TableSortField()
        field.Field, field.IsAscending = column, False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        orders = (
            PropertyValue("SortFields", 0, fields, 0),
            PropertyValue("ContainsHeader", 0, False, 0),  # noqa: FBT003 - UNO has no names for arguments
        )
        self._sheet(tab).getCellRangeByName(area).sort(orders)

    def insert_row(self, tab: str, row: int) -> Answer:
        self._sheet(tab).Rows.insertByIndex(row - 1, 1)

    def rename(self, tab: str, name: str) -> Answer:
        """Renames a tab, as somebody may who took the lock off."""
        self.document.unprotect("")
        self._sheet(tab).setName(name)

    def hide_rows(self, tab: str, area: str) -> Answer:
        self._sheet(tab).getCellRangeByName(area).Rows.IsVisible = False

    def hidden(self, tab: str, cell: str) -> Answer:
        return not self._sheet(tab).getCellRangeByName(cell).Rows.IsVisible

    def forget(self, name: str) -> Answer:
        """Takes a defined name out of the workbook."""
        self.document.NamedRanges.removeByName(name)

    def note(self, name: str, text: str) -> Answer:
        """Gives one of the workbook's marks another content; gives the one that it had."""
        mark = self.document.NamedRanges.getByName(name)
        before = mark.Content
        mark.setContent(text)
        return before

    def remove(self, tab: str) -> Answer:
        """Deletes a tab, as somebody may who took the lock off."""
        self.document.unprotect("")
        self.document.Sheets.removeByName(tab)

    def run(self, macro: str) -> Answer:
        """Calls a macro as the ribbon of Excel would; LibreOffice shows no such ribbon. Does not wait for its end."""
        url = f"vnd.sun.star.script:VBAProject.{macro}?language=Basic&location=document"
        script = self.document.getScriptProvider().getScript(url)
        Thread(target=script.invoke, args=((), (), ()), daemon=True).start()

    def at_work(self) -> Answer:
        """Whether a button's macro still waits for its program: the file of its answer is not yet read and gone."""
        return bool(list(self.temporary.glob("dvk-*")))

    # ---- the screen

    def buttons(self) -> Answer:
        """The buttons on the sheet that is shown, and where the middle of each is."""
        return {
            shape.Control.Label: _middle(_accessible(self._controller.getControl(shape.Control)))
            for shape in self._shapes()
        }

    def _shapes(self) -> Iterator[Any]:
        page = self._controller.ActiveSheet.DrawPage
        for number in range(page.Count):
            shape = page.getByIndex(number)
            if shape.supportsService("com.sun.star.drawing.ControlShape"):
                yield shape

    def click(self, label: str) -> Answer:
        """Clicks a button; a cell first, since without a window manager a window takes a click to wake up."""
        self.click_cell("A1")
        _click(*self.buttons()[label])

    def timed(self, label: str) -> Answer:
        """Seconds from a click on a button until its macro has the answer and the screen is the person's again."""
        self.click_cell("A1")
        place = self.buttons()[label]
        started = time.perf_counter()
        _click(*place)
        for begun in (True, False):
            while self.at_work() is not begun:
                if time.perf_counter() - started > LIMIT:
                    raise TimeoutError(label)
                time.sleep(0.005)
        return time.perf_counter() - started

    def cell_at(self, cell: str) -> Answer:
        """Where the middle of a cell of the sheet that is shown stands on the screen."""
        return _middle(self._seen(cell))

    def corner_of(self, cell: str) -> Answer:
        """A point inside a cell where no text stands: its lower right corner."""
        x, y, width, height = _area(self._seen(cell))
        return [x + width - 5, y + height - 5]

    def follow(self, cell: str) -> Answer:
        """Clicks the link in a cell with Ctrl held; only its text is a link, and that begins at the upper left."""
        x, y, _, _ = _area(self._seen(cell))
        _click(x + 15, y + 9, held="ctrl")

    def _seen(self, cell: str) -> Any:
        """The cell in that pane of the sheet which shows it; frozen headers make several panes."""
        address = self._controller.ActiveSheet.getCellRangeByName(cell).CellAddress
        window = _accessible(self._controller.ComponentWindow)
        for pane in _tree(window):
            sheets = [one for one in _children(pane) if hasattr(one, "getAccessibleCellAt")]
            for sheet in sheets:
                found = _accessible(sheet.getAccessibleCellAt(address.Row, address.Column))
                if _inside(found, pane):
                    return found
        raise LookupError(cell)

    def click_cell(self, cell: str) -> Answer:
        _click(*self.cell_at(cell))

    def type(self, text: str) -> Answer:
        _xdotool("type", "--delay", "20", text)

    def key(self, name: str) -> Answer:
        _xdotool("key", name)

    # ---- boxes

    def box(self) -> Answer:
        """The box that is open: what it says and the names of its buttons; nothing where none is."""
        try:
            parts = [(one.getAccessibleRole(), _name(one)) for one in self._box()]
        except DisposedException:  # it is being closed
            return None
        said = [name for role, name in parts if role in WORDS and name]
        buttons = [name for role, name in parts if role == PUSH_BUTTON]
        return {"said": "\n".join(said), "buttons": buttons} if parts else None

    def press(self, name: str) -> Answer:
        """Clicks a button of the box that is open, if one still is."""
        try:
            found = [one for one in self._parts(PUSH_BUTTON) if name in _name(one)][:1]
        except DisposedException:
            return
        for one in found:
            _click(*_middle(one))

    def answer(self, text: str) -> Answer:
        """Types into the line of the box in place of what stands there; tells whether it stands there then.

        Without a window manager a new window may take the first click for itself.
        """
        try:
            found = next(self._parts(TEXT), None)
            if found is None:
                return False
            _click(*_middle(found))
            _xdotool("key", "ctrl+a")
            _xdotool("type", text)
            ends = time.monotonic() + 1
            while found.getText() != text and time.monotonic() < ends:
                time.sleep(0.05)
            return found.getText() == text
        except DisposedException:  # it is being closed
            return False

    def _box(self) -> Iterator[Any]:
        for number in range(self.toolkit.getTopWindowCount()):
            window = self.toolkit.getTopWindow(number)
            found = _accessible(window)
            if found.getAccessibleRole() in BOXES:
                yield from _tree(found)

    def _parts(self, role: int) -> Iterator[Any]:
        return (one for one in self._box() if one.getAccessibleRole() == role)


def _accessible(thing: Any) -> Any:
    return thing.getAccessibleContext() if hasattr(thing, "getAccessibleContext") else thing


def _children(found: Any) -> Iterator[Any]:
    """What is directly in a thing on the screen; of a sheet nothing, it has millions of cells."""
    count = found.getAccessibleChildCount()
    for number in range(count if count <= MOST_CHILDREN else 0):
        yield _accessible(found.getAccessibleChild(number))


def _tree(found: Any) -> Iterator[Any]:
    yield found
    for one in _children(found):
        yield from _tree(one)


def _name(found: Any) -> str:
    return str(found.getAccessibleName())


def _area(found: Any) -> tuple[int, int, int, int]:
    place, size = found.getLocationOnScreen(), found.getSize()
    return place.X, place.Y, size.Width, size.Height


def _middle(found: Any) -> tuple[int, int]:
    x, y, width, height = _area(found)
    return x + width // 2, y + height // 2


def _inside(found: Any, pane: Any) -> bool:
    (x, y), (left, top, width, height) = _middle(found), _area(pane)
    return left < x < left + width and top < y < top + height


def _click(x: int, y: int, held: str = "") -> None:
    down, up = (["keydown", held], ["keyup", held]) if held else ([], [])
    _xdotool("mousemove", str(x), str(y), "sleep", "0.1", *down, "click", "1", *up)


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)


def main() -> None:
    desk = Desk(Path(sys.argv[1]))
    print(json.dumps(desk.process.pid), flush=True)
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        act: Callable[..., Answer] = getattr(desk, name)
        try:
            answer = {"answer": act(*arguments)}
        except Exception as fault:  # noqa: BLE001 - told to whoever asked
            answer = {"fault": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(answer, ensure_ascii=False), flush=True)
        if name == "quit":
            break


main()
