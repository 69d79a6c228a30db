"""What every port promises, as trials that run on any of them: in our tests, and on an office's machine by `dvk selftest`.

A trial takes nothing for granted but the port: whatever it writes it reads back by another way. `ask`, `ask_text` and
`tell` need a person and are not tried here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dvk_office.core.edits import Cell, CellEdit, Edits, NewRow
from dvk_office.jobs.backups import KEPT, backup_folder, backup_path, backups, clear_old
from dvk_office.jobs.opening import open_book
from dvk_office.rules.layout import Layout
from dvk_office.shells.port import Port
from dvk_office.workbook.headings import COMPUTED, header_word, spellings
from dvk_office.workbook.kept_cells import KeptSheet, kept_cells
from dvk_office.workbook.results import GOOD, RESULTS, FileLink, Line, Link, Results, Shown

TEXTS = (
    "0123", "01/02/2024", "1-2", "1/2", "12:30", "1.250", "1,5", "50%", "1e5", "=1+1", "+84 912", "-5", "@x",
    "TRUE", "'trích", '"', "  hai  cách  ", "dòng một\ndòng hai", "Ấp Đông – “Dân vận khéo”", "x" * 300,
)  # fmt: skip
_LONGEST = 2_000  # letters of what is told
_LINKED = 200  # letters of the text of a link; the program cuts longer ones
_MODELS, _REGISTER = "models", "register"
At = tuple[str, int, int]


class BrokenError(Exception):
    """A promise was not kept; the text says what was found instead."""


@dataclass(frozen=True)
class Trial:
    """The port that is tried, on a copy of the sample; `moment` is the clock's, moved on by each use."""

    port: Port
    layout: Layout
    moment: datetime


Promise = Callable[[Trial], None]


def its_marks_say_what_the_builder_wrote(trial: Trial) -> None:
    _same(trial.port.mark("dvk_product"), trial.layout.product)
    _same(trial.port.mark("dvk_khong_co"), "")


def a_snapshot_is_a_workbook_that_can_be_read(trial: Trial) -> None:
    with TemporaryDirectory() as folder:
        copy = trial.port.snapshot(Path(folder))
        _same(copy.suffix, trial.port.path.suffix)
        _holds(open_book(copy).book[_MODELS], "rows")


def a_table_is_read_back_as_it_was_written(trial: Trial) -> None:
    for sheet_key in RESULTS:
        _table(trial, sheet_key, 2 * len(TEXTS))


def a_shorter_table_leaves_nothing_of_a_longer_one(trial: Trial) -> None:
    for length in (7, 2, 0, 3):
        _table(trial, RESULTS[0], length)


def a_link_names_its_cell(trial: Trial) -> None:
    found = trial.port.link(Link("đây", "Mô hình", "D9"))
    _holds("Mô hình" in found and "D9" in found, found)


def a_sheet_is_shown_or_the_port_says_that_it_cannot(trial: Trial) -> None:
    for sheet_key in (_REGISTER, _MODELS):
        if trial.port.show_sheet(sheet_key):
            tab = trial.layout.by_key[sheet_key].tab
            _same((trial.port.selected().tab, trial.port.selected().row), (tab, 1))


def status_and_progress_are_said_and_taken_back(trial: Trial) -> None:
    trial.port.status("Đang thử …")
    trial.port.progress("Đang thử", 1, 2)
    trial.port.status("")


def entries_are_written_where_they_belong_and_nowhere_else(trial: Trial) -> None:
    before = _cells(trial, trial.port.path, of_file=False)
    edits = _edits(before)
    written = trial.port.write_entries(edits)
    beside = written.path != trial.port.path
    after = _cells(trial, written.path, of_file=beside)
    changed = {at: after.get(at) for at in {*before, *after} if before.get(at) != after.get(at)}
    _same(changed, _expected(trial, edits, before))


def text_that_looks_like_something_else_stays_text(trial: Trial) -> None:
    rows = tuple(NewRow(_REGISTER, {"title": text}) for text in TEXTS)
    written = trial.port.write_entries(Edits(rows=rows))
    after = _cells(trial, written.path, of_file=written.path != trial.port.path)
    found = {value for (key, _, _), value in after.items() if key == _REGISTER}
    _same([one for one in TEXTS if one not in found], [])


def the_cursor_stays_where_it_was(trial: Trial) -> None:
    before = trial.port.selected()
    trial.port.backup(trial.moment + timedelta(seconds=1))
    trial.port.write_entries(Edits((CellEdit(_MODELS, trial.layout.first_row, "note", "thử"),)))
    _same(trial.port.selected(), before)


def a_copy_holds_what_the_workbook_holds(trial: Trial) -> None:
    moment = trial.moment + timedelta(seconds=2)
    first, second = trial.port.backup(moment), trial.port.backup(moment)
    _same(first.parent, backup_folder(trial.port.path))
    _holds(first != second and first.is_file(), "two copies")
    _same(_cells(trial, first), _cells(trial, trial.port.path, of_file=False))


def the_last_copies_are_kept_and_no_more(trial: Trial) -> None:
    folder = backup_folder(trial.port.path)
    folder.mkdir(parents=True, exist_ok=True)
    for day in range(KEPT + 2):
        backup_path(trial.port.path, trial.moment - timedelta(days=day + 1)).touch()
    newest = trial.port.backup(trial.moment + timedelta(seconds=3))
    clear_old(trial.port.path)
    kept = backups(trial.port.path)
    _same((len(kept), kept[0]), (KEPT, newest))
    for path in kept:
        path.unlink()


