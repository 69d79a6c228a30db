"""The list of what happened: one line a finding or figure, files with a link to their folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tkinter import Misc, ttk

from dvk_office.rules.layout import Layout
from dvk_office.shells.panel.lines import TextLine, text_lines
from dvk_office.shells.panel.look import EDGE, LINK, MORE, list_of_lines, wrapping
from dvk_office.workbook.results import BAD, GOOD, ROW, Results

OPEN_FOLDER = "Mở thư mục"
OPEN_RESULTS = "Mở sổ kết quả"


class Happened:
    """`open_file` opens a file or a folder as a double click would."""

    def __init__(self, parent: Misc, layout: Layout, open_file: Callable[[Path], None]) -> None:
        self._layout, self._open = layout, open_file
        self._folder: Path | None = None
        self._file: Path | None = None
        frame = ttk.Frame(parent)
        frame.pack(side="left", fill="both", expand=True)
        self.summary = wrapping(ttk.Label(frame, style="Book.TLabel"))
        self.summary.pack(fill="x", pady=(0, EDGE // 2))
        bar = ttk.Frame(frame)
        bar.pack(side="bottom", fill="x", pady=(EDGE // 2, 0))
        self.folder = ttk.Button(bar, text=OPEN_FOLDER, command=self._open_folder)
        self.folder.pack(side="left")
        self.results = ttk.Button(bar, text=OPEN_RESULTS, command=self._open_results)
        self.results.pack(side="left", padx=EDGE)
        scroll = ttk.Scrollbar(frame)
        scroll.pack(side="right", fill="y")
        self.text = list_of_lines(frame)
        self.text.configure(yscrollcommand=scroll.set)
        self.text.pack(side="left", fill="both", expand=True)
        scroll.configure(command=self.text.yview)
        self.clear()

    def clear(self) -> None:
        self._folder = self._file = None
        self.summary.configure(text="")
        self.text.configure(state="normal")
        self.text.delete("1.0", "end")
        for tag in self.text.tag_names():
            if tag.startswith(OPEN_FOLDER):
                self.text.tag_delete(tag)
        self.text.configure(state="disabled")
        self._enable()

    def show(self, results: Results, file: Path | None) -> None:
        """The results in place of what stood here; `file` is the workbook that they are written to."""
        self.clear()
        self._file = file
        self.summary.configure(text=results.summary)
        self.text.configure(state="normal")
        for number, line in enumerate(text_lines(results, self._layout)):
            self._write(line, number)
        self.text.configure(state="disabled")
        self._enable()

    def tell(self, text: str, *, bad: bool) -> None:
        """One sentence above all else."""
        self.text.configure(state="normal")
        self.text.insert("1.0", f"{text}\n", (BAD if bad else GOOD,))
        self.text.configure(state="disabled")
        self.text.see("1.0")

    def _write(self, line: TextLine, number: int) -> None:
        self.text.insert("end", line.head, (line.look,))
        first, *more = line.rest.split("\n")
        self.text.insert("end", f" {first}", (ROW,))
        for one in more:
            self.text.insert("end", f"\n{one}", (MORE,))
        if line.file:
            folder = line.file.parent
            self._folder = self._folder or folder
            tag = f"{OPEN_FOLDER} {number}"
            self.text.insert("end", "  ", (ROW,), OPEN_FOLDER, (LINK, tag))
            self.text.tag_bind(tag, "<Button-1>", partial(self._follow, folder))
        self.text.insert("end", "\n")

    def _follow(self, folder: Path, _event: object) -> None:
        self._open(folder)

    def _enable(self) -> None:
        self.folder.state(["!disabled" if self._folder else "disabled"])
        self.results.state(["!disabled" if self._file else "disabled"])

    def _open_folder(self) -> None:
        if self._folder:
            self._open(self._folder)

    def _open_results(self) -> None:
        if self._file:
            self._open(self._file)
