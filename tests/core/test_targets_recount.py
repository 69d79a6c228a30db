"""The targets counted once more, another way: from what was typed, with none of the program's conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.targets import TargetResult, targets
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from tests.tables import book

RULES = load_year(latest_year())
LAYOUT = load_layout(RULES)
YEAR, FIRST_ROW = RULES.year, LAYOUT.first_row
REQUIRED = {one.key: one.at_least for one in RULES.targets}
TICKS = st.sampled_from(["Có", "Không", ""])
MOSTLY = st.sampled_from(["Có", "Có", "Có", "Không", ""])
FIGURES = st.sampled_from(["", "9", "10", "11", "10,5"])

Row = dict[str, str]


def days(*around: date) -> st.SearchStrategy[str]:
    """A blank cell, or a day near one of `around`; mostly one that is well within the year."""
    near = st.sampled_from(around).flatmap(
        lambda day: st.integers(-1, 1).map(lambda shift: day + timedelta(shift))
    )
    inside = st.just(date(YEAR, 3, 8))
    return st.one_of(inside, inside, near).map(lambda day: f"{day:%d/%m/%Y}") | st.just("")


NEW_YEAR, YEAR_END = date(YEAR, 1, 1), date(YEAR, 12, 31)
MODEL = st.fixed_dictionaries(
    {
        "registrant": st.sampled_from(["CT1", "CT2", "CT3", "CT4", "CT9", ""]),
        "origin": st.sampled_from(["Mới", "Tiếp tục", "Tiếp tục", "Nhân rộng", "Phát hiện", ""]),
        "commune_task": MOSTLY,
        "professional_task": MOSTLY,
        "still_suitable": MOSTLY,
        "effective": MOSTLY,
        "previous_figure": FIGURES,
        "figure": FIGURES,
        "goal_higher_confirmed": TICKS,
        "registered_on": days(NEW_YEAR, YEAR_END),
        "start_date": days(NEW_YEAR, YEAR_END),
        "launch_date": days(NEW_YEAR, YEAR_END),
        "dropped_on": st.one_of(st.just(""), st.just(""), days(NEW_YEAR, YEAR_END)),
    }
)
NOMINEE = st.fixed_dictionaries(
    {
        "registrant": st.sampled_from(["CT1", "CT2", "CT3", "CT4", "CT9", ""]),
        "chosen": MOSTLY,
        "city_number": st.sampled_from(["", "", "7-QĐ/TU"]),
    }
)
BODY = st.fixed_dictionaries({"direct": MOSTLY})
SUBJECT = st.fixed_dictionaries({"managing_organisation": st.sampled_from(["TC1", "TC2", "TC9"])})


@dataclass(frozen=True)
class Typed:
    """A book as it was typed, and the day and the settings under which it is counted."""

    bodies: list[Row]
    subjects: list[Row]
    models: list[Row]
    nominees: list[Row]
    today: date
    until: date
    choices: Mapping[str, bool]
    level: str

    def results(self) -> dict[str, TargetResult]:
        text = "".join(
            (
                table("organisations", self.bodies),
                table("registrants", self.subjects),
                table("models", self.models),
                table("exemplars", self.nominees),
            )
        )
        made = book(
            LAYOUT,
            RULES,
            text,
            provisional_until=self.until,
            exemplar_level=self.level,
            **self.choices,
        )
        return {one.target.key: one for one in targets(made, RULES, self.today)}


@st.composite
def typed(draw: st.DrawFn) -> Typed:
    bodies = draw(st.lists(BODY, max_size=3))
    subjects = draw(st.lists(SUBJECT, max_size=4))
    names = ("launch_replicated", "both_tags", "managed_counts")
    return Typed(
        bodies=[b | {"code": f"TC{n}", "name": f"Chi bộ {n}"} for n, b in enumerate(bodies, 1)],
        subjects=[
            # the second subject is a body itself
            s | {"code": f"CT{n}", "name": "Chi bộ 2" if n == 2 else f"Tổ dân vận {n}"}
            for n, s in enumerate(subjects, 1)
        ],
        models=draw(st.lists(MODEL, max_size=7)),
        nominees=draw(st.lists(NOMINEE, max_size=5)),
        today=draw(st.sampled_from([date(YEAR, 3, 7), date(YEAR, 11, 23), date(YEAR + 1, 1, 2)])),
        until=draw(st.sampled_from([date(YEAR, 11, 22), date(YEAR, 11, 23), YEAR_END])),
        choices={name: draw(st.booleans()) for name in names},
        level=draw(st.sampled_from(["commune", "city"])),
    )


def table(key: str, rows: list[Row]) -> str:
    """`rows` under their columns, each with its number."""
    if not rows:
        return ""
    columns = list(rows[0])
    lines = [f"| {key} | {' | '.join(columns)} |"]
    for number, row in numbered(rows):
        lines.append(f"| {number} | {' | '.join(row[column] for column in columns)} |")
    return "\n".join(lines) + "\n"


# --- The other count ---


def day(text: str) -> date | None:
    return date(*map(int, reversed(text.split("/")))) if text else None


def figure(text: str) -> float | None:
    return float(text.replace(",", ".")) if text else None


def counts_in_the_year(one: Typed, model: Row) -> bool:
    """Said positively: all that must be true of a model of its origin."""
    known = model["registrant"] in {subject["code"] for subject in one.subjects}
    dropped, came = day(model["dropped_on"]), day(model["registered_on"])
    if not known or (dropped and dropped <= one.today):
        return False
    if came is None or came.year != YEAR or came > one.today:
        return False
    if model["origin"] == "Tiếp tục":
        this, last = figure(model["figure"]), figure(model["previous_figure"])
        if this is None or last is None:
            higher = model["goal_higher_confirmed"] == "Có"
        else:
            higher = this > last
        return higher and (model["still_suitable"], model["effective"]) == ("Có", "Có")
    start = day(model["start_date"])
    if model["origin"] == "Phát hiện":
        return start is None or start.year == YEAR
    if model["origin"] not in {"Mới", "Nhân rộng"}:
        return False
    return (
        start is not None and start.year == YEAR and (is_firm(one, model) or one.today <= one.until)
    )


def is_firm(one: Typed, model: Row) -> bool:
    asked = model["origin"] == "Mới" or (
        model["origin"] == "Nhân rộng" and one.choices["launch_replicated"]
    )
    launch = day(model["launch_date"])
    return not asked or (launch is not None and launch <= one.today)


def covers(one: Typed, model: Row) -> str:
    """The name of the direct body that the model is for; empty where it covers none."""
    both = model["commune_task"] == "Có"
    if model["professional_task"] != "Có" or (both and not one.choices["both_tags"]):
        return ""
    subject = next(s for s in one.subjects if s["code"] == model["registrant"])
    for body in one.bodies:
        if body["code"] == subject["managing_organisation"] and body["direct"] == "Có":
            own = subject["name"] == body["name"]
            return body["name"] if own or one.choices["managed_counts"] else ""
    return ""


def numbered(rows: list[Row]) -> list[tuple[int, Row]]:
    return list(enumerate(rows, FIRST_ROW))


@pytest.mark.req(
    "R-013",
    "R-014",
    "R-015",
    "R-026",
    "R-027",
    "R-028",
    "R-029",
    "R-030",
    "R-031",
    "R-032",
    "R-033",
)
@settings(deadline=None, max_examples=300)
@given(typed())
def test_the_models_of_the_commune_are_those_of_the_other_count(one: Typed) -> None:
    whole = [
        (row, model)
        for row, model in numbered(one.models)
        if counts_in_the_year(one, model) and model["commune_task"] == "Có"
    ]
    anew = [(row, model) for row, model in whole if model["origin"] in {"Mới", "Nhân rộng"}]
    found = one.results()
    for key, expected in (("commune_models", whole), ("commune_new_or_replicated", anew)):
        result = found[key]
        assert [record.row for record in result.count.counted] == [row for row, _ in expected]
        assert [record.row for record in result.count.provisional] == [
            row for row, model in expected if not is_firm(one, model)
        ]
        assert result.met == (len(expected) >= REQUIRED[key])
        assert (result.missing == ()) == result.met


@pytest.mark.req("R-016", "R-017", "R-018", "R-019", "R-020")
@settings(deadline=None, max_examples=300)
@given(typed())
def test_the_bodies_covered_are_those_of_the_other_count(one: Typed) -> None:
    direct = {body["name"] for body in one.bodies if body["direct"] == "Có"}
    covered: dict[str, list[tuple[bool, int]]] = {}
    for row, model in numbered(one.models):
        if counts_in_the_year(one, model) and (name := covers(one, model)):
            covered.setdefault(name, []).append((not is_firm(one, model), row))
    result = one.results()["organisations_with_model"]
    assert result.actual == len(covered)
    assert result.required == ceil(len(direct) * (result.target.percent or 0) / 100)
    assert {record.row for record in result.count.counted} == {
        min(rows)[1] for rows in covered.values()
    }
    assert result.met == (bool(direct) and direct <= covered.keys())
    if direct:
        assert set(result.missing) == direct - covered.keys()


@pytest.mark.req("R-021", "R-022", "R-023")
@settings(deadline=None, max_examples=200)
@given(typed())
def test_the_exemplars_are_the_distinct_subjects_of_the_other_count(one: Typed) -> None:
    known = {subject["code"] for subject in one.subjects}
    people = {
        "commune": {n["registrant"] for n in one.nominees if n["chosen"] == "Có"} & known,
        "city": {n["registrant"] for n in one.nominees if n["city_number"]} & known,
    }
    result = one.results()["exemplars"]
    assert dict(result.count.levels) == {level: len(found) for level, found in people.items()}
    assert {row.text("registrant") for row in result.count.counted} == people[one.level]
    assert result.actual == len(people[one.level])


@pytest.mark.req("R-036")
@settings(deadline=None, max_examples=200)
@given(typed())
def test_every_row_is_either_counted_or_told_why_not(one: Typed) -> None:
    for key, result in one.results().items():
        rows = one.nominees if key == "exemplars" else one.models
        told = [row.record.row for row in result.count.excluded]
        counted = [record.row for record in result.count.counted]
        assert sorted(counted + told) == [row for row, _ in numbered(rows)]
        assert told == sorted(told)
        assert all(row.text and "{" not in row.text for row in result.count.excluded)


@pytest.mark.req("R-019", "R-022")
@settings(deadline=None, max_examples=100)
@given(typed(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_number(one: Typed, random) -> None:
    before = {key: (found.required, found.actual) for key, found in one.results().items()}
    for rows in (one.bodies, one.subjects, one.models, one.nominees):
        random.shuffle(rows)
    assert {key: (found.required, found.actual) for key, found in one.results().items()} == before
