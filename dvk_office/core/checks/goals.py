"""The goals of a model: this year's, last year's, and whether the one is higher (R-030, R-060)."""

import re
from collections.abc import Iterator
from datetime import date

from dvk_office.core.checks.models_plan import carried_on
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import printed_number, read_number
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_NUMBER = re.compile(r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)*")
_GOALS = (("goal", "figure"), ("previous_goal", "previous_figure"))
_CONFIRMED = "goal_higher_confirmed"


def _continued(book: Book) -> Iterator[Record]:
    return (model for model in carried_on(book) if model.text("origin") == "continued")


def figures_are_higher(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The figure of a continued model is higher than last year's; an equal one is not (R-030)."""
    for model in _continued(book):
        figure, previous = model.number("figure"), model.number("previous_figure")
        if figure is None or previous is None or figure > previous:
            continue
        facts = {"found": printed_number(figure), "previous": printed_number(previous)}
        if model.yes(_CONFIRMED):
            yield finding("MH-106", model.place(_CONFIRMED), **facts)
        else:
            code = "MH-101" if figure == previous else "MH-102"
            yield finding(code, model.place("figure"), **facts)


def goals_in_words_are_compared(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Where two figures cannot be compared, somebody confirms that the goal is higher (R-030, T-11)."""
    for model in _continued(book):
        this_year = not (model.blank("goal") and model.blank("figure"))
        last_year = not (model.blank("previous_goal") and model.blank("previous_figure"))
        both_figures = not (model.blank("figure") or model.blank("previous_figure"))
        if both_figures or not (this_year and last_year):
            continue
        place, confirmed = model.place(_CONFIRMED), model.ticked(_CONFIRMED)
        if confirmed is False:
            yield finding("MH-105", place, name=model.text("name"))
        elif model.left_blank(_CONFIRMED):
            yield finding("MH-104", place, name=model.text("name"))


def goals_of_last_year_are_known(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A continued model has a goal of last year to be compared with; a new one has none (R-030, R-031)."""
    for model in carried_on(book):
        goal, figure = model.blank("previous_goal"), model.blank("previous_figure")
        if model.text("origin") == "continued" and goal and figure:
            yield finding("MH-103", model.place("previous_goal"), name=model.text("name"))
        elif model.text("origin") == "new" and not (goal and figure):
            key = "previous_figure" if goal else "previous_goal"
            yield finding("MH-109", model.place(key), name=model.text("name"))


def goals_are_written(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model has a goal in words, and its figure has a unit (R-060, R-065)."""
    for model in carried_on(book):
        if model.left_blank("goal"):
            yield finding("MH-108", model.place("goal"), name=model.text("name"))
        if not model.blank("figure") and model.left_blank("figure_unit"):
            figure = model.number("figure")
            found = "" if figure is None else printed_number(figure)
            yield finding("MH-107", model.place("figure_unit"), found=found)


def words_agree_with_figures(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The goal in words names the figure; another number of its unit is asked about (R-030)."""
    for model in carried_on(book):
        for words, column in _GOALS:
            figure, unit = model.number(column), model.text("figure_unit")
            other = _other_number(model.text(words), unit, figure)
            if other and figure is not None:
                facts = {"found": printed_number(figure), "other": other, "unit": unit}
                yield finding("MH-110", model.place(column), **facts)


def _other_number(text: str, unit: str, figure: float | None) -> str:
    """The first number that stands before `unit` in `text`, where `figure` is nowhere in it; else nothing."""
    folded, unit = fold(text), fold(unit)
    if figure is None or not unit:
        return ""
    of_unit = re.compile(rf" ?{re.escape(unit)}(?!\w)")
    found = [(one[0], read_number(one[0]), one.end()) for one in _NUMBER.finditer(folded)]
    if any(isinstance(value, str) or value == figure for _, value, _ in found):
        return ""
    return next((typed for typed, _, end in found if of_unit.match(folded, end)), "")


CHECKS = (
    figures_are_higher,
    goals_in_words_are_compared,
    goals_of_last_year_are_known,
    goals_are_written,
    words_agree_with_figures,
)
