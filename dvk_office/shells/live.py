"""The workbook open in Excel, driven through xlwings; with our engine of xlwings also in LibreOffice.

Only the workbook with our mark is written to. Everything is read and written in blocks, so the number of calls does not
grow with the rows. What is switched off meanwhile is put back whatever happens. `api` gives Excel's own objects where
xlwings has no words for them; the engine for LibreOffice has the same few.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from dvk_office.core.edits import Edits
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.backups import new_backup
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.shells.choosing import choose
from dvk_office.shells.port import Selected, Written
from dvk_office.shells.restoring import nothing_filled_down, write_entries
from dvk_office.shells.typed import as_text, cell, shown
from dvk_office.shells.writing import write_edits
from dvk_office.workbook.kept_cells import kept_cells
from dvk_office.workbook.results import (
    DIGEST,
    LINK,
    SUMMARY_ROW,
    FileLink,
    Link,
    Results,
    Shown,
    digest_cell,
    last_row_cell,
)

TITLE = "Dân vận khéo"
ATTEMPTS = 2_000  # calls that Excel turns away, being busy, before the person is told; xlwings would try for ever
_PRODUCT = "dvk_product"
_LONGEST_TEXT = 255  # letters of one text in a formula of Excel
_LOCK = ("", True, True, True, False, False, True, True, *[False] * 6, True, False)
"""Protect of a sheet: no password; widths, heights and filters may be changed."""


class LiveBook:
    """`book` is an xlwings Book."""

    def __init__(self, book: Any, layout: Layout) -> None:
        self._book = book
        self._layout = layout

    @property
    def path(self) -> Path:
        return Path(self._book.fullname)

    def mark(self, name: str) -> str:
        names = self._book.names
        text = str(names[name].refers_to) if name in names else ""
        return text.removeprefix("=").strip('"')

    def snapshot(self, folder: Path) -> Path:
        copy = folder / self.path.name
        self._book.api.SaveCopyAs(str(copy))
        return copy

    def selected(self) -> Selected:
        found = self._book.app.selection
        return Selected(str(found.sheet.name), int(found.row)) if found else Selected()

    def status(self, text: str) -> None:
        self._book.app.status_bar = text or False

    def progress(self, what: str, done: int, total: int) -> None:
        self.status(f"{what} ({done}/{total})")

    def write_table(self, results: Results) -> None:
        plan = self._layout.by_key[results.sheet_key]
        sheet = self._sheet(plan)
        digest = self._digest()
        with self._writing(), _unlocked(sheet):
            self._clear(sheet, plan)
            self._fill(sheet, plan, results, digest)
        sheet.activate()
        sheet.range((self._layout.first_row, 1)).select()

    def read_table(self, sheet_key: str) -> Sequence[Sequence[Shown]]:
        plan = self._layout.by_key[sheet_key]
        sheet = self._sheet(plan)
        last = int(sheet.range(last_row_cell(plan)).value or 0)
        if last < self._layout.first_row:
            return ()
        block = self._lines(sheet, plan, last).options(ndim=2).value
        return tuple(tuple(map(shown, row)) for row in block)

    def show_sheet(self, sheet_key: str) -> bool:
        sheet = self._sheet(self._layout.by_key[sheet_key])
        sheet.activate()
        sheet.range((1, 1)).select()
        return True

    def link(self, link: Link) -> str:
        tab = link.tab.replace("'", "''")
        return _hyperlink(f"#'{tab}'!{link.cell}", link.text)

    def ask(self, question: str, choices: Sequence[str]) -> int | None:
        ask: Callable[[str, str, str], Any] = self._book.app.api.InputBox
        return choose(lambda text, usual: ask(text, TITLE, usual), question, choices)

    def ask_text(self, question: str, usual: str) -> str | None:
        answer = self._book.app.api.InputBox(question, TITLE, usual)
        return (str(answer).strip() or None) if answer is not False else None

    def tell(self, text: str, *, bad: bool = False) -> None:
        self._book.app.alert(text, TITLE, "ok", "critical" if bad else "info")

    def backup(self, moment: datetime) -> Path:
        copy = new_backup(self.path, moment)
        self._book.api.SaveCopyAs(str(copy))
        return copy

    def restore(self, copy: Path) -> int:
        kept = kept_cells(copy, self._layout)
        sheets = [(self._sheet(one.plan), one) for one in kept]
        with self._writing(), nothing_filled_down(self._book.app):
            return write_entries(sheets, self._layout.header_row)

    def write_entries(self, edits: Edits) -> Written:
        with self._writing():
            write_edits(self._sheet, edits, self._layout)
        return Written(self.path)

    def _sheet(self, plan: SheetLayout) -> Any:
        """The sheet by its tab; DvkError where it was renamed or deleted."""
        if plan.tab not in self._book.sheet_names:
            raise DvkError(finding("NUT-023", Place(plan.key, plan.tab), tab=plan.tab))
        return self._book.sheets[plan.tab]

    def _digest(self) -> Any:
        """The digest of all entries now; nothing where its formula is gone."""
        sheet = self._layout.by_key["log"].tab
        names = self._book.names
        if DIGEST not in names or sheet not in self._book.sheet_names:
            return None
        value = self._book.sheets[sheet].range("C1").value
        return value if isinstance(value, float) else None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Nothing is drawn or calculated meanwhile; afterwards all is as the person had it. DvkError: not our workbook."""
        if self.mark(_PRODUCT) != self._layout.product:
            raise DvkError(finding("NUT-020", Place(tab=str(self._book.name))))
        app = self._book.app  # one by one: xlwings puts back nothing where Excel refuses the second
        with app.properties(screen_updating=False), app.properties(calculation="manual"):
            yield

    def _lines(self, sheet: Any, plan: SheetLayout, last: int) -> Any:
        return sheet.range((self._layout.first_row, 1), (last, len(plan.columns)))

    def _clear(self, sheet: Any, plan: SheetLayout) -> None:
        last = int(sheet.range(last_row_cell(plan)).value or 0)
        if last >= self._layout.first_row:
            self._lines(sheet, plan, last).clear_contents()

    def _fill(self, sheet: Any, plan: SheetLayout, results: Results, digest: Any) -> None:
        rows = results.rows(tuple(plan.by_key))
        last = self._layout.first_row + len(rows) - 1
        sheet.range((SUMMARY_ROW, 1)).value = as_text(results.summary)
        state = sheet.range(last_row_cell(plan), digest_cell(plan))
        state.value = [[last if rows else 0], [digest]]
        if not rows:
            return
        lines = self._lines(sheet, plan, last)
        lines.value = [[_value(one) for one in row] for row in rows]
        at = tuple(plan.by_key).index(LINK)
        links = sheet.range((self._layout.first_row, at + 1), (last, at + 1))
        links.formula = [[self._formula(row[at])] for row in rows]
        lines.rows.autofit()

    def _formula(self, shown: Shown) -> str:
        if isinstance(shown, Link):
            return self.link(shown)
        return _hyperlink(str(shown.path), shown.path.name) if isinstance(shown, FileLink) else ""


