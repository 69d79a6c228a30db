"""A new master built from what was typed in another workbook: how entries change without Excel. The old file stays."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.build_macros import read_macros
from dvk_office.jobs.build_source import settings_rows
from dvk_office.jobs.host import reachable
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.entries import Entries, Row, read_entries

KIND, ENDING, SETTINGS = "workbook", ".xlsm", "settings"
Change = Callable[[Entries], Entries]


def rebuilt(  # noqa: PLR0913 - from where, read how, for which year, to where, changed how
    source: Path, layout: Layout, rules: Rules, target: Path, *, change: Change, interpreter: str
) -> tuple[Made, tuple[Finding, ...]]:
    """Builds `target` for the year of `rules` from the entries of `source`, changed by `change`.

    `layout` is the one that `source` was read with; `interpreter` the Python that its buttons start. What could not be
    carried is named in the findings. Whatever stood at `target` is kept beside it.
    """
    entries = read_entries(reachable(source), layout)
    changed = change(entries)
    made = build_master(changed, rules, target, interpreter)
    return made, (*entries.notes, *_unknown_settings(changed, load_layout(rules)))


def _unknown_settings(entries: Entries, layout: Layout) -> Iterator[Finding]:
    """Settings that this version of the program does not know: their values are told, for they have no place."""
    for row in entries.rows.get(SETTINGS, ()):
        key = str(row.get("key", ""))
        if key and key not in layout.setting_by_key and row.get("value") is not None:
            yield finding(
                "MANG-007",
                Place(SETTINGS, layout.by_key[SETTINGS].tab),
                found=key,
                value=row["value"],
            )


def build_master(entries: Entries, rules: Rules, target: Path, interpreter: str) -> Made:
    """A master with `entries`, written whole or not at all."""
    layout = entries.layout(load_layout(rules))
    typed = [_without_hint(row, layout) for row in entries.rows.get(SETTINGS, ())]
    content = {**entries.rows, SETTINGS: settings_rows(layout, typed)}
    with TemporaryDirectory() as folder:
        part = Path(folder, f"{KIND}{ENDING}")
        macros = read_macros(interpreter=interpreter)
        build_workbook(layout, rules, content, part, macros, tabs=entries.tabs)
        built = part.read_bytes()
    return write_file(target, built, KIND)


def _without_hint(row: Row, layout: Layout) -> Row:
    """A setting's row without the note that is only our own hint: the new workbook has its own."""
    setting = layout.setting_by_key.get(str(row.get("key", "")))
    ours = setting is not None and row.get("note") == setting.hint
    return {key: value for key, value in row.items() if not (ours and key == "note")}
