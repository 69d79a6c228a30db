"""Loads the workbook's layout from `workbook.toml`; the rules of a year fill the lists that depend on them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import rtoml

from dvk_office.rules.layout import Choice, Column, Condition, Layout, Setting, SheetLayout
from dvk_office.rules.packaged import packaged
from dvk_office.rules.year import Rules


def load_layout(rules: Rules | None = None) -> Layout:
    """The layout. With `rules`: fields, topics, registrant types and defaults of settings are that year's."""
    return _plain() if rules is None else _layout(_source(), _lists(rules), _defaults(rules))


@cache
def _source() -> Mapping[str, Any]:
    return rtoml.loads(packaged("workbook.toml"))


@cache
def _plain() -> Layout:
    return _layout(_source(), {}, {})


def _lists(rules: Rules) -> Mapping[str, tuple[Choice, ...]]:
    """The choice lists that the guidance fixes; a label or its key may be typed."""
    topics = (topic for one in rules.fields for topic in one.topics)
    return {
        "fields": tuple(Choice(one.key, one.label) for one in rules.fields),
        "topics": tuple(Choice(topic.key, topic.label) for topic in topics),
        "registrant_types": tuple(Choice(one.key, one.label) for one in rules.registrant_types),
    }


def _defaults(rules: Rules) -> Mapping[str, str]:
    """Fills {…} in defaults, and holds the year's own defaults by the key of their setting."""
    return {
        "{year}": str(rules.year),
        "{recipients}": "\n".join(rules.recipients),
        **{f"points_{one.key}": str(one.points) for one in rules.criteria},
        **rules.local_defaults,
    }


def _layout(
    source: Mapping[str, Any],
    lists: Mapping[str, tuple[Choice, ...]],
    defaults: Mapping[str, str],
) -> Layout:
    fixed = {name: _choices(rows) for name, rows in source["choices"].items()}
    return Layout(
        product=source["product"],
        version=source["version"],
        header_row=source["header_row"],
        first_row=source["first_row"],
        sheets=tuple(_sheet(row) for row in source["sheets"]),
        choices=MappingProxyType({**fixed, **lists}),
        settings=tuple(
            _setting(row, group["label"], defaults)
            for group in source["settings_groups"]
            for row in group["settings"]
        ),
    )


def _choices(rows: list[Mapping[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(row["key"], row["label"], tuple(row.get("also", ()))) for row in rows)


def _sheet(row: Mapping[str, Any]) -> SheetLayout:
    tuples = {name: tuple(row.get(name, ())) for name in ("also", "identity")}
    columns = tuple(_column(one) for one in row.get("columns", ()))
    return SheetLayout(**{**row, **tuples, "columns": columns})


def _column(row: Mapping[str, Any]) -> Column:
    when = row.get("required_when")
    condition = Condition(when["column"], tuple(when["values"])) if when else None
    return Column(**{**row, "also": tuple(row.get("also", ())), "required_when": condition})


def _setting(row: Mapping[str, Any], group: str, defaults: Mapping[str, str]) -> Setting:
    default = defaults.get(row["key"], row.get("default", ""))
    for mark in ("{year}", "{recipients}"):
        if mark in default:
            default = default.replace(mark, defaults[mark]) if mark in defaults else ""
    return Setting(**{**row, "group": group, "default": default})
