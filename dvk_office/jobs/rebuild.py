"""A new master built from what was typed in another workbook: how entries change without Excel. The old file stays."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.text import clean
from dvk_office.jobs.build_macros import read_macros
from dvk_office.jobs.build_source import settings_rows
from dvk_office.jobs.host import reachable
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.build_cells import Raw, bare
from dvk_office.workbook.carried_looks import look_notes
from dvk_office.workbook.entries import Entries, Row, carried_book, entries_of

KIND, ENDING, SETTINGS = "workbook", ".xlsm", "settings"
Change = Callable[[Entries], Entries]


def rebuilt(  # noqa: PLR0913 - from where, read how, for which year, to where, changed how
    source: Path, layout: Layout, rules: Rules, target: Path, *, change: Change, interpreter: str
) -> tuple[Made, tuple[Finding, ...]]:
    """Builds `target` for the year of `rules` from the entries of `source`, changed by `change`.

    `layout` is the one that `source` was read with; `interpreter` the Python that its buttons start. What could not be
    carried is named in the findings. Whatever stood at `target` is kept beside it.
    """
    book = carried_book(reachable(source), layout)
    entries = entries_of(book)
    changed = change(entries)
    made = build_master(changed, rules, target, interpreter)
    new, built = load_layout(rules), reachable(target).read_bytes()
    looks = look_notes(tuple(book.sheets.values()), built, new)
    return made, (*changed.notes, *looks, *_unknown_settings(changed, new))


def _unknown_settings(entries: Entries, layout: Layout) -> Iterator[Finding]:
    """Rows of the settings that have no place in the new workbook: other keys, none, or one that an earlier row has."""
    held, plan = entries.rows.get(SETTINGS, ()), layout.by_key[SETTINGS]
    kept = settled(held, layout)
    for number, row in enumerate(held, entries.starts.get(SETTINGS, layout.first_row)):
        typed = [_told(value) for key, value in row.items() if key != "key"]
        if row and not any(row is one for one in kept):
            place = Place(SETTINGS, plan.tab, number, "value", plan.letters["value"])
            yield finding("MANG-007", place, found=_key(row) or number, value="; ".join(typed))


def settled(rows: Sequence[Row], layout: Layout) -> Sequence[Row]:
    """The first row of each setting, as the reader takes it."""
    found: dict[str, Row] = {}
    for row in rows:
        if _key(row) in layout.setting_by_key:
            found.setdefault(_key(row), row)
    return tuple(found.values())


def _key(row: Row) -> str:
    return clean(_told(row.get("key") or ""))


def _told(cell: object) -> str:
    value = bare(cell)
    if isinstance(value, Raw):
        return value.text
    return short_date(value) if isinstance(value, date) else str(value)


def build_master(entries: Entries, rules: Rules, target: Path, interpreter: str) -> Made:
    """A master with `entries`, written whole or not at all."""
    layout = entries.layout(load_layout(rules))
    typed = [_without_hint(row, layout) for row in settled(entries.rows.get(SETTINGS, ()), layout)]
    content = {**entries.rows, SETTINGS: settings_rows(layout, typed)}
    with TemporaryDirectory() as folder:
        part = Path(folder, f"{KIND}{ENDING}")
        macros = read_macros(interpreter=interpreter)
        build_workbook(layout, rules, content, part, macros, tabs=entries.tabs, names=entries.names)
        built = part.read_bytes()
    return write_file(target, built, KIND)


def _without_hint(row: Row, layout: Layout) -> Row:
    """A setting's row without the note that is only our own hint: the new workbook has its own."""
    ours = row.get("note") == layout.setting_by_key[_key(row)].hint
    kept = {key: value for key, value in row.items() if not (ours and key == "note")}
    return {**kept, "key": _key(row)}
