"""A year's rules as data and as Vietnamese lines; or what is wrong in a new year's file."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from dvk_office.core import duties, targets
from dvk_office.core.choices import choice_words
from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.text import fold
from dvk_office.core.values import Problem, read_value
from dvk_office.jobs.opening import rules_of
from dvk_office.jobs.report import Report
from dvk_office.jobs.rules_shown import as_data, lines
from dvk_office.rules.layout import Layout, Setting
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, parsed, read_rules
from dvk_office.rules.messages import word
from dvk_office.rules.shape import Fault, rows
from dvk_office.rules.year import Rules

_CODES: Mapping[str, str] = MappingProxyType(
    {
        "syntax": "QT-001",
        "missing": "QT-002",
        "unknown_key": "QT-003",
        "not_text": "QT-004",
        "not_a_number": "QT-005",
        "not_true_or_false": "QT-006",
        "not_a_day": "QT-007",
        "impossible_day": "QT-008",
        "not_a_list": "QT-009",
        "not_a_table": "QT-010",
        "empty": "QT-011",
        "empty_list": "QT-012",
        "double": "QT-013",
        "unknown_word": "QT-014",
        "out_of_range": "QT-015",
        "either_or": "QT-016",
        "other_year": "QT-017",
        "other_day": "QT-018",
        "goes_with_measure": "QT-019",
        "no_column": "QT-021",
    }
)


def rules(year: int | None = None, file: Path | None = None) -> Report:
    """The rules of `year` (by default the newest), or of the new year's `file` with all its faults."""
    if file is None:
        return _report(rules_of(latest_year() if year is None else year))
    place = Place(tab=file.name)
    text = _text(file, place)
    found = read_rules(text, _measures())
    defaults = tuple(_unreadable_defaults(text, place))
    if not isinstance(found, Rules):
        return Report((*(_finding(place, fault) for fault in found), *defaults))
    lines = () if defaults else (word("rules_fine", file=file.name, year=found.year),)
    return Report(defaults, answer={"year": found.year, "lines": list(lines)})


def _measures() -> Mapping[str, Collection[str]]:
    """What can be measured: each list by the functions that the program has for it."""
    return {"targets": tuple(targets.MEASURES), "deadlines": tuple(duties.MEASURES)}


def _text(file: Path, place: Place) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError:
        raise DvkError(finding("QT-091", place, path=file)) from None
    except UnicodeDecodeError:
        raise DvkError(finding("QT-092", place)) from None


def _finding(place: Place, fault: Fault) -> Finding:
    code = _CODES[fault.problem]
    table = fault.table or word("rules_top_table")
    return finding(code, place, table=table, key=fault.key, found=fault.found)


def _unreadable_defaults(text: str, place: Place) -> Iterator[Finding]:
    """The default of a local choice can be typed into its setting, whatever else is wrong in the file."""
    layout, source = load_layout(), parsed(text)
    for table, row in () if isinstance(source, Fault) else rows(source, "local_choices"):
        setting, default = layout.setting_by_key.get(str(row.get("setting"))), row.get("default")
        typed = isinstance(default, str) and default.strip()
        if setting and typed and not _readable(typed, setting, layout):
            facts = {"table": table, "key": "default", "found": default}
            yield finding("QT-020", place, name=setting.label, **facts)


def _readable(default: str, setting: Setting, layout: Layout) -> bool:
    choices = layout.choices.get(setting.choices, ())
    if setting.kind == "choice":
        return fold(default) in choice_words(choices)
    return not isinstance(read_value(setting.kind, default, choices), Problem)


def _report(found: Rules) -> Report:
    return Report(answer={"rules": as_data(found), "lines": list(lines(found))})
