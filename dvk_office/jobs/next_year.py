"""The entries with which the next year opens: what lasts stays, live models go on, the rest starts empty (R-161)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place, Record
from dvk_office.core.review import GIVEN_UP, verdict
from dvk_office.core.values import Problem, read_value
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_book import book_of
from dvk_office.workbook.build_cells import Raw, Shown, bare, default_cell, parted
from dvk_office.workbook.carried_notes import named
from dvk_office.workbook.entries import OWN, Entries, Row

CONTINUED, MODELS = "continued", "models"
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

    Settings, bodies, subjects, past awards and the register of the term stay. Models that were neither dropped nor given up go on: this
    year's goal and figure become last year's, verdicts and days are blank. A discovered one goes on like the others.
    """
    carried: Mapping[str, Callable[[Sequence[Row]], Sequence[Row]]] = MappingProxyType(
        {
            "settings": lambda rows: _settings(rows, after),
            "organisations": lambda rows: [_without(row, OWN_PLANS) for row in rows],
            "models": lambda rows: _models(rows, layout, before),
        }
    )
    rows = {
        key: carried[key](held) if key in carried else held if key in LASTING else ()
        for key, held in entries.rows.items()
    }
    notes = _notes(entries, layout)
    return replace(entries, rows=rows, notes=(*entries.notes, *notes))


def _settings(rows: Sequence[Row], after: Rules) -> Sequence[Row]:
    """The settings without the days and numbers of one year: the new year's defaults take their place."""
    layout = load_layout(after)
    kept = []
    for row in rows:
        key = str(row.get("key", ""))
        setting = layout.setting_by_key.get(key)
        if key == "year":
            kept.append({**row, "value": after.year})
        elif setting and (setting.kind in OF_THE_YEAR or key in NUMBERS):
            kept.append({**row, "value": default_cell(setting, layout)})
        else:
            kept.append(row)
    return kept


def _models(rows: Sequence[Row], layout: Layout, before: Rules) -> Sequence[Row]:
    """The models that go on, in their order: not those that were dropped or judged to be given up."""
    judged = _judged(rows, layout)
    return [
        _going_on(row, layout, before)
        for number, row in enumerate(rows, layout.first_row)
        if row and not (number in judged and verdict(judged[number], date.max) == GIVEN_UP)
    ]


def _judged(rows: Sequence[Row], layout: Layout) -> Mapping[int, Record]:
    """The models as the program reads them, by the number of their row in the order of `rows`."""
    plain, _ = parted({MODELS: rows})
    return {one.row: one for one in book_of(layout, plain)[MODELS]}


def _going_on(row: Row, layout: Layout, before: Rules) -> Row:
    """A live model as it is registered again; the office's own columns stay with it, formulas as their values."""
    own = {key: value for key, value in row.items() if key.startswith(OWN)}
    kept = {key: row[key] for key in KEPT_OF_A_MODEL if key in row}
    new = {
        "origin": layout.label("origin", CONTINUED),
        "since_year": row.get("since_year") or _began(row, layout, before),
        "previous_goal": row.get("goal"),
        "previous_figure": row.get("figure"),
    }
    cells = {**kept, **new, **own}
    return {key: plain for key, value in cells.items() if (plain := _plain(value)) is not None}


def _plain(value: Any) -> Any:
    """The value of a formula: its row stands elsewhere now."""
    if isinstance(value, Shown):
        plain = _plain(value.value)
        return plain if plain is None else Shown(plain, value.code)
    return value.value if isinstance(value, Raw) and value.formula else value


def _notes(entries: Entries, layout: Layout) -> Iterator[Finding]:
    """Formulas of models that become values; a day of dropping that is none, so that its model goes on."""
    first, plan = entries.starts.get(MODELS, layout.first_row), layout.by_key[MODELS]
    rows = entries.rows.get(MODELS, ())
    formulas = [
        number
        for number, row in enumerate(rows, first)
        if any(isinstance(one, Raw) and one.formula for one in map(bare, row.values()))
    ]
    if formulas:
        place = Place(MODELS, plan.tab, formulas[0], "code", plan.letters["code"])
        yield finding("MANG-018", place, count=len(formulas), rows=named(list(map(str, formulas))))
    for number, model in _judged(rows, layout).items():
        if model.day("dropped_on") is None and not model.blank("dropped_on"):
            row = number - layout.first_row + first
            place = Place(MODELS, plan.tab, row, "dropped_on", plan.letters["dropped_on"])
            found = bare(rows[number - layout.first_row]["dropped_on"])
            yield finding("MANG-017", place, found=getattr(found, "text", found))


def _began(row: Row, layout: Layout, before: Rules) -> int | None:
    """The year in which a model that says no other began: the year that ends, unless it was continued then already."""
    typed: Any = bare(row.get("origin"))
    text = typed.text if isinstance(typed, Raw) else typed
    origin = read_value("choice", text, layout.choices["origin"]) if text else None
    return None if isinstance(origin, Problem) or origin == CONTINUED else before.year


def _without(row: Row, keys: Sequence[str]) -> Row:
    return {key: value for key, value in row.items() if key not in keys}
