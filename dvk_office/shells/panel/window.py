"""The window: the buttons in their groups, beside them what happened, below how far the work is."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from tkinter import Tk, ttk
from typing import Any, ClassVar

from dvk_office.rules.layout import Layout
from dvk_office.shells import press
from dvk_office.shells.panel.chooser import OneOf, Papers, TypeIn
from dvk_office.shells.panel.desk import (
    Advanced,
    Asked,
    AskedText,
    Desk,
    Doing,
    Ended,
    Placed,
    Shown,
    Told,
)
from dvk_office.shells.panel.groups import button_groups
from dvk_office.shells.panel.happened import Happened
from dvk_office.shells.panel.look import EDGE, dress, wrapping
from dvk_office.shells.panel.papers import Offer

POLL = 40  # milliseconds between two looks at what the thread says
NO_BOOK, CHOOSE = "Chưa chọn sổ", "Bấm «Chọn sổ…» để chọn sổ theo dõi."
ON_FILE = "Làm việc trên tệp đã lưu; kết quả hiện ở đây và ghi vào sổ bên cạnh."
HELD = "Sổ đang mở ở chương trình khác mà không nối được: đọc bản đã lưu trên đĩa, kết quả ghi vào sổ bên cạnh."
Click = Callable[[str, Path, Desk], None]
PickFile = Callable[[], str]
OpenFile = Callable[[Path], None]


class Window:
    """`click` does the work of one button in a thread; `pick_file` and `open_file` are the system's own."""

    def __init__(  # noqa: PLR0913 - the window, its workbook, and what it reaches outside
        self,
        root: Tk,
        layout: Layout,
        book: Path | None,
        *,
        click: Click,
        pick_file: PickFile,
        open_file: OpenFile,
    ) -> None:
        self.root, self.book = root, book
        self._click, self._pick_file = click, pick_file
        self.desk: Desk | None = None
        self.box: OneOf | Papers | TypeIn | None = None
        self._closing = False
        dress(root)
        self._book_bar()
        self._work_bar()
        middle = ttk.Frame(root, padding=(EDGE, 0))
        middle.pack(fill="both", expand=True)
        self.buttons = button_groups(middle, self.click, self._hint)
        self.happened = Happened(middle, layout, open_file)
        self._show_book()
        root.protocol("WM_DELETE_WINDOW", self.close)
        root.bind("<Escape>", lambda _: self.stop.invoke())
        setattr(root, "report_callback_exception", self._failed)  # noqa: B010 - tkinter means it so
        root.after(POLL, self._listen)

    @property
    def busy(self) -> bool:
        return self.desk is not None

    def _book_bar(self) -> None:
        bar = ttk.Frame(self.root, padding=EDGE)
        bar.pack(fill="x")
        self.choose = ttk.Button(bar, text="Chọn sổ…", command=self._choose_book)
        self.choose.pack(side="right", anchor="n")
        self.name = ttk.Label(bar, style="Book.TLabel")
        self.name.pack(anchor="w")
        self.place = wrapping(ttk.Label(bar, style="Quiet.TLabel"))
        self.place.pack(fill="x")

    def _work_bar(self) -> None:
        bar = ttk.Frame(self.root, padding=EDGE)
        bar.pack(side="bottom", fill="x")
        self.stop = ttk.Button(bar, text="Dừng", command=self._stop)
        self.stop.pack(side="right")
        self.bar = ttk.Progressbar(bar, length=220)
        self.bar.pack(side="right", padx=EDGE)
        ttk.Label(bar, text="\n").pack(side="right")  # two lines high whatever is said
        self.status = wrapping(ttk.Label(bar))
        self.status.pack(side="left", fill="x", expand=True)

    def _hint(self, text: str) -> None:
        if not self.busy:
            self.status.configure(text=text)

    def _choose_book(self) -> None:
        if picked := self._pick_file():
            self.book = Path(picked)
            self.happened.clear()
            self._show_book()

    def _show_book(self) -> None:
        self.name.configure(text=self.book.name if self.book else NO_BOOK)
        self.place.configure(text=str(self.book.parent) if self.book else CHOOSE)
        if self.book and not self.book.is_file():
            self.happened.tell(f"Không thấy tệp “{self.book}”. {CHOOSE}", bad=True)
        self._enable()

    def _enable(self) -> None:
        """What can be pressed now."""
        ready = not self.busy and self.book is not None
        for button in self.buttons.values():
            button.state(["!disabled" if ready else "disabled"])
        self.choose.state(["disabled" if self.busy else "!disabled"])
        self.stop.state(["!disabled" if self.busy else "disabled"])

    def click(self, key: str) -> None:
        """Begins the work of a button; a second click meanwhile is not heard."""
        if self.busy or self.book is None:
            return
        self.desk = Desk()
        self.happened.clear()
        self._enable()
        self.bar.configure(mode="indeterminate")
        self.bar.start(30)
        Thread(target=self._click, args=(key, self.book, self.desk), daemon=True).start()

    def _stop(self) -> None:
        if self.desk:
            self.desk.stop()
            self.status.configure(text="Đang dừng …")

    def close(self) -> None:
        """Closes the window; work that runs is stopped first, so that nothing half-written stays."""
        if self.box:
            self.box.cancel.invoke()
        self._closing = self.busy
        self._stop()
        if not self.busy:
            self.root.destroy()

    def _listen(self) -> None:
        """Hears the thread; once more in a moment, whatever happens."""
        self.root.after(POLL, self._listen)
        for message in self.desk.heard() if self.desk else ():
            self._HEARD[type(message)](self, message)
        if self._closing and not self.busy:
            self.root.destroy()

    def _placed(self, one: Placed) -> None:
        on_file = HELD if one.held else ON_FILE
        self.place.configure(text=f"Đang mở trong {one.host}." if one.host else on_file)

    def _doing(self, one: Doing) -> None:
        self.status.configure(text=one.text)

    def _advanced(self, one: Advanced) -> None:
        self.bar.stop()
        self.bar.configure(mode="determinate", maximum=one.total, value=one.done)
        self.status.configure(text=f"{one.what} ({one.done}/{one.total})")

    def _shown(self, one: Shown) -> None:
        self.happened.show(one.results, one.file)

    def _told(self, one: Told) -> None:
        self.happened.tell(one.text, bad=one.bad)

    def _asked(self, one: Asked) -> None:
        self.box = OneOf(self.root, one.question, one.choices, self._answer)

    def _asked_text(self, one: AskedText) -> None:
        self.box = TypeIn(self.root, one.question, one.usual, self._answer)

    def _offered(self, one: Offer) -> None:
        self.box = Papers(self.root, one, self._answer)

    def _answer(self, value: Any) -> None:
        self.box = None
        if self.desk:
            self.desk.answer(value)

    def _ended(self, _one: Ended) -> None:
        self.desk = None
        self.bar.stop()
        self.bar.configure(mode="determinate", value=0)
        self._enable()

    def _failed(self, _kind: object, fault: Exception, _trace: object) -> None:
        """A fault of the window itself."""
        self.happened.tell(press.sentence(fault), bad=True)

    _HEARD: ClassVar[Mapping[type, Callable[[Any, Any], None]]] = {
        Placed: _placed,
        Doing: _doing,
        Advanced: _advanced,
        Shown: _shown,
        Told: _told,
        Asked: _asked,
        AskedText: _asked_text,
        Offer: _offered,
        Ended: _ended,
    }