def what_is_brought_back_is_as_it_was(trial: Trial) -> None:
    before = _cells(trial, trial.port.path, of_file=False)
    kept = trial.port.backup(trial.moment + timedelta(seconds=4))
    trial.port.write_entries(_edits(before))
    trial.port.restore(kept)
    _same(_cells(trial, trial.port.path, of_file=False), before)


PROMISES: Sequence[Promise] = (
    its_marks_say_what_the_builder_wrote,
    a_snapshot_is_a_workbook_that_can_be_read,
    a_table_is_read_back_as_it_was_written,
    a_shorter_table_leaves_nothing_of_a_longer_one,
    a_link_names_its_cell,
    a_sheet_is_shown_or_the_port_says_that_it_cannot,
    status_and_progress_are_said_and_taken_back,
    a_copy_holds_what_the_workbook_holds,
    the_last_copies_are_kept_and_no_more,
    what_is_brought_back_is_as_it_was,
    the_cursor_stays_where_it_was,
    entries_are_written_where_they_belong_and_nowhere_else,
    text_that_looks_like_something_else_stays_text,
)


def _same(found: Any, expected: Any) -> None:
    if found != expected:
        raise BrokenError(f"found {found!r}, expected {expected!r}"[:_LONGEST])


def _holds(condition: object, expected: str) -> None:
    if not condition:
        raise BrokenError(f"expected {expected}")


def _table(trial: Trial, sheet_key: str, length: int) -> None:
    """Writes lines that hold every kind of cell, and reads them back."""
    plan = trial.layout.by_key[sheet_key]
    texts = [column.key for column in plan.columns if column.kind == "long_text"]
    lines = []
    for number in range(length):
        text = TEXTS[number % len(TEXTS)]
        cells: dict[str, Shown] = dict.fromkeys(texts, text)
        cells |= {one.key: number * 1.5 for one in plan.columns if one.kind == "number"}
        day = trial.moment.date() - timedelta(days=number)
        cells |= {one.key: day for one in plan.columns if one.kind == "date"}
        cells["link"] = (Link(text[:_LINKED], plan.tab, "A1"), FileLink(trial.port.path), None)[
            number % 3
        ]
        lines.append(Line(cells, GOOD, f"dấu {number}"))
    results = Results(sheet_key, "thử: 0123", tuple(lines))
    trial.port.write_table(results)
    found = [list(row) for row in trial.port.read_table(sheet_key)]
    expected = [[_seen(one) for one in row] for row in results.rows(tuple(plan.by_key))]
    _same(len(found), len(expected))
    for one, other in zip(found, expected, strict=True):
        _same(one, other)


def _seen(one: Shown) -> Any:
    """What a cell holds: of a link its text; whole numbers as such."""
    if isinstance(one, Link):
        return one.text
    if isinstance(one, FileLink):
        return one.path.name
    return int(one) if isinstance(one, float) and one.is_integer() else one


def _cells(trial: Trial, path: Path, *, of_file: bool = True) -> Mapping[At, Any]:
    """Every typed cell by sheet, row and column: of the file at `path`, or of the workbook as it stands in the port."""
    if of_file:
        return _typed(kept_cells(path, trial.layout), trial.layout.header_row)
    with TemporaryDirectory() as folder:
        copy = trial.port.snapshot(Path(folder))
        return _typed(kept_cells(copy, trial.layout), trial.layout.header_row)


def _typed(kept: Sequence[KeptSheet], header_row: int) -> Mapping[At, Any]:
    found = {}
    for one in kept:
        known = spellings(one.plan)
        keys = [known.get(header_word(header), "") for header in one.headers]
        computed = {key for key in keys if key and one.plan.by_key[key].kind == COMPUTED}
        for row, line in enumerate(one.rows, header_row + 1):
            for at, (key, value) in enumerate(zip(keys, line, strict=False)):
                if value != "" and key not in computed:
                    found[one.plan.key, row, at] = value
    return found


def _edits(before: Mapping[At, Any]) -> Edits:
    """Text, number and day into two models that follow each other, and a new row of the register."""
    rows = sorted({row for key, row, _ in before if key == _MODELS})[:2]
    cells: Mapping[str, Cell] = {
        "note": "0123", "since_year": 2019, "approval_date": date(2024, 2, 1),
    }  # fmt: skip
    edits = [CellEdit(_MODELS, row, key, value) for row in rows for key, value in cells.items()]
    new = NewRow(_REGISTER, {"number": "0123-KH/ĐU", "date": date(2024, 2, 1), "title": "=1+1"})
    return Edits(tuple(edits), (new,))


def _expected(trial: Trial, edits: Edits, before: Mapping[At, Any]) -> Mapping[At, Any]:
    """The cells that the edits change, with what they then hold."""
    free = 1 + max(row for key, row, _ in before if key == _REGISTER)
    wanted = {(one.sheet_key, one.row, one.column_key): one.value for one in edits.cells}
    for step, new in enumerate(edits.rows):
        wanted |= {(new.sheet_key, free + step, key): value for key, value in new.cells.items()}
    found = {
        (sheet, row, tuple(trial.layout.by_key[sheet].by_key).index(key)): value
        for (sheet, row, key), value in wanted.items()
    }
    return {at: value for at, value in found.items() if before.get(at) != value}
