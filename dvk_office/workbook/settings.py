"""The settings sheet: one key and one value a row, each value read by the kind of its setting."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dvk_office.core.choices import hint
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place, Record, Settings, Sheet, Value
from dvk_office.core.values import Problem, read_value, shown
from dvk_office.rules.layout import Layout, Setting

KEY, VALUE = "key", "value"


def read_settings(layout: Layout, sheet: Sheet) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings, defaults filled in, and what is wrong with the rows they were typed in."""
    rows, findings = _rows(layout, sheet)
    values: dict[str, Value] = {}
    places: dict[str, Place] = {}
    typed: set[str] = set()
    for setting in layout.settings:
        record = rows.get(setting.key)
        places[setting.key] = record.place(VALUE) if record else sheet.place()
        if record and not record.blank(VALUE):
            typed.add(setting.key)
            value, fault = _typed(layout, setting, record)
            findings += fault
        else:
            value = _default(layout, setting)
            if value is None and setting.required and sheet.found:
                findings.append(_missing(layout, setting, places[setting.key]))
        values[setting.key] = value
    settings = Settings(MappingProxyType(values), MappingProxyType(places), frozenset(typed))
    return settings, tuple(findings)


def _rows(layout: Layout, sheet: Sheet) -> tuple[Mapping[str, Record], list[Finding]]:
    """The first row of each key; keys that are unknown, there twice, or missing beside a value are findings."""
    rows: dict[str, Record] = {}
    findings: list[Finding] = []
    for record in sheet.records:
        key = record.text(KEY)
        if not key:
            findings.extend(_nameless(layout, record))
        elif key not in layout.setting_by_key:
            near = hint(key, layout.setting_by_key)
            findings.append(finding("O-060", record.place(KEY), found=key, hint=near))
        elif key in rows:
            name, first = layout.setting_by_key[key].label, rows[key].row
            findings.append(finding("O-061", record.place(KEY), found=name, first=first))
        else:
            rows[key] = record
    return rows, findings


def _nameless(layout: Layout, record: Record) -> Iterator[Finding]:
    """A value whose key is blank is of no setting: its default would count in its stead, unnoticed."""
    if record.blank(KEY) and (value := record.value(VALUE)) is not None:
        column = layout.by_key["settings"].by_key[KEY].header
        found = value if isinstance(value, tuple) else shown(value)  # type: ignore[arg-type]
        yield finding("O-064", record.place(KEY), found=found, column=column)


def _typed(layout: Layout, setting: Setting, record: Record) -> tuple[Value, Iterator[Finding]]:
    if record.value(VALUE) is None:
        return record.raw(VALUE), iter(())
    reading = _read(layout, setting, record.value(VALUE))
    if not isinstance(reading, Problem):
        return reading, iter(())
    place = record.place(VALUE)
    fault = finding(reading.code, place, column=setting.label, **reading.facts)
    return reading.value, iter((fault,))


def _read(layout: Layout, setting: Setting, value: Value) -> Value | Problem:
    cell = value if not isinstance(value, tuple) else "; ".join(value)
    choices = layout.choices.get(setting.choices, ())
    return read_value(setting.kind, cell, choices)  # type: ignore[arg-type]


def _default(layout: Layout, setting: Setting) -> Value:
    reading = _read(layout, setting, setting.default)
    return None if isinstance(reading, Problem) else reading


def _missing(layout: Layout, setting: Setting, place: Place) -> Finding:
    if place.row:
        column = layout.by_key["settings"].by_key[VALUE].header
        return finding("O-062", place, name=setting.label, column=column)
    return finding("O-063", place, name=setting.label)
