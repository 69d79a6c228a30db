"""The entries with which the next year opens: what lasts stays, live models go on, the rest starts empty (R-161)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from dvk_office.core.values import Problem, read_value
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import Raw
from dvk_office.workbook.entries import OWN, Entries, Row

CONTINUED = "continued"
LASTING = frozenset({"registrants", "awards", "register"})
OF_THE_YEAR = frozenset({"date"})  # kinds of settings that belong to one year
NUMBERS = frozenset({"guidance_number", "city_guidance_number"})
OWN_PLANS = ("own_plan_number", "own_plan_date", "previous_models_reviewed")
KEPT_OF_A_MODEL = (
    "code",
    "name",
    "registrant",
    "field",
    "topics",
    "commune_task",
    "professional_task",
    "priority",
    "figure_unit",
    "person_in_charge",
)


def opening(entries: Entries, layout: Layout, before: Rules, after: Rules) -> Entries:
    """`entries` of the year `before` as the year `after` begins with them (guidance V.4, V.5).

    Settings, bodies, subjects, past awards and the register of the term stay. Models that were not dropped go on: this
    year's goal and figure become last year's, verdicts and days are blank. A discovered one goes on like the others.
    """
    carried: Mapping[str, Callable[[Sequence[Row]], Sequence[Row]]] = MappingProxyType(
        {
            "settings": lambda rows: _settings(rows, layout, after),
            "organisations": lambda rows: [_without(row, OWN_PLANS) for row in rows],
            "models": lambda rows: _models(rows, layout, before),
        }
    )
    rows = {
        key: carried[key](held) if key in carried else held if key in LASTING else ()
        for key, held in entries.rows.items()
    }
    return replace(entries, rows=rows)


def _settings(rows: Sequence[Row], layout: Layout, after: Rules) -> Sequence[Row]:
    """The settings without the days and numbers of one year, so that the new year's defaults take their place."""
    kept = []
    for row in rows:
        key = str(row.get("key", ""))
        setting = layout.setting_by_key.get(key)
        if key == "year":
            kept.append({**row, "value": after.year})
        elif setting and (setting.kind in OF_THE_YEAR or key in NUMBERS):
            continue
        else:
            kept.append(row)
    return kept


def _models(rows: Sequence[Row], layout: Layout, before: Rules) -> Sequence[Row]:
    return [_going_on(row, layout, before) for row in rows if row and row.get("dropped_on") is None]


def _going_on(row: Row, layout: Layout, before: Rules) -> Row:
    """A live model as it is registered again; the office's own columns stay with it."""
    own = {key: value for key, value in row.items() if key.startswith(OWN)}
    kept = {key: row[key] for key in KEPT_OF_A_MODEL if key in row}
    new = {
        "origin": layout.label("origin", CONTINUED),
        "since_year": row.get("since_year") or _began(row, layout, before),
        "previous_goal": row.get("goal"),
        "previous_figure": row.get("figure"),
    }
    return {**kept, **{key: value for key, value in new.items() if value is not None}, **own}


def _began(row: Row, layout: Layout, before: Rules) -> int | None:
    """The year in which a model that says no other began: the year that ends, unless it was continued then already."""
    typed: Any = row.get("origin")
    text = typed.text if isinstance(typed, Raw) else typed
    origin = read_value("choice", text, layout.choices["origin"]) if text else None
    return None if isinstance(origin, Problem) or origin == CONTINUED else before.year


def _without(row: Row, keys: Sequence[str]) -> Row:
    return {key: value for key, value in row.items() if key not in keys}