@contextmanager
def _unlocked(sheet: Any) -> Iterator[None]:
    """The sheet without its lock; it is locked afterwards, whoever had unlocked it before."""
    sheet.api.Unprotect()
    try:
        yield
    finally:
        sheet.api.Protect(*_LOCK)


def caller(layout: Layout) -> LiveBook:
    """The workbook whose button was clicked."""
    import xlwings

    give_up_in_time()
    return LiveBook(xlwings.Book.caller(), layout)


def give_up_in_time() -> None:
    """Lets calls that a busy Excel turns away end, and be told, rather than be tried for ever."""
    import xlwings

    if hasattr(xlwings, "_xlwindows"):
        xlwings._xlwindows.N_COM_ATTEMPTS = ATTEMPTS  # noqa: SLF001 - it offers no other way to give up


def _value(one: Shown) -> Any:
    return None if isinstance(one, Link | FileLink) else cell(one)


def _hyperlink(target: str, text: str) -> str:
    """The formula of a link; plain text where the target is longer than Excel allows in a formula."""
    target, text = (one.replace('"', '""') for one in (target, text))
    if max(len(target), len(text)) > _LONGEST_TEXT:
        return as_text(text[:_LONGEST_TEXT])
    return f'=HYPERLINK("{target}","{text}")'
