"""The entries with which the next year opens, row by row."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.jobs.next_year import KEPT_OF_A_MODEL, opening
from dvk_office.rules.layout import Layout
from dvk_office.rules.load import read_rules
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import Raw, Shown
from dvk_office.workbook.entries import Entries

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def after() -> Rules:
    found = read_rules((ROOT / "rules" / "next_year.toml").read_text(encoding="utf-8"))
    assert isinstance(found, Rules)
    return found


@pytest.fixture
def opened(layout: Layout, rules: Rules, after: Rules):
    """The next year's entries from rows of this year."""

    def open_year(**rows) -> Entries:
        return opening(Entries(rows, {}, (), ()), layout, rules, after)

    return open_year


def codes(entries: Entries) -> list[str]:
    return [row["code"] for row in entries.rows["models"]]


@pytest.mark.req("R-161")
def test_a_model_that_was_dropped_or_given_up_does_not_come(opened) -> None:
    rows = [
        {"code": "MH01"},
        {"code": "MH02", "dropped_on": date(2026, 5, 4)},
        {"code": "MH03", "still_suitable": "Không", "effective": "Có"},
        {"code": "MH04", "still_suitable": "Có", "effective": "không"},
        {"code": "MH05", "still_suitable": "x", "effective": "Có"},
        {},
        {"code": "MH07"},
    ]
    assert codes(opened(models=rows)) == ["MH01", "MH05", "MH07"]


def test_a_day_of_dropping_that_is_none_loses_no_model_and_is_told(opened) -> None:
    found = opened(models=[{"code": "MH01", "dropped_on": "chưa"}])
    assert codes(found) == ["MH01"]
    assert [(one.code, one.place.cell) for one in found.notes] == [("MANG-017", "AE4")]
    assert "dropped_on" not in found.rows["models"][0]


def test_a_formula_becomes_its_value_because_rows_move(opened) -> None:
    goal = Raw("=B4&R4", formula=True, value="2 km")
    found = opened(models=[{"code": "MH01", "goal": goal, "own_0": goal}])
    (row,) = found.rows["models"]
    assert (row["previous_goal"], row["own_0"]) == ("2 km", "2 km")
    assert [one.code for one in found.notes] == ["MANG-018"]


@pytest.mark.req("R-161", "R-164")
def test_nothing_of_this_years_work_stands_in_a_model_that_goes_on(opened, layout: Layout) -> None:
    full = {column.key: "x" for column in layout.by_key["models"].columns}
    typed = {**full, "dropped_on": None, "still_suitable": "Có", "effective": "Có"}
    (row,) = opened(models=[typed]).rows["models"]
    new = {"origin", "since_year", "previous_goal", "previous_figure"}
    assert row.keys() == new | set(KEPT_OF_A_MODEL)
    assert row["origin"] == layout.label("origin", "continued")


def test_what_lasts_keeps_every_cell_in_its_row(opened) -> None:
    rows = [{"code": "CT01", "own_0": 1}, {}, {"code": "CT02", "note": "=x"}]
    kept = opened(registrants=rows, awards=rows, register=rows, organisations=rows).rows
    assert all(kept[key] == rows for key in kept)


def test_a_day_of_one_year_gives_way_to_the_new_years_and_its_note_stays(
    opened, after: Rules
) -> None:
    rows = [
        {"key": "half_year_cut_off", "value": date(2026, 6, 25), "note": "theo công văn"},
        {"key": "guidance_number", "value": "05-HD"},
        {"key": "commune", "value": "An Phú"},
    ]
    day, number, name = opened(settings=rows).rows["settings"]
    assert (day["value"], day["note"]) == (date(after.year, 6, 20), "theo công văn")
    assert (number["value"], name["value"]) == (None, "An Phú")


def test_a_goal_and_a_figure_go_on_as_they_were_shown(opened) -> None:
    half = Shown(Raw("=1/2", formula=True, value=0.5), 10)
    (model,) = opened(models=[{"code": "MH01", "goal": Shown(0.8, "0%"), "figure": half}]).rows[
        "models"
    ]
    assert model["previous_goal"] == Shown(0.8, "0%")
    assert model["previous_figure"] == Shown(0.5, 10)
