"""What a year's file may not say although its shape is right: doubles, unknown names, days that contradict."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.shape import Fault, rows

Measures = Mapping[str, Collection[str]]
Source = Mapping[str, Any]

_NAMES = {"holidays": "day", "local_choices": "setting"}
_LISTS = (
    "fields", "registrant_types", "targets", "deadlines", "criteria", "exemplar_criteria", "building_steps",
    "appraisal_steps", "dossier_parts", "archive_items", "errata", "local_choices", "holidays",
)  # fmt: skip
_MAY_BE_EMPTY = {"errata", "local_choices", "holidays"}
_WORDS = (
    ("registrant_types", "kind", {"collective", "individual"}),
    ("exemplar_criteria", "who", {"collective", "individual", "leader"}),
    ("dossier_parts", "per", {"dossier", "nominee"}),
)
_IN_COLUMNS = (
    ("criteria", "scores"), ("exemplar_criteria", "exemplars"), ("archive_items", "archive"),
)  # fmt: skip
_DAYS = ("before", "days_before", "setting")
_NUMBERS = ("at_least", "percent", "days_before", "points", "copies", "number")
_DAY_NAMED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEAR_NAMED = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WHOLE = 100


def meaning_faults(source: Source, measures: Measures | None = None) -> tuple[Fault, ...]:
    """Every fault in the meaning of `source`, whatever its shape; `measures` by list, unchecked where None."""
    faults = [fault for rule in RULES for fault in rule(source)]
    faults += [
        fault
        for name in measures or ()
        for fault in _unknown_measures(source, name, measures or {})
    ]
    return tuple(faults)


def _doubles(source: Source) -> Iterator[Fault]:
    """Keys, codes and numbers are there once in their list; topics once among all fields."""
    topics = [one for at, row in rows(source, "fields") for one in rows(row, "topics", f"{at}.")]
    parts = [one for at, row in rows(source, "criteria") for one in rows(row, "parts", f"{at}.")]
    lists = [(name, list(rows(source, name))) for name in _LISTS]
    for name, entries in (*lists, ("topics", topics), ("parts", parts)):
        for key in (_NAMES.get(name, "key"), "code", "number"):
            seen: set[object] = set()
            for at, row in entries:
                value = row.get(key)
                if value is not None and str(value) in seen:
                    yield Fault(at, key, "double", str(value))
                seen.add(str(value))


def _empty_lists(source: Source) -> Iterator[Fault]:
    """A year has at least one of everything, and a field at least one topic."""
    for name in _LISTS:
        if source.get(name) == [] and name not in _MAY_BE_EMPTY:
            yield Fault(name, "", "empty_list")
    for at, row in rows(source, "fields"):
        if row.get("topics") == []:
            yield Fault(at, "topics", "empty_list")


def _words(source: Source) -> Iterator[Fault]:
    """Words that the program knows by name."""
    for name, key, known in _WORDS:
        for at, row in rows(source, name):
            if isinstance(row.get(key), str) and row[key] not in known:
                yield Fault(at, key, "unknown_word", row[key])
    layout = load_layout()
    papers = {one.key for one in layout.choices["paper_kind"]}
    named = (
        ("local_choices", "setting", layout.setting_by_key),
        ("deadlines", "setting", layout.setting_by_key),
        ("deadlines", "cut_off", layout.setting_by_key),
        ("deadlines", "paper", papers),
    )
    for name, key, names in named:
        for at, row in rows(source, name):
            if isinstance(row.get(key), str) and row[key] not in names:
                yield Fault(at, key, "unknown_word", row[key])


def _numbers(source: Source) -> Iterator[Fault]:
    """Numbers are above nought (no points are allowed), a percentage is not above the whole."""
    for name in _LISTS:
        for at, row in rows(source, name):
            for key in _NUMBERS:
                value = row.get(key)
                low = 0 if key == "points" else 1
                high = _WHOLE if key == "percent" else None
                if type(value) is int and (value < low or (high and value > high)):
                    yield Fault(at, key, "out_of_range", str(value))


def _targets(source: Source) -> Iterator[Fault]:
    """A target has either a number or a percentage, and lies within one that there is."""
    keys = {row.get("key") for _, row in rows(source, "targets")}
    for at, row in rows(source, "targets"):
        if ("at_least" in row) == ("percent" in row):
            yield Fault(at, "at_least", "either_or", "at_least, percent")
        if "within" in row and row["within"] not in keys - {row.get("key")}:
            yield Fault(at, "within", "unknown_word", str(row["within"]))


def _deadlines(source: Source) -> Iterator[Fault]:
    """A deadline has its day from one source alone; a day of this year or the next; a paper where papers count."""
    for at, row in rows(source, "deadlines"):
        if sum(key in row for key in _DAYS) != 1:
            yield Fault(at, "before", "either_or", ", ".join(_DAYS))
        before, year = row.get("before"), source.get("year")
        if (
            isinstance(before, date)
            and isinstance(year, int)
            and not year <= before.year <= year + 1
        ):
            yield Fault(at, "before", "other_year", before.isoformat())
        if isinstance(before, date):
            yield from _as_written(at, row, before)
        if (row.get("measure") == "paper") != ("paper" in row):
            yield Fault(at, "paper", "goes_with_measure", str(row.get("measure")))


def _as_written(at: str, row: Source, before: date) -> Iterator[Fault]:
    """The day as read is the day named in the words; a reading of our own stands beside them (T-01)."""
    key = "read_as" if "read_as" in row else "as_written"
    named = _DAY_NAMED.search(str(row.get(key)))
    if named and (int(named[3]), int(named[2]), int(named[1])) != (
        before.year,
        before.month,
        before.day,
    ):
        yield Fault(at, key, "other_day", named[0])
    if row.get("confirmed") is False and "read_as" not in row:
        yield Fault(at, "read_as", "missing")


def _holidays(source: Source) -> Iterator[Fault]:
    """Days off are days of the year."""
    for at, row in rows(source, "holidays"):
        day, year = row.get("day"), source.get("year")
        if isinstance(day, date) and isinstance(year, int) and day.year != year:
            yield Fault(at, "day", "other_year", day.isoformat())


def _years_named(source: Source) -> Iterator[Fault]:
    """What was copied from the year before names this year now: the title, the days among the local choices."""
    year = source.get("year")
    if not isinstance(year, int):
        return
    for found in _YEAR_NAMED.findall(str(source.get("title", ""))):
        if int(found) != year:
            yield Fault("", "title", "other_year", found)
    for at, row in rows(source, "local_choices"):
        day = _DAY_NAMED.fullmatch(str(row.get("default")).strip())
        if day and not year <= int(day[3]) <= year + 1:
            yield Fault(at, "default", "other_year", day[0])


def _columns(source: Source) -> Iterator[Fault]:
    """What is judged one by one has its column in the workbook: it would be left out of all counts in silence."""
    sheets = load_layout().by_key
    for name, sheet_key in _IN_COLUMNS:
        for at, row in rows(source, name):
            key, who = row.get("key"), row.get("who")
            if isinstance(key, str) and who != "collective" and key not in sheets[sheet_key].by_key:
                yield Fault(at, "key", "no_column", key)


def _unknown_measures(source: Source, name: str, measures: Measures) -> Iterator[Fault]:
    for at, row in rows(source, name):
        measure = row.get("measure")
        if isinstance(measure, str) and measure not in measures[name]:
            yield Fault(at, "measure", "unknown_word", measure)


RULES: tuple[Callable[[Source], Iterator[Fault]], ...] = (
    _doubles, _empty_lists, _words, _columns, _numbers, _targets, _deadlines, _holidays, _years_named,
)  # fmt: skip
