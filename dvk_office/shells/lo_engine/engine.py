"""The engine itself: one application, the LibreOffice that is running, with its open workbooks."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from xlwings import base_classes

from dvk_office.shells.lo_engine.book import Book
from dvk_office.shells.lo_engine.cells import Range
from dvk_office.shells.lo_engine.dialogs import input_box, message_box

PROCESS = 1  # there is one; xlwings compares applications by this number


class Engine:
    """What xlwings asks an engine for, to register it and to hand values to cells."""

    name, type = "libreoffice", "desktop"

    def __init__(self, context: Any) -> None:
        self.app = App(self, context)

    @property
    def apps(self) -> "Apps":
        return Apps(self.app)

    @staticmethod
    def prepare_xl_data_element(value: Any, _options: Any) -> Any:
        """A value as a cell takes it; a day as its midnight."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return datetime.combine(value, time())
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: Any, _datetime: Any, empty_as: Any, _number: Any, _errors: Any
    ) -> list[list[Any]]:
        return [[empty_as if one in ("", None) else one for one in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self, app: "App") -> None:
        self._app = app

    def __iter__(self) -> Iterator["App"]:
        yield self._app


class App(base_classes.App):
    engine: Any = None
    pid = PROCESS

    def __init__(self, engine: Engine, context: Any) -> None:
        self.engine, self.context = engine, context
        service = "com.sun.star.frame.Desktop"
        self.desktop = context.ServiceManager.createInstanceWithContext(service, context)
        self._indicator: Any = None
        self._status: Any = False
        self._drawn = True

    def book(self, path: Path) -> Book | None:
        """The open workbook whose file is `path`."""
        found = self.desktop.Components.createEnumeration()
        while found.hasMoreElements():
            document = found.nextElement()
            if getattr(document, "URL", "") and Book(self, document).fullname == str(path):
                return Book(self, document)
        return None

    def end_if_idle(self) -> None:
        """Ends a LibreOffice in which nothing is open: asking for a workbook had started it."""
        if not self.desktop.Components.hasElements():
            self.desktop.terminate()

    @property
    def api(self) -> "AppApi":
        return AppApi(self.context, self._frame().ContainerWindow)

    def activate(self, steal_focus: bool = False) -> None:  # noqa: FBT001, FBT002 - as xlwings calls it
        """There is one application, and the person is in it."""

    @property
    def selection(self) -> Range | None:
        document = self.desktop.CurrentComponent
        found = document.CurrentController.getSelection()
        if not found.supportsService("com.sun.star.sheet.SheetCellRange"):
            return None
        area, book = found.RangeAddress, Book(self, document)
        sheet = book.sheet_at(area.Sheet)
        return Range(
            sheet, area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1
        )

    @property
    def screen_updating(self) -> bool:
        return self._drawn

    @screen_updating.setter
    def screen_updating(self, drawn: bool) -> None:
        if drawn != self._drawn:
            document = self.desktop.CurrentComponent
            _ = document.unlockControllers() if drawn else document.lockControllers()
        self._drawn = drawn

    @property
    def calculation(self) -> str:
        automatic = self.desktop.CurrentComponent.isAutomaticCalculationEnabled()
        return "automatic" if automatic else "manual"

    @calculation.setter
    def calculation(self, mode: str) -> None:
        self.desktop.CurrentComponent.enableAutomaticCalculation(mode == "automatic")

    @property
    def status_bar(self) -> Any:
        return self._status

    @status_bar.setter
    def status_bar(self, text: Any) -> None:
        if self._indicator:
            self._indicator.end()
            self._indicator = None
        if text is not False:
            self._indicator = self._frame().createStatusIndicator()
            self._indicator.start(str(text), 0)
        self._status = text

    def alert(self, prompt: str, title: str, buttons: str, mode: str, _callback: Any) -> str:
        if buttons != "ok":
            raise NotImplementedError(buttons)
        message_box(self._frame().ContainerWindow, title, prompt, bad=mode == "critical")
        return "ok"

    def _frame(self) -> Any:
        return self.desktop.CurrentComponent.CurrentController.Frame


class AppApi:
    """What `live` asks of Excel's own Application."""

    def __init__(self, context: Any, window: Any) -> None:
        self._context, self._window = context, window

    @property
    def AutoCorrect(self) -> "AutoCorrect":  # noqa: N802 - Excel's name
        return AutoCorrect()

    def InputBox(self, prompt: str, title: str, default: str) -> Any:  # noqa: N802 - Excel's name
        """What was typed, False where the person turned away."""
        return input_box(self._context, self._window, title, prompt, default)


class AutoCorrect:
    """LibreOffice fills no formula down a table."""

    AutoFillFormulasInLists = False
