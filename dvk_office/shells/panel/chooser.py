"""The two boxes of the window in which a person chooses: one of several, or kinds of paper with their codes."""

from collections.abc import Callable, Sequence
from tkinter import Frame, Listbox, Misc, Toplevel, ttk
from typing import Any

from dvk_office.shells.panel.look import EDGE
from dvk_office.shells.panel.papers import Chosen, Offer

OK, CANCEL = "Đồng ý", "Thôi"
PAPERS_TITLE = "Chọn loại văn bản"
_ROWS, _WIDE = 16, 62
Answer = Callable[[Any], None]


class Box:
    """A window over the panel: what is asked, the two buttons below. It answers once."""

    def __init__(self, parent: Misc, title: str, answer: Answer) -> None:
        self.window = Toplevel(parent)
        self.window.title(title)
        self.window.configure(borderwidth=1, relief="solid")
        self.window.transient(parent.winfo_toplevel())
        self._answer = answer
        self.body = ttk.Frame(self.window, padding=EDGE)
        self.body.pack(fill="both", expand=True)
        self.buttons = ttk.Frame(self.window, padding=EDGE)
        self.buttons.pack(fill="x")
        self.cancel = ttk.Button(self.buttons, text=CANCEL, command=lambda: self.end(None))
        self.cancel.pack(side="right")
        self.ok = ttk.Button(self.buttons, text=OK, default="active")
        self.ok.pack(side="right", padx=EDGE)
        self.window.protocol("WM_DELETE_WINDOW", self.cancel.invoke)
        self.window.bind("<Escape>", lambda _: self.cancel.invoke())
        self.window.bind("<Return>", lambda _: self.ok.invoke())

    def show(self, first: Misc) -> None:
        """Over the middle of the panel, the keyboard in `first`."""
        owner = self.window.master.winfo_toplevel()
        self.window.update_idletasks()
        across = owner.winfo_rootx() + (owner.winfo_width() - self.window.winfo_reqwidth()) // 2
        down = owner.winfo_rooty() + (owner.winfo_height() - self.window.winfo_reqheight()) // 3
        self.window.geometry(f"+{max(across, 0)}+{max(down, 0)}")
        self.window.wait_visibility()
        self.window.grab_set()
        first.focus_set()

    def end(self, value: Any) -> None:
        self.window.grab_release()
        self.window.destroy()
        self._answer(value)


def listed(parent: Misc, rows: int = _ROWS, width: int = _WIDE, mode: str = "browse") -> Listbox:
    """A list with its scroll bar, filling the rest of `parent`."""
    frame = Frame(parent)
    frame.pack(fill="both", expand=True)
    found = Listbox(frame, height=rows, width=width, exportselection=False, activestyle="none")
    found.configure(selectmode=mode, background="#FFFFFF")
    bar = ttk.Scrollbar(frame, command=found.yview)
    found.configure(yscrollcommand=bar.set)
    bar.pack(side="right", fill="y")
    found.pack(side="left", fill="both", expand=True)
    return found


def _places(found: Listbox) -> tuple[int, ...]:
    """The places of what is marked in a list."""
    marked: Any = found
    return tuple(marked.curselection())


class OneOf(Box):
    """A question; answers with the place of a choice."""

    def __init__(self, parent: Misc, question: str, choices: Sequence[str], answer: Answer) -> None:
        super().__init__(parent, question, answer)
        ttk.Label(self.body, text=question, wraplength=460).pack(anchor="w", pady=(0, EDGE))
        self.list = listed(self.body, min(len(choices), _ROWS))
        self.list.insert("end", *choices)
        self.list.selection_set(0)
        self.list.bind("<Double-Button-1>", lambda _: self.ok.invoke())
        self.ok.configure(command=self._chosen)
        self.show(self.list)

    def _chosen(self) -> None:
        if places := _places(self.list):
            self.end(places[0])


class TypeIn(Box):
    """A question; answers with what was typed."""

    def __init__(self, parent: Misc, question: str, usual: str, answer: Answer) -> None:
        super().__init__(parent, question, answer)
        ttk.Label(self.body, text=question, wraplength=460).pack(anchor="w", pady=(0, EDGE))
        self.entry = ttk.Entry(self.body, width=_WIDE)
        self.entry.insert(0, usual)
        self.entry.select_range(0, "end")
        self.entry.pack(fill="x")
        self.ok.configure(command=lambda: self.end(self.entry.get().strip() or None))
        self.show(self.entry)


class Papers(Box):
    """Kinds of paper by tab, beside them the codes of those that are marked; no code means every row."""

    def __init__(self, parent: Misc, offer: Offer, answer: Answer) -> None:
        super().__init__(parent, PAPERS_TITLE, answer)
        self._offer = offer
        self._codes: list[str] = []
        left, right = ttk.Frame(self.body), ttk.Frame(self.body)
        left.pack(side="left", fill="both", expand=True)
        right.pack(side="left", fill="both", expand=True, padx=(EDGE, 0))
        ttk.Label(left, text="Loại văn bản (giữ Ctrl để chọn nhiều loại)").pack(anchor="w")
        ttk.Label(right, text="Chỉ lập cho (không chọn là lập đủ mọi dòng)").pack(anchor="w")
        self.kinds = self._tree(left)
        self.codes = listed(right, width=44, mode="extended")
        self.pdf = ttk.Checkbutton(self.buttons, text="Lập thêm bản PDF")
        self.pdf.state(["!alternate"])
        self.pdf.pack(side="left")
        self.ok.configure(command=self._chosen)
        self.ok.state(["disabled"])
        self.kinds.bind("<<TreeviewSelect>>", lambda _: self._list_codes())
        self.show(self.kinds)

    def _tree(self, parent: Misc) -> ttk.Treeview:
        frame = ttk.Frame(parent)
        frame.pack(fill="both", expand=True)
        tree = ttk.Treeview(frame, show="tree", selectmode="extended", height=_ROWS)
        tree.column("#0", width=470)
        bar = ttk.Scrollbar(frame, command=tree.yview)
        tree.configure(yscrollcommand=bar.set)
        bar.pack(side="right", fill="y")
        tree.pack(side="left", fill="both", expand=True)
        for tab, kinds in self._offer.kinds:
            tree.insert("", "end", tab, text=tab, open=True)
            for kind in kinds:
                tree.insert(tab, "end", kind.key, text=kind.title)
        return tree

    def _marked(self) -> tuple[str, ...]:
        """The kinds that are marked; a tab that is marked stands for all of its kinds."""
        children = {tab: tuple(one.key for one in kinds) for tab, kinds in self._offer.kinds}
        keys = [key for one in self.kinds.selection() for key in children.get(one, (one,))]
        return tuple(dict.fromkeys(keys))

    def _list_codes(self) -> None:
        marked = self._marked()
        rows = dict(row for key in marked for row in self._offer.codes[key])
        self._codes = list(rows)
        self.codes.delete(0, "end")
        self.codes.insert("end", *rows.values())
        self.ok.state(["!disabled" if marked else "disabled"])

    def _chosen(self) -> None:
        codes = tuple(self._codes[place] for place in _places(self.codes))
        self.end(Chosen(self._marked(), codes, self.pdf.instate(["selected"])))
